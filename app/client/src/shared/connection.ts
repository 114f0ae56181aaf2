// A screen's connection: it shows the server's last view, never a guess at the next one, and gets every command
// answered. It reconnects by itself (capped, with full jitter, slower while hidden, at once when there is reason to
// hope), and a command keeps its id until it is answered, so that sent twice it still happens once (J3).
//
// It knows nothing of what a view or a command means, nor how messages travel (line.ts).

import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { setClock } from "./clock.ts";
import type { Keep } from "./keep.ts";
import type { Line, Opener, Way } from "./line.ts";
import { type Json, merge } from "./mergepatch.ts";
import type {
  ConsoleCommand,
  Done,
  MeChanged,
  Patch,
  PhoneCommand,
  RefusalCode,
  Refused,
  Welcome,
  Welcomed,
} from "./protocol.ts";

/** "connecting" at first, then "open" or "lost"; "ended" when trying again would not help. */
export type Status = "connecting" | "open" | "lost" | "ended";
export type Ending = "unknown" | "not_allowed" | "replaced" | "stop";

/** What may be asked of the server, by a phone or by a console. */
export type Command = PhoneCommand | ConsoleCommand;

export type State =
  | { is: "pending" }
  | { is: "done"; seq: number }
  | { is: "refused"; code: RefusalCode; message: string }
  /** It was only worth sending at once, and that didn't work out. */
  | { is: "dropped" };

/** A command that was given, and what has become of it. */
export interface Sent<C extends Command = Command> {
  readonly id: string;
  readonly command: C;
  readonly state: ReadonlySignal<State>;
  /** Resolves when it is no longer pending. */
  readonly settled: Promise<State>;
}

/** The page and its browser, so that a test can be both. */
export interface World {
  open: Opener;
  now(): number;
  random(): number;
  /** Runs `what` after `ms`; the answer cancels it. */
  after(ms: number, what: () => void): () => void;
  hidden(): boolean;
  /** Calls back when there is reason to think the network is there again, or that it went. */
  watch(back: (why: "online" | "offline" | "visible") => void): void;
}

export interface Options {
  /** The keys to try, best first: a token kept from before, the one in the address, or null for a new phone. */
  keys: (string | null)[];
  language: string;
  world: World;
  /** Told the token of every welcome. */
  onToken?: (token: string) => void;
  /** Told that a kept key is no longer known, and the next is being tried. */
  onKeyLost?: (key: string | null) => void;
  /** Where commands wait over a reload. */
  waiting?: { keep: Keep; name: string };
}

interface Given<C extends Command> extends Sent<C> {
  state: Signal<State>;
  settle: (state: State) => void;
  until: number;
}

/** Any message from the server, before one knows which. */
type Message = Partial<Omit<Welcome & Patch & MeChanged & Done & Refused, "view" | "patch" | "me">> & {
  view?: Json;
  patch?: Json;
  me?: Json;
};

const FIRST_MS = 400;
const CAP_MS = 10_000;
const CAP_HIDDEN_MS = 60_000;
const AFTER_FLOOD_MS = 15_000;
/** How long a line may take to say welcome, and a command to be answered, before another line is tried. */
const WELCOME_MS = 12_000;
const ANSWER_MS = 8_000;
/** Hidden or asleep for longer, a line that still looks open is not believed. */
const STALE_MS = 15_000;
const WATCH_MS = 5_000;
const NOT_SAVED: RefusalCode = "not_saved";
const SAVE_AGAIN_MS = 4_000;
const UNLIMITED = Number.MAX_SAFE_INTEGER;

const ENDINGS: Record<number, Ending> = {
  4001: "unknown",
  4003: "not_allowed",
  4009: "replaced",
  4099: "stop",
};

/** `C`: what this screen may ask. */
export class Connection<View, Me, C extends Command> {
  readonly view = signal<View | undefined>(undefined);
  readonly me = signal<Me | undefined>(undefined);
  readonly status = signal<Status>("connecting");
  readonly ending = signal<Ending | undefined>(undefined);
  /** The commands that are not answered yet, in the order they were given. */
  readonly pending = signal<readonly Sent<C>[]>([]);

