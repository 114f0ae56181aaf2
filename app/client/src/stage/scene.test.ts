import assert from "node:assert/strict";
import { test } from "node:test";
import type { LitStage } from "../shared/protocol.ts";
import { sceneOf, swapped } from "./scene.ts";

const lit: LitStage = {
  title: "Samen verder",
  state: "live",
  address: "u",
  roles: {},
  code: "KRE7QP",
  outer: 3,
  present: 3,
  projector: "roles",
};
const item: LitStage["item"] = {
  id: "i1",
  kind: "circle",
  title: "Ronde",
  no: 1,
  of: 2,
  started_at: 0,
  length_s: 600,
  ends_at: 600,
};
const circle = { roles: ["resident"], chairs: { "1": { kind: "regular" as const } } };
const statement: LitStage["statement"] = { id: "s1", no: 1, of: 3, round: 1, state: "open", text: "Ja" };

test("S4 a blank projector shows nothing, whatever goes on", () => {
  assert.equal(sceneOf({ blank: true, title: "", state: "live", address: "u" }), "blank");
});

test("each state of the session has its own scene", () => {
  assert.equal(sceneOf({ ...lit, state: "lobby" }), "opening");
  assert.equal(sceneOf({ ...lit, state: "released" }), "closed");
  assert.equal(sceneOf({ ...lit, state: "cancelled" }), "cancelled");
  assert.equal(sceneOf(lit), "between");
});

test("a pause comes before a vote, and a vote before the circle", () => {
  assert.equal(sceneOf({ ...lit, item, circle, statement, paused: true }), "paused");
  assert.equal(sceneOf({ ...lit, item, circle, statement }), "vote");
  assert.equal(sceneOf({ ...lit, item, circle }), "circle");
  assert.equal(sceneOf({ ...lit, item }), "item");
});

test("V3 closing a statement shows no result until it is revealed", () => {
  assert.equal(sceneOf({ ...lit, item, statement: { ...statement, state: "closed" } }), "closed_vote");
  assert.equal(sceneOf({ ...lit, item, statement: { ...statement, state: "revealed" } }), "reveal");
});

test("C5 a swap is a change of roles within one item", () => {
  const before = { ...lit, item, circle };
  assert.equal(swapped(before, { ...before, circle: { ...circle, roles: ["civil"] } }), true);
  assert.equal(swapped(before, before), false);
  assert.equal(swapped(undefined, before), false);
  const later = { ...before, item: { ...item, id: "i2" }, circle: { ...circle, roles: ["civil"] } };
  assert.equal(swapped(before, later), false);
});
