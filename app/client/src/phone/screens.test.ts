import assert from "node:assert/strict";
import { test } from "node:test";
import type { Item, Me, PhoneView, Statement } from "../shared/protocol.ts";
import { offers, type Screen, screenOf } from "./screens.ts";

const ITEM: Item = { id: "i1", kind: "circle", title: "Kring", no: 1, of: 3, started_at: 0, length_s: 900 };
const ROOM: PhoneView = {
  title: "Oost",
  state: "live",
  address: "u",
  roles: {},
  dots: 3,
  ways: {},
  item: ITEM,
};
const ME: Me = { person: "p1", role: "resident", present: true };
const statement = (state: Statement["state"]): Statement => ({
  id: "s1",
  no: 1,
  of: 3,
  round: 1,
  state,
  text: "…",
});
const of = (kind: Item["kind"]): Partial<PhoneView> => ({ item: { ...ITEM, kind } });

const CASES: [string, Partial<PhoneView>, Partial<Me>, Screen][] = [
  [
    "P5 consent first, whatever is going on",
    { statement: statement("open") },
    { person: undefined },
    "joining",
  ],
  ["before it begins", { state: "lobby" }, {}, "lobby"],
  ["being called comes before a vote", { statement: statement("open") }, { called: { until: 9 } }, "called"],
  ["being called comes before a pause", { paused: true }, { called: { until: 9 } }, "called"],
  ["S4 a pause", { paused: true, statement: statement("open") }, {}, "paused"],
  ["a moment of silence", { moment: { kind: "silence", length_s: 60, ends_at: 9 } }, { chair: 1 }, "moment"],
  ["who sits votes too", { statement: statement("open") }, { chair: 1 }, "vote"],
  ["who sits puts the phone away", {}, { chair: 1 }, "seated"],
  ["who sits is not shown results", { statement: statement("revealed") }, { chair: 1 }, "seated"],
  ["the word without a chair", of("listen_back"), { word: true }, "speaking"],
  ["voting closed", { ...of("vote"), statement: statement("closed") }, {}, "vote_closed"],
  ["V3 a result after it was shown", { ...of("vote"), statement: statement("revealed") }, {}, "result"],
  ["before the first statement", of("vote"), {}, "waiting"],
  ["between items", { item: undefined }, {}, "waiting"],
  ["in the queue", {}, { queue: { ahead: 2, first: false } }, "queue"],
  ["C5 the second row", {}, { second_row: true }, "second_row"],
  ["listening", {}, {}, "listen"],
  ["saying back what one heard", of("listen_back"), {}, "listen"],
  ["harvest", of("harvest"), {}, "harvest"],
  ["a break", of("break"), {}, "break"],
  ["a talk", of("talk"), {}, "talk"],
  ["gone home", {}, { present: false }, "gone"],
  ["over", { state: "closed" }, {}, "after"],
  ["over, for somebody who never joined", { state: "released" }, { person: undefined }, "after"],
  ["called off", { state: "cancelled" }, {}, "cancelled"],
];

for (const [name, room, me, screen] of CASES)
  test(name, () => {
    assert.equal(screenOf({ ...ROOM, ...room } as PhoneView, { ...ME, ...me } as Me), screen);
  });

test("nothing before there is a view", () => {
  assert.equal(screenOf(undefined, {}), "opening");
});

test("C3 only the round's roles are offered a chair", () => {
  const circle = { roles: ["civil"], chairs: {} };
  const room = { ...ROOM, ways: { ask: true, take: true } as const, circle };
  assert.deepEqual(offers(room, ME), { ask: false, take: false, tapIn: false });
  assert.deepEqual(offers(room, { ...ME, role: "civil" }), { ask: true, take: true, tapIn: false });
});

test("in a listen-back everybody may ask, whoever sits", () => {
  const room = {
    ...ROOM,
    ...of("listen_back"),
    ways: { ask: true } as const,
    circle: { roles: ["civil"], chairs: {} },
  };
  assert.equal(offers(room as PhoneView, ME).ask, true);
});
