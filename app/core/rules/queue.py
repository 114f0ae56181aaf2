"""The queue: who asked to speak, in what order, who was called (Q1-Q4, C2)."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from app.core.events import Event
from app.core.messages.circle import WordGiven
from app.core.messages.queue import (
    Asked,
    CallDeclined,
    Called,
    CallExpired,
    CallRepeated,
    Heard,
    QueueEvent,
    RequestWithdrawn,
)
from app.core.refusal import Refusal
from app.core.room import Entry, Hint, Room
from app.core.rules import circle, word

RACE_S = 10.0
"""How long after the last free chair was taken somebody who still asks for it counts as having come second (C2)."""


def order(room: Room) -> list[str]:
    """Everybody in the queue, next first. Whoever was called keeps the call at the front (Q2)."""
    by = _ordering(room)

    def place(item: tuple[str, Entry]) -> tuple[object, ...]:
        person, entry = item
        if entry.called_at is not None:
            return (0, entry.called_at, entry.number)
        return (1, *by(person), not entry.head, entry.head, entry.asked_at, entry.number)

    return [person for person, _ in sorted(room.queue.items(), key=place)]


def _ordering(room: Room) -> Callable[[str], tuple[float, ...]]:
    match room.rules().queue_order:
        case "not_yet_spoken_first":
            return lambda person: (room.people[person].sat,)
        case "balance_roles":
            return lambda person: (_share(room, room.people[person].role),)
        case _:
            return lambda person: ()


def _share(room: Room, role: str) -> float:
    """Seconds in the circle for each person of this role who is here."""
    return room.seat_s.get(role, 0.0) / max(1, room.present_by_role.get(role, 0))


# Deciding


def ask(room: Room, person: str) -> list[Event]:
    if person in room.seat_of and _sits(room):
        raise Refusal("already_seated")
    if person in room.queue:
        raise Refusal("already_asked")
    item = room.item()
    if item is None or not item.rules.queue:
        raise Refusal("queue_closed")
    if _sits(room) and not circle.may_sit(room, person):
        raise Refusal("not_your_round")
    return [Asked(person)]


def withdraw(room: Room, person: str) -> list[Event]:
    if person not in room.queue:
        raise Refusal("not_in_queue")
    return [RequestWithdrawn(person)]


def _sits(room: Room) -> bool:
    """Whether speaking now means sitting in the circle; in a listen-back the outer circle speaks where it is."""
    item = room.item()
    return item is not None and item.kind == "circle"


def take_chair(room: Room, person: str, wanted: int | None, now: float) -> list[Event]:
    """C2: the server's order decides. Whoever comes second goes to the head of the queue, and is told so."""
    if not _sits(room):
        raise Refusal("no_circle")
    if person in room.seat_of:
        raise Refusal("already_seated")
    entry = room.queue.get(person)
    called = entry is not None and entry.called_at is not None
    if not called and not circle.may_sit(room, person):
        raise Refusal("not_your_round")
    if wanted is not None and wanted not in room.chairs:
        raise Refusal("unknown_chair")
    rules = room.rules()
    if rules.tap_in and not called and wanted is not None and room.chairs[wanted].person:
        return _tap_in(room, person, wanted)
    if not called and not rules.take_free:
        raise Refusal("not_without_call" if rules.queue else "seats_assigned")
    chair = circle.best_free(room, person)
    if wanted is not None and room.chairs[wanted].person is None:
        chair = wanted if room.chairs[wanted].reserved_for in (None, person) else chair
    if chair is not None:
        return circle.sit(room, person, chair)
    if room.free_chairs():
        raise Refusal("chair_reserved")
    if room.full_at is not None and now - room.full_at <= RACE_S and rules.queue:
        return [Asked(person, at_head=True)]
    raise Refusal("no_free_chair")


def _tap_in(room: Room, person: str, chair: int) -> list[Event]:
    there = room.chairs[chair]
    if there.kind == "case_giver":
        raise Refusal("case_giver_stays")
    if room.word and room.word.person == there.person:
        raise Refusal("is_speaking")
    return circle.sit(room, person, chair)


def call_next(room: Room) -> list[Event]:
    """The second row first (C5), then those in the queue who may sit in this round (C3); somebody who has just said
    "not now" is passed over once."""
    if _sits(room):
        for person in room.second_row:
            if person not in room.queue:
                return call(room, person)
    waiting = [
        person
        for person in order(room)
        if room.queue[person].called_at is None and (not _sits(room) or circle.may_sit(room, person))
    ]
    if not waiting:
        raise Refusal("queue_empty")
    least = min(room.queue[person].declined for person in waiting)
    return call(room, next(person for person in waiting if room.queue[person].declined == least))


