"""What one phone gets in 90 minutes of the busiest demo: 40 people at their real pace, and the rounds taken again.

Ninety minutes take ninety minutes, since patches are put together by the clock; so they are played in time that does
not pass (tests/bench/made_up_time.py). That this gives what a socket gets is looked at in the same run: the first
minutes are played on a real server too, with the same people, and a phone that only listens in both.
"""

import asyncio
import contextlib
import re
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import uvloop

from app.core.plan import Plan
from app.settings import Settings
from app.simulate import company, evening
from app.simulate.client import Client
from app.simulate.facilitator import Facilitator
from app.simulate.participant import Participant
from app.simulate.people import Persona, cast
from app.simulate.rehearsal import ARRIVING_S
from app.simulate.served import served
from tests.bench.figures import Row, Run, centile
from tests.bench.line import Door
from tests.bench.made_up_time import LANGUAGE, Evening, MadeUpTime
from tests.bench.screen import Screen, join

ROWS = (
    Row(
        "kb_90_min",
        "one phone, 90 minutes of the busiest demo: bytes down, of the one that gets most",
        "KB",
        100,
    ),
    Row("kb_90_min_p50", "… of the one in the middle", "KB"),
    Row("real_kb", "… of them the first three minutes, over a real socket in real time", "KB"),
    Row("made_up_kb", "… and in made-up time, as the 90 minutes", "KB"),
    Row("page_kb", "… the page and all it loads at once, not counted above", "KB"),
)
PEOPLE, WITHOUT_PHONE = 40, 2
EVENING_S = 90 * 60.0
STRETCH_S = 180.0
SEED = 1
PING_S, PING_BYTES = 20.0, 6
"""Of the web socket, which made-up time doesn't have."""
LOADED = re.compile(r'(?:src|href)="(/static/[^"]+)"')


def measure(runs: int, seconds: float = EVENING_S, stretch: float = STRETCH_S) -> list[Run]:
    """Of as many seeds as runs; the real stretch is one of the first of them."""
    real = uvloop.run(really(SEED, stretch))
    found = []
    for seed in range(SEED, SEED + runs):
        with asyncio.Runner(loop_factory=MadeUpTime) as made_up:
            early, down = made_up.run(play(seed, seconds, stretch))
        pings = seconds / PING_S * PING_BYTES
        found.append(
            {
                "kb_90_min": (max(down) + pings) / 1000,
                "kb_90_min_p50": (centile(down, 50) + pings) / 1000,
                "made_up_kb": (early + stretch / PING_S * PING_BYTES) / 1000,
                **real,
            }
        )
    return found


async def play(seed: int, seconds: float, stretch: float) -> tuple[int, list[int]]:
    """Bytes to the phone that only listens after the stretch, and to each phone at the end."""
    room = await Evening.open(plan())
    begun = [asyncio.create_task(room.listen())]
    begun += [
        asyncio.create_task(room.attend(participant, rng, late_s))
        for participant, rng, late_s in guests(seed)
    ]
    begun.append(asyncio.create_task(room.lead(facilitator(seed))))
    await asyncio.sleep(stretch)
    early = room.down[0]
    await asyncio.sleep(seconds - stretch)
    for task in begun:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    await room.live.close()
    assert not room.closed, "a phone was sent away"
    return early, room.down


async def really(seed: int, stretch: float) -> Run:
    """The same company and facilitator, each on a socket, in time that passes."""
    with tempfile.TemporaryDirectory(prefix="vissenkom-bench-") as folder:
        settings = Settings(data=Path(folder), port=0, secret_key="bench" * 8)
        async with served(settings, announce=lambda link: None) as server:
            created = await server.sessions.create(plan())
            url = f"{server.address.replace('http', 'ws')}/s/{created.code}/live"
            listener = Screen(Door.of(url))
            await listener.open()
            await join(listener, "resident")
            begun: list[asyncio.Task[Any]] = [
                asyncio.create_task(
                    company.attend(
                        participant, Client(server.address, created.code, language=LANGUAGE), rng, 1.0, late_s
                    )
                )
                for participant, rng, late_s in guests(seed)
            ]
            begun.append(
                asyncio.create_task(company.lead_inside(server.hub, created.id, facilitator(seed), 1.0))
            )
            await asyncio.sleep(stretch)
            received = listener.line.received
            page = await asyncio.to_thread(page_bytes, server.address, created.code)
            for task in begun:
                task.cancel()
            await asyncio.gather(*begun, return_exceptions=True)
            listener.cut()
            return {"real_kb": received / 1000, "page_kb": page / 1000}


def plan() -> Plan:
    return evening.plan(LANGUAGE, 1.0)


def people(seed: int) -> tuple[Persona, ...]:
    return cast(seed, PEOPLE, WITHOUT_PHONE)


def guests(seed: int) -> Iterator[tuple[Participant, Random, float]]:
    for no, persona in enumerate(one for one in people(seed) if one.phone):
        rng = Random(f"{seed} {no}")
        yield Participant(persona, rng, 1.0, LANGUAGE), rng, rng.uniform(0, ARRIVING_S)


def facilitator(seed: int) -> Facilitator:
    without_phone = tuple(one for one in people(seed) if not one.phone)
    return Facilitator(
        Random(f"{seed} facilitator"), 1.0, LANGUAGE, without_phone, PEOPLE, evening.SWAPS, afterwards="again"
    )


def page_bytes(address: str, code: str) -> int:
    """The phone's page, and what it names, as they travel."""
    named = LOADED.findall(fetch(f"{address}/s/{code}", "identity").decode())
    return sum(len(fetch(f"{address}{path}", "br, gzip")) for path in (f"/s/{code}", *sorted(set(named))))


def fetch(url: str, encoding: str) -> bytes:
    headers = {"Accept-Encoding": encoding, "Accept-Language": LANGUAGE}
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(urllib.request.Request(url, headers=headers)) as answer:
        body: bytes = answer.read()
        return body
