import assert from "node:assert/strict";
import { test } from "node:test";
import { left, minutes, remaining, serverNow, setClock, spoken } from "./clock.ts";

test("T1 what is left follows from the deadline, or stands still in a pause", () => {
  assert.equal(remaining({ ends_at: 1000 }, 940), 60);
  assert.equal(remaining({ remaining_s: 45 }, 940), 45);
  assert.equal(left({ ends_at: 1000, length_s: 600 }, 700), 0.5);
});

test("T2 over time is nothing left, and nothing below that", () => {
  assert.equal(left({ ends_at: 1000, length_s: 600 }, 1200), 0);
  assert.deepEqual(spoken(-5), { clock: "0:00" });
});

test("whole minutes until the last two", () => {
  assert.deepEqual(spoken(721), { minutes: 13 });
  assert.deepEqual(spoken(600), { minutes: 10 });
  assert.deepEqual(spoken(120), { clock: "2:00" });
  assert.deepEqual(spoken(65), { clock: "1:05" });
  assert.equal(minutes(900.4), 15);
  assert.equal(minutes(59), 1);
});

test("T1 the server's clock counts, and a hair's breadth of difference does not", () => {
  const here = Date.now();
  setClock(here / 1000 + 90, here);
  assert.ok(Math.abs(serverNow() - (Date.now() / 1000 + 90)) < 0.2);
  setClock(here / 1000 + 90.3, here);
  assert.ok(Math.abs(serverNow() - (Date.now() / 1000 + 90)) < 0.2);
});
