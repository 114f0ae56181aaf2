"""2,000 phones in one room vote within 2 seconds.

Three times over: the votes alone; with the room going on; and then the server is killed at the moment of the last
confirmation, started again, and its record is held against what the phones were told (J5).
"""

import asyncio
import os
import random
import signal
from collections import Counter
from functools import partial
from time import monotonic
from typing import Any

from app.core.vocabulary import CHOICES
from tests.bench.figures import Row, Run, waits
from tests.bench.generator import generate
from tests.bench.line import Door
from tests.bench.meter import Meter
from tests.bench.screen import Screen, at, begin, come_in, leave
from tests.bench.sessions import given, session
from tests.serving import Prepared, Server, serving

ROWS = (
    Row("p50_ms", "2,000 phones vote within 2 s: confirmed p50", limit=60),
    Row("p99_ms", "… confirmed p99", limit=250),
    Row("stage_ms", "… the stage shows the last count, after the last vote", limit=300),
    Row("lost", "… votes lost", "", 0),
    Row("cpu_ms_vote", "… server processor a vote, database included", limit=0.35),
    Row("busy_p50_ms", "… while the word goes round and half of them react: p50"),
    Row("busy_p99_ms", "… and p99"),
    Row("killed_lost", "… confirmed, then killed (-9) and started again: votes lost", "", 0),
)
SEED = 15
WORD_S = 0.5
"""Between two times that the word is given."""
REACTING = 0.5
"""The share of the people who react in that time."""


def measure(runs: int, phones: int = 2000, seconds: float = 2.0) -> list[Run]:
    return [one(phones, seconds) for _ in range(runs)]


def one(phones: int, seconds: float) -> Run:
    with serving() as server:
        prepared = session(server)
        told = generate("burst", **given(server, prepared), phones=phones, seconds=seconds)
        server.kill9()
        server.start()
        return {**told["figures"], "killed_lost": missing(server, prepared, told["token"], told["confirmed"])}


def missing(server: Server, prepared: Prepared, token: str, confirmed: dict[str, dict[str, int]]) -> int:
    """How many of the confirmed votes, statement by statement, the record does not have. `token`: of the console, which
    still has control when it comes back with that."""
    generate("closing", **given(server, prepared) | {"console": token})
    record = server.call("GET", f"/api/sessions/{prepared.id}/record?level=restricted&why=bench")
    lost = 0
    kept = {one["id"]: one["votes"] for one in record["statements"]}
    for statement, counted in confirmed.items():
        totals = kept[statement][-1]["totals"]
        lost += sum(abs(count - totals[choice]) for choice, count in counted.items())
    return lost


async def drive(url: str, stage: str, console: str, pid: int, phones: int, seconds: float) -> dict[str, Any]:
    door = Door.of(url)
    desk, screen = await begin(door, console), Screen(door, stage, follow=True)
    await screen.open()
    people = await come_in(door, desk, phones)
    for number in range(1, 5):
        await desk.ask("seat", person=f"p{number}")
    chance, statements = random.Random(SEED), iter(desk.view["statements"])
    room = Burst(people, desk, screen, chance, seconds)

    with Meter(pid) as meter:
        pure = await room.vote(next(statements))
        stage_ms = await room.shown() * 1000
    cost = meter.server_s / phones * 1000
    going_on = asyncio.create_task(room.go_on())
    busy = await room.vote(next(statements))
    await room.shown()
    going_on.cancel()
    killed = await room.vote(next(statements))
    os.kill(pid, signal.SIGKILL)
    leave((*people, desk, screen))
    return {
        "figures": {
            **waits(pure),
            "stage_ms": stage_ms,
            "lost": phones * 3 - len(pure) - len(busy) - len(killed),
            "cpu_ms_vote": cost,
            **waits(busy, "busy_"),
            **meter.figures(),
        },
        "confirmed": room.confirmed,
        "token": desk.key,
    }


class Burst:
    """`confirmed`: by statement, how often each choice was."""

    def __init__(
        self, people: list[Screen], desk: Screen, stage: Screen, chance: random.Random, seconds: float
    ) -> None:
        self.people = people
        self.confirmed: dict[str, Counter[str]] = {}
        self._desk = desk
        self._stage = stage
        self._chance = chance
        self._seconds = seconds
        self._last = 0.0

    async def vote(self, statement: str) -> list[float]:
        """Everybody, at a moment of their own; how long those who were confirmed waited."""
        await self._desk.ask("open_statement", statement=statement)
        confirmed = self.confirmed[statement] = Counter()
        start = monotonic() + 0.05

        async def vote(one: Screen) -> float:
            when = await at(start + self._chance.uniform(0, self._seconds))
            choice = self._chance.choice(CHOICES)
            wait = await one.ask("vote", when, statement=statement, choice=choice)
            confirmed[choice] += 1
            return wait

        waited = await asyncio.gather(*(vote(one) for one in self.people), return_exceptions=True)
        self._last = monotonic()
        return [wait for wait in waited if isinstance(wait, float)]

    async def shown(self) -> float:
        """Seconds from the last vote's confirmation until the stage has them all."""
        count = list(self.confirmed.values())[-1].total()
        return await self._stage.until(lambda view: view["statement"].get("voted") == count) - self._last

    async def go_on(self) -> None:
        """The facilitator gives the word about, and people react."""
        for one in self.people:
            if self._chance.random() < REACTING:
                delay = self._chance.uniform(0, self._seconds)
                asyncio.get_running_loop().call_later(delay, partial(one.ask, "react", kind="recognise"))
        number = 0
        while True:
            number += 1
            await self._desk.ask("give_word", person=f"p{number % 4 + 1}")
            await asyncio.sleep(WORD_S)
