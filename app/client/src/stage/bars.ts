// How an answer becomes a bar: the parts in one order always, and where the words go that do not fit in theirs.
// Skipping is not an answer (V1), so it is no part of a bar.

import { ANSWERS, type Answer } from "../shared/protocol.ts";

export interface Part {
  answer: Answer;
  n: number;
  /** Of the whole bar, 0 to 1. */
  share: number;
  /** Where it begins, 0 to 1. */
  start: number;
}

export function parts(counts: Record<Answer, number>): Part[] {
  const whole = ANSWERS.reduce((sum, answer) => sum + counts[answer], 0);
  let start = 0;
  return ANSWERS.filter((answer) => counts[answer] > 0).map((answer) => {
    const share = counts[answer] / whole;
    const part = { answer, n: counts[answer], share, start };
    start += share;
    return part;
  });
}

/** A word above the bar: `at` is where it begins and `end` where the bar would end it, both 0 to 1. */
export interface Placed {
  answer: Answer;
  at: number;
}

/**
 * Words that are wider than their part go above it, as near to it as they can without touching each other or leaving
 * the bar. `width(answer)` is a word's width as a part of the bar's.
 */
export function placed(bar: readonly Part[], width: (part: Part) => number, gap = 0.02): Placed[] {
  const above = bar.filter((part) => width(part) > part.share);
  const starts = above.map((part) => part.start);
  let edge = 1 + gap;
  for (let i = above.length - 1; i >= 0; i--) {
    const part = above[i] as Part;
    starts[i] = Math.min(starts[i] as number, edge - gap - width(part));
    edge = starts[i] as number;
  }
  return above.map((part, i) => ({ answer: part.answer, at: Math.max(0, starts[i] as number) }));
}
