"""evolve(room, recorded): let what happened have happened. Total: it never refuses, and knows every event."""

from collections.abc import Callable, Iterable
from typing import Any, assert_never, get_args

from app.core.actor import is_console
from app.core.events import JOURNALED, Recorded
from app.core.messages.circle import (
    ChairAdded,
    ChairRemoved,
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
from app.core.messages.console import ControlTaken, HelperCalled, HintCleared, SignalCleared, Undone
from app.core.messages.harvest import (
    Contributed,
    ContributionHidden,
    ContributionShown,
    Endorsed,
    Reacted,
    ReactionMarked,
    Worded,
    WordsWithdrawn,
)
from app.core.messages.people import Added, CameBack, ConsentChanged, Joined, Left, Named
from app.core.messages.queue import (
    Asked,
    CallDeclined,
    Called,
    CallExpired,
    CallRepeated,
    Heard,
    RequestWithdrawn,
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
    SessionReleased,
    SessionStarted,
    Struck,
    TimeAdded,
    Unblanked,
    WentOffRecord,
    WentOnRecord,
)
from app.core.messages.statements import (
    BallotCast,
    CountsEntered,
    StatementAdded,
    StatementClosed,
    StatementOpened,
    StatementRevealed,
)
from app.core.plan import Plan
from app.core.room import Amendment, Hint, ItemState, Moment, Room, Word
from app.core.room import Invited as Invitation
from app.core.rules import circle, harvest, people, queue, session, sheet, statements, undo, word

MOVES_SEAT_TIME: frozenset[type] = frozenset({
    Sat, Stood, Swapped, CircleFormed, ItemStarted, ItemEnded, Paused, Resumed, Undone, SessionClosed, Left,
})  # fmt: skip


SheetEvent = (
    Prepared | Revised | LobbyOpened | SessionStarted | SessionClosed | SessionCancelled | SessionReleased | Amended
    | ItemStarted | ItemEnded | ItemSkipped | TimeAdded | Paused | Resumed | Blanked | Unblanked
    | WentOffRecord | WentOnRecord | Struck | Redacted | MomentStarted | MomentEnded | Invited
    | HintCleared | ControlTaken | Undone
)  # fmt: skip
PeopleEvent = Joined | Added | Left | CameBack | ConsentChanged | Named
CircleEvent = (
    CircleFormed | Sat | Stood | Swapped | ChairAdded | ChairRemoved | LeaveAsked | LeavePrompted | OpenChairIdled
    | WordGiven | WordEnded | WordPassed
)  # fmt: skip
QueueEvent = Asked | Called | CallRepeated | CallDeclined | CallExpired | RequestWithdrawn | Heard
VotingEvent = (
    StatementAdded | StatementOpened | CountsEntered | StatementClosed | StatementRevealed | BallotCast
)  # fmt: skip
HarvestEvent = (
    Reacted | ReactionMarked | HelperCalled | SignalCleared | Contributed | Endorsed
    | ContributionShown | ContributionHidden | WordsWithdrawn | Worded
)  # fmt: skip


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


def _on_sheet(room: Room, event: SheetEvent, at: float) -> None:
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
            item = room.item()
            if item is None or item.kind != "listen_back":
                queue.on_circle_cleared(room)
                word.on_circle_cleared(room)
            circle.on_item_started(room, item)
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
        case HintCleared(hint):
            room.hints.drop(hint)
            circle.on_hint_cleared(room, hint)
        case ControlTaken(console):
            room.controller = console
            room.memory.asked_by = None
        case Undone():
            undo.on_undone(room, event, at)
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


def _on_queue(room: Room, event: QueueEvent, at: float) -> None:
    match event:
        case Asked():
            queue.on_asked(room, event, at)
        case Called():
            queue.on_called(room, event, at)
        case CallRepeated():
            queue.on_repeated(room, event, at)
        case CallDeclined():
            queue.on_declined(room, event, at)
        case CallExpired():
            queue.on_expired(room, event, at)
        case RequestWithdrawn(person) | Heard(person):
            queue.on_gone(room, person, at)
        case _:
            assert_never(event)


def _on_voting(room: Room, event: VotingEvent, at: float) -> None:
    match event:
        case StatementAdded():
            statements.on_added(room, event)
        case StatementOpened():
            statements.on_opened(room, event, at)
        case CountsEntered():
            statements.on_counts(room, event)
        case StatementClosed():
            statements.on_closed(room, event, at)
        case StatementRevealed():
            statements.on_revealed(room, event)
        case BallotCast():
            statements.on_ballot(room, event)
        case _:
            assert_never(event)


def _on_harvest(room: Room, event: HarvestEvent, at: float) -> None:
    match event:
        case Reacted():
            harvest.on_reacted(room, event, at)
        case ReactionMarked():
            harvest.on_marked(room, event, at)
        case HelperCalled():
            harvest.on_helper_called(room, event, at)
        case SignalCleared():
            harvest.on_signal_cleared(room, event)
        case Contributed():
            harvest.on_contributed(room, event, at)
        case Endorsed():
            harvest.on_endorsed(room, event, at)
        case ContributionShown() | ContributionHidden():
            harvest.on_shown(room, event)
        case WordsWithdrawn():
            harvest.on_withdrawn(room, event)
        case Worded(words, text):
            room.words[words] = text
        case _:
            assert_never(event)


HANDLERS: dict[type, Callable[[Room, Any, float], None]] = {
    kind: handler
    for events, handler in (
        (SheetEvent, _on_sheet),
        (PeopleEvent, _on_people),
        (CircleEvent, _on_circle),
        (QueueEvent, _on_queue),
        (VotingEvent, _on_voting),
        (HarvestEvent, _on_harvest),
    )
    for kind in get_args(events)
}
"""By kind of event, since asking a union with isinstance costs more than most events do."""
