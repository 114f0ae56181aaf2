// The same messages where a proxy lets no web socket through: server-sent events, read with fetch so that the key
// goes in a header and not in the address, and commands that are posted.

import { type Hello, type Line, type Listener, LOST, read } from "./line.ts";

/** Status of an answer that comes instead of a stream -> the code a socket would have closed with. */
const CLOSED: Record<number, number> = { 401: 4001, 404: 4001, 403: 4003, 429: 4008 };

export function stream(code: string, hello: Hello, listener: Listener): Line {
  const stop = new AbortController();
  let ours = true;
  let token = hello.key;
  let last: Promise<void> = Promise.resolve();
  const end = (why: number) => {
    if (!ours) return;
    ours = false;
    stop.abort();
    listener.closed(why);
  };
  const authorized = (): Record<string, string> => (token ? { Authorization: `Bearer ${token}` } : {});

  async function listen(): Promise<void> {
    const query = new URLSearchParams({ lang: hello.lang });
    if (hello.since !== undefined) query.set("since", String(hello.since));
    const answer = await fetch(`/s/${code}/live?${query}`, {
      headers: { Accept: "text/event-stream", ...authorized() },
      cache: "no-store",
      signal: stop.signal,
    });
    if (!answer.ok || !answer.body) return end(CLOSED[answer.status] ?? LOST);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const events = new Events();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return end(LOST);
      for (const data of events.read(value)) take(data);
    }
  }

  function take(data: string): void {
    const message = read(data);
    if (!ours) return;
    if (!message || typeof message.closed === "number") {
      end(message ? Number(message.closed) : LOST);
      return;
    }
    const given = (message.welcome as { token?: string } | undefined)?.token;
    if (given) token = given;
    listener.message(message);
  }

  async function post(command: Record<string, unknown>): Promise<void> {
    if (!ours) return;
    const answer = await fetch(`/s/${code}/commands`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...authorized() },
      body: JSON.stringify(command),
      signal: stop.signal,
    });
    const message = read(await answer.text());
    if (message && ("done" in message || "refused" in message)) {
      if (ours) listener.message(message);
    } else end(CLOSED[answer.status] ?? LOST);
  }

  listen().catch(() => end(LOST));
  return {
    // One at a time: their order is the order in which the person did things.
    send(command) {
      last = last.then(() => post(command)).catch(() => end(LOST));
    },
    close() {
      ours = false;
      stop.abort();
    },
  };
}

/** Takes a text/event-stream in whatever pieces it comes; gives the data of every event that is whole. */
export class Events {
  #rest = "";
  #data: string[] = [];

  read(piece: string): string[] {
    const whole: string[] = [];
    const lines = (this.#rest + piece).split(/\r\n|\n/);
    this.#rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("data:")) this.#data.push(line.slice(line[5] === " " ? 6 : 5));
      else if (line === "" && this.#data.length > 0) {
        whole.push(this.#data.join("\n"));
        this.#data = [];
      }
    }
    return whole;
  }
}
