// A session's code as people type it: read from a screen, in any case, in groups, with a dash.

export const CODE_LENGTH = 6;
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What was typed, as it is written down; anything that can't be part of a code is left out. */
export function normal(typed: string): string {
  const letters = [...typed.toUpperCase()].filter((one) => ALPHABET.includes(one));
  return letters.join("");
}

/** In two groups of three, which is how one reads it out. */
export function grouped(code: string): string {
  const shown = normal(code).slice(0, CODE_LENGTH);
  return shown.length > 3 ? `${shown.slice(0, 3)} ${shown.slice(3)}` : shown;
}
