"""500 rooms of 30 phones in one process, and in each somebody does something twice a second.

Votes that change, reactions, asking to speak and thinking better of it, and the facilitator who gives the word and lets
people sit and stand. The moments are fixed beforehand; whoever is late counts from then.
"""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import Iterator
from time import monotonic
from typing import Any

from tests.bench.figures import Row, Run, waits
from tests.bench.generator import generate
from tests.bench.line import Door, Refused
from tests.bench.meter import Meter
from tests.bench.screen import Screen, at, begin, come_in
from tests.bench.sessions import given, session
from tests.serving import serving

ROWS = (
    Row("p50_ms", "500 rooms of 30 phones, 2 commands a second each: confirmed p50"),
    Row("p99_ms", "… p99", limit=150),
    Row("refused", "… refused", "", 0),
    Row("cpu_ms_command", "… server processor a command"),
)
PER_S = 2.0
STEADY_S = 20.0
OPENING = 8
"""Rooms that fill at the same time, each with so many at its door:"""
DOOR = 6
SITTING = 4


def measure(runs: int, rooms: int = 500, phones: int = 30, seconds: float = STEADY_S) -> list[Run]:
    """All on one server, filled once."""
    with serving() as server:
        prepared = [given(server, session(server)) for _ in range(rooms)]
        told = generate("rooms", rooms=prepared, pid=server.pid, phones=phones, seconds=seconds, runs=runs)
        found: list[Run] = told["runs"]
        return found


async def drive(
    rooms: list[dict[str, Any]], pid: int, phones: int, seconds: float, runs: int
) -> dict[str, Any]:
    chance, opened = random.Random(5), []
    waiting = iter(enumerate(rooms))

    async def usher() -> None:
        for no, one in waiting:
            opened.append(await Lively.open(Door.of(one["url"]), one["console"], no * phones, phones))

    await asyncio.gather(*(usher() for _ in range(OPENING)))
    return {"runs": [await run(opened, pid, seconds, chance) for _ in range(runs)]}


async def run(rooms: "list[Lively]", pid: int, seconds: float, chance: random.Random) -> Run:
    taken: list[float] = []
    refused: Counter[str] = Counter()

    async def go_on(room: Lively) -> None:
        when, end = monotonic() + chance.uniform(0, 1 / PER_S), monotonic() + seconds
        while when < end:
            await at(when)
            try:
                taken.append(await room.act(when, chance))
            except Refused as answer:
                refused[str(answer)] += 1
            when += 1 / PER_S

    with Meter(pid) as meter:
        await asyncio.gather(*(go_on(room) for room in rooms))
    if refused:
        print(f"refused: {dict(refused)}", file=sys.stderr)
    return {
        **waits(taken),
        "refused": refused.total(),
        "cpu_ms_command": meter.server_s / len(taken) * 1000,
        **meter.figures(),
    }


class Lively:
    """A room where things happen."""

    def __init__(self, desk: Screen, people: list[Screen], statement: str) -> None:
        self._desk = desk
        self._people = people
        self._statement = statement
        self._waiting: Screen | None = None
        self._chairs = self._change_chairs()

    @classmethod
    async def open(cls, door: Door, console: str, first: int, phones: int) -> "Lively":
        desk = await begin(door, console)
        # Who comes in together gets a number in any order; those who are to sit come first.
        await come_in(door, desk, SITTING, first, at_once=DOOR)
        people = await come_in(door, desk, phones - SITTING, first + SITTING, at_once=DOOR)
        for number in range(1, SITTING + 1):
            await desk.ask("seat", person=f"p{number}")
        statement = next(iter(desk.view["statements"]))
        await desk.ask("open_statement", statement=statement)
        return cls(desk, people, statement)

    def act(self, since: float, chance: random.Random) -> "asyncio.Future[float]":
        """Something that somebody does now."""
        one, waiting = chance.choice(self._people), self._waiting
        match chance.choices(("vote", "react", "queue", "lead"), (45, 25, 15, 15))[0]:
            case "vote":
                choice = chance.choice(("agree", "disagree", "dont_know"))
                return one.ask("vote", since, statement=self._statement, choice=choice)
            case "react":
                return one.ask("react", since, kind=chance.choice(("recognise", "touched", "question")))
            case "queue" if waiting:
                self._waiting = None
                return waiting.ask("withdraw_request", since)
            case "queue":
                self._waiting = one
                return one.ask("ask_to_speak", since)
            case _:
                do, person = next(self._chairs)
                return self._desk.ask(do, since, person=person)

    def _change_chairs(self) -> Iterator[tuple[str, str]]:
        """What the facilitator does, in turn: the word to three of those who sit, and a fourth chair that changes."""
        while True:
            for number in range(1, SITTING):
                yield "give_word", f"p{number}"
            yield "stand", f"p{SITTING}"
            yield "give_word", "p1"
            yield "seat", f"p{SITTING}"
