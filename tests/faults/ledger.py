"""What a room confirmed, held against what its journal says: nothing lost, nothing done twice (J3, J5).

To be held against the journal when everything that was asked has been answered.
"""

from collections import Counter
from dataclasses import dataclass, field

from app.core.events import Recorded
from app.core.messages.harvest import Reacted
from app.core.messages.people import Added, Joined
from app.core.messages.queue import Asked, RequestWithdrawn
from app.core.messages.session import TimeAdded
from app.core.room import Room


@dataclass
class Ledger:
    """Phones by their number. `votes`: statement -> phone -> choice. `unsure`: votes refused because the statement was
    closed when they were sent again after a kill; they may have counted (V4: nobody can tell any more)."""

    persons: dict[int, str] = field(default_factory=dict)
    joined: int = 0
    votes: dict[str, dict[int, str]] = field(default_factory=dict)
    unsure: set[tuple[str, int]] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    asked: Counter[int] = field(default_factory=Counter)
    withdrawn: Counter[int] = field(default_factory=Counter)
    times_added: int = 0
    reactions: int = 0
    """Each the first of its kind of a phone, so that each counts (R2)."""
    reactions_again: int = 0
    """Of those, sent again after a kill: kept without their person, they may have been counted twice."""
    done: int = 0
    refused: Counter[str] = field(default_factory=Counter)

    def wrong(self, journal: list[Recorded], room: Room) -> list[str]:
        """What is lost, doubled or different; nothing when all is well."""
        happened = Counter(type(one.event) for one in journal)
        found = [f"{command} by {by} was done {times} times" for (by, command), times in _twice(journal)]
        people = happened[Joined] + happened[Added]
        found += _differ("people", self.joined + len(self.cards), people)
        found += _differ("in the room", self.joined + len(self.cards), len(room.people))
        found += _differ(
            "cards", sorted(self.cards), sorted(one.card for one in room.people.values() if one.card)
        )
        found += _differ("texts", sorted(self.texts), sorted(self._texts(room)))
        found += _differ("times added", self.times_added, happened[TimeAdded])
        found += self._requests(journal)
        found += [wrong for statement in self.votes for wrong in self._ballots(statement, room)]
        if not self.reactions <= happened[Reacted] <= self.reactions + self.reactions_again:
            found.append(f"reactions: {self.reactions} (+{self.reactions_again}) but {happened[Reacted]}")
        return found

    def _texts(self, room: Room) -> list[str]:
        return [room.words[one.words] for one in room.contributions.values()]

    def _requests(self, journal: list[Recorded]) -> list[str]:
        number = {person: number for number, person in self.persons.items()}
        asked = Counter(number[one.event.person] for one in journal if isinstance(one.event, Asked))
        withdrawn = Counter(
            number[one.event.person] for one in journal if isinstance(one.event, RequestWithdrawn)
        )
        return _differ("asked", self.asked, asked) + _differ("withdrawn", self.withdrawn, withdrawn)

    def _ballots(self, statement: str, room: Room) -> list[str]:
        confirmed = self.votes[statement]
        if statement in self.closed:
            totals = Counter(room.statements[statement].results[-1].totals)
            unsure = sum(1 for of, _ in self.unsure if of == statement)
            sure = Counter(
                choice for phone, choice in confirmed.items() if (statement, phone) not in self.unsure
            )
            off = totals.total() - sure.total()
            if sure - totals or not 0 <= off <= unsure:
                return [f"{statement}: {dict(totals)}, of which {dict(sure)} confirmed and {unsure} unsure"]
            return []
        there = {person: choice for (of, person), choice in room.ballots.items() if of == statement}
        expected = {self.persons[phone]: choice for phone, choice in confirmed.items()}
        return _differ(f"ballots of {statement}", expected, there) + _differ(
            f"voted on {statement}", len(expected), room.voted.get(statement, 0)
        )


def _twice(journal: list[Recorded]) -> list[tuple[tuple[str, str], int]]:
    """Commands whose first event is there more than once."""
    firsts = Counter((_sender(one), one.command) for one in journal if one.command and one.part == 0)
    return [(command, times) for command, times in firsts.items() if times > 1]


def _sender(one: Recorded) -> str:
    return one.event.person if isinstance(one.event, Joined) else one.by


def _differ(what: str, confirmed: object, kept: object) -> list[str]:
    return [] if confirmed == kept else [f"{what}: confirmed {confirmed}, kept {kept}"]
