// What was typed or ticked and not yet sent survives a reload, a crash of the browser's tab, and an incoming call.

import { effect, type Signal, signal } from "@preact/signals";
import { type Keep, passing } from "../shared/keep.ts";

export function draft<T>(name: string, empty: T, keep: Keep = passing): Signal<T> {
  const kept = keep.get(name);
  const held = signal<T>(read(kept, empty));
  let first = true;
  effect(() => {
    const value = held.value;
    if (first) first = false;
    else if (value === empty) keep.drop(name);
    else keep.set(name, JSON.stringify(value));
  });
  return held;
}

function read<T>(kept: string | null, empty: T): T {
  try {
    return kept === null ? empty : (JSON.parse(kept) as T);
  } catch {
    return empty;
  }
}
