// Every one-tap action of the facilitator (F3): its key, its text, and the command it sends in the room as it is now.
// Buttons and keyboard read the same table, so neither can do what the other can't. Pure; it sends nothing.

import type { ConsoleCommand, ConsoleStatement, ConsoleView } from "../shared/protocol.ts";

export type ActionName =
  | "call_next"
  | "pause"
  | "blank"
  | "add_time"
  | "swap"
  | "silence"
  | "off_record"
  | "strike"
  | "undo"
  | "end_item"
  | "start_next"
  | "open"
  | "close"
  | "reveal"
  | "invite"
  | "pairs"
  | "helper"
  | "hand_over"
  | "end_word";

export interface Action {
  name: ActionName;
  /** As `KeyboardEvent.key` gives it, lower case. */
  key: string;
  /** The id of its text. */
  label: string;
  command: ConsoleCommand;
  /** Nothing to do now; the button stays where it is. */
  idle: boolean;
  /** What it toggles is on. */
  on: boolean;
  /** Needs a yes first: it can't be undone, or gives control away. */
  confirm: boolean;
  /** May be done by a console that only watches (F1). */
  watching: boolean;
}

export const KEYS: Record<ActionName, string> = {
  call_next: " ",
  pause: "p",
  blank: "b",
  add_time: "+",
  swap: "w",
  silence: "s",
  off_record: "n",
  strike: "x",
  undo: "z",
  end_item: "e",
  start_next: "v",
  open: "o",
  close: "c",
  reveal: "r",
  invite: "i",
  pairs: "t",
  helper: "h",
  hand_over: "g",
  end_word: "m",
};

/** Before the session is live only these go through. */
const BEFORE_LIVE: ReadonlySet<ActionName> = new Set(["start_next", "blank", "undo", "helper", "hand_over"]);

export const MOST_DIGITS = 10;

export function actions(view: ConsoleView): Record<ActionName, Action> {
  const live = view.state === "live";
  const action = (
    name: ActionName,
    label: string,
    command: ConsoleCommand,
    more: Partial<Pick<Action, "idle" | "on" | "confirm" | "watching">> = {},
  ): Action => ({
    name,
    key: KEYS[name],
    label: `console-do-${label}`,
    command,
    on: false,
    confirm: false,
    watching: false,
    ...more,
    idle: (more.idle ?? false) || (!live && !BEFORE_LIVE.has(name)),
  });
  const item = view.item !== undefined;
  const paused = view.paused === true;
  const moment = view.moment;
  const next = view.next;
  const waiting = view.queue.some((one) => one.until === undefined) || (view.circle?.second_row ?? 0) > 0;
  const drafted = toOpen(view);
  const opened = inState(view, "open");
  const closed = inState(view, "closed");
  return {
    call_next: action("call_next", "call-next", { do: "call_next" }, { idle: !waiting || !item }),
    pause: paused
      ? action("pause", "resume", { do: "resume" }, { on: true })
      : action("pause", "pause", { do: "pause" }),
    blank: view.blank
      ? action("blank", "unblank", { do: "unblank" }, { on: true })
      : action("blank", "blank", { do: "blank" }),
    add_time: action("add_time", "add-time", { do: "add_time", seconds: 120 }, { idle: !item }),
    swap: action("swap", "swap", { do: "swap" }, { idle: !view.circle }),
    silence: moment
      ? action(
          "silence",
          moment.kind === "pairs" ? "end-pairs" : "end-moment",
          { do: "end_moment" },
          { on: true },
        )
      : action("silence", "silence", { do: "start_moment", kind: "silence", seconds: 60 }),
    off_record: view.off_record
      ? action("off_record", "go-on-record", { do: "go_on_record" }, { on: true })
      : action("off_record", "go-off-record", { do: "go_off_record" }),
    strike: action(
      "strike",
      "strike",
      { do: "strike_last", seconds: 60 },
      { confirm: true, idle: opened !== undefined },
    ),
    undo: action("undo", "undo", { do: "undo" }, { idle: view.undo === undefined }),
    end_item: action("end_item", "end-item", { do: "end_item" }, { idle: !item }),
    start_next: live
      ? action("start_next", "start-next", { do: "start_item", item: next?.id ?? "" }, { idle: !next })
      : action("start_next", "start-session", { do: "start_session" }),
    open: action(
      "open",
      "open",
      { do: "open_statement", statement: drafted ?? "" },
      { idle: !drafted || view.off_record === true },
    ),
    close: action("close", "close", { do: "close_statement", statement: opened ?? "" }, { idle: !opened }),
    reveal: action(
      "reveal",
      "reveal",
      { do: "reveal_statement", statement: closed ?? "" },
      { idle: !closed },
    ),
    invite: action(
      "invite",
      "invite",
      { do: "invite", kind: "not_yet_spoken" },
      { on: view.invitation === "not_yet_spoken" },
    ),
    pairs: action(
      "pairs",
      "pairs",
      { do: "start_moment", kind: "pairs", seconds: 120 },
      { idle: moment !== undefined },
    ),
    helper: action("helper", "helper", { do: "call_helper" }, { watching: true }),
    hand_over: action(
      "hand_over",
      "hand-over",
      { do: "hand_over" },
      { confirm: true, idle: (view.control.consoles ?? 0) < 2 },
    ),
    // Outside a circle somebody without a chair may have the word; then only the server knows.
    end_word: action(
      "end_word",
      "end-word",
      { do: "end_word" },
      { idle: !item || (view.item?.kind === "circle" && speaker(view) === undefined) },
    ),
  };
}

