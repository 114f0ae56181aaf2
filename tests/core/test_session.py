"""S1-S5: the session and its run sheet."""

from dataclasses import replace

import pytest

from app.core import views
from app.core.actor import SERVER
from app.core.commands import Command
from app.core.messages.circle import GiveWord, Seat, TakeChair, WordGiven
from app.core.messages.console import Undo
from app.core.messages.harvest import Contribute, Endorse, Note, React, ShowContribution, WithdrawWords
from app.core.messages.people import Join
from app.core.messages.queue import AskToSpeak, CallNext
from app.core.messages.session import (
    AddTime,
    Amend,
    Blank,
    CancelSession,
    CloseSession,
    EndItem,
    GoOffRecord,
    GoOnRecord,
    ItemEnded,
    ItemStarted,
    OpenLobby,
    Pause,
    Redacted,
    Release,
    Resume,
    Revise,
    SessionClosed,
    SkipItem,
    StartItem,
    StartMoment,
    StartSession,
    StrikeLast,
    Unblank,
    WentOnRecord,
)
from app.core.messages.statements import EnterCounts, OpenStatement, Vote
from app.core.plan import Item, Rules
from app.core.room import Word, snapshot
from app.core.rules import clock
from tests.core.evening import votes
from tests.core.stories import CONSOLE, START, YES, Story, item, phone, plan, word


def test_S1_a_session_goes_from_draft_through_lobby_and_live_to_closed_and_released() -> None:
    story = Story(started=False)
    states = [story.room.state]
    for command, by in (
        (Join("resident", YES), phone()),
        (StartSession(), CONSOLE),
        (CloseSession(), CONSOLE),
        (Release(), SERVER),
    ):
        story.now += 10
        story.asks(command, by)
        states.append(story.room.state)
    assert states == ["draft", "lobby", "live", "closed", "released"]
    assert (story.room.opened_at, story.room.closed_at) == (START + 20, START + 30)


def test_S1_the_state_never_moves_back() -> None:
    story = Story()
    assert story.refused(StartSession()) == "already_live"
    assert story.refused(OpenLobby(), SERVER) == "already_open"
    story.asks(CloseSession())
    for command in (StartSession(), CloseSession(), OpenLobby(), CancelSession()):
        assert story.refused(command, SERVER) == "session_closed"
    story.asks(Release(), SERVER)
    assert story.refused(Release(), SERVER) == "not_closed"


@pytest.mark.parametrize(
    "command", [StartItem("open"), Note("insight", "Later."), AddTime(60), OpenStatement("s1"), Pause()]
)
def test_S1_a_closed_session_is_not_edited(command: Command) -> None:
    story = Story()
    story.asks(CloseSession())
    assert story.refused(command) == "session_closed"


def test_S1_outcomes_and_corrections_are_amendments_with_a_date() -> None:
    story = Story()
    assert story.refused(Amend("outcome", "Te vroeg."), SERVER) == "not_closed"
    story.asks(CloseSession())
    story.now += 86_400
    story.asks(Amend("outcome", " Het huis is gevonden. "), SERVER)
    (amendment,) = story.room.amendments.values()
    assert (amendment.kind, amendment.at) == ("outcome", story.now)
    assert story.room.words[amendment.words] == "Het huis is gevonden."
    assert story.refused(Amend("correction", "  "), SERVER) == "text_missing"


def test_S1_withdrawing_words_is_possible_after_closing() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("harvest")
    story.asks(Contribute("insight", "Dit zei ik."), phone(person))
    story.asks(CloseSession())
    story.asks(WithdrawWords(), phone(person))
    assert not story.room.words


def test_S1_a_session_can_be_cancelled_before_it_is_closed() -> None:
    for started in (False, True):
        story = Story(started=started)
        story.asks(CancelSession(), SERVER)
        assert story.room.state == "cancelled"
        assert story.refused(StartSession()) == "session_cancelled"


