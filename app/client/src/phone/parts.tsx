// What every screen of the phone is made of: a heading that takes the focus, room for one thing, and at the bottom,
// where a thumb is, what can be done about it.

import type { ComponentChildren } from "preact";
import type { PhoneCommand } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { act, type Do as Does, trouble, waiting } from "./session.ts";
import { canSpeak, readAloud, reading } from "./speech.ts";

interface PageProps {
  title: string;
  /** A line above the heading. */
  over?: ComponentChildren;
  children?: ComponentChildren;
  foot?: ComponentChildren;
  name: string;
}

export function Page({ title, over, children, foot, name }: PageProps) {
  return (
    <main class={`page ${name}`} data-screen={name}>
      {over && <p class="over">{over}</p>}
      <h1 tabIndex={-1}>{title}</h1>
      {children}
      {foot && <div class="foot">{foot}</div>}
    </main>
  );
}

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  /** "main" is the one big button; "other" the one beside it; "quiet" a line of text to tap. */
  kind?: "main" | "other" | "quiet" | "warm";
  /** Sent and not answered yet. */
  busy?: boolean;
  label?: string;
}

export function Button({ children, onClick, kind = "other", busy = false, label }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind}${busy ? " busy" : ""}`}
      aria-busy={busy}
      aria-label={label}
      onClick={() => !busy && onClick()}
    >
      {children}
    </button>
  );
}

/** What can be asked by its name alone. */
type Plain<C extends PhoneCommand = PhoneCommand> = C extends unknown
  ? { do: C["do"] } extends C
    ? C["do"]
    : never
  : never;

/** A button that asks the server for `does`, and says so when the answer is slow to come, or is no. */
export function Do({
  does,
  kind,
  children,
  within_ms,
}: {
  does: Plain;
  kind?: ButtonProps["kind"];
  children: ComponentChildren;
  within_ms?: number;
}) {
  const busy = waiting(does) !== undefined;
  const press = () => act({ do: does }, within_ms === undefined ? undefined : { within_ms });
  return (
    <>
      <Button kind={kind ?? "other"} busy={busy} onClick={press}>
        {children}
      </Button>
      <Outcome of={does} />
    </>
  );
}

/** Below a button: that it has not arrived yet, or why it can't be. */
export function Outcome({ of, late = "phone-not-arrived" }: { of: Does; late?: string }) {
  if (waiting(of)) return <p class="late">{t(late)}</p>;
  if (trouble.value?.command.do === of) return <p class="sorry">{trouble.value.message}</p>;
  return null;
}

export function ReadAloud({ text, children }: { text: string; children?: ComponentChildren }) {
  if (!canSpeak) return null;
  const now = reading.value === text;
  return (
    <button type="button" class="button quiet read" aria-pressed={now} onClick={() => readAloud(text)}>
      <span aria-hidden="true">{now ? "■" : "▸"}</span>
      <span class="say">{now ? t("phone-read-stop") : (children ?? t("phone-read"))}</span>
    </button>
  );
}
