"""300 phones vote on, with and without each kind of hostile client beside them.

A stretch without and a stretch with take turns, several times, so that whatever else the machine does meets both.
"""

import asyncio
import random
import statistics
import sys
from time import monotonic
from typing import NamedTuple

from tests.bench.figures import Row, Run, centile
from tests.bench.generator import generate
from tests.bench.intruder import KINDS
from tests.bench.line import Door
from tests.bench.meter import Meter, cpu_s, rss_kb
from tests.bench.screen import Screen, at, begin, come_in, leave
from tests.bench.sessions import given, session
from tests.serving import serving

ABOUT = {
    "deaf": "a hundred that read nothing",
    "slow": "two hundred that send a byte a second",
    "garbage": "a hundred times a second what is no message",
    "flood": "a thousand messages a second",
    "crowd": "two hundred connections of one phone",
}
ROWS = (
    Row("calm_p99_ms", "300 phones vote on: confirmed p99"),
    *(Row(f"{kind}_moved", f"… moved by {ABOUT[kind]}", "%", 20) for kind in KINDS),
    *(Row(f"{kind}_p99_ms", f"… p99 beside {ABOUT[kind]}") for kind in KINDS),
    Row("calm_cpu_ms_s", "… server processor a second", "ms"),
    *(Row(f"{kind}_cpu_ms_s", f"… beside {ABOUT[kind]}", "ms") for kind in KINDS),
    Row("grown_kb", "… the server has grown meanwhile by", "KB"),
)
TURNS = 3
EVERY_S = 1.0
"""How often each of them changes its vote."""
SETTLE_S = 1.0
"""What a change of company may take before it counts."""


def measure(runs: int, phones: int = 300, seconds: float = 4.0) -> list[Run]:
    return [one(phones, seconds) for _ in range(runs)]


def one(phones: int, seconds: float) -> Run:
    with serving() as server:
        told: Run = generate("hostile", **given(server, session(server)), phones=phones, seconds=seconds)
        return told


async def drive(url: str, stage: str, console: str, pid: int, phones: int, seconds: float) -> Run:
    door = Door.of(url)
    desk = await begin(door, console)
    people = await come_in(door, desk, phones)
    statement = next(iter(desk.view["statements"]))
    await desk.ask("open_statement", statement=statement)
    room = Room(people, statement)
    going_on = [asyncio.create_task(room.go_on(one)) for one in people]
    calm: list[Stretch] = []
    beside: dict[str, list[Stretch]] = {kind: [] for kind in KINDS}
    await room.stretch(seconds, pid)
    before = rss_kb(pid)
    with Meter(pid) as meter:
        for _ in range(TURNS):
            for kind, taken in beside.items():
                calm.append(await room.stretch(seconds, pid))
                command = (sys.executable, "-m", "tests.bench.intruder", kind, url)
                intruder = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
                assert intruder.stdout
                # Its own start is no part of what it does to anybody.
                await intruder.stdout.readline()
                taken.append(await room.stretch(seconds, pid))
                intruder.kill()
                await intruder.wait()
    for task in going_on:
        task.cancel()
    usual, usual_cpu = medians(calm)
    moved = {kind: medians(taken) for kind, taken in beside.items()}
    grown = rss_kb(pid) - before
    leave((*people, desk))
    return {
        "calm_p99_ms": usual * 1000,
        "calm_cpu_ms_s": usual_cpu * 1000,
        **{f"{kind}_p99_ms": p99 * 1000 for kind, (p99, _) in moved.items()},
        **{f"{kind}_moved": (p99 / usual - 1) * 100 for kind, (p99, _) in moved.items()},
        **{f"{kind}_cpu_ms_s": cpu * 1000 for kind, (_, cpu) in moved.items()},
        "grown_kb": grown,
        **meter.figures(),
    }


class Stretch(NamedTuple):
    """`p99`: seconds that a confirmation took. `cpu`: processor seconds of the server, a second."""

    p99: float
    cpu: float


def medians(stretches: list[Stretch]) -> Stretch:
    return Stretch(*(statistics.median(values) for values in zip(*stretches, strict=True)))


class Room:
    """Phones that go on voting for as long as it takes."""

    def __init__(self, people: list[Screen], statement: str) -> None:
        self.people = people
        self._statement = statement
        self._chance = random.Random(8)
        self._taken: list[float] = []

    async def stretch(self, seconds: float, pid: int) -> "Stretch":
        """`seconds` of it, from a moment after now."""
        await asyncio.sleep(SETTLE_S)
        self._taken.clear()
        before = cpu_s(pid)
        await asyncio.sleep(seconds)
        return Stretch(centile(self._taken, 99), (cpu_s(pid) - before) / seconds)

    async def go_on(self, one: Screen) -> None:
        due = monotonic() + self._chance.uniform(0, EVERY_S)
        while True:
            choice = self._chance.choice(("agree", "disagree"))
            when = await at(due)
            self._taken.append(await one.ask("vote", when, statement=self._statement, choice=choice))
            due = max(due + EVERY_S, monotonic())
