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

/** Lines to the session `code`, on the host this page came from. */
export function opener(code: string): Opener {
  return (way, hello, listener) => (way === "socket" ? socket : later)(code, hello, listener);
}

export const LOST = 1006;

function socket(code: string, hello: Hello, listener: Listener): Line {
  const address = new URL(`/s/${code}/live`, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  const open = new WebSocket(address);
  let ours = true;
  open.onopen = () => open.send(JSON.stringify({ hello }));
  open.onmessage = ({ data }) => {
    if (!ours) return;
    const message = read(data as string);
    if (message) listener.message(message);
    else end(LOST);
  };
  open.onclose = (event) => end(event.code);
  function end(why: number): void {
    if (!ours) return;
    ours = false;
    open.close();
    listener.closed(why);
  }
  return {
    send: (command) => open.send(JSON.stringify(command)),
    close() {
      ours = false;
      open.close();
    },
  };
}

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

/** Hardly anybody needs the other way, so it is fetched when it is tried. */
function later(code: string, hello: Hello, listener: Listener): Line {
  let line: Line | undefined;
  let ours = true;
  import("./stream.ts").then(
    ({ stream }) => {
      if (ours) line = stream(code, hello, listener);
    },
    () => ours && listener.closed(LOST),
  );
  return {
    send: (command) => line?.send(command),
    close() {
      ours = false;
      line?.close();
    },
  };
}
