import assert from "node:assert/strict";
import { test } from "node:test";
import { layout, MIDDLE, SIZE, type Spot } from "./ring.ts";

const fromMiddle = ({ x, y }: Spot) => Math.hypot(x - MIDDLE, y - MIDDLE);

for (const labelled of [false, true])
  for (const outer of [0, 19, 60, 400])
    test(`nothing in the circle touches, with ${outer} around it${labelled ? " and names" : ""}`, () => {
      for (let chairs = 1; chairs <= 24; chairs++) {
        const plan = layout(chairs, outer, labelled);
        assert.equal(plan.chairs.length, chairs);
        assert.ok(plan.chair > 20, `${chairs} chairs can be told apart`);
        for (const [i, chair] of plan.chairs.entries()) {
          const far = fromMiddle(chair);
          assert.ok(far - plan.halo - plan.bowl > 10, "the ring of the word is clear of the bowl");
          const next = plan.chairs[(i + 1) % chairs] as Spot;
          if (chairs > 1)
            assert.ok(
              Math.hypot(chair.x - next.x, chair.y - next.y) > 2 * plan.halo,
              "and of the next chair",
            );
          for (const dot of plan.dots)
            assert.ok(Math.hypot(chair.x - dot.x, chair.y - dot.y) > plan.halo + plan.dot, "and of the dots");
        }
        for (const dot of plan.dots) assert.ok(fromMiddle(dot) + plan.dot <= SIZE / 2);
      }
    });
