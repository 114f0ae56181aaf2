// Commands are held to the server's own types by the compiler: `npm run types` fails when one of these becomes right.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Connection } from "./connection.ts";
import {
  ANSWERS,
  CHOICES,
  type ConsoleCommand,
  type ConsoleView,
  type Me,
  type PhoneCommand,
  type PhoneView,
  type PlannedItem,
  PRIVATE_REACTIONS,
  type Reaction,
  SHARED_REACTIONS,
  type Watcher,
} from "./protocol.ts";

type Phone = Connection<PhoneView, Me, PhoneCommand>;
type Console = Connection<ConsoleView, Watcher, ConsoleCommand>;

export function right(phone: Phone, desk: Console): void {
  phone.send({ do: "vote", statement: "s1", choice: "agree" });
  phone.send({ do: "take_chair" });
  phone.send({ do: "react", kind: "help" });
  desk.send({ do: "start_item", item: "i2", again: true });
}

export function wrong(phone: Phone, desk: Console, name: string, step: "open" | "close"): void {
  // @ts-expect-error a misspelt command
  phone.send({ do: "votes", statement: "s1", choice: "agree" });
  // @ts-expect-error a word that nobody knows
  phone.send({ do: "vote", statement: "s1", choice: "yes" });
  // @ts-expect-error a misspelt field
  phone.send({ do: "vote", statment: "s1", choice: "agree" });
  // @ts-expect-error a field that is missing
  phone.send({ do: "endorse" });
  // @ts-expect-error a field of another command
  phone.send({ do: "leave", chair: 2 });
  // @ts-expect-error a phone asks nothing of a console
  phone.send({ do: "pause" });
  // @ts-expect-error a console asks nothing of a phone
  desk.send({ do: "ask_to_speak" });
  // @ts-expect-error a name that is only known while it runs
  desk.send({ do: name });
  // @ts-expect-error a name that is put together of parts
  desk.send({ do: `${step}_item` });
}

export function never(view: PhoneView, planned: PlannedItem): unknown[] {
  return [
    // @ts-expect-error a phone is not told who sits where
    view.circle?.chairs["1"]?.person,
    // @ts-expect-error nor how many have voted
    view.statement?.voted,
    // @ts-expect-error an item never is: the session is paused
    planned.state === "paused",
  ];
}

test("R1 what is private and what the room may see are all the reactions there are", () => {
  const all: readonly Reaction[] = [...SHARED_REACTIONS, ...PRIVATE_REACTIONS];
  assert.equal(new Set(all).size, all.length);
});

test("V1 skipping is a choice and no answer", () => {
  assert.deepEqual(
    CHOICES.filter((choice) => !(ANSWERS as readonly string[]).includes(choice)),
    ["skip"],
  );
});
