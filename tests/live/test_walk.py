"""Random evenings: after every command each person's own part is what it would be if it were told anew, and in the
end so are the views, and the room is what is stored (J1, J2, J6)."""

import random
from collections.abc import Mapping
from typing import Any

import pytest

from app.core import views
from app.core.actor import SERVER, Actor
from app.core.commands import Command, Tick
from app.core.evolve import replay
from app.core.messages.people import Join
from app.core.room import Room, snapshot
from app.live.answers import Done
from tests.core.test_replay import Walk
from tests.live.looking import Evening, Onlooker

STEPS = 350
PHONES = 24


class Chance(Walk):
    """Only what a walk would ask next of a room."""

    def __init__(self, seed: int, room: Room) -> None:
        super().__init__(seed)
        self.story.room = room

    def next(self) -> tuple[Command, bool]:
        """A command, and whether it is a phone's."""
        phones, consoles = self.commands()
        ours = phones if self.random.random() < 0.55 else consoles
        pick = self.random.choices([one for _, one in ours], [weight for weight, _ in ours])[0]
        return pick(), ours is phones


def lasting(me: Mapping[str, Any]) -> dict[str, Any]:
    """Votes of a statement that was closed may linger with whoever gave them."""
    return {key: value for key, value in me.items() if key != "votes"}


@pytest.mark.parametrize("seed", [None, 8, 127674])
async def test_J6_what_people_were_told_is_what_they_would_be_told(
    evening: Evening, seed: int | None
) -> None:
    looking = {f"h{number}": evening.looks("phone", f"h{number}") for number in range(PHONES)}
    screens: dict[str, Onlooker] = {
        "stage": evening.looks("stage"),
        "console": evening.looks("console", "c1"),
    }
    evening.looks("console", "c2")
    # A new one each time, drawn here: what is collected has to be the same in every process.
    seed = random.randrange(10**6) if seed is None else seed
    walk = Chance(seed, evening.room)
    done = 0
    for _ in range(STEPS):
        evening.clock.now += walk.random.choice([0.0, 0.5, 9.0, 31.0])
        await evening.asks(Tick(), SERVER)
        command, from_phone = walk.next()
        if from_phone:
            new = [phone for phone in looking if phone not in evening.live.crowd.phones.person_of]
            known = sorted(set(looking) - set(new)) or new
            from_new = isinstance(command, Join) and new and walk.random.random() < 0.7
            sender = walk.random.choice(new if from_new else known)
            answer = await evening.asks(command, Actor("phone"), phone=sender)
        else:
            answer = await evening.asks(command, Actor("console", evening.room.controller or "c1"))
        done += isinstance(answer, Done)
        people = evening.live.crowd.phones.person_of
        for phone, onlooker in looking.items():
            own = views.me(evening.room, people.get(phone, ""))
            assert lasting(onlooker.me) == lasting(own), f"seed {seed}: {phone} after {command}"
            assert own.get("votes", {}).items() <= onlooker.me.get("votes", {}).items()
    assert done > STEPS / 4
    evening.clock.now += 120
    await evening.asks(Tick(), SERVER)
    await screens["stage"].until(lambda one: one.view == fresh(evening, views.stage))
    await screens["console"].until(lambda one: one.view == fresh(evening, views.console))
    for onlooker in looking.values():
        await onlooker.until(lambda one: one.view == fresh(evening, views.phone))
    stored = await evening.journal.load(evening.session)
    assert snapshot(replay(stored.journal, stored.apart)) == snapshot(evening.room)


def fresh(evening: Evening, view: Any) -> dict[str, Any]:
    """As it is told when the last reactions are over."""
    made: dict[str, Any] = view(evening.room, "nl")
    made.pop("tide", None)
    return {**made, "reactions": {}} if "reactions" in made else made
