"""F1-F4: one controller, undo, one tap, and nobody ranked."""

from dataclasses import fields
from typing import get_args

import pytest

from app import wire
from app.core import views
from app.core.actor import SERVER, Actor
from app.core.commands import Command, ConsoleCommand
from app.core.events import JOURNALED
from app.core.messages.circle import (
    AddChair,
    EndWord,
    GiveWord,
    LeaveChair,
    RemoveChair,
    Seat,
    Stand,
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
    Undone,
)
from app.core.messages.harvest import HideContribution, Note, ShowContribution, WordsWithdrawn
from app.core.messages.people import AddPerson, Leave, RemovePerson
from app.core.messages.queue import AskToSpeak, Call, DequeuePerson, QueuePerson
from app.core.messages.session import (
    AddTime,
    Blank,
    EndItem,
    EndMoment,
    GoOffRecord,
    Invite,
    LobbyOpened,
    Pause,
    Resume,
    SkipItem,
    StartItem,
    StartMoment,
    StartSession,
    Unblank,
)
from app.core.messages.statements import AddStatement, CloseStatement, OpenStatement, RevealStatement, Vote
from app.core.room import TRAIL, snapshot
from app.core.rules.undo import FOR_GOOD, REVERSIBLE
from tests.core.stories import CONSOLE, OTHER_CONSOLE, Story, phone


def test_F1_the_first_console_that_does_something_has_control_and_others_watch() -> None:
    story = Story()
    assert story.room.controller == CONSOLE.id
    assert story.refused(Pause(), OTHER_CONSOLE) == "not_controller"
    story.asks(Note("insight", "Ook wie kijkt, schrijft mee."), OTHER_CONSOLE)
    story.asks(CallHelper(), OTHER_CONSOLE)


def test_F1_taking_over_waits_until_the_controller_has_been_gone_for_15_seconds() -> None:
    story = Story()
    story.room.memory.gone_since = None
    assert story.refused(TakeOver(), OTHER_CONSOLE) == "controller_present"
    story.room.memory.gone_since = story.now
    story.now += 14
    assert story.refused(TakeOver(), OTHER_CONSOLE) == "controller_present"
    story.now += 1
    assert story.asks(TakeOver(), OTHER_CONSOLE) == [ControlTaken(OTHER_CONSOLE.id)]
    assert story.refused(Pause(), CONSOLE) == "not_controller"
    assert story.asks(TakeOver(), OTHER_CONSOLE) == []


def test_F1_handing_over_is_to_whoever_asked_or_is_named() -> None:
    story = Story()
    assert story.refused(HandOver()) == "nobody_asked"
    assert story.refused(HandOver("c2")) == "unknown_console"
    story.room.memory.consoles = frozenset({"c1", "c2"})
    story.room.memory.asked_by = "c2"
    story.asks(HandOver())
    assert views.console(story.room, "nl")["control"] == {"by": "c2", "consoles": 2, "gone_since": 0.0}
    assert story.refused(HandOver("c1"), CONSOLE) == "not_controller"
    assert story.asks(HandOver("c2"), OTHER_CONSOLE) == []


def test_F1_the_server_itself_needs_no_control() -> None:
    story = Story()
    story.asks(StartItem("in"), SERVER)
    assert story.room.controller == CONSOLE.id


def prepared() -> Story:
    """An open circle with two residents in it, one in the queue, somebody without a phone."""
    story = Story()
    people = story.joins(*["resident"] * 4)
    story.adds("civil")
    story.starts("open")
    for person in people[:2]:
        story.asks(TakeChair(), phone(person))
    story.asks(AskToSpeak(), phone(people[2]))
    return story


