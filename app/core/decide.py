"""decide(room, command, by, now, aliases): what a command would make happen, or why not. No I/O, no change to the room.

Who may ask is settled here, once, for all commands; what each one means is in the part of the room it is about.
"""

from typing import assert_never

from app.core.actor import Actor
from app.core.aliases import Aliases
from app.core.commands import Command, ConsoleCommand, OrganiserCommand, PhoneCommand, Tick
from app.core.events import JOURNALED, Event, Recorded
from app.core.messages.circle import (
    AddChair,
    EndWord,
    GiveWord,
    LeaveChair,
    RemoveChair,
    Seat,
    Stand,
    Stood,
    Swap,
    TakeChair,
)
from app.core.messages.console import (
    CallHelper,
    ClearSignal,
    ControlTaken,
    HandOver,
    HelperCalled,
    HintCleared,
    SignalCleared,
    TakeOver,
    Undo,
)
from app.core.messages.harvest import (
    Contribute,
    ContributionHidden,
    ContributionShown,
    Endorse,
    HideContribution,
    Note,
    React,
    Reacted,
    ShowContribution,
    WithdrawWords,
)
from app.core.messages.people import AddPerson, ChangeConsent, ConsentChanged, Join, Leave, RemovePerson
from app.core.messages.queue import (
    AskToSpeak,
    Call,
    CallNext,
    DeclineCall,
    DequeuePerson,
    QueuePerson,
    WithdrawRequest,
)
from app.core.messages.session import (
    AddTime,
    Amend,
    Blank,
    Blanked,
    CancelSession,
    CloseSession,
    EndItem,
    EndMoment,
    GoOffRecord,
    GoOnRecord,
    Invite,
    Invited,
    LobbyOpened,
    MomentEnded,
    OpenLobby,
    Pause,
    Paused,
    Release,
    Resume,
    Resumed,
    Revise,
    Revised,
    SessionCancelled,
    SessionReleased,
    SkipItem,
    StartItem,
    StartMoment,
    StartSession,
    StrikeLast,
    Unblank,
    Unblanked,
)
from app.core.messages.statements import (
    AddStatement,
    CloseStatement,
    EnterCounts,
    OpenStatement,
    RevealStatement,
    Vote,
)
from app.core.plan import Statement
from app.core.refusal import Code, Refusal
from app.core.room import Room
from app.core.rules import (
    circle,
    clock,
    control,
    harvest,
    people,
    queue,
    session,
    sheet,
    statements,
    undo,
    word,
)

NUMBERED = Aliases()
"""Without words of any language."""
BEFORE_LIVE = (
    Join, Leave, ChangeConsent, WithdrawWords, AddPerson, RemovePerson, StartSession, AddStatement, TakeOver,
    HandOver, CallHelper, ClearSignal, React, Blank, Unblank, Undo, Tick, Revise, OpenLobby, CancelSession,
)  # fmt: skip
AFTER_CLOSE = (ChangeConsent, WithdrawWords, TakeOver, HandOver, Tick, Release, Amend)
BY_ANY_CONSOLE = (TakeOver, Note, CallHelper)
"""What a console may do that is only watching: a note-taker writes, anybody calls for help."""


def decide(room: Room, command: Command, by: Actor, now: float, aliases: Aliases = NUMBERED) -> list[Event]:
    """The events, in order, that `command` brings about at `now` (epoch seconds). Raises Refusal; changes nothing.
    `aliases`: what people are called who come without a name, in the session's language."""
    _in_time(room, command)
    if isinstance(command, Tick):
        return clock.due(room, now)
    if isinstance(command, OrganiserCommand):
        return _from_organiser(room, command)
    if by.kind == "phone":
        return [*_opening(room), *_from_phone(room, command, by.id, now, aliases)]  # type: ignore[arg-type]
    opening = [] if isinstance(command, StartSession) else _opening(room)
    return [*opening, *_from_console(room, command, by, now, aliases)]  # type: ignore[arg-type]


def _opening(room: Room) -> list[Event]:
    """The first person or console to do something in a prepared room opens its doors."""
    return [LobbyOpened()] if room.state == "draft" else []


def stamp(room: Room, events: list[Event], by: Actor, now: float, command: str = "") -> list[Recorded]:
    """Give events their place and time. Reactions keep neither their person nor their moment (R2)."""
    seq = room.seq
    recorded = []
    for part, event in enumerate(events):
        seq += type(event) in JOURNALED
        if isinstance(event, Reacted):
            recorded.append(Recorded(seq, harvest.half_minute(room, now), "", event))
        else:
            recorded.append(Recorded(seq, now, by.id, event, command, part))
    return recorded


def _in_time(room: Room, command: Command) -> None:
    match room.state:
        case "live":
            return
        case "closed" | "released":
            if not isinstance(command, AFTER_CLOSE):
                raise Refusal("session_closed")
        case "cancelled":
            raise Refusal("session_cancelled")
        case "draft" | "lobby":
            if not isinstance(command, BEFORE_LIVE):
                raise Refusal("not_started")
        case _:
            assert_never(room.state)


