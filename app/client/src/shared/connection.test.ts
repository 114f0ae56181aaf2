import assert from "node:assert/strict";
import { test } from "node:test";
import { Connection, type Options } from "./connection.ts";
import { keep } from "./keep.ts";
import { Pretend } from "./pretend.ts";
import type { PhoneCommand } from "./protocol.ts";

interface View {
  title: string;
  dots?: number;
}

function started(options: Partial<Options> = {}) {
  const world = new Pretend();
  const connection = new Connection<View, Record<string, unknown>, PhoneCommand>({
    keys: [null],
    language: "nl",
    world,
    ...options,
  });
  connection.start();
  return { world, connection };
}

test("it says hello, shows the view, and follows patches", () => {
  const { world, connection } = started();
  assert.deepEqual(world.line.hello, { v: 1, key: null, lang: "nl" });
  assert.equal(connection.status.value, "connecting");
  world.line.welcome({ title: "Oost", dots: 3 }, { me: { person: "p1", chair: 2 } });
  assert.equal(connection.status.value, "open");
  world.line.say({ seq: 2, patch: { dots: null } });
  world.line.say({ seq: 2, me: { chair: null } });
  assert.deepEqual(connection.view.value, { title: "Oost" });
  assert.deepEqual(connection.me.value, { person: "p1" });
});

test("J6 a whole view replaces what there was, and so does a welcome's own part", () => {
  const { world, connection } = started();
  world.line.welcome({ title: "Oost", dots: 3 }, { me: { person: "p1", word: true } });
  world.line.say({ seq: 9, view: { title: "West" } });
  assert.deepEqual(connection.view.value, { title: "West" });
  world.line.break();
  world.pass(1000);
  world.line.welcome({ title: "Noord" }, { me: { person: "p1" } });
  assert.deepEqual(connection.me.value, { person: "p1" });
});

test("P3 it comes back with the token it was given", () => {
  const tokens: string[] = [];
  const { world } = started({ onToken: (token) => tokens.push(token) });
  world.line.welcome({ title: "Oost" });
  world.line.break();
  world.pass(1000);
  assert.deepEqual(world.line.hello, { v: 1, key: "t1", lang: "nl", since: 1 });
  assert.deepEqual(tokens, ["t1"]);
});

test("a patch without a view before it asks for a whole one", () => {
  const { world, connection } = started();
  world.line.say({ seq: 5, patch: { dots: 1 } });
  assert.equal(world.lines.length, 2);
  assert.equal(world.lines[0]?.closed, true);
  assert.equal(connection.view.value, undefined);
});

test("J3 a command keeps its id until it is answered, over another line, in order", async () => {
  const { world, connection } = started();
  world.line.welcome({ title: "Oost" });
  const first = connection.send({ do: "vote", statement: "s1", choice: "agree" });
  const second = connection.send({ do: "ask_to_speak" });
  assert.deepEqual(
    world.line.sent.map((one) => one.do),
    ["vote", "ask_to_speak"],
  );
  world.line.break();
  assert.equal(first.state.value.is, "pending");
  world.pass(1000);
  assert.deepEqual(world.line.sent, [], "nothing before the welcome");
  world.line.welcome({ title: "Oost" });
  assert.deepEqual(world.line.sent, [
    { id: first.id, do: "vote", statement: "s1", choice: "agree" },
    { id: second.id, do: "ask_to_speak" },
  ]);
  world.line.say({ done: first.id, seq: 7 });
  world.line.say({ refused: second.id, code: "queue_closed", message: "Nu niet." });
  assert.deepEqual(await first.settled, { is: "done", seq: 7 });
  assert.deepEqual(await second.settled, { is: "refused", code: "queue_closed", message: "Nu niet." });
  assert.deepEqual(connection.pending.value, []);
});

test("what could not be saved is sent again, under the same id", () => {
  const { world, connection } = started();
  world.line.welcome({ title: "Oost" });
  const vote = connection.send({ do: "vote", statement: "s1", choice: "agree" });
  world.line.say({ refused: vote.id, code: "not_saved", message: "Even niet." });
  assert.equal(vote.state.value.is, "pending");
  world.pass(5000);
  assert.deepEqual(
    world.line.sent.map((one) => one.id),
    [vote.id, vote.id],
  );
  world.line.say({ done: vote.id, seq: 3 });
  assert.equal(vote.state.value.is, "done");
});

test("what was only worth sending at once is dropped when it can't be", async () => {
  const { world, connection } = started();
  const reaction = connection.send({ do: "react", kind: "recognise" }, { within_ms: 5000 });
  world.pass(6000);
  world.line.welcome({ title: "Oost" });
  assert.deepEqual(await reaction.settled, { is: "dropped" });
  assert.deepEqual(world.line.sent, []);
});

test("commands wait over a reload, with their ids", () => {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  } as unknown as Storage;
  const waiting = { keep: keep(() => storage), name: "waiting" };
  const before = started({ waiting });
  before.world.line.welcome({ title: "Oost" });
  const vote = before.connection.send({ do: "vote", statement: "s1", choice: "agree" });
  const after = started({ waiting });
  assert.equal(after.connection.pending.value[0]?.id, vote.id);
  after.world.line.welcome({ title: "Oost" });
  assert.deepEqual(after.world.line.sent, [{ id: vote.id, do: "vote", statement: "s1", choice: "agree" }]);
  after.world.line.say({ done: vote.id, seq: 2 });
  assert.equal(stored.size, 0);
});

