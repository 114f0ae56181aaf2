import assert from "node:assert/strict";
import { test } from "node:test";
import { parts, placed } from "./bars.ts";

test("a bar has its answers in one order, and none for nobody", () => {
  const bar = parts({ agree: 9, disagree: 16, dont_know: 5 });
  assert.deepEqual(
    bar.map((part) => part.answer),
    ["agree", "disagree", "dont_know"],
  );
  assert.equal(bar.at(-1)?.start.toFixed(6), (25 / 30).toFixed(6));
  assert.deepEqual(parts({ agree: 0, disagree: 0, dont_know: 0 }), []);
  assert.equal(parts({ agree: 0, disagree: 4, dont_know: 0 })[0]?.share, 1);
});

test("a word that fits stays in its part", () => {
  assert.deepEqual(
    placed(parts({ agree: 10, disagree: 10, dont_know: 10 }), () => 0.15),
    [],
  );
});

test("words above narrow parts neither touch nor leave the bar", () => {
  const above = placed(parts({ agree: 28, disagree: 1, dont_know: 1 }), () => 0.15);
  assert.deepEqual(
    above.map((word) => word.answer),
    ["disagree", "dont_know"],
  );
  const [first, second] = above;
  assert.ok(first && second && second.at - first.at >= 0.15 + 0.019);
  assert.ok(second.at + 0.15 <= 1.0001);
});

test("a word above the first part begins where the bar does", () => {
  assert.deepEqual(
    placed(parts({ agree: 1, disagree: 29, dont_know: 0 }), () => 0.1),
    [{ answer: "agree", at: 0 }],
  );
});