def test_S1_what_has_begun_is_not_revised() -> None:
    story = Story()
    story.starts("open")
    changed = tuple(
        replace(one, planned_s=60) if one.id in ("open", "tap") else one for one in story.room.plan.items
    )
    assert story.refused(Revise(replace(story.room.plan, items=changed)), SERVER) == "already_begun"
    later = tuple(replace(one, planned_s=60) if one.id == "tap" else one for one in story.room.plan.items)
    story.asks(Revise(replace(story.room.plan, items=later)), SERVER)
    tap = story.room.planned("tap")
    assert tap is not None and tap.planned_s == 60


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (item("x", minutes=0), "impossible_time"),
        (item("x", minutes=25 * 60), "impossible_time"),
        (item("x", roles=("nobody",)), "unknown_role"),
        (item("x", rules=Rules(chairs=0)), "impossible_chairs"),
        (item("x", rules=Rules(chairs=3, open_chairs=4)), "impossible_chairs"),
        (item("in"), "double_id"),
    ],
)
def test_a_run_sheet_that_cannot_be_run_is_refused(one: Item, code: str) -> None:
    story = Story(started=False)
    prepared = replace(story.room.plan, items=(*story.room.plan.items, one))
    assert story.refused(Revise(prepared), SERVER) == code


def test_S2_starting_the_next_item_ends_the_running_one() -> None:
    story = Story()
    story.starts("in")
    events = story.asks(StartItem("open"))
    assert events[:2] == [ItemEnded("in"), ItemStarted("open")]
    assert {id for id, one in story.room.items.items() if one.state == "running"} == {"open"}


def test_S2_an_item_runs_once_unless_repeated_on_purpose() -> None:
    story = Story()
    story.starts("in")
    assert story.refused(StartItem("in")) == "item_running"
    story.asks(EndItem())
    assert story.refused(EndItem()) == "no_item"
    assert story.refused(StartItem("in")) == "item_done"
    story.asks(StartItem("in", again=True))
    assert story.room.current == "in"
    assert story.refused(StartItem("nowhere")) == "unknown_item"


def test_S2_an_item_can_be_skipped_while_it_is_to_come() -> None:
    story = Story()
    story.starts("in")
    assert story.refused(SkipItem("in")) == "item_running"
    story.asks(SkipItem("open"))
    assert story.room.state_of("open").state == "skipped"
    assert story.refused(SkipItem("open")) == "item_done"


def test_S3_planned_and_actual_times_are_both_kept_and_compared() -> None:
    story = Story()
    story.starts("in")
    story.now += 700
    story.asks(EndItem())
    state = story.room.state_of("in")
    assert (state.ended_at or 0) - (state.started_at or 0) == 700
    planned = story.room.planned("in")
    assert planned is not None and planned.planned_s == 600
    assert clock.behind_s(story.room) == views.console(story.room, "nl")["behind_s"] == 100
    story.asks(SkipItem("open"))
    assert clock.behind_s(story.room) == 100 - 900


def test_S4_pausing_stops_the_clock_and_the_turn_and_both_go_on() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(TakeChair(), phone(person))
    story.asks(GiveWord(person))
    ends = clock.ends_at(story.room)
    story.asks(Pause())
    assert clock.ends_at(story.room) is None and word(story) is None
    assert story.refused(Pause()) == "already_paused"
    story.now += 45
    story.asks(Resume())
    assert clock.ends_at(story.room) == (ends or 0) + 45
    assert word(story) == Word(person, story.now)
    assert story.refused(Resume()) == "not_paused"


def test_S4_blanking_empties_the_projector_and_nothing_else() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(Blank())
    story.asks(TakeChair(), phone(person))
    assert "blank" in views.stage(story.room, "nl") and story.room.paused_at is None
    assert story.refused(Blank()) == "already_blank"
    story.asks(Unblank())
    assert "blank" not in views.stage(story.room, "nl")
    assert story.refused(Unblank()) == "not_blank"


def off_record() -> tuple[Story, str]:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(Seat(person))
    story.asks(OpenStatement("s1"))
    story.asks(GoOffRecord())
    return story, person


def test_S5_off_the_record_the_room_goes_on_and_nothing_said_is_kept() -> None:
    story, person = off_record()
    kept = len(story.journal)
    for command in (Vote("s1", "agree"), React("touched"), Contribute("insight", "Geheim")):
        assert story.refused(command, phone(person)) == "off_record"
    for by_console in (
        Note("insight", "Geheim"),
        OpenStatement("s2"),
        EnterCounts("s1", "civil", {"agree": 1}),
    ):
        assert story.refused(by_console) == "off_record"
    story.asks(GiveWord(person))
    assert len(story.journal) == kept and story.room.word is None
    (other,) = story.joins("civil")
    story.asks(TakeChair(), phone(other))
    assert other in story.room.seat_of
    assert story.refused(GoOffRecord()) == "already_off_record"


