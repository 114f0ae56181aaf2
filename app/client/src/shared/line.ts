// One line to the server: a web socket or, where a proxy doesn't let those through, server-sent events with posted
// commands. Both carry the same messages; `connection` knows neither. A line that was closed by us says nothing more.

import type { Greeting } from "./protocol.ts";

export type Way = "socket" | "stream";

/** What this client says first. */
export type Hello = Required<Omit<Greeting, "since">> & Pick<Greeting, "since">;

/** What a line tells whoever opened it, each at most once but `message`. */
export interface Listener {
  message(message: Record<string, unknown>): void;
  /** `code` as in docs/protocol.md (4001 ...), else whatever the browser says. */
  closed(code: number): void;
}

export interface Line {
  send(command: Record<string, unknown>): void;
  close(): void;
}

export type Opener = (way: Way, hello: Hello, listener: Listener) => Line;

export const LOST = 1006;

export function read(text: string): Record<string, unknown> | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === "object" && message !== null && !Array.isArray(message)
      ? (message as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
