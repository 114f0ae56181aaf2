// What the hand does, and what became of it: commands by the name of their button, so that the button can say it is
// waiting, and one quiet line for the last refusal. It guesses nothing: what happened is in the next view.

import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Connection, State } from "../shared/connection.ts";
import type { ConsoleCommand, ConsoleView, Watcher } from "../shared/protocol.ts";
import type { Action } from "./actions.ts";

/** Something that needs a yes first. `texts` are ids. */
export interface Question {
  title: string;
  text?: string;
  yes: string;
  name: string;
  command: ConsoleCommand;
}

const SAID_MS = 10_000;

export class Desk {
  readonly view: ReadonlySignal<ConsoleView | undefined>;
  readonly me: ReadonlySignal<Watcher | undefined>;
  /** The names of buttons whose command has not been answered. */
  readonly busy: ReadonlySignal<ReadonlySet<string>>;
  /** What opens a stage with this console's own strip. */
  readonly token = signal("");
  /** The server's sentence about the last command it refused. */
  readonly refusal = signal("");
  readonly question = signal<Question | undefined>(undefined);
  /** Whether this console may do more than watch (F1). */
  readonly control: ReadonlySignal<boolean>;

  readonly connection: Connection<ConsoleView, Watcher, ConsoleCommand>;
  readonly #names = new Map<string, string>();
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection<ConsoleView, Watcher, ConsoleCommand>) {
    this.connection = connection;
    this.view = connection.view;
    this.me = connection.me;
    this.control = computed(() => connection.me.value?.control !== false);
    this.busy = computed(
      () => new Set(connection.pending.value.map((sent) => this.#names.get(sent.id) ?? sent.id)),
    );
  }

  /** Send `command` for the button `name`; a button that still waits sends nothing. Undefined when it did not. */
  async press(name: string, command: ConsoleCommand): Promise<State | undefined> {
    if (this.busy.peek().has(name)) return undefined;
    const sent = batch(() => {
      const given = this.connection.send(command);
      this.#names.set(given.id, name);
      return given;
    });
    const state = await sent.settled;
    this.#names.delete(sent.id);
    this.#say(state.is === "refused" ? state.message : "");
    return state;
  }

  /** Do what a button or its key stands for, or ask first. Idle ones do nothing. */
  act(action: Action): void {
    const { name, command } = action;
    if (action.idle || !(this.control.peek() || action.watching)) return;
    if (!action.confirm) void this.press(name, command);
    else if (name === "strike") this.ask({ ...question("console-strike", true), name, command });
    else this.ask({ ...question("console-hand-over", false), name, command });
  }

  ask(question: Question): void {
    this.question.value = question;
  }

  #say(sentence: string): void {
    clearTimeout(this.#silence);
    this.refusal.value = sentence;
    if (sentence) {
      this.#silence = setTimeout(() => {
        this.refusal.value = "";
      }, SAID_MS);
    }
  }
}

/** The ids of a question's texts, which all begin alike. */
export function question(texts: string, explained: boolean): Pick<Question, "title" | "text" | "yes"> {
  return { title: `${texts}-sure`, ...(explained && { text: `${texts}-text` }), yes: `${texts}-yes` };
}