def test_S5_a_call_for_help_goes_through_off_the_record_and_is_not_kept() -> None:
    story, person = off_record()
    kept = len(story.journal)
    story.asks(React("help"), phone(person))
    assert f"help:{person}" in story.room.memory.signals
    assert len(story.journal) == kept


def test_S5_only_the_gap_itself_is_kept() -> None:
    story, person = off_record()
    story.asks(GiveWord(person))
    story.now += 30
    events = story.asks(GoOnRecord())
    assert events == [WentOnRecord(), WordGiven(person)]
    assert story.room.gaps == ((story.now - 30, story.now),)
    assert word(story) == Word(person, story.now)
    assert story.refused(GoOnRecord()) == "not_off_record"


def test_S5_closing_ends_what_was_off_the_record() -> None:
    story, _ = off_record()
    events = story.asks(CloseSession())
    assert WentOnRecord() in events and isinstance(events[-1], SessionClosed)


def test_S5_striking_the_last_minute_takes_out_what_was_said_and_decided() -> None:
    story = Story()
    people = story.joins(*["resident"] * 6)
    story.starts("open")
    story.asks(Seat(people[0]))
    story.now += 100
    story.asks(GiveWord(people[0]))
    story.asks(React("touched"), phone(people[1]))
    story.asks(Contribute("insight", "Dit niet"), phone(people[2]))
    votes(story, "s1", people, agree=6)
    story.asks(StrikeLast(60))
    assert not {"word_given", "reacted", "contributed"} & {one.event.type for one in story.journal}
    assert any(isinstance(one.event, Redacted) for one in story.journal)
    assert story.room.word is None and not story.room.contributions and not story.room.words
    assert (
        story.room.statements["s1"].results[-1].struck and not story.room.statements["s1"].results[-1].totals
    )
    assert people[0] in story.room.seat_of
    assert [one.seq for one in story.journal] == list(range(1, len(story.journal) + 1))
    assert story.room.gaps == ((story.now - 60, story.now),)


def test_S5_striking_takes_out_endorsements_and_what_was_contributed_stays_out() -> None:
    story = Story()
    people = story.joins("resident", "resident")
    story.starts("harvest")
    story.asks(Contribute("insight", "Dit wel"), phone(people[0]))
    (kept,) = story.room.contributions
    story.asks(ShowContribution(kept))
    story.asks(Endorse(kept), phone(people[0]))
    story.now += 300
    story.asks(Endorse(kept), phone(people[1]))
    story.asks(Contribute("insight", "Dit niet"), phone(people[0]))
    struck = next(id for id in story.room.contributions if id != kept)
    story.asks(ShowContribution(struck))
    story.asks(Endorse(struck), phone(people[1]))
    story.asks(StrikeLast(60))
    assert set(story.room.contributions) == {kept} and story.room.endorsements == {kept: 1}


def test_S5_what_came_before_the_struck_minute_stays() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("harvest")
    story.asks(Contribute("insight", "Dit wel"), phone(person))
    story.now += 300
    story.asks(StrikeLast(60))
    assert list(story.room.words.values()) == ["Dit wel"]
    assert story.refused(StrikeLast(0)) == "impossible_time"
    story.asks(OpenStatement("s1"))
    assert story.refused(StrikeLast(60)) == "statement_open"


def test_an_impossible_time_is_refused() -> None:
    story = Story()
    assert story.refused(AddTime(60)) == "no_item"
    story.starts("in")
    for seconds in (0, -600, 24 * 3600):
        assert story.refused(AddTime(seconds)) == "impossible_time"
    assert story.refused(StartMoment("silence", 5)) == "impossible_time"


def test_S1_nothing_but_preparing_happens_before_the_session_is_live() -> None:
    story = Story(plan(), started=False)
    (person,) = story.joins("resident")
    assert story.refused(AskToSpeak(), phone(person)) == "not_started"
    assert story.refused(StartItem("in")) == "not_started"


def test_S5_striking_leaves_the_room_as_its_journal_says_also_for_what_was_undone() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("back")
    story.asks(AskToSpeak(), phone(person))
    story.later(100)
    story.asks(CallNext())
    story.asks(Undo())
    story.asks(StrikeLast(60))
    assert snapshot(story.replayed()) == snapshot(story.room)
    assert story.room.word is None
