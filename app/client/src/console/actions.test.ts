import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConsoleView, Item } from "../shared/protocol.ts";
import {
  type ActionName,
  actionFor,
  actions,
  chairFor,
  KEYS,
  standChair,
  standing,
  tapChair,
} from "./actions.ts";
import { told } from "./hints.ts";
import { meant } from "./keyboard.ts";

const item: Item = {
  id: "i2",
  kind: "circle",
  variant: "open_chair",
  title: "Open ronde",
  no: 2,
  of: 3,
  started_at: 1000,
  length_s: 900,
  ends_at: 1900,
};

function view(more: Partial<ConsoleView> = {}): ConsoleView {
  return {
    title: "Samen verder",
    state: "live",
    address: "u",
    roles: {},
    item,
    next: { id: "i3", kind: "vote", title: "Drie stellingen" },
    code: "KRE7QP",
    people: {
      p1: { no: 1, name: "Merel", role: "resident", present: true, sat: true },
      p2: { no: 2, name: "Reiger", role: "resident", present: true },
      p3: { no: 3, name: "Mus", role: "civil", present: true, sat: true },
      p4: { no: 4, name: "Gaai", role: "civil" },
      p5: { no: 5, name: "Uil", role: "civil", present: true },
    },
    counts: { connected: 3, joined: 4, present: 4 },
    items: {},
    behind_s: 0,
    circle: {
      roles: [],
      chairs: {
        "1": { kind: "regular", role: "resident", name: "Merel", person: "p1", since: 1000 },
        "2": { kind: "open" },
      },
    },
    queue: [{ person: "p3", name: "Mus", role: "civil", spoken: true, asked_at: 1001 }],
    statements: {
      s1: { id: "s1", no: 1, of: 2, round: 1, state: "revealed", text: "Een", item: "i3" },
      s2: { id: "s2", no: 2, of: 2, round: 1, state: "draft", text: "Twee", item: "i3" },
    },
    reactions: {},
    hints: {},
    signals: {},
    balance: {},
    control: { by: "c1", consoles: 1 },
    undo: "seat",
    rules: {
      queue_order: "not_yet_spoken_first",
      turn_guide_s: 180,
      leave_prompt_s: 60,
      group_by: "none",
      starters: 2,
      reactions: "facilitator",
      projector: "roles",
      smallest_group: 5,
    },
    ...more,
  };
}

test("F3 every one-tap action has a key of its own, and the command it stands for", () => {
  const all = actions(view({ control: { by: "c1", consoles: 2 } }));
  const sent = Object.fromEntries(Object.values(all).map(({ name, command }) => [name, command.do]));
  assert.deepEqual(sent, {
    call_next: "call_next",
    pause: "pause",
    blank: "blank",
    add_time: "add_time",
    swap: "swap",
    silence: "start_moment",
    off_record: "go_off_record",
    strike: "strike_last",
    undo: "undo",
    end_item: "end_item",
    start_next: "start_item",
    open: "open_statement",
    close: "close_statement",
    reveal: "reveal_statement",
    invite: "invite",
    pairs: "start_moment",
    helper: "call_helper",
    hand_over: "hand_over",
    end_word: "end_word",
  });
  assert.equal(new Set(Object.values(KEYS)).size, Object.keys(KEYS).length);
  assert.equal(
    Object.values(KEYS).some((key) => /^[0-9?]$/.test(key)),
    false,
    "digits are chairs, ? is help",
  );
  for (const name of Object.keys(KEYS) as ActionName[]) assert.equal(actionFor(KEYS[name]), name);
});

test("a toggle takes back what it did", () => {
  const all = actions(
    view({
      paused: true,
      blank: true,
      off_record: true,
      moment: { kind: "pairs", length_s: 120, ends_at: 2000 },
    }),
  );
  assert.equal(all.pause.command.do, "resume");
  assert.equal(all.blank.command.do, "unblank");
  assert.equal(all.off_record.command.do, "go_on_record");
  assert.equal(all.silence.command.do, "end_moment");
  assert.equal(all.silence.label, "console-do-end-pairs");
});

test("V3 a vote goes open, close, reveal, one step at a time", () => {
  const idle = (state: "draft" | "open" | "closed") => {
    const { s2, ...rest } = view().statements;
    assert.ok(s2);
    const all = actions(view({ statements: { ...rest, s2: { ...s2, state } } }));
    return (["open", "close", "reveal"] as const).filter((name) => !all[name].idle);
  };
  assert.deepEqual(idle("draft"), ["open"]);
  assert.deepEqual(idle("open"), ["close"]);
  assert.deepEqual(idle("closed"), ["reveal"]);
  assert.equal(actions(view({ off_record: true })).open.idle, true);
});

