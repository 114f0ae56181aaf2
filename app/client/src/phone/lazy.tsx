// The screens of later.ts, once they are there; until then, a page that says to wait.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../shared/texts.ts";
import { Page } from "./parts.tsx";

const later = signal<typeof import("./later.ts") | undefined>(undefined);
let fetching = false;

/** Begin, and try until it is there. */
export async function fetchLater(): Promise<void> {
  if (fetching) return;
  fetching = true;
  for (let tries = 0; !later.value; tries++) {
    try {
      later.value = await import("./later.ts");
    } catch {
      await new Promise((again) => setTimeout(again, Math.min(1000 * 2 ** tries, 15_000)));
    }
  }
}

function useLater() {
  useEffect(() => {
    fetchLater();
  }, []);
  return later.value;
}

function Fetching() {
  return (
    <Page name="fetching" title={t("phone-busy")}>
      <p class="lead">{t("phone-waiting-text")}</p>
    </Page>
  );
}

export function After() {
  const there = useLater();
  return there ? <there.After /> : <Fetching />;
}

export function Harvest() {
  const there = useLater();
  return there ? <there.Harvest /> : <Fetching />;
}

export function Menu() {
  const there = useLater();
  return there ? <there.Menu /> : <Fetching />;
}

export function Result() {
  const there = useLater();
  return there ? <there.Result /> : <Fetching />;
}

export function TapIn(props: { onBack: () => void }) {
  const there = useLater();
  return there ? <there.TapIn {...props} /> : <Fetching />;
}

/** A part of a page, so there is nothing in its place. */
export function Write(props: { plain?: boolean }) {
  const there = useLater();
  return there ? <there.Write {...props} /> : null;
}