UNDOABLE: list[Command] = [
    StartItem("vote"),
    EndItem(),
    SkipItem("vote"),
    AddTime(120),
    Pause(),
    Blank(),
    StartMoment("silence", 60),
    Invite("not_yet_spoken"),
    AddPerson("resident"),
    RemovePerson("p1"),
    RemovePerson("p4"),
    Seat("p4", 1),
    Seat("p3"),
    Stand("p1"),
    AddChair(),
    RemoveChair(),
    QueuePerson("p5"),
    DequeuePerson("p3"),
    Call("p3"),
    Call("p4"),
    GiveWord("p1"),
    AddStatement({"nl": "Nog een"}),
    OpenStatement("s1"),
    Note("insight", "Iets"),
]


def gist(story: Story) -> dict[str, object]:
    """What an undo puts back: the room but its counters and clocks."""
    passing = {
        "seq",
        "undo",
        "heads",
        "asked",
        "numbered",
        "counted_at",
        "seat_s",
        "idle_since",
        "full_at",
        "hints",
    }
    return {
        name: dict(value) if isinstance(value, dict) else value
        for name, value in snapshot(story.room).items()
        if name not in passing
    }


@pytest.mark.parametrize("command", UNDOABLE, ids=lambda one: one.do)
def test_F2_an_action_can_be_undone_and_the_journal_says_so(command: Command) -> None:
    story = prepared()
    before, kept = gist(story), len(story.journal)
    story.asks(command)
    assert gist(story) != before
    story.now += 3
    (undone, *_) = story.asks(Undo())
    after = gist(story)
    if isinstance(command, AddPerson):
        assert not story.room.people.get("p6")
    if isinstance(command, Note):
        after["contributions"] = {}
    assert after == before
    assert isinstance(undone, Undone) and undone.action == kept + 1
    assert len(story.journal) > kept + 1, "nothing is taken out of the journal"


def test_F2_actions_are_undone_from_the_last_to_the_first() -> None:
    story = prepared()
    story.asks(Blank())
    story.asks(Pause())
    assert views.console(story.room, "nl")["undo"] == "pause"
    story.asks(Undo())
    story.asks(Undo())
    assert not story.room.blanked and story.room.paused_at is None


def test_F2_the_last_twenty_can_be_undone_and_no_more() -> None:
    story = Story()
    for _ in range(TRAIL + 5):
        story.asks(Blank() if not story.room.blanked else Unblank())
    for _ in range(TRAIL):
        story.asks(Undo())
    assert story.refused(Undo()) == "nothing_to_undo"
    assert TRAIL == 20


def test_F2_an_undo_that_no_longer_makes_sense_is_refused_with_a_reason() -> None:
    story = prepared()
    story.asks(Seat("p4", 3))
    story.asks(LeaveChair(), phone("p4"))
    assert story.refused(Undo()) == "undo_conflict"


def test_F2_a_statement_people_have_voted_on_stays_open() -> None:
    story = prepared()
    story.asks(OpenStatement("s1"))
    story.asks(Vote("s1", "agree"), phone("p1"))
    assert story.refused(Undo()) == "undo_votes"


def test_F2_what_cannot_be_taken_back_is_not_in_the_trail() -> None:
    story = prepared()
    story.asks(OpenStatement("s1"))
    trail = story.room.undo
    story.asks(CloseStatement("s1"))
    story.asks(GoOffRecord())
    assert story.room.undo == trail
    assert story.refused(Undo()) == "undo_conflict"


def test_F2_S5_who_is_given_back_the_word_off_the_record_has_no_turn() -> None:
    story = prepared()
    story.asks(GiveWord("p1"))
    story.asks(Stand("p1"))
    story.asks(GoOffRecord())
    story.asks(Undo())
    assert story.room.word is None
    assert story.room.memory.word is not None and story.room.memory.word.person == "p1"


def test_F2_a_swap_is_undone_in_one_step() -> None:
    story = Story()
    people = story.joins("resident", "resident", "civil")
    story.starts("roles")
    story.asks(Swap("civil"))
    assert set(story.room.seat_of) == {people[2]}
    story.asks(Undo())
    assert set(story.room.seat_of) == set(people[:2])


