// What the projector shows now: exactly one scene at a time, by what matters most to somebody at the back of the room.

import type { LitStage, StageView } from "../shared/protocol.ts";

export type Scene =
  | "blank"
  | "cancelled"
  | "closed"
  | "opening"
  | "paused"
  | "moment"
  | "vote"
  | "closed_vote"
  | "reveal"
  | "harvest"
  | "circle"
  | "item"
  | "between";

export function sceneOf(view: StageView): Scene {
  if ("blank" in view) return "blank";
  switch (view.state) {
    case "cancelled":
      return "cancelled";
    case "closed":
    case "released":
      return "closed";
    case "draft":
    case "lobby":
      return "opening";
    case "live":
      return liveScene(view);
  }
}

function liveScene(view: LitStage): Scene {
  if (view.paused) return "paused";
  if (view.moment) return "moment";
  if (view.statement?.state === "open") return "vote";
  if (view.statement?.state === "closed") return "closed_vote";
  if (view.statement?.state === "revealed") return "reveal";
  if (!view.item) return view.circle ? "circle" : "between";
  if (view.item.kind === "harvest") return "harvest";
  return view.circle ? "circle" : "item";
}

/** Whether others are in the circle now than before: the room is told with a word of its own (C5). */
export function swapped(before: StageView | undefined, now: StageView): boolean {
  if (!before || "blank" in before || "blank" in now || !before.circle || !now.circle) return false;
  if (before.item?.id !== now.item?.id) return false;
  return before.circle.roles.join() !== now.circle.roles.join();
}