test("S1 before the session is live the same key starts it, and little else does anything", () => {
  const all = actions(view({ state: "lobby" }));
  assert.equal(all.start_next.command.do, "start_session");
  assert.equal(all.call_next.idle, true);
  assert.equal(all.blank.idle, false);
});

test("what can't be undone asks first", () => {
  const all = Object.values(actions(view()));
  assert.deepEqual(
    all.filter((one) => one.confirm).map((one) => one.name),
    ["strike", "hand_over"],
  );
});

test("C8 a tap gives the word, a second stands up, a free chair seats", () => {
  const room = view();
  assert.deepEqual(tapChair(room, 1), { command: { do: "give_word", person: "p1" } });
  assert.deepEqual(standChair(room, 1), { command: { do: "stand", person: "p1" } });
  assert.deepEqual(tapChair(room, 2), { seat: 2 });
  assert.equal(tapChair(room, 7), undefined);
  const chair = room.circle?.chairs["1"];
  assert.ok(chair && room.circle);
  const speaking = { ...room.circle, chairs: { "1": { ...chair, word: 1200 } } };
  assert.deepEqual(tapChair(view({ circle: speaking }), 1), { command: { do: "stand", person: "p1" } });
});

test("a chair that is kept seats whom it is kept for", () => {
  const room = view({
    circle: { roles: [], chairs: { "2": { kind: "open", kept: true, for: "Mus" } } },
    queue: [{ person: "p3", name: "Mus", role: "civil", asked_at: 1001, until: 1100 }],
  });
  assert.deepEqual(tapChair(room, 2), { command: { do: "seat", person: "p3", chair: 2 } });
});

test("who may be seated: the queue, then whoever has not sat, and nobody who has left", () => {
  assert.deepEqual(standing(view()), ["p3", "p2", "p5"]);
});

const key = (key: string, code = "", more = {}) =>
  meant({
    key,
    code,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    repeat: false,
    ...more,
  });

test("F3 a key means its action, a digit a chair, and nothing with a modifier or held down", () => {
  assert.deepEqual(key(" "), { action: "call_next" });
  assert.deepEqual(key("P"), { action: "pause" });
  assert.deepEqual(key("="), { action: "add_time" });
  assert.deepEqual(key("3", "Digit3"), { chair: 3, stand: false });
  assert.deepEqual(key("0", "Digit0"), { chair: 10, stand: false });
  assert.deepEqual(key("#", "Digit3", { shiftKey: true }), { chair: 3, stand: true });
  assert.equal(key("?"), "help");
  assert.equal(key("p", "", { ctrlKey: true }), undefined);
  assert.equal(key("p", "", { repeat: true }), undefined);
  assert.equal(key("q"), undefined);
  assert.equal(chairFor("Numpad4"), 4);
});

test("C6 an idle open chair comes with the things that help", () => {
  const [hint] = told(view({ hints: { open_chair_idle: { at: 1300 } } }), 1310);
  assert.equal(hint?.label, "console-hint-open_chair_idle");
  assert.deepEqual(
    hint?.replies.map((reply) => reply.command),
    [
      { do: "invite", kind: "not_yet_spoken" },
      { do: "invite", kind: "starter" },
      { do: "start_moment", kind: "pairs", seconds: 120 },
      { do: "remove_chair" },
      { do: "clear_signal", signal: "open_chair_idle" },
    ],
  );
});

test("C4 when nobody leaves there is a chair to add, and nobody is thrown out", () => {
  const [hint] = told(view({ hints: { leave_prompt: { at: 1300 } } }), 1310);
  assert.equal(hint?.replies[0]?.command.do, "add_chair");
  assert.equal(
    hint?.replies.some((reply) => reply.command.do === "stand"),
    false,
  );
});

test("a call for help comes before everything else", () => {
  const all = told(
    view({ signals: { pause: { at: 1, count: 2 }, "help:p2": { at: 2, name: "Reiger" } } }),
    1100,
  );
  assert.deepEqual(
    all.map((one) => one.id),
    ["help:p2", "pause"],
  );
  assert.deepEqual(all[1]?.values, { n: 2 });
});

test("T2 a long turn and a time that is up are said, and do nothing", () => {
  const chairs = { "1": { kind: "regular" as const, person: "p1", name: "Merel", word: 1000 } };
  const all = told(view({ circle: { roles: [], chairs } }), 1900);
  assert.deepEqual(
    all.map((one) => [one.id, one.values.n]),
    [
      ["turn", 15],
      ["time", undefined],
    ],
  );
  assert.deepEqual(told(view(), 1100), []);
});
