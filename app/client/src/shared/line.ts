// One line to the server: a web socket or, where a proxy doesn't let those through, server-sent events with posted
// commands. Both carry the same messages; `connection` knows neither. A line that was closed by us says nothing more.

export type Way = "socket" | "stream";

export interface Hello {
  v: 1;
  key: string | null;
  lang: string;
  since?: number;
}

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
  return (way, hello, listener) =>
    way === "socket" ? socket(code, hello, listener) : stream(code, hello, listener);
}

const LOST = 1006;

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

/** Status of an answer that comes instead of a stream -> the code a socket would have closed with. */
const CLOSED: Record<number, number> = { 401: 4001, 404: 4001, 403: 4003, 429: 4008 };

function stream(code: string, hello: Hello, listener: Listener): Line {
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

function read(text: string): Record<string, unknown> | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === "object" && message !== null && !Array.isArray(message)
      ? (message as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
