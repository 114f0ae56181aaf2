// Which screen a phone shows: one thing at a time, and always the one that matters most now. Pure, so that the order
// of importance can be read, and tested, in one place.

import type { Me, PhoneView } from "../shared/protocol.ts";

export type Screen =
  | "opening"
  | "cancelled"
  | "after"
  | "joining"
  | "gone"
  | "called"
  | "paused"
  | "moment"
  | "vote"
  | "vote_closed"
  | "result"
  | "seated"
  | "speaking"
  | "harvest"
  | "second_row"
  | "queue"
  | "lobby"
  | "waiting"
  | "break"
  | "silence"
  | "talk"
  | "listen";

/** Consent comes before whatever is going on (P5). */
export function screenOf(view: PhoneView | undefined, me: Me): Screen {
  if (!view) return "opening";
  if (view.state === "cancelled") return "cancelled";
  if (view.state === "closed" || view.state === "released") return "after";
  if (!me.person) return "joining";
  if (me.present === false) return "gone";
  if (me.called) return "called";
  if (view.state !== "live") return "lobby";
  if (view.paused) return "paused";
  if (view.moment) return "moment";
  if (view.statement?.state === "open") return "vote";
  if (me.chair !== undefined) return "seated";
  if (me.word) return "speaking";
  if (view.statement?.state === "revealed") return "result";
  if (view.statement?.state === "closed") return "vote_closed";
  return ofItem(view, me);
}

function ofItem(view: PhoneView, me: Me): Screen {
  const kind = view.item?.kind;
  if (kind === undefined) return "waiting";
  if (kind === "harvest") return "harvest";
  if (me.second_row) return "second_row";
  if (me.queue) return "queue";
  if (kind === "vote") return "waiting";
  if (kind === "break") return "break";
  if (kind === "silence") return "silence";
  if (kind === "circle" || kind === "listen_back") return "listen";
  return "talk";
}

/** What somebody who listens may do about the circle now (C3: the roles of this round). */
export function offers(view: PhoneView, me: Me): { ask: boolean; take: boolean; tapIn: boolean } {
  const { ways, circle } = view;
  const roles = circle?.roles ?? [];
  const mine = roles.length === 0 || (me.role !== undefined && roles.includes(me.role));
  const sits = view.item?.kind === "circle";
  return {
    ask: Boolean(ways.ask) && (mine || !sits) && me.chair === undefined && !me.queue,
    take: Boolean(ways.take) && mine && me.chair === undefined,
    tapIn: Boolean(ways.tap_in) && mine && me.chair === undefined,
  };
}
