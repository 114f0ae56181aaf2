// The projector. With a stage's key it only looks; with the console's it also carries the control strip, and then
// the picture still comes from the stage's own view, in which there is nothing private.

import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "../shared/drawings.css";
import "../console/controls.css";
import "./stage.css";
import "./scenes.css";
import "./strip.css";
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { Desk } from "../console/desk.ts";
import { forget, keepToken, keysOf } from "../console/link.ts";
import { Connection } from "../shared/connection.ts";
import type { ConsoleCommand, ConsoleView, StageView, Watcher } from "../shared/protocol.ts";
import { address, speak } from "../shared/texts.ts";
import { world } from "../shared/world.ts";
import { Stage } from "./stage.tsx";

const { code = "", lang = "" } = document.body.dataset;
const sources = import.meta.glob("../../../locales/*/{common,stage,console}.ftl", {
  query: "?raw",
  import: "default",
});
const around = world(code);
const options = { language: lang, world: around };

/** A stage looks on, and asks nothing. */
type Looking = Connection<StageView, Partial<Watcher>, never>;

/** Whichever of the two the key turns out to be for. */
const first = new Connection<StageView | ConsoleView, Partial<Watcher>, ConsoleCommand>({
  ...options,
  keys: keysOf("stage", code, location.hash),
  onToken: (token) => keepToken("stage", code, token),
  onKeyLost: (key) => forget("stage", code, key),
});
const picture = signal<Looking | undefined>(undefined);
const desk = signal<Desk | undefined>(undefined);

effect(() => {
  const me = first.me.value;
  if (first.status.value !== "open" || me === undefined || picture.peek() !== undefined) return;
  if (me.console === undefined) {
    picture.value = first as unknown as Looking;
  } else if (me.stage_token) {
    const seen = new Connection<StageView, Partial<Watcher>, never>({ ...options, keys: [me.stage_token] });
    seen.start();
    desk.value = new Desk(first as Connection<ConsoleView, Watcher, ConsoleCommand>);
    picture.value = seen;
  }
});

effect(() => {
  const view = picture.value?.view.value;
  if (view) {
    address.value = view.address;
    document.title = view.title;
  }
});

async function begin(place: HTMLElement): Promise<void> {
  await speak(lang, sources);
  const locked = keysOf("stage", code, location.hash).length === 0;
  if (!locked) first.start();
  render(<Stage first={first} picture={picture} desk={desk} locked={locked} code={code} />, place);
}

const place = document.getElementById("app");
if (place) void begin(place);
