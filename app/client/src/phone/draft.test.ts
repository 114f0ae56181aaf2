import assert from "node:assert/strict";
import { test } from "node:test";
import { keep } from "../shared/keep.ts";
import { draft } from "./draft.ts";

function storage(): { kept: Map<string, string>; made: ReturnType<typeof keep> } {
  const kept = new Map<string, string>();
  const made = keep(
    () =>
      ({
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, value: string) => kept.set(name, value),
        removeItem: (name: string) => kept.delete(name),
      }) as unknown as Storage,
  );
  return { kept, made };
}

test("what was typed is there after a reload, and gone once it is empty again", () => {
  const { kept, made } = storage();
  const text = draft("text", "", made);
  text.value = "Ik wil weten wie er terugbelt.";
  assert.equal(draft("text", "", made).value, "Ik wil weten wie er terugbelt.");
  text.value = "";
  assert.equal(kept.size, 0);
});

test("a draft that can't be read is an empty one", () => {
  const { kept, made } = storage();
  kept.set("text", "{");
  assert.equal(draft("text", "", made).value, "");
});