def call(room: Room, person: str) -> list[Event]:
    entry = room.queue.get(person)
    if entry and entry.called_at is not None:
        raise Refusal("already_called")
    item = room.item()
    if item is None:
        raise Refusal("no_item")
    asked: list[Event] = [] if entry else [Asked(person)]
    if not _sits(room):
        if room.paused_at is not None:
            raise Refusal("paused")
        if room.off_since is not None:
            return [*asked, Called(person), Heard(person), *word.give_word(room, person)]
        return [*asked, Called(person), Heard(person), WordGiven(person)]
    if person in room.seat_of:
        raise Refusal("already_seated")
    free = [no for no in room.free_chairs() if room.chairs[no].reserved_for is None]
    if not free:
        raise Refusal("no_free_chair")
    chair = circle.best_free(room, person) or free[0]
    return [*asked, Called(person, chair)]


def decline(room: Room, person: str) -> list[Event]:
    entry = room.queue.get(person)
    if entry is None or entry.called_at is None:
        raise Refusal("not_called")
    return [CallDeclined(person)]


# Evolving


def evolve(room: Room, event: QueueEvent, at: float) -> None:
    match event:
        case Asked():
            on_asked(room, event, at)
        case Called():
            on_called(room, event, at)
        case CallRepeated():
            on_repeated(room, event, at)
        case CallDeclined():
            on_declined(room, event, at)
        case CallExpired():
            on_expired(room, event, at)
        case RequestWithdrawn(person) | Heard(person):
            on_gone(room, person, at)
        case _:
            assert_never(event)


def on_asked(room: Room, event: Asked, at: float) -> None:
    entry = room.queue.get(event.person)
    head = 0
    if event.at_head:
        room.heads += 1
        head = room.heads
    if entry:
        room.queue[event.person] = replace(entry, head=head or entry.head)
    else:
        room.asked += 1
        room.queue[event.person] = Entry(at, room.asked, head)
    room.invitation = None


def on_called(room: Room, event: Called, at: float) -> None:
    entry = room.queue[event.person]
    room.queue[event.person] = replace(entry, called_at=at, times=1, chair=event.chair)
    if event.chair is not None:
        room.chairs[event.chair] = replace(room.chairs[event.chair], reserved_for=event.person)
        circle.watch_open_chair(room, at)


def on_repeated(room: Room, event: CallRepeated, at: float) -> None:
    room.queue[event.person] = replace(room.queue[event.person], called_at=at, times=2)


def on_declined(room: Room, event: CallDeclined, at: float) -> None:
    entry = room.queue[event.person]
    circle.release(room, event.person)
    room.queue[event.person] = replace(
        entry, called_at=None, times=0, chair=None, declined=entry.declined + 1
    )
    circle.watch_open_chair(room, at)


def on_expired(room: Room, event: CallExpired, at: float) -> None:
    on_gone(room, event.person, at)
    room.hints["call_expired"] = Hint(at, event.person)


def on_gone(room: Room, person: str, at: float) -> None:
    """The entry is over: withdrawn, expired, or heard where the person is."""
    circle.release(room, person)
    room.queue.drop(person)
    circle.watch_open_chair(room, at)


def on_seated(room: Room, person: str, chair: int) -> None:
    entry = room.queue.get(person)
    if entry:
        if entry.chair is not None and entry.chair != chair:
            circle.release(room, person)
        del room.queue[person]


def on_chair_removed(room: Room, chair: int) -> None:
    kept_for = room.chairs[chair].reserved_for
    if kept_for and kept_for in room.queue:
        _wait_again(room, kept_for)


def on_circle_cleared(room: Room) -> None:
    """Whoever was called waits again."""
    for person, entry in list(room.queue.items()):
        if entry.called_at is not None:
            _wait_again(room, person)


def on_item_ended(room: Room) -> None:
    for person, entry in list(room.queue.items()):
        if entry.called_at is not None:
            circle.release(room, person)
            _wait_again(room, person)
    room.hints.drop("call_expired")


def on_resumed(room: Room, length: float) -> None:
    for person, entry in list(room.queue.items()):
        if entry.called_at is not None:
            room.queue[person] = replace(entry, called_at=entry.called_at + length)


def on_closed(room: Room) -> None:
    room.queue.empty()


def _wait_again(room: Room, person: str) -> None:
    room.queue[person] = replace(room.queue[person], called_at=None, times=0, chair=None)
