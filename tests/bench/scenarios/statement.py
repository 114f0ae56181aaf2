"""A new statement on 1,000 phones: from the facilitator's tap until each phone has been told."""

import asyncio
import random

from tests.bench.figures import Row, Run, waits
from tests.bench.generator import generate
from tests.bench.line import Door
from tests.bench.meter import Meter
from tests.bench.screen import Screen, begin, come_in, leave, reached
from tests.bench.sessions import given, session
from tests.serving import serving

ROWS = (
    Row("p50_ms", "a new statement on 1,000 phones: p50"),
    Row("p99_ms", "… p99", limit=150),
    Row("last_ms", "… the last phone"),
)
PAUSE_S = (0.4, 0.9)
"""Between two statements, so that each meets the phones' period at another moment."""


def measure(runs: int, phones: int = 1000) -> list[Run]:
    with serving() as server:
        return [generate("statement", **given(server, session(server)), phones=phones) for _ in range(runs)]


async def drive(url: str, stage: str, console: str, pid: int, phones: int) -> Run:
    door, chance = Door.of(url), random.Random(7)
    desk = await begin(door, console)
    people = await come_in(door, desk, phones)
    taken: list[float] = []
    with Meter(pid) as meter:
        for statement in desk.view["statements"]:
            await asyncio.sleep(chance.uniform(*PAUSE_S))
            taken += await seen(people, desk, statement)
            await desk.ask("close_statement", statement=statement)
    leave((*people, desk))
    return {**waits(taken), "last_ms": max(taken) * 1000, **meter.figures()}


async def seen(people: list[Screen], desk: Screen, statement: str) -> list[float]:
    """Seconds from the command until each phone has the statement."""
    name = f'"id":"{statement}"'.encode()
    return await reached(
        people, lambda text: name in text, lambda: desk.ask("open_statement", statement=statement)
    )