test("a line that takes a command and answers nothing is given up", () => {
  const { world, connection } = started();
  world.line.welcome({ title: "Oost" });
  connection.send({ do: "ask_to_speak" });
  world.pass(7_900);
  assert.equal(world.lines.length, 1);
  world.pass(1_000);
  assert.equal(connection.status.value, "lost");
  assert.equal(world.lines.length, 2);
});

test("tries come slower and slower, up to a cap, and slower still while hidden", () => {
  const { world } = started();
  world.line.welcome({ title: "Oost" });
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    const from = world.now();
    const tried = world.lines.length;
    world.line.break();
    while (world.lines.length === tried) world.pass(50);
    waits.push(world.now() - from);
  }
  assert.deepEqual(waits, [800, 1600, 3200, 6400, 10_000, 10_000, 10_000, 10_000]);
  world.isHidden = true;
  const tried = world.lines.length;
  world.line.break();
  world.pass(59_000);
  assert.equal(world.lines.length, tried);
  world.pass(1_000);
  assert.equal(world.lines.length, tried + 1);
});

test("it tries at once when the network is back, or somebody looks", () => {
  const { world, connection } = started();
  world.line.welcome({ title: "Oost" });
  world.wake("offline");
  assert.equal(connection.status.value, "lost");
  world.wake("online");
  assert.equal(world.lines.length, 2);
  world.line.break();
  world.wake("visible");
  assert.equal(world.lines.length, 3);
});

test("J6 after a long sleep the line is not believed; after a short look away it is", () => {
  const { world } = started();
  world.line.welcome({ title: "Oost" });
  world.pass(10_000);
  world.wake("visible");
  assert.equal(world.lines.length, 1);
  world.sleep(600_000);
  world.pass(5_000);
  assert.equal(world.lines.length, 2);
});

test("an old line that still speaks, or ends, is not listened to", () => {
  const { world, connection } = started();
  const old = world.line;
  old.welcome({ title: "Oost" });
  world.wake("online");
  world.line.welcome({ title: "West" });
  assert.equal(old.closed, true);
  assert.equal(connection.status.value, "open");
});

test("where no web socket gets through, it goes on by events", () => {
  const { world, connection } = started();
  const ways = [world.line.way];
  for (let i = 0; i < 3; i++) {
    world.line.break();
    world.pass(10_000);
    ways.push(world.line.way);
  }
  assert.deepEqual(ways, ["socket", "socket", "stream", "stream"]);
  world.line.welcome({ title: "Oost" });
  assert.equal(connection.status.value, "open");
  world.line.break();
  world.pass(10_000);
  assert.equal(world.line.way, "stream", "what worked is kept to");
});

for (const [code, ending] of [
  [4001, "unknown"],
  [4003, "not_allowed"],
  [4009, "replaced"],
  [4099, "stop"],
] as const)
  test(`${code} ends it: ${ending}`, () => {
    const { world, connection } = started();
    world.line.welcome({ title: "Oost" });
    // The only key now is the token that was given; there is none to fall back on but null.
    world.line.break(code);
    if (code === 4001) world.line.break(code);
    assert.equal(connection.status.value, "ended");
    assert.equal(connection.ending.value, ending);
    const tried = world.lines.length;
    world.pass(600_000);
    world.wake("online");
    assert.equal(world.lines.length, tried);
    connection.again();
    assert.equal(world.lines.length, tried + 1);
  });

test("4001 with a kept token: the next key is tried first", () => {
  const lost: (string | null)[] = [];
  const { world } = started({ keys: ["old", null], onKeyLost: (key) => lost.push(key) });
  world.line.break(4001);
  assert.equal(world.line.hello.key, null);
  assert.deepEqual(lost, ["old"]);
});

test("4008 a flood waits a good while", () => {
  const { world } = started();
  world.line.welcome({ title: "Oost" });
  world.line.break(4008);
  world.pass(14_000);
  assert.equal(world.lines.length, 1);
  world.pass(12_000);
  assert.equal(world.lines.length, 2);
});

test("1012 a server that stops is come back to, each at a moment of its own", () => {
  const waits = [0, 0.25, 0.99].map((chance) => {
    const { world, connection } = started();
    world.line.welcome({ title: "Oost" });
    const vote = connection.send({ do: "vote", statement: "s1", choice: "agree" });
    world.chance = chance;
    world.line.break(1012);
    assert.equal(connection.status.value, "lost");
    let waited = 0;
    for (; world.lines.length === 1; waited += 10) world.pass(10);
    world.line.welcome({ title: "Oost" });
    assert.deepEqual(
      world.line.sent.map((one) => one.id),
      [vote.id],
    );
    return waited;
  });
  assert.deepEqual(
    waits.map((ms) => Math.round(ms / 100)),
    [0, 2, 8],
  );
});

test("another language is another hello", () => {
  const { world, connection } = started();
  world.line.welcome({ title: "Oost" });
  connection.speak("en");
  assert.equal(world.line.hello.lang, "en");
  assert.equal(world.lines.length, 2);
});
