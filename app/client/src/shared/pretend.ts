// A browser and a server made of plain objects, for tests of a connection: time moves when it is told to, and a test
// plays the server by hand.

import type { World } from "./connection.ts";
import type { Hello, Listener, Way } from "./line.ts";

/** One line that a connection opened. */
export class PretendLine {
  readonly sent: Record<string, unknown>[] = [];
  closed = false;
  readonly way: Way;
  readonly hello: Hello;
  readonly listener: Listener;

  constructor(way: Way, hello: Hello, listener: Listener) {
    this.way = way;
    this.hello = hello;
    this.listener = listener;
  }

  welcome(view: object, more: object = {}): void {
    this.say({ welcome: { v: 1, as: "phone", token: "t1", now: 1_790_000_000 }, seq: 1, view, ...more });
  }

  say(message: Record<string, unknown>): void {
    this.listener.message(message);
  }

  break(code = 1006): void {
    this.listener.closed(code);
  }
}

export class Pretend implements World {
  readonly lines: PretendLine[] = [];
  isHidden = false;
  chance = 1;
  #now = 1_790_000_000_000;
  #timers: { at: number; what: () => void }[] = [];
  #wake: (why: "online" | "offline" | "visible") => void = () => {};

  get line(): PretendLine {
    const last = this.lines.at(-1);
    if (!last) throw new Error("no line was opened");
    return last;
  }

  open = (way: Way, hello: Hello, listener: Listener) => {
    const line = new PretendLine(way, hello, listener);
    this.lines.push(line);
    return {
      send: (command: Record<string, unknown>) => {
        line.sent.push(command);
      },
      close: () => {
        line.closed = true;
      },
    };
  };

  now = () => this.#now;
  random = () => this.chance;
  hidden = () => this.isHidden;

  after = (ms: number, what: () => void) => {
    const timer = { at: this.#now + ms, what };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };

  watch = (back: (why: "online" | "offline" | "visible") => void) => {
    this.#wake = back;
  };

  wake(why: "online" | "offline" | "visible"): void {
    this.#wake(why);
  }

  /** Let `ms` pass; whatever was due meanwhile happens, in order. */
  pass(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const next = this.#timers.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.what();
    }
    this.#now = until;
  }

  /** The machine sleeps: the clock goes on and nothing runs. */
  sleep(ms: number): void {
    this.#now += ms;
  }
}