  #options: Options;
  #world: World;
  #keys: (string | null)[];
  #language: string;
  #line: Line | undefined;
  #ready = false;
  #everOpen = false;
  #way: Way = "socket";
  #failures = 0;
  #seq: number | undefined;
  #given: Given<C>[] = [];
  #names: string;
  #numbered = 0;
  #cancelRetry = () => {};
  #cancelWelcome = () => {};
  #cancelAnswer = () => {};
  #heard = 0;
  #watched = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#world = options.world;
    this.#keys = [...options.keys];
    this.#language = options.language;
    this.#names = `c${Math.floor(this.#world.random() * 36 ** 6).toString(36)}`;
    this.#restore();
  }

  /** Begin, and keep at it. */
  start(): void {
    this.#world.watch((why) => this.#woken(why));
    this.#watched = this.#world.now();
    this.#watch();
    this.#open();
  }

  /** Give a command. With `within_ms` it is dropped when that passes before it could be sent. */
  send(command: C, { within_ms = UNLIMITED }: { within_ms?: number } = {}): Sent<C> {
    const id = `${this.#names}-${++this.#numbered}`;
    const until = within_ms === UNLIMITED ? UNLIMITED : this.#world.now() + within_ms;
    const given = this.#give(id, command, until);
    this.#changed();
    if (this.#ready) this.#transmit(given);
    return given;
  }

  /** Read everything in another language from now on. */
  speak(language: string): void {
    if (language === this.#language) return;
    this.#language = language;
    if (this.status.value !== "ended") this.#reopen();
  }

  /** After an ending: this is the window to go on in. */
  again(): void {
    this.ending.value = undefined;
    this.status.value = "connecting";
    this.#failures = 0;
    this.#reopen();
  }

  #open(): void {
    this.#cancelRetry();
    this.#ready = false;
    const key = this.#keys[0] ?? null;
    const since = this.view.value === undefined ? undefined : this.#seq;
    const hello = { v: 1 as const, key, lang: this.#language, ...(since === undefined ? {} : { since }) };
    this.#heard = this.#world.now();
    this.#cancelWelcome();
    this.#cancelWelcome = this.#world.after(WELCOME_MS, () => this.#lost(0));
    this.#line = this.#world.open(this.#way, hello, {
      message: (message) => this.#message(message),
      closed: (code) => this.#lost(code),
    });
  }

  #reopen(): void {
    this.#line?.close();
    this.#open();
  }

  #lost(code: number): void {
    this.#line?.close();
    this.#line = undefined;
    this.#ready = false;
    this.#cancelWelcome();
    this.#cancelAnswer();
    const ending = ENDINGS[code];
    if (ending === "unknown" && this.#keys.length > 1) {
      const lost = this.#keys.shift() ?? null;
      this.#options.onKeyLost?.(lost);
      this.#open();
      return;
    }
    if (ending) {
      this.#cancelRetry();
      this.ending.value = ending;
      this.status.value = "ended";
      return;
    }
    this.#failures++;
    // Two tries each, in turn, until one of them works: a proxy that lets no web socket through says so in no way.
    if (!this.#everOpen) this.#way = this.#failures % 4 >= 2 ? "stream" : "socket";
    this.status.value = "lost";
    this.#cancelRetry();
    this.#cancelRetry = this.#world.after(this.#pause(code), () => this.#open());
  }

  #pause(code: number): number {
    const cap = this.#world.hidden() ? CAP_HIDDEN_MS : CAP_MS;
    const least = code === 4008 ? AFTER_FLOOD_MS : 0;
    return least + this.#world.random() * Math.min(cap, FIRST_MS * 2 ** Math.min(this.#failures, 12));
  }

  #woken(why: "online" | "offline" | "visible"): void {
    if (this.status.value === "ended") return;
    if (why === "offline") {
      if (this.status.value === "open") this.#lost(0);
      return;
    }
    this.#failures = Math.min(this.#failures, 2);
    if (!this.#ready || why === "online" || this.#world.now() - this.#heard > STALE_MS) this.#reopen();
  }

  /** A clock that jumped means that the machine slept: whatever looks open is not. */
  #watch(): void {
    this.#world.after(WATCH_MS, () => {
      const now = this.#world.now();
      const slept = now - this.#watched > WATCH_MS + STALE_MS;
      this.#watched = now;
      if (slept && !this.#world.hidden() && this.status.value !== "ended") this.#reopen();
      this.#watch();
    });
  }

  #message(message: Message): void {
    const { welcome, seq, view, patch, me, done, refused } = message;
    this.#heard = this.#world.now();
    if (patch !== undefined && this.view.value === undefined) {
      // Without the view that it changes a patch means nothing: begin anew, with a whole one.
      this.#reopen();
      return;
    }
    batch(() => {
      if (welcome) this.#welcomed(welcome);
      if (view !== undefined) this.view.value = view as View;
      if (patch !== undefined) this.view.value = merge(this.view.value as Json, patch) as View;
      if (welcome || me !== undefined)
        this.me.value = (welcome ? (me ?? {}) : merge((this.me.value ?? {}) as Json, me as Json)) as Me;
      if (seq !== undefined && done === undefined) this.#seq = seq;
      if (done !== undefined) this.#answered(done, { is: "done", seq: seq ?? 0 });
      if (refused != null) this.#refused(refused, message.code ?? "internal", message.message ?? "");
    });
    if (welcome) this.#deliver();
  }

  #welcomed(welcome: Welcomed): void {
    this.#cancelWelcome();
    setClock(welcome.now, this.#world.now());
    if (welcome.token) {
      this.#keys = [welcome.token, ...this.#keys.filter((key) => key !== welcome.token)];
      this.#options.onToken?.(welcome.token);
    }
    this.#failures = 0;
    this.#everOpen = true;
    this.status.value = "open";
  }

  /** Everything that was not answered, again and in order. */
  #deliver(): void {
    this.#ready = true;
    for (const given of [...this.#given]) {
      if (given.until < this.#world.now()) this.#settle(given, { is: "dropped" });
      else this.#transmit(given);
    }
  }

  #transmit(given: Given<C>): void {
    this.#line?.send({ id: given.id, ...given.command });
    this.#expectAnswer();
  }

  /** A line that takes a command and answers nothing is no line. */
  #expectAnswer(): void {
    this.#cancelAnswer();
    if (this.#given.length > 0) this.#cancelAnswer = this.#world.after(ANSWER_MS, () => this.#lost(0));
  }

  #answered(id: string, state: State): void {
    const given = this.#given.find((one) => one.id === id);
    if (given) this.#settle(given, state);
    this.#expectAnswer();
  }

  /** What the server could not write down it will take again, under the same id (J3). */
  #refused(id: string, code: RefusalCode, message: string): void {
    const given = this.#given.find((one) => one.id === id);
    if (code === NOT_SAVED && given && given.until === UNLIMITED) {
      const line = this.#line;
      this.#cancelAnswer();
      this.#world.after(FIRST_MS + this.#world.random() * SAVE_AGAIN_MS, () => {
        if (this.#line === line && this.#given.includes(given)) this.#transmit(given);
      });
      return;
    }
    this.#answered(id, { is: "refused", code, message });
  }

  #settle(given: Given<C>, state: State): void {
    this.#given = this.#given.filter((one) => one !== given);
    given.state.value = state;
    given.settle(state);
    this.#changed();
  }

  #give(id: string, command: C, until: number): Given<C> {
    let settle: (state: State) => void = () => {};
    const settled = new Promise<State>((resolve) => {
      settle = resolve;
    });
    const given: Given<C> = { id, command, state: signal<State>({ is: "pending" }), settled, settle, until };
    this.#given.push(given);
    return given;
  }

  #changed(): void {
    this.pending.value = [...this.#given];
    const { waiting } = this.#options;
    if (!waiting) return;
    const left = this.#given.map(({ id, command, until }) => ({ id, command, until }));
    if (left.length > 0) waiting.keep.set(waiting.name, JSON.stringify(left));
    else waiting.keep.drop(waiting.name);
  }

  #restore(): void {
    const { waiting } = this.#options;
    const kept = waiting?.keep.get(waiting.name);
    if (!kept) return;
    try {
      for (const one of JSON.parse(kept) as { id: string; command: C; until: number }[])
        this.#give(one.id, one.command, one.until);
      this.pending.value = [...this.#given];
    } catch {
      waiting?.keep.drop(waiting.name);
    }
  }
}
