// What the facilitator alone is told, quietly, and the answers that are one tap away (C4, C6). The server says that
// something is so; how long a turn has lasted and whether the time is up are read off its clock. Pure.

import { remaining } from "../shared/clock.ts";
import type { ConsoleCommand, ConsoleView } from "../shared/protocol.ts";

export interface Reply {
  name: string;
  /** The id of its text. */
  label: string;
  command: ConsoleCommand;
  watching?: true;
}

export interface Told {
  id: string;
  label: string;
  values: Record<string, string | number>;
  replies: Reply[];
  /** Somebody needs something now. */
  urgent: boolean;
}

/** Whoever needs something now comes first. */
export function told(view: ConsoleView, now: number): Told[] {
  const all = [...signals(view), ...hints(view), ...clock(view, now)];
  return [...all.filter((one) => one.urgent), ...all.filter((one) => !one.urgent)];
}

const reply = (name: string, label: string, command: ConsoleCommand): Reply => ({
  name,
  label: `console-${label}`,
  command,
});

const seen = (key: string) => reply(`clear-${key}`, "seen", { do: "clear_signal", signal: key });

function signals(view: ConsoleView): Told[] {
  return Object.entries(view.signals).map(([key, { name, count }]): Told => {
    if (count !== undefined) {
      const replies = [...(REPLIES[key] ?? []), seen(key)];
      return { id: key, label: `console-signal-${key}`, values: { n: count }, replies, urgent: false };
    }
    if (key === "helper")
      return { id: key, label: "console-signal-helper", values: {}, replies: [seen(key)], urgent: false };
    const helper: Reply = { ...reply("helper", "do-helper", { do: "call_helper" }), watching: true };
    const label = name ? "console-signal-help" : "console-signal-help-someone";
    return { id: key, label, values: { name: name ?? "" }, replies: [helper, seen(key)], urgent: true };
  });
}

function hints(view: ConsoleView): Told[] {
  const said = Object.entries(view.hints).map(
    ([key, { name }]): Told => ({
      id: key,
      label: `console-hint-${key}`,
      values: { name: name ?? "" },
      replies: [...(REPLIES[key] ?? []), seen(key)],
      urgent: false,
    }),
  );
  if (view.circle?.leave_asked && !view.hints.leave_prompt)
    said.push({
      id: "leave_asked",
      label: "console-hint-leave-asked",
      values: {},
      replies: [],
      urgent: false,
    });
  return said;
}

/** The things that help (C6), and what makes room (C4). Nobody is thrown out by any of them. */
const REPLIES: Record<string, Reply[]> = {
  pause: [reply("pause", "do-pause", { do: "pause" })],
  open_chair_idle: [
    reply("invite", "do-invite", { do: "invite", kind: "not_yet_spoken" }),
    reply("starter", "do-starter", { do: "invite", kind: "starter" }),
    reply("pairs", "do-pairs", { do: "start_moment", kind: "pairs", seconds: 120 }),
    reply("remove_chair", "do-remove-chair", { do: "remove_chair" }),
  ],
  leave_prompt: [reply("add_chair", "do-add-chair", { do: "add_chair" })],
  call_expired: [reply("call_next", "do-call-next", { do: "call_next" })],
};

function clock(view: ConsoleView, now: number): Told[] {
  const said: Told[] = [];
  const speaking = Object.values(view.circle?.chairs ?? {}).find((chair) => chair.word !== undefined);
  const guide = view.rules.turn_guide_s;
  if (speaking?.word !== undefined && guide > 0 && now - speaking.word > guide) {
    const values = { name: speaking.name ?? "", n: Math.floor((now - speaking.word) / 60) };
    const replies = [reply("end_word", "do-end-word", { do: "end_word" })];
    said.push({ id: "turn", label: "console-hint-turn-long", values, replies, urgent: false });
  }
  if (view.item && !view.paused && remaining(view.item, now) <= 0) {
    const replies = [
      reply("add_time", "do-add-time", { do: "add_time", seconds: 120 }),
      reply("end_item", "do-end-item", { do: "end_item" }),
    ];
    said.push({ id: "time", label: "console-hint-time", values: {}, replies, urgent: false });
  }
  return said;
}
