"""evolve(room, recorded): let what happened have happened. Total: it never refuses, and knows every event."""

from collections.abc import Callable, Iterable
from typing import Any, assert_never, get_args

from app.core import circle, harvest, people, queue, sheet, trail, voting
from app.core.actor import is_console
from app.core.events import (
    JOURNALED,
    Added,
    Amended,
    Asked,
    BallotCast,
    Blanked,
    CallDeclined,
    Called,
    CallExpired,
    CallRepeated,
    CameBack,
    ChairAdded,
    ChairRemoved,
    CircleFormed,
    ConsentChanged,
    Contributed,
    ContributionHidden,
    ContributionShown,
    ControlTaken,
    CountsEntered,
    Endorsed,
    Heard,
    HelperCalled,
    HintCleared,
    Invited,
    ItemEnded,
    ItemSkipped,
    ItemStarted,
    Joined,
    LeaveAsked,
    LeavePrompted,
    Left,
    LobbyOpened,
    MomentEnded,
    MomentStarted,
    Named,
    OpenChairIdled,
    Paused,
    Prepared,
    Reacted,
    ReactionMarked,
    Recorded,
    Redacted,
    RequestWithdrawn,
    Resumed,
    Revised,
    Sat,
    SessionCancelled,
    SessionClosed,
    SessionReleased,
    SessionStarted,
    SignalCleared,
    StatementAdded,
    StatementClosed,
    StatementOpened,
    StatementRevealed,
    Stood,
    Struck,
    Swapped,
    TimeAdded,
    Unblanked,
    Undone,
    WentOffRecord,
    WentOnRecord,
    Worded,
    WordEnded,
    WordGiven,
    WordPassed,
    WordsWithdrawn,
)
from app.core.room import Amendment, Hint, ItemState, Moment, Room, Word
from app.core.room import Invited as Invitation

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
        count_seat_time(room, at)
    if kind in JOURNALED:
        room.seq = recorded.seq
    HANDLERS[kind](room, event, at)
    if is_console(recorded.by) and kind is not Undone:
        trail.note(room, recorded, room.log[before:])


def replay(journal: Iterable[Recorded], apart: Iterable[Recorded] = ()) -> Room:
    """The room as it is after `journal` and what is kept apart from it (J2)."""
    room = Room()
    journal = list(journal)
    needed = trail.needed(journal)
    for recorded in (*journal, *apart):
        # Nothing here is ever taken back, so only what can be undone has to be written down.
        room.log.on = recorded.seq - recorded.part in needed
        evolve(room, recorded)
        room.settle()
    room.log.on = True
    return room


def count_seat_time(room: Room, at: float) -> None:
    """Seconds in the circle by role, of circles only and without their pauses (F4)."""
    item = room.item()
    if item is not None and item.kind == "circle" and room.paused_at is None:
        for person in room.seat_of:
            role = room.people[person].role
            room.seat_s[role] = room.seat_s.get(role, 0.0) + at - room.counted_at
    room.counted_at = at


def _on_sheet(room: Room, event: SheetEvent, at: float) -> None:
    match event:
        case Prepared(code, plan):
            room.code = code
            sheet.on_plan(room, plan)
        case Revised(plan):
            sheet.on_plan(room, plan)
        case LobbyOpened():
            room.state = "lobby"
        case SessionStarted():
            room.state, room.opened_at = "live", at
        case SessionClosed():
            sheet.on_closed(room, at)
        case SessionCancelled():
            room.state, room.closed_at = "cancelled", at
        case SessionReleased():
            room.state = "released"
        case Amended(amendment, kind, words):
            room.amendments[amendment] = Amendment(kind, words, at)
        case ItemStarted():
            sheet.on_item_started(room, event, at)
        case ItemEnded():
            sheet.on_item_ended(room, event, at)
        case ItemSkipped(item):
            room.items[item] = ItemState("skipped")
        case TimeAdded():
            sheet.on_time_added(room, event)
        case Paused():
            sheet.on_paused(room, at)
        case Resumed():
            sheet.on_resumed(room, at)
        case Blanked():
            room.blanked = True
        case Unblanked():
            room.blanked = False
        case WentOffRecord():
            sheet.on_off_record(room, at)
        case WentOnRecord():
            sheet.on_on_record(room, at)
        case Struck(since):
            sheet.on_struck(room, since, at)
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
            if hint == "open_chair_idle":
                room.idle_since = None
            elif hint == "leave_prompt":
                room.leave_asked = None
        case ControlTaken(console):
            room.controller = console
            room.memory.asked_by = None
        case Undone():
            trail.on_undone(room, event, at)
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
            circle.on_formed(room, event)
        case Sat():
            circle.on_sat(room, event, at)
        case Stood():
            circle.on_stood(room, event, at)
        case Swapped():
            circle.on_swapped(room, event, at)
        case ChairAdded():
            circle.on_chair_added(room, event, at)
        case ChairRemoved():
            circle.on_chair_removed(room, event, at)
        case LeaveAsked():
            room.leave_asked = at
        case LeavePrompted():
            room.hints["leave_prompt"] = Hint(at)
        case OpenChairIdled():
            room.hints["open_chair_idle"] = Hint(room.idle_since or at)
        case WordGiven(person):
            circle.on_word(room, person, at)
        case WordEnded():
            circle.on_word(room, None, at)
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
            voting.on_added(room, event)
        case StatementOpened():
            voting.on_opened(room, event, at)
        case CountsEntered():
            voting.on_counts(room, event)
        case StatementClosed():
            voting.on_closed(room, event, at)
        case StatementRevealed():
            voting.on_revealed(room, event)
        case BallotCast():
            voting.on_ballot(room, event)
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
