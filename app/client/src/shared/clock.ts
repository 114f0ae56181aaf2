// Time is the server's (T1): it says when something ends, and a screen draws what is left from that. A screen's own
// clock may be minutes off, so what it reads is corrected by what the server said on connecting.

import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Item } from "./protocol.ts";

const offset = signal(0);

/** Told at every welcome: the server's `now`, in epoch seconds. */
export function setClock(serverNow: number, here = Date.now()): void {
  const measured = serverNow * 1000 - here;
  // Half a second of doubt is the network's; following it would make every ring jump on reconnecting.
  if (Math.abs(measured - offset.value) > 500) offset.value = measured;
}

/** The server's time now, in epoch seconds. */
export function serverNow(): number {
  return (Date.now() + offset.value) / 1000;
}

const tick = signal(0, {
  watched() {
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      // On the whole second of the server, so that every screen in the room turns over together.
      timer = setTimeout(beat, 1000 - ((((Date.now() + offset.value) % 1000) + 1000) % 1000));
    };
    const beat = () => {
      tick.value++;
      next();
    };
    next();
    stop = () => clearTimeout(timer);
  },
  unwatched() {
    stop();
  },
});
let stop = () => {};

/** The server's time in epoch seconds, anew every second for as long as somebody looks. */
export const seconds: ReadonlySignal<number> = computed(() => {
  tick.value;
  return serverNow();
});

/** What is left of an item at `now`, in seconds; negative when it runs over. */
export function remaining(item: Pick<Item, "ends_at" | "remaining_s">, now: number): number {
  return item.ends_at === undefined ? (item.remaining_s ?? 0) : item.ends_at - now;
}

/** What is left as a part of the whole, 0 to 1. */
export function left(item: Pick<Item, "ends_at" | "remaining_s" | "length_s">, now: number): number {
  if (item.length_s <= 0) return 0;
  return Math.min(1, Math.max(0, remaining(item, now) / item.length_s));
}

/** In whole minutes, for where nobody should be watching seconds; the first second of ten minutes is still ten. */
export function minutes(seconds: number): number {
  return Math.max(0, Math.ceil(Math.floor(seconds) / 60));
}

/** Whole minutes until the last two, then minutes and seconds: nobody needs 11:43, everybody needs 1:43. */
export function spoken(seconds: number): { minutes: number } | { clock: string } {
  const whole = Math.max(0, Math.round(seconds));
  if (whole > 120) return { minutes: Math.ceil(whole / 60) };
  return { clock: minutesAndSeconds(whole) };
}

/** "1:05" */
export function minutesAndSeconds(whole: number): string {
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
