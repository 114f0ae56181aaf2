import assert from "node:assert/strict";
import { test } from "node:test";
import { type Json, merge } from "./mergepatch.ts";

// The examples of RFC 7396, appendix A.
const EXAMPLES: [Json, Json, Json][] = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [
    ["a", "b"],
    ["c", "d"],
    ["c", "d"],
  ],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

for (const [i, [target, patch, result]] of EXAMPLES.entries())
  test(`RFC 7396 example ${i + 1}`, () => {
    const before = structuredClone(target);
    assert.deepEqual(merge(target, patch), result);
    assert.deepEqual(target, before, "the target is not changed");
  });

test("what a patch does not touch stays the same object", () => {
  const circle = { chairs: { "1": { kind: "open" } } };
  const merged = merge({ circle, dots: 3 }, { dots: 4 }) as { circle: unknown };
  assert.equal(merged.circle, circle);
});

test("a key of Object's own is a key like any other", () => {
  assert.deepEqual(merge({}, JSON.parse('{"toString": {"a": 1}}')), { toString: { a: 1 } });
});
