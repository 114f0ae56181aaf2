// What is left of an item, as the projector says it: whole minutes until the last two, and at zero a gentle sign (T2).

import { remaining, seconds, spoken } from "../shared/clock.ts";
import type { Item } from "../shared/protocol.ts";
import { t } from "../shared/texts.ts";
import { Middle } from "./bowl.tsx";

/** In the middle of the circle or the bowl; `size` in the picture's own units. */
export function TimeLeft({ item, size }: { item: Item; size: number }) {
  const rest = remaining(item, seconds.value);
  if (rest <= 0) return <Middle text={t("stage-over-short")} size={size * 0.62} />;
  const said = spoken(rest);
  const text = "minutes" in said ? t("time-minutes", { n: said.minutes }) : said.clock;
  return <Middle over={t("time-left")} text={text} size={size} />;
}

/** The same for who can't see it. It changes once a minute. */
export function timeSaid(item: Item): string {
  const rest = remaining(item, seconds.value);
  return t("stage-clock", { over: rest <= 0 ? "yes" : "no", n: Math.ceil(rest / 60) });
}

export function isOver(item: Item | undefined): boolean {
  return item !== undefined && remaining(item, seconds.value) <= 0;
}
