"""The demo: an evening that is under way when the server starts, and goes on by itself until somebody takes over."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from app import access
from app.live.keys import hashed, new_phone_key
from app.simulate import company, evening
from app.simulate.client import Client
from app.simulate.facilitator import Facilitator
from app.simulate.made_up_time import Evening
from app.simulate.participant import Participant
from app.simulate.people import cast
from app.simulate.served import Served
from app.store.journal import Append
from app.store.sessions import Created, Sessions

UNDER_WAY_S = 235.0
"""How long ago the evening began, in its own time: the check-in is over and the role round under way."""
OWNER = "demo"
KEPT = 5
"""Evenings of earlier demos that stay."""


@dataclass(frozen=True, slots=True)
class Begun:
    """`guests`: everybody with a phone, and the key it comes back with."""

    created: Created
    guests: list[tuple[Participant, str]]
    facilitator: Facilitator


async def begin(server: Served, language: str, pace: float, seed: int) -> Begun:
    """Prepare an evening and play its beginning in made-up time, straight into the journal."""
    start = time.time() - UNDER_WAY_S / pace
    plan = evening.plan(language, pace)
    access.allow(access.OPERATOR, "create_session")
    created = await Sessions(server.database, lambda: start).create(plan, OWNER)
    people = cast(seed)
    guests = [
        Participant(one, Random(f"{seed} {no}"), pace, language) for no, one in enumerate(people) if one.phone
    ]
    facilitator = Facilitator(
        Random(f"{seed} facilitator"),
        pace,
        language,
        tuple(one for one in people if not one.phone),
        len(people),
        evening.SWAPS,
        afterwards="again",
    )
    began = Evening(created.code, plan, guests, facilitator, Random(f"{seed} evening"), start, pace)
    # Until it was asked for: a slow machine would never catch up with a moment that goes on.
    asked = time.time()
    began.run(lambda room, now: now >= asked, UNDER_WAY_S * 2 / pace)
    keys = [new_phone_key() for _ in guests]
    phones = tuple(
        (hashed(key), guest.person) for key, guest in zip(keys, began.guests, strict=True) if guest.person
    )
    await server.journal.append(Append(created.id, 1, tuple(began.journal[1:]), phones))
    return Begun(created, list(zip(guests, keys, strict=True)), facilitator)


async def forget_old(server: Served) -> None:
    """Only the last few demo evenings stay; sessions that people made are theirs."""
    old = [one for one in await server.sessions.list() if one.owner == OWNER]
    for one in old[KEPT:]:
        access.allow(access.OPERATOR, "delete_session", access.Thing(one.id))
        await server.sessions.delete(one.id)


async def go_on(server: Served, begun: Begun, language: str, pace: float, taken: Callable[[], None]) -> None:
    """Play on; `taken` is called when a real console has taken over. People stay as long as the session lasts."""
    async with asyncio.TaskGroup() as evening_goes_on:
        for no, (participant, key) in enumerate(begun.guests):
            client = Client(server.address, begun.created.code, key, language)
            evening_goes_on.create_task(company.attend(participant, client, Random(no), pace))
        if await company.lead_inside(server.hub, begun.created.id, begun.facilitator, pace):
            taken()
