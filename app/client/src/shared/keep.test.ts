import assert from "node:assert/strict";
import { test } from "node:test";
import { keep } from "./keep.ts";

test("where storage is blocked, it is kept in memory", () => {
  const kept = keep(() => {
    throw new Error("blocked");
  });
  assert.equal(kept.get("a"), null);
  kept.set("a", "1");
  assert.equal(kept.get("a"), "1");
  kept.drop("a");
  assert.equal(kept.get("a"), null);
});

test("where storage is full, what could not be stored is in memory", () => {
  const kept = keep(
    () =>
      ({
        getItem: () => "old",
        setItem() {
          throw new Error("full");
        },
        removeItem() {},
      }) as unknown as Storage,
  );
  kept.set("a", "new");
  assert.equal(kept.get("a"), "new");
});