/** Whom a key means; undefined when the key is nobody's. */
export function actionFor(key: string): ActionName | undefined {
  const wanted = key === "=" ? "+" : key.toLowerCase();
  return (Object.keys(KEYS) as ActionName[]).find((name) => KEYS[name] === wanted);
}

/** The chair that a digit key stands for: 1 to 9, and 0 for the tenth. `code` is the physical key ("Digit4"). */
export function chairFor(code: string): number | undefined {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : Number(digit) || MOST_DIGITS;
}

export type ChairAct = { command: ConsoleCommand } | { seat: number } | undefined;

/** A tap on a chair: the word, a second tap stands up, a kept chair seats whom it is kept for (C8, section "Console"). */
export function tapChair(view: ConsoleView, no: number): ChairAct {
  const chair = view.circle?.chairs[String(no)];
  if (!chair) return undefined;
  if (chair.person)
    return { command: { do: chair.word === undefined ? "give_word" : "stand", person: chair.person } };
  const called = view.queue.find((one) => one.until !== undefined && one.name === chair.for);
  return called && chair.kept ? { command: { do: "seat", person: called.person, chair: no } } : { seat: no };
}

export function standChair(view: ConsoleView, no: number): ChairAct {
  const chair = view.circle?.chairs[String(no)];
  return chair?.person ? { command: { do: "stand", person: chair.person } } : undefined;
}

/** Who may be seated in a free chair, likeliest first: the queue in its order, then everybody present who stands. */
export function standing(view: ConsoleView): string[] {
  const seated = new Set(Object.values(view.circle?.chairs ?? {}).flatMap((chair) => chair.person ?? []));
  const queued = view.queue.map((one) => one.person);
  const rest = Object.entries(view.people)
    .filter(([id, one]) => one.present && !seated.has(id) && !queued.includes(id))
    .sort(([, a], [, b]) => Number(a.sat ?? false) - Number(b.sat ?? false) || a.no - b.no)
    .map(([id]) => id);
  return [...queued, ...rest];
}

/** The statement that the one-tap vote is about now: open, else closed, else the next to open. */
export function statementAtHand(view: ConsoleView): string | undefined {
  return inState(view, "open") ?? inState(view, "closed") ?? toOpen(view);
}

/** Of the running item first, then any other that has not been asked. */
function toOpen(view: ConsoleView): string | undefined {
  const drafts = listed(view).filter(([, one]) => one.state === "draft");
  return (drafts.find(([, one]) => one.item === view.item?.id) ?? drafts[0])?.[0];
}

function inState(view: ConsoleView, state: ConsoleStatement["state"]): string | undefined {
  return listed(view)
    .reverse()
    .find(([, one]) => one.state === state)?.[0];
}

export function listed(view: ConsoleView): [string, ConsoleView["statements"][string]][] {
  return Object.entries(view.statements).sort(([, a], [, b]) => a.no - b.no);
}

function speaker(view: ConsoleView): string | undefined {
  return Object.values(view.circle?.chairs ?? {}).find((chair) => chair.word !== undefined)?.person;
}
