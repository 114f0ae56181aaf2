"""How many voting phones two nodes carry at the p99 that one does, on one PostgreSQL and one Redis.

Each node has a fixed share of a core, and the database, the bus and the generator what is left of two. Phones in rooms
of 50 change their vote once a second; more rooms come in until one confirmation in a hundred takes longer than 250 ms,
twice in a row. Once with every room on both nodes, and once, as deploy/Caddyfile leads phones, with each room's phones
led to one node.
"""

import asyncio
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic

import psycopg

from tests.bench.figures import Row, Run, centile
from tests.bench.generator import generate
from tests.bench.line import Door
from tests.bench.meter import Meter
from tests.bench.screen import Screen, at, begin, come_in, leave
from tests.bench.sessions import session
from tests.bench.share import possible, share
from tests.services import Postgres, Redis, short_folder
from tests.serving import Server

LIMIT_MS = 250.0
OF_A_CORE = 0.4
ROWS = (
    Row(
        "ratio",
        f"two nodes at {OF_A_CORE:.0%} of a core each, a room's phones led to one: phones at the same p99, over one's",
        "x",
        1.7,
        least=True,
    ),
    Row("one_phones", "… one node: phones that vote each second, p99 at 250 ms", ""),
    Row("two_phones", "… two nodes", ""),
    Row("spread_ratio", "… with every room's phones on both nodes instead: over one node's", "x"),
)
ROOMS, PHONES = 160, 50
EVERY_S = 1.0
WINDOW_S = 3.0
GROWTH = 0.12
"""So much of what is there comes in with each step."""
FIRST = 4
"""Rooms of the first step."""


def measure(runs: int) -> list[Run]:
    if not possible():
        print("bench: nodes: no control groups to be made here", file=sys.stderr)
        return []
    with short_folder("pg") as folder, short_folder("redis") as beside:
        database, bus = Postgres(folder), Redis(beside)
        try:
            database.start(fsync=True)
            bus.start()
            return [one(database, bus) for _ in range(runs)]
        finally:
            database.stop()
            bus.stop()


def one(database: Postgres, bus: Redis) -> Run:
    alone = most(database, "", 1, spread=False)
    first = max(FIRST, round(alone["phones"] / PHONES * 0.8))
    both = most(database, f"unix://{bus.socket}", 2, spread=True, first=first)
    apart = most(database, f"unix://{bus.socket}", 2, spread=False, first=first)
    return {
        "ratio": apart["phones"] / alone["phones"],
        "one_phones": alone["phones"],
        "two_phones": apart["phones"],
        "spread_ratio": both["phones"] / alone["phones"],
        **apart,
    }


def most(database: Postgres, bus_url: str, count: int, spread: bool, first: int = FIRST) -> Run:
    with nodes(database, bus_url, count) as found:
        rooms = [session(found[0]) for _ in range(ROOMS)]
        told: Run = generate(
            "nodes",
            doors=[f"ws://127.0.0.1:{node.port}" for node in found],
            rooms=[(one.code, one.keys["console"]) for one in rooms],
            pids=[node.pid for node in found],
            spread=spread,
            first=first,
        )
        return told


@contextmanager
def nodes(database: Postgres, bus_url: str, count: int) -> Iterator[list[Server]]:
    """Running, on an empty database, each with its share."""
    with psycopg.connect(host=str(database.folder), user="postgres", autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS bench WITH (FORCE)")
        connection.execute("CREATE DATABASE bench")
    url = f"postgresql+psycopg://postgres@/bench?host={database.folder}"
    with tempfile.TemporaryDirectory(prefix="vissenkom-bench-") as folder, ExitStack() as ending:
        found = []
        for number in range(count):
            (Path(folder) / str(number)).mkdir()
            node = Server(
                Path(folder) / str(number),
                database_url=url,
                bus_url=bus_url,
                secret_key="one secret for all of them",
            )
            node.start()
            # Whatever is told to end last, ends first: the share after the process that has it.
            ending.enter_context(share(node.pid, OF_A_CORE))
            ending.callback(node.stop)
            found.append(node)
        yield found


async def drive(
    doors: list[str], rooms: list[tuple[str, str]], pids: list[int], spread: bool, first: int
) -> Run:
    town, chance = Town(doors, iter(enumerate(rooms)), spread), random.Random(9)
    before: tuple[int, float] = (0, 0.0)
    for _ in range(first):
        await town.more()
    with Meter(pids[0]) as meter:
        while (now := await settled(town, chance)) <= LIMIT_MS:
            before = (len(town.people), now)
            for _ in range(max(1, round(town.count * GROWTH))):
                await town.more()
    phones, slow = before
    part = (LIMIT_MS - slow) / (now - slow)
    leave(town.people)
    return {"phones": phones + part * (len(town.people) - phones), **meter.figures()}


async def settled(town: "Town", chance: random.Random) -> float:
    """p99 in ms; of two tries when the first is over the limit."""
    await town.vote(chance, EVERY_S)
    found = centile(await town.vote(chance, WINDOW_S), 99) * 1000
    if found > LIMIT_MS:
        found = min(found, centile(await town.vote(chance, WINDOW_S), 99) * 1000)
    return found


class Town:
    """Rooms that fill, on one or more nodes. `spread`: each of them on every node."""

    def __init__(
        self, doors: list[str], rooms: "Iterator[tuple[int, tuple[str, str]]]", spread: bool
    ) -> None:
        self.people: list[Screen] = []
        self.count = 0
        self._doors = doors
        self._rooms = rooms
        self._spread = spread
        self._statement: dict[int, str] = {}

    async def more(self) -> None:
        """One room."""
        number, (code, console) = next(self._rooms)
        doors = [Door.of(f"{door}/s/{code}/live") for door in self._doors]
        own = doors[number % len(doors)]
        desk = await begin(own, console)
        statement = next(iter(desk.view["statements"]))
        for door in doors if self._spread else [own]:
            part = PHONES // len(doors) if self._spread else PHONES
            people = await come_in(door, desk, part, len(self.people), at_once=8)
            self._statement |= dict.fromkeys(map(id, people), statement)
            self.people += people
        await desk.ask("open_statement", statement=statement)
        self.count += 1

    async def vote(self, chance: random.Random, seconds: float) -> list[float]:
        """Everybody, over and over; how long each waited."""
        taken: list[float] = []
        start = monotonic()

        async def go_on(one: Screen) -> None:
            when = start + chance.uniform(0, EVERY_S)
            while when < start + seconds:
                await at(when)
                choice = chance.choice(("agree", "disagree"))
                taken.append(await one.ask("vote", when, statement=self._statement[id(one)], choice=choice))
                when += EVERY_S

        await asyncio.gather(*(go_on(one) for one in self.people))
        return taken
