import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, normal } from "./code.ts";

test("a code may be typed in any case, with spaces and dashes", () => {
  for (const typed of ["kre7qp", "KRE 7QP", " kre-7qp ", "K R E 7 Q P"])
    assert.equal(normal(typed), "KRE7QP");
});

test("it is shown in two groups while one types", () => {
  assert.deepEqual(["k", "kre", "kre7", "kre7qp"].map(grouped), ["K", "KRE", "KRE 7", "KRE 7QP"]);
  assert.equal(grouped("kre7qpx"), "KRE 7QP");
});
