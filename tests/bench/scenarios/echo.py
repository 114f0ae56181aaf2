"""The generator by itself: what it could do, against a server that only sends back what it gets.

Not a goal; it shows how far the generator is from being the bottleneck of anything above.
"""

import asyncio
from functools import partial
from time import monotonic

from tests.bench.figures import Row, Run
from tests.bench.generator import generate
from tests.bench.line import Door, Line
from tests.bench.meter import Meter
from tests.bench.yardstick import bare

ROWS = (
    Row("echo_per_s", "the generator alone, against a bare echo: messages there and back a second", ""),
    Row("own_us", "… its own processor for each", "µs"),
    Row("could_per_s", "… so many a second it could do with a core of its own", ""),
)
LINES = 200
SECONDS = 5.0
VOTE = b'{"id": "t1", "do": "vote", "statement": "s1", "choice": "agree"}'


def measure(runs: int, seconds: float = SECONDS) -> list[Run]:
    with bare() as (port, pid):
        url = f"ws://127.0.0.1:{port}/echo"
        return [generate("echo", url=url, pid=pid, seconds=seconds) for _ in range(runs)]


async def drive(url: str, pid: int, seconds: float) -> Run:
    door, over = Door.of(url), asyncio.Event()
    lines: list[Line] = []
    count = 0

    def back(number: int, text: bytes, now: float) -> None:
        nonlocal count
        count += 1
        if now < end:
            lines[number].send_text(VOTE)
        else:
            over.set()

    for number in range(LINES):
        lines.append(await Line.connect(door, partial(back, number)))
    with Meter(pid) as meter:
        end = monotonic() + seconds
        for one in lines:
            one.send_text(VOTE)
        await over.wait()
    for one in lines:
        one.close()
    return {
        "echo_per_s": count / meter.took_s,
        "own_us": meter.generator_s / count * 1e6,
        "could_per_s": count / meter.generator_s,
        **meter.figures(),
    }
