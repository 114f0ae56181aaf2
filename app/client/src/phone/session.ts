// The phone's own session: its connection, who it is, what it asked and what came of that. Everything a screen reads
// is a signal from here; everything it does goes through `act`.

import { computed, signal } from "@preact/signals";
import { Connection, type Sent } from "../shared/connection.ts";
import { lasting, passing } from "../shared/keep.ts";
import type { Choice, Me, PhoneCommand, PhoneView, RefusalCode } from "../shared/protocol.ts";
import { language, languages, type Sources, speak } from "../shared/texts.ts";
import { world } from "../shared/world.ts";

const page = document.body.dataset;
export const code = page.code ?? "";

const KEY = `vissenkom:${code}`;
const LANGUAGE = "vissenkom:language";
const sources: Sources = import.meta.glob("../../../locales/*/{common,phone}.ftl", {
  query: "?raw",
  import: "default",
});

/** The person's language: what they chose before on this phone, else what the server made of their browser's. */
export function firstLanguage(): string {
  const chosen = lasting.get(LANGUAGE);
  return chosen && languages.some((one) => one.code === chosen) ? chosen : (page.lang ?? "");
}

export const connection = new Connection<PhoneView, Me, PhoneCommand>({
  keys: [...new Set([lasting.get(KEY), null])],
  language: firstLanguage(),
  world: world(code),
  onToken: (token) => lasting.set(KEY, token),
  onKeyLost: () => lasting.drop(KEY),
  waiting: { keep: passing, name: `${KEY}:waiting` },
});

export const view = connection.view;
export const me = computed<Me>(() => connection.me.value ?? {});
export const title = computed(() => view.value?.title ?? page.title ?? "");

export async function choose(wanted: string): Promise<void> {
  await speak(wanted, sources);
  lasting.set(LANGUAGE, wanted);
  connection.speak(wanted);
}

/** As long as there are no texts there is nothing to show: try until there are. */
export async function firstTexts(): Promise<void> {
  for (let tries = 0; language.value === ""; tries++) {
    try {
      await speak(firstLanguage(), sources);
    } catch {
      await new Promise((again) => setTimeout(again, Math.min(500 * 2 ** tries, 8000)));
    }
  }
}

/** The last thing that was turned down, until something else is tried. */
export const trouble = signal<{ command: PhoneCommand; code: RefusalCode; message: string } | undefined>(
  undefined,
);

/** Read out to whoever can't see it; what is on the screen says it too. */
export const announced = signal("");

export function act(command: PhoneCommand, options?: { within_ms?: number }): Sent<PhoneCommand> {
  trouble.value = undefined;
  return follow(connection.send(command, options));
}

function follow(sent: Sent<PhoneCommand>): Sent<PhoneCommand> {
  const { command } = sent;
  const key = command.do === "vote" ? roundOf(command.statement) : "";
  sent.settled.then((state) => {
    if (state.is === "refused") {
      trouble.value = { command, code: state.code, message: state.message };
      announced.value = state.message;
      if (state.code === "statement_closed") tooLate.value = key;
    } else if (state.is === "done" && command.do === "vote") {
      confirmed.value = { key, choice: command.choice, before: me.value };
    }
  });
  return sent;
}

export type Do = PhoneCommand["do"];
type Doing<D extends Do> = Extract<PhoneCommand, { do: D }>;

/** The last command of this kind that is not answered yet. */
export function waiting<D extends Do>(does: D, about?: (command: Doing<D>) => boolean): Doing<D> | undefined {
  return connection.pending.value
    .map((sent) => sent.command)
    .filter((command): command is Doing<D> => command.do === does)
    .findLast((command) => about?.(command) ?? true);
}

const confirmed = signal<{ key: string; choice: Choice; before: Me } | undefined>(undefined);
/** The `statement.round` for which a choice came after the closing. */
export const tooLate = signal("");

/** The key of a statement's present round, as in `me.votes`. */
export function roundOf(statement: string): string {
  return `${statement}.${view.value?.statement?.id === statement ? view.value.statement.round : 1}`;
}

/** What this person chose, and whether the server has it. */
export function choiceOf(statement: string): { choice?: Choice; arrived: boolean } {
  const key = roundOf(statement);
  const asked = waiting("vote", (command) => command.statement === statement);
  if (asked) return { choice: asked.choice, arrived: false };
  // Confirmed a moment ago; the personal part that says so follows.
  const late = confirmed.value;
  const choice = late?.key === key && late.before === me.value ? late.choice : me.value.votes?.[key];
  return choice ? { choice, arrived: true } : { arrived: false };
}

// What was given before a reload is still being asked.
for (const sent of connection.pending.value) follow(sent);
