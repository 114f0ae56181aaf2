// The messages of a session over a web socket.

import { type Hello, type Line, type Listener, LOST, read } from "./line.ts";

export function socket(code: string, hello: Hello, listener: Listener): Line {
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
