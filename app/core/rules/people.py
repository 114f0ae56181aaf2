"""Who is in the room: joining, being added, leaving, consent (P1-P6, X1)."""

from dataclasses import replace

from app.core.aliases import Aliases, alias
from app.core.events import Event
from app.core.messages.circle import Stood
from app.core.messages.people import (
    Added,
    AddPerson,
    CameBack,
    Consent,
    ConsentChanged,
    Join,
    Joined,
    Left,
    Named,
)
from app.core.messages.queue import RequestWithdrawn
from app.core.plan import UNSAID
from app.core.refusal import Refusal
from app.core.room import Person, Room
from app.core.rules.statements import on_joined_late
from app.core.vocabulary import MOST_CARD, MOST_NAME

COUNTED_ONLY = Consent(votes=False, words=False, story=False)
"""What is assumed of somebody without a phone until they say otherwise: present, counted by role."""

# Deciding


def join(room: Room, command: Join, person: str, aliases: Aliases) -> list[Event]:
    """`person`: who this phone already is, or "". Coming back needs no code and no question (P3)."""
    if person:
        return [] if room.people[person].present else [CameBack(person)]
    _check(room, command.role, command.name)
    number = room.numbered + 1
    id = f"p{number}"
    joined = Joined(id, command.role, alias(number, aliases), command.consent)
    name = command.name.strip()
    return [joined, *([Named(id, name)] if name else [])]


def add(room: Room, command: AddPerson, aliases: Aliases) -> list[Event]:
    _check(room, command.role, command.name)
    card = command.card.strip()
    if len(card) > MOST_CARD:
        raise Refusal("text_too_long", most=MOST_CARD)
    if card and any(one.card == card and one.present for one in room.people.values()):
        raise Refusal("card_in_use", card=card)
    number = room.numbered + 1
    id = f"p{number}"
    added = Added(id, command.role, alias(number, aliases, card), card)
    name = command.name.strip()
    return [added, *([Named(id, name)] if name else [])]


def _check(room: Room, role: str, name: str) -> None:
    if role != UNSAID and room.plan.role(role) is None:
        raise Refusal("unknown_role")
    if len(name.strip()) > MOST_NAME:
        raise Refusal("text_too_long", most=MOST_NAME)


def leave(room: Room, person: str) -> list[Event]:
    """The chair and the place in the queue go with the person."""
    if not room.people[person].present:
        raise Refusal("not_present")
    chair = room.seat_of.get(person)
    stood: list[Event] = [Stood(person, chair)] if chair is not None else []
    withdrawn: list[Event] = [RequestWithdrawn(person)] if person in room.queue else []
    return [*stood, *withdrawn, Left(person)]


# Evolving


def on_joined(room: Room, event: Joined) -> None:
    room.numbered += 1
    room.people[event.person] = Person(event.role, event.alias, room.numbered, event.consent)
    room.joined += 1
    _present(room, event.role, 1)
    on_joined_late(room)


def on_added(room: Room, event: Added) -> None:
    room.numbered += 1
    room.people[event.person] = Person(
        event.role, event.alias, room.numbered, COUNTED_ONLY, phone=False, card=event.card
    )
    room.phoneless[event.person] = room.numbered
    _present(room, event.role, 1)
    on_joined_late(room)


def on_left(room: Room, event: Left) -> None:
    person = room.people[event.person]
    room.people[event.person] = replace(person, present=False, left=room.seq)
    _present(room, person.role, -1)


def on_came_back(room: Room, event: CameBack) -> None:
    person = room.people[event.person]
    room.people[event.person] = replace(person, present=True)
    _present(room, person.role, 1)
    on_joined_late(room, person.left)


def on_seated(room: Room, person: str) -> None:
    if not room.people[person].sat:
        room.people[person] = replace(room.people[person], sat=True)


def on_consent(room: Room, event: ConsentChanged) -> None:
    room.people[event.person] = replace(room.people[event.person], consent=event.consent)


def _present(room: Room, role: str, by: int) -> None:
    room.present += by
    room.present_by_role[role] = room.present_by_role.get(role, 0) + by
