"""A rehearsal: simulated people in a room that you lead, or that is led for you to look at."""

import asyncio
from dataclasses import dataclass
from random import Random
from urllib.parse import urlsplit

from app.simulate import company, evening
from app.simulate.client import Client
from app.simulate.facilitator import Facilitator
from app.simulate.participant import Participant
from app.simulate.people import cast

ARRIVING_S = 60.0
"""In how much time everybody comes in."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the room is, and the key of its console where that is known."""

    address: str
    code: str
    console_key: str = ""


def door(session: str, url: str) -> Door:
    """`session`: a code for the server at `url`, or a whole link as the organiser gets it. Raises ValueError."""
    if "://" not in session:
        return Door(url, session)
    link = urlsplit(session)
    parts = [part for part in link.path.split("/") if part]
    if len(parts) < 2 or parts[0] != "s":
        raise ValueError(f"{session} is not a session's link")
    return Door(f"{link.scheme}://{link.netloc}", parts[1], link.fragment if parts[2:] == ["console"] else "")


async def rehearse(where: Door, people: int, pace: float, language: str, seed: int, facilitate: bool) -> None:
    """Until everybody has gone home. Raises Closed (unknown session or key), NobodyThere, TimeoutError (no answer)."""
    without_phone = min(2, people) if facilitate else 0
    company_of = cast(seed, people, without_phone)
    guests = [one for one in company_of if one.phone]
    # The first of them finds out whether the door is there at all.
    first = Client(where.address, where.code, language=language)
    await first.open(sure=True)
    await first.close()
    async with asyncio.TaskGroup() as room:
        for no, persona in enumerate(guests):
            rng = Random(f"{seed} {no}")
            participant = Participant(persona, rng, pace, language)
            client = Client(where.address, where.code, language=language)
            late_s = rng.uniform(0, ARRIVING_S)
            room.create_task(company.attend(participant, client, rng, pace, late_s))
        if facilitate:
            facilitator = Facilitator(
                Random(f"{seed} facilitator"),
                pace,
                language,
                tuple(one for one in company_of if not one.phone),
                people,
                evening.SWAPS,
            )
            async with Client(where.address, where.code, where.console_key, language) as console:
                await company.lead(console, facilitator, pace)
