// Whether "help and more" is open, and where in it one is. Apart from the menu itself, which comes later.

import { signal } from "@preact/signals";

type Place = "menu" | "consent" | "mine" | "leave";

/** Undefined when it is closed. */
export const menu = signal<Place | undefined>(undefined);

export function openMenu(place: Place): void {
  menu.value = place;
}
