"""evolve(room, recorded): let what happened have happened. Total: it never refuses, and knows every event."""

from collections.abc import Callable, Iterable
from typing import Any, assert_never, get_args

from app.core.actor import is_console
from app.core.events import JOURNALED, Recorded
from app.core.messages.circle import (
    ChairAdded,
    ChairRemoved,
    CircleEvent,
    CircleFormed,
    LeaveAsked,
    LeavePrompted,
    OpenChairIdled,
    Sat,
    Stood,
    Swapped,
    WordEnded,
    WordGiven,
    WordPassed,
)
from app.core.messages.console import (
    ConsoleEvent,
    ControlTaken,
    HelperCalled,
    HintCleared,
    SignalCleared,
    Undone,
)
from app.core.messages.harvest import (
    HarvestEvent,
)
from app.core.messages.people import Added, CameBack, ConsentChanged, Joined, Left, Named, PeopleEvent
from app.core.messages.queue import (
    QueueEvent,
)
from app.core.messages.session import (
    Amended,
    Blanked,
    Invited,
    ItemEnded,
    ItemSkipped,
    ItemStarted,
    LobbyOpened,
    MomentEnded,
    MomentStarted,
    Paused,
    Prepared,
    Redacted,
    Resumed,
    Revised,
    SessionCancelled,
    SessionClosed,
    SessionEvent,
    SessionReleased,
    SessionStarted,
    Struck,
    TimeAdded,
    Unblanked,
    WentOffRecord,
    WentOnRecord,
)
from app.core.messages.statements import (
    StatementsEvent,
)
from app.core.plan import Plan
from app.core.room import Amendment, Hint, Invitation, ItemState, Moment, Room, Word
from app.core.rules import circle, harvest, people, queue, session, sheet, statements, undo, word

MOVES_SEAT_TIME: frozenset[type] = frozenset({
    Sat, Stood, Swapped, CircleFormed, ItemStarted, ItemEnded, Paused, Resumed, Undone, SessionClosed, Left,
})  # fmt: skip


def evolve(room: Room, recorded: Recorded) -> None:
    """Change the room by one event. Journaled events come in the order of their positions."""
    event, at = recorded.event, recorded.at
    before = len(room.log)
    kind = type(event)
    if kind in MOVES_SEAT_TIME:
        circle.count_seat_time(room, at)
    if kind in JOURNALED:
        room.seq = recorded.seq
    HANDLERS[kind](room, event, at)
    if is_console(recorded.by) and kind is not Undone:
        undo.note(room, recorded, room.log[before:])


def replay(journal: Iterable[Recorded], apart: Iterable[Recorded] = ()) -> Room:
    """The room as it is after `journal` and what is kept apart from it (J2)."""
    room = Room()
    journal = list(journal)
    needed = undo.needed(journal)
    for recorded in (*journal, *apart):
        # Nothing here is ever taken back, so only what can be undone has to be written down.
        room.log.on = recorded.seq - recorded.part in needed
        evolve(room, recorded)
        room.settle()
    room.log.on = True
    return room


def _planned(room: Room, plan: Plan) -> None:
    sheet.on_plan(room, plan)
    statements.on_plan(room, plan)


def _resumed(room: Room, at: float) -> None:
    """Every clock that stood still is moved on by the length of the pause (S4)."""
    if room.paused_at is None:
        return
    length = at - room.paused_at
    sheet.on_resumed(room, length)
    queue.on_resumed(room, length)
    circle.on_resumed(room, length)
    word.on_resumed(room, at)


