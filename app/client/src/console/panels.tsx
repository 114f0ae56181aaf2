// What the middle shows. It follows the run sheet: a vote brings the statements, a harvest what was written down; the
// facilitator may look elsewhere, and the next item brings the middle back.

import { useEffect, useRef, useState } from "preact/hooks";
import { seconds } from "../shared/clock.ts";
import type { ConsoleView, ItemKind } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { letGo } from "./button.tsx";
import { told } from "./hints.ts";

export type Panel = "sheet" | "circle" | "queue" | "statements" | "harvest" | "people";

const MIDDLE: readonly Panel[] = ["circle", "statements", "harvest", "people"];
const ALL: readonly Panel[] = ["sheet", "circle", "queue", "statements", "harvest", "people"];

export function panelOf(kind: ItemKind | undefined): Panel {
  if (kind === "vote") return "statements";
  return kind === "harvest" ? "harvest" : "circle";
}

/** The panel, and what chooses another. */
export function usePanel(view: ConsoleView, narrow: boolean): [Panel, (panel: Panel) => void] {
  const [panel, setPanel] = useState<Panel>(panelOf(view.item?.kind));
  const item = view.item?.id;
  useEffect(() => setPanel(panelOf(view.item?.kind)), [item]);
  const beside = !narrow && (panel === "sheet" || panel === "queue");
  return [beside ? "circle" : panel, setPanel];
}

const NARROW = "(max-width: 899px)";

export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const width = matchMedia(NARROW);
    const changed = () => setNarrow(width.matches);
    width.addEventListener("change", changed);
    return () => width.removeEventListener("change", changed);
  }, []);
  return narrow;
}

interface PanelsProps {
  panel: Panel;
  narrow: boolean;
  view: ConsoleView;
  choose: (panel: Panel) => void;
}

export function Panels({ panel, narrow, view, choose }: PanelsProps) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    row.current
      ?.querySelector("[aria-pressed=true]")
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [panel]);
  return (
    <nav class="panels" ref={row} aria-label={t("console-panels")}>
      {(narrow ? ALL : MIDDLE).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={panel === one}
          onClick={(event) => {
            letGo(event);
            choose(one);
          }}
        >
          {t(`part-${one}`)}
          {amount(one, view)}
        </button>
      ))}
    </nav>
  );
}

/** Where something waits: how many queue, whether there is something to know, how many voted. */
function amount(panel: Panel, view: ConsoleView) {
  if (panel === "queue") {
    const waits = told(view, seconds.value).length > 0;
    return (
      <>
        {view.queue.length > 0 && <span class="count">{view.queue.length}</span>}
        {waits && <span class="count attention">{t("console-hints")}</span>}
      </>
    );
  }
  if (panel !== "statements") return null;
  const open = Object.values(view.statements).find((one) => one.state === "open");
  return (
    open && (
      <span class="count">
        {open.voted ?? 0}/{open.eligible ?? 0}
      </span>
    )
  );
}
