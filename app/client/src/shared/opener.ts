// Which way a line goes. Hardly anybody needs the stream, so it is fetched when it is tried.

import { type Hello, type Line, type Listener, LOST, type Opener } from "./line.ts";
import { socket } from "./socket.ts";

/** Lines to the session `code`, on the host this page came from. */
export function opener(code: string): Opener {
  return (way, hello, listener) => (way === "socket" ? socket : later)(code, hello, listener);
}

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