def _on_session(room: Room, event: SessionEvent, at: float) -> None:
    match event:
        case Prepared(code, plan):
            room.code = code
            _planned(room, plan)
        case Revised(plan):
            _planned(room, plan)
        case LobbyOpened():
            room.state = "lobby"
        case SessionStarted():
            room.state, room.opened_at = "live", at
        case SessionClosed():
            session.on_closed(room, at)
            circle.on_cleared(room)
            queue.on_closed(room)
            word.on_circle_cleared(room)
            undo.on_closed(room)
        case SessionCancelled():
            room.state, room.closed_at = "cancelled", at
        case SessionReleased():
            room.state = "released"
        case Amended(amendment, kind, words):
            room.amendments[amendment] = Amendment(kind, words, at)
        case ItemStarted():
            sheet.on_item_started(room, event, at)
            statements.on_item_started(room)
            running = room.item()
            if running is None or running.kind != "listen_back":
                queue.on_circle_cleared(room)
                word.on_circle_cleared(room)
            circle.on_item_started(room, running)
        case ItemEnded():
            _resumed(room, at)
            sheet.on_item_ended(room, event, at)
            queue.on_item_ended(room)
            circle.on_item_ended(room)
            word.on_item_ended(room)
        case ItemSkipped(item):
            room.items[item] = ItemState("skipped")
        case TimeAdded():
            sheet.on_time_added(room, event)
        case Paused():
            sheet.on_paused(room, at)
            word.on_paused(room)
        case Resumed():
            _resumed(room, at)
        case Blanked():
            room.blanked = True
        case Unblanked():
            room.blanked = False
        case WentOffRecord():
            sheet.on_off_record(room, at)
            word.on_off_record(room, at)
        case WentOnRecord():
            sheet.on_on_record(room, at)
            word.on_on_record(room)
        case Struck(since):
            sheet.on_struck(room, since, at)
            word.on_struck(room)
            harvest.on_struck(room)
            undo.on_struck(room)
        case Redacted():
            pass
        case MomentStarted(kind, seconds):
            room.moment = Moment(kind, at, seconds)
        case MomentEnded():
            room.moment = None
        case Invited(kind):
            room.invitation = Invitation(kind, at)
        case _:
            assert_never(event)


def _on_people(room: Room, event: PeopleEvent, at: float) -> None:
    match event:
        case Joined():
            people.on_joined(room, event)
        case Added():
            people.on_added(room, event)
        case Left():
            people.on_left(room, event)
            circle.on_left(room, event.person)
        case CameBack():
            people.on_came_back(room, event)
        case ConsentChanged():
            people.on_consent(room, event)
        case Named(person, name):
            room.names[person] = name
        case _:
            assert_never(event)


def _on_circle(room: Room, event: CircleEvent, at: float) -> None:
    match event:
        case CircleFormed():
            queue.on_circle_cleared(room)
            word.on_circle_cleared(room)
            circle.on_formed(room, event)
        case Sat(person, chair):
            queue.on_seated(room, person, chair)
            people.on_seated(room, person)
            circle.on_sat(room, event, at)
        case Stood(person, chair):
            if circle.sits_in(room, person, chair):
                word.on_stood(room, person)
                circle.on_stood(room, event, at)
        case Swapped():
            queue.on_circle_cleared(room)
            word.on_circle_cleared(room)
            circle.on_swapped(room, event, at)
            for chair, person in event.seated.items():
                queue.on_seated(room, person, chair)
                people.on_seated(room, person)
        case ChairAdded():
            circle.on_chair_added(room, event, at)
        case ChairRemoved(chair):
            queue.on_chair_removed(room, chair)
            circle.on_chair_removed(room, event, at)
        case LeaveAsked():
            room.leave_asked = at
        case LeavePrompted():
            room.hints["leave_prompt"] = Hint(at)
        case OpenChairIdled():
            room.hints["open_chair_idle"] = Hint(room.idle_since or at)
        case WordGiven(person):
            word.on_word(room, person, at)
            statements.on_word_given(room)
        case WordEnded():
            word.on_word(room, None, at)
        case WordPassed(speaker):
            room.memory.word = Word(speaker, at) if speaker else None
        case _:
            assert_never(event)


def _on_console(room: Room, event: ConsoleEvent, at: float) -> None:
    match event:
        case HintCleared(hint):
            room.hints.drop(hint)
            circle.on_hint_cleared(room, hint)
        case ControlTaken(console):
            room.controller = console
            room.memory.asked_by = None
        case Undone():
            undo.on_undone(room, event, at)
        case HelperCalled():
            harvest.on_helper_called(room, event, at)
        case SignalCleared():
            harvest.on_signal_cleared(room, event)
        case _:
            assert_never(event)


HANDLERS: dict[type, Callable[[Room, Any, float], None]] = {
    kind: handler
    for events, handler in (
        (SessionEvent, _on_session),
        (PeopleEvent, _on_people),
        (CircleEvent, _on_circle),
        (QueueEvent, queue.evolve),
        (StatementsEvent, statements.evolve),
        (HarvestEvent, harvest.evolve),
        (ConsoleEvent, _on_console),
    )
    for kind in get_args(events)
}
"""By kind of event, since asking a union with isinstance costs more than most events do. What is one subject's alone is
told there; here is what several have a part in, in the order they have it."""