def test_F2_revealing_and_showing_are_undone() -> None:
    story = prepared()
    story.asks(OpenStatement("s1"))
    story.asks(CloseStatement("s1"))
    story.asks(RevealStatement("s1"))
    story.asks(Undo())
    assert story.room.statements["s1"].state == "closed"
    story.asks(Note("insight", "Iets"))
    (id,) = story.room.contributions
    story.asks(ShowContribution(id))
    story.asks(Undo())
    assert not story.room.contributions[id].shown
    story.asks(Pause())
    story.asks(Resume())
    story.asks(Undo())
    assert story.room.paused_at == story.now


ONE_TAP = {
    "next from queue": "call_next",
    "seat": "seat",
    "stand": "stand",
    "who is speaking": "give_word",
    "pause": "pause",
    "blank projector": "blank",
    "more time": "add_time",
    "end round": "end_item",
    "swap roles": "swap",
    "open vote": "open_statement",
    "close vote": "close_statement",
    "reveal": "reveal_statement",
    "not yet spoken": "invite",
    "a minute of silence": "start_moment",
    "off the record": "go_off_record",
    "call helper": "call_helper",
    "hand over": "hand_over",
    "undo": "undo",
}


@pytest.mark.parametrize("name", ONE_TAP.values(), ids=list(ONE_TAP))
def test_F3_everything_in_one_tap_is_one_command(name: str) -> None:
    assert wire.COMMANDS[name] in get_args(ConsoleCommand)


def test_F4_nobody_is_ranked_and_balance_is_by_role() -> None:
    story = prepared()
    story.now += 60
    story.asks(Pause())
    balance = views.console(story.room, "nl")["balance"]
    assert set(balance) == {"resident", "civil"}
    assert balance["resident"] == {"seat_share": 1.0, "people_share": 0.8}
    assert "seat_s" not in str(views.console(story.room, "nl")["people"])


def test_F4_seat_time_stops_with_a_pause_and_outside_a_circle() -> None:
    story = prepared()
    story.now += 60
    story.asks(Pause())
    story.now += 600
    story.asks(Resume())
    story.now += 40
    story.asks(StartItem("vote"))
    story.now += 500
    story.asks(StartItem("harvest"))
    assert story.room.seat_s == {"resident": 200.0}


def test_F2_of_every_kind_of_event_it_is_settled_whether_it_can_be_undone() -> None:
    kinds = {str(next(one.default for one in fields(kind) if one.name == "type")) for kind in JOURNALED}
    assert set(REVERSIBLE) | FOR_GOOD == kinds
    assert not set(REVERSIBLE) & FOR_GOOD


def test_F1_control_goes_to_whoever_is_named_before_whoever_asked() -> None:
    story = Story()
    story.room.memory.consoles = frozenset({"c1", "c2", "c3"})
    story.room.memory.asked_by = "c2"
    assert story.asks(HandOver("c3")) == [ControlTaken("c3")]
    assert "asked_by" not in views.console(story.room, "nl")["control"]
    assert story.asks(HandOver("c3"), Actor("console", "c3")) == []


def test_F1_nobody_has_control_until_a_console_does_something() -> None:
    story = Story(started=False)
    assert story.asks(CallHelper(), OTHER_CONSOLE) == [LobbyOpened(), HelperCalled()]
    assert story.room.controller is None
    assert story.asks(TakeOver(), OTHER_CONSOLE) == [ControlTaken(OTHER_CONSOLE.id)]
    assert story.refused(StartSession(), CONSOLE) == "not_controller"


def test_F1_a_signal_is_cleared_whether_it_is_kept_or_passing() -> None:
    story = Story()
    story.asks(CallHelper())
    assert story.asks(ClearSignal("helper")) == [SignalCleared("helper")]
    assert story.room.memory.signals == {}
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(TakeChair(), phone(person))
    story.later(45)
    assert story.asks(ClearSignal("open_chair_idle")) == [HintCleared("open_chair_idle")]