def _from_phone(room: Room, command: PhoneCommand, person: str, now: float, aliases: Aliases) -> list[Event]:
    if isinstance(command, Join):
        return people.join(room, command, person, aliases)
    known = room.people.get(person)
    if known is None:
        raise Refusal("not_joined")
    if not known.present and not isinstance(command, ChangeConsent | WithdrawWords):
        raise Refusal("not_present")
    match command:
        case Leave():
            return people.leave(room, person)
        case AskToSpeak():
            return queue.ask(room, person)
        case WithdrawRequest():
            return queue.withdraw(room, person)
        case TakeChair(chair):
            return queue.take_chair(room, person, chair, now)
        case LeaveChair():
            return circle.leave_chair(room, person)
        case DeclineCall():
            return queue.decline(room, person)
        case React(kind):
            return harvest.react(room, person, kind, now)
        case Vote(statement, choice):
            if room.off_since is not None:
                raise Refusal("off_record")
            return statements.vote(room, person, statement, choice)
        case Contribute():
            return harvest.contribute(room, person, command)
        case Endorse(contribution):
            return harvest.endorse(room, person, contribution)
        case ChangeConsent(consent):
            return [] if consent == known.consent else [ConsentChanged(person, consent)]
        case WithdrawWords(contribution):
            return harvest.withdraw(room, person, contribution)
        case _:
            assert_never(command)


def _from_console(
    room: Room, command: ConsoleCommand, by: Actor, now: float, aliases: Aliases
) -> list[Event]:
    """F1: one controller. The first console that does something takes control with it."""
    if isinstance(command, TakeOver):
        return control.take_over(room, by, now)
    if isinstance(command, BY_ANY_CONSOLE) or by.kind == "server":
        return _console(room, command, now, aliases)
    if room.controller not in (None, by.id):
        raise Refusal("not_controller")
    events = _console(room, command, now, aliases)
    return [*events, ControlTaken(by.id)] if room.controller is None else events


def _console(room: Room, command: ConsoleCommand, now: float, aliases: Aliases) -> list[Event]:
    match command:
        case StartSession():
            return session.start_session(room)
        case StartItem(item, again):
            return sheet.start_item(room, item, again)
        case EndItem():
            return sheet.end_item(room)
        case SkipItem(item):
            return sheet.skip_item(room, item)
        case Pause():
            return _unless(room.paused_at is not None, "already_paused", Paused())
        case Resume():
            return _unless(room.paused_at is None, "not_paused", Resumed())
        case Blank():
            return _unless(room.blanked, "already_blank", Blanked())
        case Unblank():
            return _unless(not room.blanked, "not_blank", Unblanked())
        case GoOffRecord():
            return sheet.go_off_record(room)
        case GoOnRecord():
            return sheet.go_on_record(room)
        case StrikeLast(seconds):
            return sheet.strike_last(room, seconds, now)
        case AddTime(seconds):
            return sheet.add_time(room, seconds)
        case StartMoment(kind, seconds):
            return sheet.start_moment(room, kind, seconds)
        case EndMoment():
            return _unless(room.moment is None, "no_moment", MomentEnded())
        case Invite(kind):
            return [Invited(kind)]
        case CallHelper():
            return [HelperCalled()]
        case ClearSignal(signal):
            return [HintCleared(signal)] if signal in room.hints else [SignalCleared(signal)]
        case AddPerson():
            return people.add(room, command, aliases)
        case RemovePerson(person):
            return people.leave(room, _person(room, person, absent=True))
        case QueuePerson(person):
            return queue.ask(room, _person(room, person))
        case DequeuePerson(person):
            return queue.withdraw(room, person)
        case CallNext():
            return queue.call_next(room)
        case Call(person):
            return queue.call(room, _person(room, person))
        case Seat(person, chair):
            return circle.seat(room, _person(room, person), chair)
        case Stand(person):
            if person not in room.seat_of:
                raise Refusal("not_seated")
            return [Stood(person, room.seat_of[person])]
        case GiveWord(person):
            return word.give_word(room, _person(room, person))
        case EndWord():
            return word.end_word(room)
        case Swap(role):
            return circle.swap(room, role)
        case AddChair():
            return circle.add_chair(room)
        case RemoveChair(chair):
            return circle.remove_chair(room, chair)
        case AddStatement(text, item, source, source_id):
            return statements.add(room, Statement("", text, item, source, source_id))
        case OpenStatement(statement):
            if room.off_since is not None:
                raise Refusal("off_record")
            return statements.open_statement(room, statement)
        case CloseStatement(statement):
            return statements.close(room, statement)
        case RevealStatement(statement):
            return statements.reveal(room, statement)
        case EnterCounts():
            if room.off_since is not None:
                raise Refusal("off_record")
            return statements.enter_counts(room, command)
        case Note():
            return harvest.contribute(room, "", command)
        case ShowContribution(id):
            if harvest.known(room, id).withdrawn:
                raise Refusal("unknown_contribution")
            return [] if harvest.known(room, id).shown else [ContributionShown(id)]
        case HideContribution(id):
            return [ContributionHidden(id)] if harvest.known(room, id).shown else []
        case HandOver(to):
            return control.hand_over(room, to)
        case Undo():
            return undo.decide(room)
        case CloseSession():
            return session.close_session(room)
        case TakeOver():
            raise AssertionError("settled before")
        case _:
            assert_never(command)


def _from_organiser(room: Room, command: OrganiserCommand) -> list[Event]:
    match command:
        case Revise(plan):
            sheet.check(room, plan)
            return [] if plan == room.plan else [Revised(plan)]
        case OpenLobby():
            return _unless(room.state != "draft", "already_open", LobbyOpened())
        case CancelSession():
            return [*session.wind_up(room), SessionCancelled()]
        case Release():
            return _unless(room.state != "closed", "not_closed", SessionReleased())
        case Amend(kind, text):
            return session.amend(room, kind, text)
        case _:
            assert_never(command)


def _unless(already: bool, code: Code, event: Event) -> list[Event]:
    if already:
        raise Refusal(code)
    return [event]


def _person(room: Room, id: str, absent: bool = False) -> str:
    person = room.people.get(id)
    if person is None:
        raise Refusal("unknown_person")
    if not person.present and not absent:
        raise Refusal("not_present")
    return id
