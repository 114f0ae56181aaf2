"""Kill the server again and again in the middle of bursts: nothing confirmed is lost, nothing is done twice, and what
the screens show is what the journal says (J1-J3, J5, J6).

Usage: python -m tests.faults.kills [--times 100] [--phones 40] [--newcomers 4] [--seed N] [--url URL]

Prints a JSON line with what was counted. Without `--url` the database is SQLite, and its file is checked as well.
"""

import argparse
import asyncio
import json
import random
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from app.core import views
from app.core.evolve import replay
from app.core.room import Room
from app.live.keys import hashed
from app.simulate.client import Client
from app.store.database import Database
from app.store.journal import Journal, Stored
from tests.faults.burst import PLAN, Bursts, come_in
from tests.serving import Prepared, Server, serving

SOONEST_S, LATEST_S = 0.02, 1.0
"""When the server is killed, after the burst began."""
CHECKED = 10
"""Kills between two looks at SQLite's whole file."""
REMEMBERED = ("counts", "control", "signals", "reactions", "tide", "hints")
"""What a view has of who is connected and of the last half minute, which no journal keeps (J8, R2)."""
PATIENCE_S = 60.0
MOST_SAID = 1500

Figures = dict[str, Any]


async def kills(server: Server, times: int, phones: int, newcomers: int, seed: int) -> Figures:
    """Fails with whatever is wrong after any of the kills."""
    prepared = await asyncio.to_thread(server.prepare, **PLAN)
    bursts, chance = Bursts(server.base_url, prepared, seed), Random(seed)
    await bursts.begin(phones)
    looks = checks = 0
    for round in range(1, times + 1):
        burst = asyncio.create_task(bursts.burst(newcomers, round))
        await asyncio.wait({burst}, timeout=chance.uniform(SOONEST_S, LATEST_S))
        await asyncio.to_thread(server.kill9)
        bursts.note_killed()
        if round % CHECKED == 1 and server.database.exists():
            await asyncio.to_thread(_sound, server.database)
            checks += 1
        await asyncio.to_thread(server.start)
        await burst
        wrong = await _wrong(server, prepared, bursts)
        assert not wrong, f"seed {seed}, after kill {round}: {wrong}"
        looks += 1
    await bursts.end()
    ledger = bursts.ledger
    return {
        "seed": seed,
        "kills": times,
        "phones": len(bursts.phones) + len(bursts.posters),
        "posting": len(bursts.posters),
        "confirmed": ledger.done,
        "refused": dict(ledger.refused),
        "under_way_at_kills": bursts.in_flight,
        "lost": 0,
        "twice": 0,
        "votes": sum(len(one) for one in ledger.votes.values()),
        "votes_unsure": len(ledger.unsure),
        "statements_closed": len(ledger.closed),
        "reactions": ledger.reactions,
        "integrity_checks": checks,
        "views_compared": looks,
    }


async def _wrong(server: Server, prepared: Prepared, bursts: Bursts) -> list[str]:
    kept = await stored(server, prepared)
    room = replay(kept.journal, kept.apart)
    everybody = bursts.everybody()
    persons = {number: kept.phones[hashed(phone.key)] for number, phone in everybody}
    bursts.ledger.persons = persons
    wrong = bursts.ledger.wrong(kept.journal, room) + await shown(server, prepared, room)
    for number, phone in bursts.phones.items():
        own = _lasting_own(views.me(room, persons[number], views.queue_places(room)), room)
        if not await _reaches(phone, partial(_has, phone, own, room)):
            wrong.append(f"phone {number} has {phone.me}, not {own}"[:MOST_SAID])
    return wrong


def _has(phone: Client, own: dict[str, Any], room: Room) -> bool:
    return _lasting_own(phone.me, room) == own


def _lasting_own(me: Mapping[str, Any], room: Room) -> dict[str, Any]:
    """Votes of a statement that was closed may linger with whoever gave them."""
    votes = {key: choice for key, choice in me["votes"].items() if room.is_open(key.partition(".")[0])}
    return {**me, "votes": votes}


async def shown(server: Server, prepared: Prepared, room: Room) -> list[str]:
    """Where a screen that comes now sees another room than the journal's."""
    wrong = []
    for audience, key, view in (
        ("phone", "", views.phone),
        ("stage", prepared.keys["stage"], views.stage),
        ("console", prepared.keys["console"], views.console),
    ):
        expected = _lasting(view(room, "nl"))
        screen = await come_in(Client(server.base_url, prepared.code, key))
        try:
            if not await _reaches(screen, partial(_shows, screen, expected)):
                wrong.append(f"the {audience} shows {_lasting(screen.view)}, not {expected}"[:MOST_SAID])
        finally:
            await screen.close()
    return wrong


def _shows(screen: Client, expected: dict[str, Any]) -> bool:
    return _lasting(screen.view) == expected


async def _reaches(screen: Client, reached: Callable[[], bool]) -> bool:
    try:
        async with asyncio.timeout(PATIENCE_S):
            await screen.until(reached)
    except TimeoutError:
        return False
    return True


def _lasting(view: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in view.items() if key not in REMEMBERED}


async def stored(server: Server, prepared: Prepared) -> Stored:
    """Read by somebody else, from what is on the disk."""
    database = await Database.open(server.env["VISSENKOM_DATABASE_URL"])
    try:
        return await Journal(database).load(prepared.id)
    finally:
        await database.close()


def _sound(file: Path) -> None:
    with closing(sqlite3.connect(file)) as opened:
        found = opened.execute("PRAGMA integrity_check").fetchall()
    assert found == [("ok",)], found


def main() -> None:
    parser = argparse.ArgumentParser(description="Kill the server in the middle of bursts.")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--phones", type=int, default=40)
    parser.add_argument("--newcomers", type=int, default=4, help="phones that come in during each burst")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--url", default="", help="VISSENKOM_DATABASE_URL; a new SQLite file by default")
    asked = parser.parse_args()
    print(f"seed {asked.seed}", file=sys.stderr, flush=True)
    with serving(**({"database_url": asked.url} if asked.url else {})) as server:
        figures = asyncio.run(kills(server, asked.times, asked.phones, asked.newcomers, asked.seed))
        figures["errors"] = server.said().count("Traceback")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
