"""A room with 100,000 events in its journal, opened by the first phone that says hello to a server that just started.

The journal is a long evening of 2,000 people that the core itself decided, command after command, and is written by the
store's own way in.
"""

import asyncio
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from app.core.actor import SERVER, Actor
from app.core.commands import Command, Tick
from app.core.decide import decide, stamp
from app.core.events import APART, JOURNALED, Recorded
from app.core.evolve import evolve
from app.core.messages.circle import EndWord, GiveWord, Seat, Stand
from app.core.messages.harvest import React
from app.core.messages.people import Consent, Join, Joined
from app.core.messages.queue import AskToSpeak, CallNext, WithdrawRequest
from app.core.messages.session import Prepared, StartItem, StartSession
from app.core.messages.statements import CloseStatement, OpenStatement, RevealStatement, Vote
from app.core.refusal import Refusal
from app.core.room import Room
from app.live.keys import hashed, new_phone_key
from app.plans import TEMPLATES
from app.plans.people import aliases
from app.store.database import Database
from app.store.journal import Append, Journal
from app.store.sessions import Created, Sessions
from tests.bench.figures import Row, Run
from tests.bench.generator import generate
from tests.bench.line import Door
from tests.bench.meter import Meter
from tests.bench.screen import Screen
from tests.serving import Server

ROWS = (
    Row("open_ms", "a room with 100,000 events: from the first hello to its welcome", limit=1000),
    Row("events", "… events in its journal", ""),
)
PEOPLE = 2000
AT_ONCE = 1000
"""Events in one batch."""
STORED = {*JOURNALED, *APART}
EVERY_S = 0.05
"""Made-up time between two commands."""


def measure(runs: int, events: int = 100_000) -> list[Run]:
    """Written once; each run on a server that was started anew."""
    with tempfile.TemporaryDirectory(prefix="vissenkom-bench-") as folder:
        server = Server(Path(folder))
        created, written = asyncio.run(write(f"sqlite+aiosqlite:///{server.database}", events))
        return [first_hello(server, created.code) | {"events": written} for _ in range(runs)]


def first_hello(server: Server, code: str) -> Run:
    server.start()
    try:
        told: Run = generate("opening", url=f"ws://127.0.0.1:{server.port}/s/{code}/live", pid=server.pid)
        return told
    finally:
        server.stop()


async def drive(url: str, pid: int) -> Run:
    one = Screen(Door.of(url))
    with Meter(pid) as meter:
        began = monotonic()
        welcomed = await one.open()
    one.cut()
    return {"open_ms": (welcomed - began) * 1000, **meter.figures()}


async def write(url: str, events: int) -> tuple[Created, int]:
    """A session with a journal of at least so many events, and how many they are."""
    database = await Database.open(url)
    try:
        plan = TEMPLATES["open_fishbowl"]("nl")
        created = await Sessions(database, lambda: 0.0).create(plan)
        journal, evening = Journal(database), LongEvening(Recorded(1, 0.0, "", Prepared(created.code, plan)))
        written = 1
        for batch in evening.batches(created.id):
            await journal.append(batch)
            written = evening.room.seq
            if written >= events:
                break
        return created, written
    finally:
        await database.close()


class LongEvening:
    """People who come, ask, sit, speak, react and vote, without end."""

    def __init__(self, prepared: Recorded) -> None:
        self.room = Room()
        self._now = 0.0
        self._chance = random.Random(2)
        evolve(self.room, prepared)
        self.room.settle()

    def batches(self, session: str) -> Iterator[Append]:
        recorded: list[Recorded] = []
        before = self.room.seq
        for command, by in self._commands():
            self._now += EVERY_S
            recorded += self._do(command, by)
            if len(recorded) >= AT_ONCE:
                phones = tuple(
                    (hashed(new_phone_key()), one.event.person)
                    for one in recorded
                    if isinstance(one.event, Joined)
                )
                yield Append(session, before, tuple(recorded), phones)
                recorded, before = [], self.room.seq

    def _do(self, command: Command, by: Actor) -> list[Recorded]:
        """What it brought about that is stored. Somebody who may not, does not."""
        try:
            events = decide(self.room, command, by, self._now, aliases(self.room.plan.language))
        except Refusal:
            return []
        happened = stamp(self.room, events, by, self._now)
        for one in happened:
            evolve(self.room, one)
        self.room.settle()
        return [one for one in happened if type(one.event) in STORED]

    def _commands(self) -> Iterator[tuple[Command, Actor]]:
        chance, room = self._chance, self.room
        yield StartSession(), SERVER
        roles = [role.key for role in room.plan.roles]
        consent = Consent(votes=True, words=True, story=True)
        for number in range(PEOPLE):
            yield Join(roles[number % len(roles)], consent), Actor("phone", "")
        circle = next(one.id for one in room.plan.items if one.kind == "circle")
        yield StartItem(circle), SERVER
        people = list(room.people)
        while True:
            for _ in range(40):
                yield AskToSpeak(), Actor("phone", chance.choice(people))
                yield React(chance.choice(("recognise", "touched"))), Actor("phone", chance.choice(people))
            for _ in range(30):
                yield CallNext(), SERVER
                called = [id for id, entry in room.queue.items() if entry.called_at is not None]
                for person in called:
                    yield Seat(person), SERVER
                for person in list(room.seat_of):
                    yield GiveWord(person), SERVER
                yield EndWord(), SERVER
                for person in list(room.seat_of)[:2]:
                    yield Stand(person), SERVER
                yield Tick(), SERVER
            for person in list(room.queue)[:20]:
                yield WithdrawRequest(), Actor("phone", person)
            for statement in list(room.statements)[:1]:
                yield OpenStatement(statement), SERVER
                for person in chance.sample(people, 200):
                    yield Vote(statement, chance.choice(("agree", "disagree"))), Actor("phone", person)
                yield CloseStatement(statement), SERVER
                yield RevealStatement(statement), SERVER
