"""Telling 2,000 phones: what one delivered message costs us, and what it costs a bare uvicorn that sends the same.

The word goes round at 4 Hz for 20 seconds, which is the time between two pings: both servers send one to each
connection besides. What a phone was told meanwhile is noted, bytes and moments; then the yardstick says the same to as
many connections. Ours has decided, stored and compared views for it as well; that is in its figure.
"""

import asyncio
from time import monotonic
from typing import Any

from tests.bench.figures import Row, Run
from tests.bench.generator import generate
from tests.bench.line import Door
from tests.bench.meter import Meter
from tests.bench.screen import at, begin, come_in, leave
from tests.bench.sessions import given, session
from tests.bench.yardstick import bare
from tests.serving import serving

ROWS = (
    Row(
        "ratio",
        "server processor per delivered message, to 2,000 phones, over that of a bare uvicorn",
        "x",
        1.25,
    ),
    Row("ours_us", "… ours", "µs"),
    Row("bare_us", "… the bare one", "µs"),
    Row("delivered", "… messages delivered", ""),
    Row("bytes", "… of so many bytes", "B"),
)
STEADY_S = 20.0
HZ = 4.0
Told = list[tuple[float, str]]
"""Seconds since the beginning, and what was said."""


def measure(runs: int, phones: int = 2000, seconds: float = STEADY_S) -> list[Run]:
    return [one(phones, seconds) for _ in range(runs)]


def one(phones: int, seconds: float) -> Run:
    with serving() as server:
        ours = generate("fanout", **given(server, session(server)), phones=phones, seconds=seconds)
    with bare() as (port, pid):
        url = f"ws://127.0.0.1:{port}/listen"
        yard = generate("yardstick", url=url, pid=pid, phones=phones, seconds=seconds, told=ours["told"])
    ours_us = ours["figures"]["server_cpu_s"] / ours["delivered"] * 1e6
    bare_us = yard["figures"]["server_cpu_s"] / yard["delivered"] * 1e6
    return {
        "ratio": ours_us / bare_us,
        "ours_us": ours_us,
        "bare_us": bare_us,
        "delivered": ours["delivered"],
        "bytes": sum(len(text.encode()) for _, text in ours["told"]) / len(ours["told"]),
        **ours["figures"],
    }


async def drive(url: str, stage: str, console: str, pid: int, phones: int, seconds: float) -> dict[str, Any]:
    door = Door.of(url)
    desk = await begin(door, console)
    people = await come_in(door, desk, phones)
    for number in range(1, 5):
        await desk.ask("seat", person=f"p{number}")
    await asyncio.sleep(1.0)
    told: Told = []
    began = monotonic()
    # Not one that sits: it hears what is its own as well.
    people[-1].told = lambda text, now: told.append((now - began, text.decode()))
    before = sum(one.line.messages for one in people)
    with Meter(pid) as meter:
        for number in range(round(seconds * HZ)):
            await at(began + number / HZ)
            desk.ask("give_word", person=f"p{number % 4 + 1}")
        await at(began + seconds)
    delivered = sum(one.line.messages for one in people) - before
    leave((*people, desk))
    return {"told": told, "delivered": delivered, "figures": meter.figures()}
