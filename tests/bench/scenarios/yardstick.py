"""Has the bare uvicorn say what our server said, to as many, at the same moments."""

import asyncio
from time import monotonic
from typing import Any

from tests.bench.line import Door, Line, address
from tests.bench.meter import Meter
from tests.bench.screen import AT_ONCE, at


async def drive(
    url: str, pid: int, phones: int, seconds: float, told: list[tuple[float, str]]
) -> dict[str, Any]:
    door = Door.of(url)
    control = await Line.connect(Door(door.host, door.port, "/control"), heard)
    lines: list[Line] = []
    waiting = iter(range(phones))

    async def usher() -> None:
        for no in waiting:
            lines.append(await Line.connect(door, heard, source=address(no)))

    await asyncio.gather(*(usher() for _ in range(AT_ONCE)))
    await asyncio.sleep(1.0)
    began = monotonic()
    with Meter(pid) as meter:
        for when, text in told:
            await at(began + when)
            control.send_text(text.encode())
        await at(began + seconds)
    delivered = sum(one.messages for one in lines)
    for one in (*lines, control):
        one.close()
    return {"delivered": delivered, "figures": meter.figures()}


def heard(text: bytes, now: float) -> None:
    """It counts by itself."""
