// The facilitator's console.

import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "../shared/drawings.css";
import "./controls.css";
import "./console.css";
import "./parts.css";
import "./panels.css";
import "./narrow.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { Connection } from "../shared/connection.ts";
import { lasting, passing } from "../shared/keep.ts";
import type { ConsoleCommand, ConsoleView, Watcher } from "../shared/protocol.ts";
import { address, languages, speak } from "../shared/texts.ts";
import { world } from "../shared/world.ts";
import { Console } from "./console.tsx";
import { Desk } from "./desk.ts";
import { forget, keepToken, keysOf } from "./link.ts";

const LANGUAGE = "vissenkom:language";

const { code = "", lang = "" } = document.body.dataset;
const sources = import.meta.glob("../../../locales/*/{common,console}.ftl", {
  query: "?raw",
  import: "default",
});
const chosen = lasting.get(LANGUAGE) ?? "";
const language = languages.some((one) => one.code === chosen) ? chosen : lang;
const keys = keysOf("console", code, location.hash);

const connection = new Connection<ConsoleView, Watcher, ConsoleCommand>({
  keys,
  language,
  world: world(code),
  onToken: (token) => {
    keepToken("console", code, token);
    desk.token.value = token;
  },
  onKeyLost: (key) => forget("console", code, key),
  waiting: { keep: passing, name: `vissenkom:${code}:console:waiting` },
});
const desk = new Desk(connection);

async function choose(wanted: string): Promise<void> {
  await speak(wanted, sources);
  lasting.set(LANGUAGE, wanted);
  connection.speak(wanted);
}

effect(() => {
  const view = connection.view.value;
  if (view) {
    address.value = view.address;
    document.title = view.title;
  }
});

async function begin(place: HTMLElement): Promise<void> {
  await speak(language, sources);
  if (keys.length > 0) connection.start();
  render(<Console desk={desk} locked={keys.length === 0} code={code} choose={choose} />, place);
}

const place = document.getElementById("app");
if (place) void begin(place);
