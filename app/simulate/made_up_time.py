"""An evening in made-up time: the same people and facilitator, in a room of their own, with no server and no waiting.

The demo begins with one that is under way: its journal up to now is played here and then handed to the real room.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from app.core import views
from app.core.actor import SERVER, Actor
from app.core.commands import Command, Tick
from app.core.decide import decide, stamp
from app.core.events import APART, JOURNALED, Recorded
from app.core.evolve import evolve
from app.core.messages.people import Joined
from app.core.messages.session import Prepared
from app.core.plan import Plan
from app.core.refusal import Refusal
from app.core.room import Room
from app.core.rules import clock
from app.plans.people import aliases
from app.simulate.facilitator import Facilitator
from app.simulate.participant import Participant

STEP_S = 0.5
BEAT_S = (0.7, 1.4)
"""How often each person looks up, from and to."""


@dataclass(slots=True)
class Guest:
    """A participant and who that is in the room; "" until they have joined. `looks_at`: when they next look up."""

    participant: Participant
    person: str = ""
    looks_at: float = 0.0


class Evening:
    """Plays until told otherwise. `journal` is what would be stored, `refused` the codes of what was not done."""

    def __init__(
        self,
        code: str,
        plan: Plan,
        guests: list[Participant],
        facilitator: Facilitator,
        rng: Random,
        start: float,
        pace: float = 1.0,
    ) -> None:
        self.room = Room()
        self.now = start
        self.guests = [Guest(one, looks_at=start + no * 1.5 / pace) for no, one in enumerate(guests)]
        self.facilitator = facilitator
        self.journal: list[Recorded] = []
        self.refused: list[str] = []
        self._rng = rng
        self._pace = pace
        self._view: Mapping[str, Any] = {}
        self._viewed = -1
        self._happens(Recorded(1, start, "", Prepared(code, plan)))

    def run(self, until: Callable[[Room, float], bool], most_s: float) -> None:
        """Go on until `until(room, now)`. Longer than `most_s` is a bug in the behaviour."""
        end = self.now + most_s
        while not until(self.room, self.now):
            assert self.now < end, f"still {self.room.state}, at {self.room.current}, after {most_s} s"
            self._step()
            self.now += STEP_S / self._pace

    def _step(self) -> None:
        deadline = clock.next_deadline(self.room, self.now)
        if deadline is not None and deadline <= self.now:
            self._do(Tick(), SERVER)
        if command := self.facilitator.act(views.console(self.room, self.room.plan.language), self.now):
            self._do(command, SERVER)
        for guest in self.guests:
            if guest.looks_at > self.now:
                continue
            guest.looks_at = self.now + self._rng.uniform(*BEAT_S) / self._pace
            own = views.me(self.room, guest.person)
            wish = guest.participant.act(self._phone(), own, self.now)
            if wish is None:
                continue
            for one in self._do(wish, Actor("phone", guest.person)):
                if isinstance(one.event, Joined):
                    guest.person = one.event.person

    def _phone(self) -> Mapping[str, Any]:
        if self._viewed != self.room.seq:
            self._view = views.phone(self.room, self.room.plan.language)
            self._viewed = self.room.seq
        return self._view

    def _do(self, command: Command, by: Actor) -> list[Recorded]:
        try:
            events = decide(self.room, command, by, self.now, aliases(self.room.plan.language))
        except Refusal as refusal:
            self.refused.append(refusal.code)
            return []
        recorded = stamp(self.room, events, by, self.now)
        for one in recorded:
            self._happens(one)
        return recorded

    def _happens(self, one: Recorded) -> None:
        evolve(self.room, one)
        self.room.settle()
        if type(one.event) in JOURNALED | APART:
            self.journal.append(one)