def test_F2_somebody_who_was_added_and_has_a_place_is_not_taken_out_by_an_undo() -> None:
    story = Story()
    story.starts("back")
    (person,) = story.adds("resident")
    story.asks(QueuePerson(person))
    story.asks(Undo())
    story.asks(QueuePerson(person), SERVER)
    assert story.refused(Undo()) == "undo_conflict"
    story.asks(DequeuePerson(person), SERVER)
    story.asks(Undo())
    assert person not in story.room.people and story.room.present_by_role == {"resident": 0}


def test_F2_somebody_who_was_removed_comes_back_to_their_chair_unless_it_is_taken() -> None:
    story = prepared()
    story.asks(RemovePerson("p1"))
    story.asks(TakeChair(1), phone("p4"))
    assert story.refused(Undo()) == "undo_conflict"
    story.asks(LeaveChair(), phone("p4"))
    story.asks(Undo())
    assert story.room.seat_of["p1"] == 1 and story.room.people["p1"].present


def test_F2_nobody_is_put_back_who_has_left_since() -> None:
    for command in (Stand("p1"), DequeuePerson("p3")):
        story = prepared()
        story.asks(command)
        story.asks(Leave(), phone("p1" if isinstance(command, Stand) else "p3"))
        assert story.refused(Undo()) == "undo_conflict"
    story = prepared()
    story.asks(DequeuePerson("p3"))
    story.asks(Leave(), phone("p1"))
    story.asks(Undo())
    assert "p3" in story.room.queue, "what others did meanwhile is no matter"


def test_F2_the_numbers_that_others_change_meanwhile_stay_right() -> None:
    story = prepared()
    story.asks(AddPerson("resident"))
    (late,) = story.joins("resident")
    story.asks(Undo())
    assert story.room.present == 6 and story.room.present_by_role == {"resident": 5, "civil": 1}
    assert late in story.room.people


def test_F2_only_the_action_that_is_named_is_undone_and_the_one_before_it_is_next() -> None:
    story = prepared()
    story.asks(Seat("p4", 3))
    story.asks(Seat("p3", 3))
    assert [action.name for action in story.room.undo[-2:]] == ["seat", "seat"]
    story.asks(Undo())
    assert story.room.seat_of["p4"] == 3 and "p3" in story.room.queue
    story.asks(Undo())
    assert "p4" not in story.room.seat_of
    assert story.room.undo[-1].name == "start_item"


def test_F2_what_a_phone_does_is_not_in_the_trail() -> None:
    story = prepared()
    before = story.room.undo
    story.asks(LeaveChair(), phone("p1"))
    story.asks(TakeChair(), phone("p4"))
    assert story.room.undo == before


def test_F2_a_note_that_is_undone_takes_its_words_along() -> None:
    story = prepared()
    story.asks(Note("insight", "Iets"))
    (said,) = story.room.contributions.values()
    action = story.room.undo[-1].seq
    assert story.asks(Undo()) == [Undone(action), WordsWithdrawn((said.words,))]
    assert not story.room.words


def test_F2_an_undo_after_a_restart_does_the_same() -> None:
    for command in UNDOABLE:
        story = prepared()
        story.asks(command)
        story.now += 3
        room = story.replayed()
        assert room.undo == story.room.undo, command


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (Pause(), Resume()),
        (Blank(), Unblank()),
        (StartMoment("pairs", 60), EndMoment()),
        (GiveWord("p1"), EndWord()),
        (ShowContribution("h1"), HideContribution("h1")),
    ],
    ids=lambda one: one.do,
)
def test_F2_what_ends_something_is_undone_too(first: Command, then: Command) -> None:
    story = prepared()
    if isinstance(first, ShowContribution):
        story.asks(Note("insight", "Iets"))
        (id,) = story.room.contributions
        first, then = ShowContribution(id), HideContribution(id)
    story.asks(first)
    before = gist(story)
    story.asks(then)
    assert gist(story) != before
    assert story.room.undo[-1].name == then.do
    story.asks(Undo())
    assert gist(story) == before
