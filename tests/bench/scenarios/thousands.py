"""10,000 phones in one room: 500 a second come in, each at its moment whether the server keeps up or not.

A phone's time counts from that moment, with all there is in it: a connection, the web socket, hello and welcome, and
its `join` confirmed. Then people change chairs, and each phone is told. What a phone costs in memory is what the server
grew from the first hundred to the last.
"""

import asyncio
import random
from functools import partial
from time import monotonic

from tests.bench.figures import Row, Run, centile, waits
from tests.bench.generator import generate
from tests.bench.line import Door, Refused, address
from tests.bench.meter import Meter, rss_kb
from tests.bench.screen import Screen, at, begin, come_in, join, leave, reached
from tests.bench.sessions import given, session
from tests.serving import serving

ROWS = (
    Row("join_p95_ms", "10,000 phones, 500 a second: joined, p95", limit=150),
    Row("join_p99_ms", "… p99"),
    Row("per_s", "… joined a second", "", 490, least=True),
    Row("turned_away", "… turned away", "", 0),
    Row("chair_p99_ms", "… a change of chair on every phone, p99", limit=600),
    Row("kb_phone", "… server memory a phone", "KB", 30),
)
PER_S = 500.0
WARM = 100
"""Phones that are there before the memory is looked at."""
CHANGES = 6
PAUSE_S = (1.0, 1.6)


def measure(runs: int, phones: int = 10_000) -> list[Run]:
    return [one(phones) for _ in range(runs)]


def one(phones: int) -> Run:
    with serving() as server:
        told: Run = generate("thousands", **given(server, session(server)), phones=phones)
        return told


async def drive(url: str, stage: str, console: str, pid: int, phones: int) -> Run:
    door, chance = Door.of(url), random.Random(11)
    desk = await begin(door, console)
    people = await come_in(door, desk, WARM)
    memory = rss_kb(pid)
    roles = list(desk.view["roles"])
    newcomers = [Screen(door, source=address(no)) for no in range(WARM, phones)]
    with Meter(pid) as meter:
        start = monotonic() + 0.1
        taken = await asyncio.gather(
            *(arrive(one, roles[no % len(roles)], start + no / PER_S) for no, one in enumerate(newcomers))
        )
        ended = monotonic()
    joined = [wait for wait in taken if wait is not None]
    people += [one for one, wait in zip(newcomers, taken, strict=True) if wait is not None]
    grown = rss_kb(pid) - memory
    changes: list[float] = []
    for number in range(CHANGES):
        await asyncio.sleep(chance.uniform(*PAUSE_S))
        do, person = ("seat", "stand")[number % 2], f"p{number // 2 + 1}"
        change = partial(desk.ask, do, person=person)
        changes += await reached(people, lambda text: b'"chairs"' in text, change)
    leave((*people, desk))
    return {
        **waits(joined, "join_"),
        "per_s": len(joined) / (ended - start),
        "turned_away": len(taken) - len(joined),
        "chair_p99_ms": centile(changes, 99) * 1000,
        "kb_phone": grown / len(joined),
        **meter.figures(),
    }


async def arrive(one: Screen, role: str, when: float) -> float | None:
    """Seconds since `when` until it had joined; None when it was turned away."""
    try:
        await at(when)
        await one.open()
        return await join(one, role, when)
    except (OSError, Refused):
        return None
