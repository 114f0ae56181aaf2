"""What held when: the journal walked once, into who sat and spoke from when until when, and how long people waited.

Spans follow the room's state rather than its events, so an undo (F2) gives what really held: a span that an undone
action began is gone, and one that it ended goes on as if it had never been broken.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from app.core.events import Event, Recorded
from app.core.evolve import evolve
from app.core.messages.circle import Sat, Swapped
from app.core.messages.console import Undone
from app.core.messages.harvest import Reacted
from app.core.messages.queue import CallExpired, Heard, RequestWithdrawn
from app.core.messages.session import SessionClosed
from app.core.messages.statements import StatementRevealed
from app.core.room import Room
from app.core.vocabulary import SHARED_REACTIONS, QueueOutcome, SharedReaction

K = TypeVar("K", bound=tuple[object, ...])


@dataclass(slots=True)
class Span(Generic[K]):
    """`start` and `end` in epoch seconds, `end` None while it goes on. `item`: what was running at its start."""

    key: K
    start: float
    action: int
    item: str | None
    end: float | None = None


@dataclass(slots=True)
class Spans(Generic[K]):
    """Spans of one kind. A key names one span for good, so that an undo can find it again."""

    going: dict[K, Span[K]] = field(default_factory=dict)
    over: list[Span[K]] = field(default_factory=list)

    def follow(self, now: Iterable[K], at: float, action: int, item: str | None, undone: int | None) -> None:
        """`now`: the keys of what holds at `at`, through `action`, which undoes the action `undone` if it does."""
        holds = dict.fromkeys(now)
        for key in [key for key in self.going if key not in holds]:
            span = self.going.pop(key)
            if span.action != undone:
                span.end = at
                self.over.append(span)
        for key in holds:
            if key in self.going:
                continue
            again = self._last(key) if undone is not None else None
            if again:
                self.over.remove(again)
                again.end = None
            self.going[key] = again or Span(key, at, action, item)

    def _last(self, key: K) -> Span[K] | None:
        return next((span for span in reversed(self.over) if span.key == key), None)

    def all(self) -> list[Span[K]]:
        """In order of their starts."""
        return sorted([*self.over, *self.going.values()], key=lambda span: (span.start, str(span.key)))


@dataclass(slots=True)
class History:
    """`seats`: (person, chair, since). `turns`: (person, since). `runs`: (item, since). `pauses`: (since,).
    `waits`: (person, number in the queue), with their first call in `calls` (epoch seconds, action)."""

    seats: Spans[tuple[str, int, float]] = field(default_factory=Spans)
    turns: Spans[tuple[str, float]] = field(default_factory=Spans)
    runs: Spans[tuple[str, float]] = field(default_factory=Spans)
    pauses: Spans[tuple[float]] = field(default_factory=Spans)
    waits: Spans[tuple[str, int]] = field(default_factory=Spans)
    calls: dict[tuple[str, int], tuple[float, int]] = field(default_factory=dict)
    declined: dict[tuple[str, int], int] = field(default_factory=dict)
    outcomes: dict[tuple[str, int], QueueOutcome] = field(default_factory=dict)
    added_s: dict[tuple[str, float], int] = field(default_factory=dict)
    reactions: dict[tuple[float, SharedReaction], int] = field(default_factory=dict)
    revealed: set[tuple[str, int]] = field(default_factory=set)
    until: float = 0.0


def walk(journal: Iterable[Recorded]) -> History:
    history, room, action = History(), Room(), 0
    for one in journal:
        if one.part == 0:
            action = one.seq
        evolve(room, one)
        undone = one.event.action if isinstance(one.event, Undone) else None
        touched = {change.target for change in room.log}
        room.settle()
        _follow(history, room, one, touched, action, undone)
    return history


def _follow(
    history: History, room: Room, one: Recorded, touched: set[str], action: int, undone: int | None
) -> None:
    at, item = one.at, room.current
    if "chairs" in touched:
        seats = [(chair.person, no, chair.since) for no, chair in room.chairs.items() if chair.person]
        history.seats.follow(seats, at, action, item, undone)
    if "word" in touched:
        turns = [(room.word.person, room.word.since)] if room.word else []
        history.turns.follow(turns, at, action, item, undone)
    if "items" in touched or "current" in touched:
        running = [(item, room.items[item].started_at or at)] if item else []
        history.runs.follow(running, at, action, item, undone)
        for key in running:
            history.added_s[key] = room.items[key[0]].added_s
    if "paused_at" in touched:
        history.pauses.follow(
            [(room.paused_at,)] if room.paused_at is not None else [], at, action, item, undone
        )
    if "queue" in touched:
        _follow_queue(history, room, one, action, undone)
    if isinstance(one.event, Reacted):
        for kind in SHARED_REACTIONS:
            if kind == one.event.kind:
                history.reactions[at, kind] = history.reactions.get((at, kind), 0) + 1
    else:
        history.until = at
    if isinstance(one.event, StatementRevealed):
        statement = room.statements[one.event.statement]
        history.revealed.add((one.event.statement, len(statement.results) - 1))


def _follow_queue(history: History, room: Room, one: Recorded, action: int, undone: int | None) -> None:
    entries = {(person, entry.number): entry for person, entry in room.queue.items()}
    for key in history.waits.going:
        if key not in entries:
            history.outcomes[key] = _outcome(one.event)
    history.waits.follow(entries, one.at, action, room.current, undone)
    for key, entry in entries.items():
        history.declined[key] = entry.declined
        if entry.called_at is not None:
            history.calls.setdefault(key, (one.at, action))
        elif key in history.calls and history.calls[key][1] == undone:
            del history.calls[key]


def _outcome(event: Event) -> QueueOutcome:
    """How a wait ended, by the event that ended it. What an undo takes back never was a wait, and is dropped."""
    match event:
        case RequestWithdrawn():
            return "withdrawn"
        case CallExpired():
            return "expired"
        case Heard():
            return "heard"
        case Sat() | Swapped():
            return "seated"
        case SessionClosed() | Undone():
            return "waiting"
        case _:
            raise AssertionError(f"{event.type} ended a wait, and nothing says how")


def outcome(history: History, wait: Span[tuple[str, int]]) -> QueueOutcome:
    return "waiting" if wait.end is None else history.outcomes[wait.key]


Stretch = tuple[float, float]
"""From and to, in epoch seconds."""


def without(stretch: Stretch, gaps: Iterable[Stretch]) -> list[Stretch]:
    """What is left of a stretch of time outside the gaps."""
    parts = [stretch]
    for start, end in gaps:
        parts = [
            piece
            for a, b in parts
            for piece in (((a, b),) if end <= a or start >= b else ((a, start), (end, b)))
            if piece[1] > piece[0] or piece == (a, b)
        ]
    return parts


def overlap(stretch: Stretch, others: Iterable[Stretch]) -> float:
    """Seconds of a stretch that lie in `others`, which do not overlap each other."""
    return sum(max(0.0, min(stretch[1], end) - max(stretch[0], start)) for start, end in others)


def circle_time(history: History, room: Room) -> list[Stretch]:
    """When a circle was running and not paused: the time that counts as seat time (F4)."""
    pauses = [(one.start, ending(history, one.end)) for one in history.pauses.all()]
    return [
        part
        for run in history.runs.all()
        if (item := room.planned(run.key[0])) and item.kind == "circle"
        for part in without((run.start, ending(history, run.end)), pauses)
    ]


def ending(history: History, end: float | None) -> float:
    """What still goes on is counted until the last event."""
    return history.until if end is None else end


def seat_seconds(history: History, room: Room) -> Mapping[str, float]:
    """Each person's seconds in the circle; everybody who came is in it."""
    counted = circle_time(history, room)
    seconds = dict.fromkeys(room.people, 0.0)
    for seat in history.seats.all():
        seconds[seat.key[0]] += overlap((seat.start, ending(history, seat.end)), counted)
    return seconds
