"""2,000 phones are cut off and come back, while others go on voting.

Twice: as phones do it (a pause at random below 0.8 s, as app/client/src/shared/connection.ts has it), and all of them
at the same moment.
"""

import asyncio
import random
from time import monotonic

from tests.bench.figures import Row, Run, waits
from tests.bench.generator import generate
from tests.bench.line import Door, Refused
from tests.bench.meter import Meter
from tests.bench.screen import Screen, at, begin, come_in, leave
from tests.bench.sessions import given, session
from tests.serving import serving

ROWS = (
    Row("back_s", "2,000 phones come back after a cut, as phones do: all see the room", "s", 3),
    Row("p99_ms", "… confirmed meanwhile, p99", limit=500),
    Row("hard_back_s", "… all at the same moment: all see the room", "s", 3),
    Row("hard_p99_ms", "… confirmed meanwhile, p99", limit=500),
    Row("welcome_bytes", "… a whole view", "B"),
)
FIRST_S, CAP_S = 0.4, 10.0
"""The phones' own backoff: doubled with each failure, and then anything below that."""
OTHERS = 50
"""Phones that are not cut off."""
EVERY_S = 1.0
"""How often each of them changes its vote."""
CALM_S = 1.0
"""What they do so long after everybody is back counts too."""


def measure(runs: int, phones: int = 2000) -> list[Run]:
    return [one(phones) for _ in range(runs)]


def one(phones: int) -> Run:
    with serving() as server:
        told: Run = generate("cut", **given(server, session(server)), phones=phones)
        return told


async def drive(url: str, stage: str, console: str, pid: int, phones: int) -> Run:
    door = Door.of(url)
    desk = await begin(door, console)
    people = await come_in(door, desk, phones)
    others = await come_in(door, desk, OTHERS, phones)
    statement = next(iter(desk.view["statements"]))
    await desk.ask("open_statement", statement=statement)
    room = Cut(people, others, statement, random.Random(3))
    with Meter(pid) as meter:
        back = await room.cut(jitter=True)
    soft, room.taken = room.taken, []
    hard_back = await room.cut(jitter=False)
    leave((*people, *others, desk))
    return {
        "back_s": back,
        **waits(soft),
        "hard_back_s": hard_back,
        **waits(room.taken, "hard_"),
        "welcome_bytes": people[0].welcome_bytes,
        **meter.figures(),
    }


class Cut:
    def __init__(
        self, people: list[Screen], others: list[Screen], statement: str, chance: random.Random
    ) -> None:
        self.people = people
        self.others = others
        self.taken: list[float] = []
        self._statement = statement
        self._chance = chance

    async def cut(self, jitter: bool) -> float:
        """Seconds until the last of those who were cut off had its whole view. `taken` gets what confirmations took."""
        going_on = [asyncio.create_task(self._go_on(one)) for one in self.others]
        await asyncio.sleep(EVERY_S)
        self.taken.clear()
        began = monotonic()
        for one in self.people:
            one.cut()
        votes: list[asyncio.Future[float]] = []
        back = await asyncio.gather(*(self._back(one, began, jitter, votes) for one in self.people))
        await asyncio.sleep(CALM_S)
        for task in going_on:
            task.cancel()
        self.taken += await asyncio.gather(*votes)
        return max(back) - began

    async def _back(
        self, one: Screen, began: float, jitter: bool, votes: "list[asyncio.Future[float]]"
    ) -> float:
        failures = 0
        while True:
            failures += 1
            if jitter:
                await at(monotonic() + self._chance.random() * min(CAP_S, FIRST_S * 2**failures))
            try:
                welcomed = await one.open()
            except (OSError, Refused):
                continue
            votes.append(self._vote(one))
            return welcomed

    async def _go_on(self, one: Screen) -> None:
        due = monotonic() + self._chance.uniform(0, EVERY_S)
        while True:
            self.taken.append(await self._vote(one, await at(due)))
            due = max(due + EVERY_S, monotonic())

    def _vote(self, one: Screen, since: float = 0.0) -> "asyncio.Future[float]":
        choice = self._chance.choice(("agree", "disagree"))
        return one.ask("vote", since, statement=self._statement, choice=choice)
