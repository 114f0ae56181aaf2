// Single keys, for hands that are busy with a room. They mean nothing while somebody types, on a control that the
// same key already works, or when they are switched off (WCAG 2.1.4).

import { signal } from "@preact/signals";
import { lasting } from "../shared/keep.ts";
import { type ActionName, actionFor, chairFor } from "./actions.ts";

export type Meant = { action: ActionName } | { chair: number; stand: boolean } | "help" | undefined;

/** What of a KeyboardEvent matters, so that a test needs no browser. */
export interface Pressed {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
}

export function meant(event: Pressed): Meant {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return undefined;
  if (event.key === "?") return "help";
  const chair = chairFor(event.code);
  if (chair !== undefined && (event.shiftKey || /^[0-9]$/.test(event.key)))
    return { chair, stand: event.shiftKey };
  const action = actionFor(event.key);
  return action && { action };
}

const WRITES = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const WORKS = "button, a[href], summary, [role=button], [role=tab], input";

/** Whether a key pressed there belongs to the element itself. */
export function taken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("dialog[open]") && key !== "?") return true;
  if (target.closest(WRITES)) return true;
  return key === " " && target.closest(WORKS) !== null;
}

const PLACE = "vissenkom:keys";

/** Whether single keys work at all. */
export const keysOn = signal(lasting.get(PLACE) !== "off");

export function switchKeys(on: boolean): void {
  keysOn.value = on;
  lasting.set(PLACE, on ? "on" : "off");
}

/** Call `act` for every key that means something, until the answer is called. `?` works always. */
export function listen(act: (what: Exclude<Meant, undefined>) => void): () => void {
  const heard = (event: KeyboardEvent) => {
    const what = meant(event);
    if (!what || event.defaultPrevented || taken(event.target, event.key)) return;
    if (!keysOn.value && what !== "help") return;
    event.preventDefault();
    act(what);
  };
  document.addEventListener("keydown", heard);
  return () => document.removeEventListener("keydown", heard);
}
