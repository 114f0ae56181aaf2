import assert from "node:assert/strict";
import { test } from "node:test";
import { Events } from "./stream.ts";

test("events come whole, in whatever pieces the network makes of them", () => {
  const text = ': \n\ndata: {"seq":1}\n\ndata:{"seq":2}\r\n\r\nevent: x\ndata: a\ndata: b\n\n';
  for (let size = 1; size <= text.length; size++) {
    const events = new Events();
    const whole: string[] = [];
    for (let at = 0; at < text.length; at += size) whole.push(...events.read(text.slice(at, at + size)));
    assert.deepEqual(whole, ['{"seq":1}', '{"seq":2}', "a\nb"], `in pieces of ${size}`);
  }
});

test("an event that was cut off is none", () => {
  const events = new Events();
  assert.deepEqual(events.read('data: {"seq":1}\n'), []);
});
