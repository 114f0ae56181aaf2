// How a staff page is let in. Its key stands behind # in the link, so that no server log has it; it is exchanged
// once for a token, which this browser keeps, and leaves the address bar, which may be on a projector.

import { lasting } from "../shared/keep.ts";

export type Page = "stage" | "console";

const place = (page: Page, code: string) => `vissenkom:${code}:${page}`;

/**
 * The keys to try, best first; none when there is no way in. A console prefers to be the one it was, so that opening
 * its link again doesn't make it a second one that only watches. A stage does as its link says.
 */
export function keysOf(page: Page, code: string, fragment: string): string[] {
  const linked = decodeURIComponent(fragment.replace(/^#/, ""));
  const kept = lasting.get(place(page, code)) ?? "";
  const keys = page === "console" ? [kept, linked] : [linked, kept];
  return [...new Set(keys.filter((key) => key !== ""))];
}

export function keepToken(page: Page, code: string, token: string): void {
  lasting.set(place(page, code), token);
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
}

export function forget(page: Page, code: string, key: string | null): void {
  if (lasting.get(place(page, code)) === key) lasting.drop(place(page, code));
}
