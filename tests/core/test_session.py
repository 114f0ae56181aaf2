"""S1-S5: the session and its run sheet."""

from dataclasses import replace
from typing import Any

import pytest

from app.core import views
from app.core.actor import SERVER, Actor
from app.core.commands import Command
from app.core.messages.circle import GiveWord, Seat, TakeChair, WordGiven
from app.core.messages.console import CallHelper, ClearSignal, ControlTaken, HandOver, TakeOver, Undo
from app.core.messages.harvest import (
    Contribute,
    Endorse,
    Note,
    React,
    ReactionMarked,
    ShowContribution,
    WithdrawWords,
    WordsWithdrawn,
)
from app.core.messages.people import AddPerson, ChangeConsent, Join, Leave, RemovePerson
from app.core.messages.queue import AskToSpeak, CallNext, QueuePerson
from app.core.messages.session import (
    AddTime,
    Amend,
    Blank,
    CancelSession,
    CloseSession,
    EndItem,
    GoOffRecord,
    GoOnRecord,
    Invite,
    ItemEnded,
    ItemStarted,
    LobbyOpened,
    OpenLobby,
    Pause,
    Redacted,
    Release,
    Resume,
    Revise,
    Revised,
    SessionClosed,
    SessionStarted,
    SkipItem,
    StartItem,
    StartMoment,
    StartSession,
    StrikeLast,
    Struck,
    Unblank,
    WentOnRecord,
)
from app.core.messages.statements import AddStatement, EnterCounts, OpenStatement, Vote
from app.core.plan import Item, Rules, Statement
from app.core.room import Word, snapshot
from app.core.rules import clock
from tests.core.evening import votes
from tests.core.stories import CONSOLE, NO, OTHER_CONSOLE, START, YES, Story, item, phone, plan, word


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


def test_S1_what_happens_first_in_a_prepared_session_opens_its_doors() -> None:
    by_phone, by_console = Story(started=False), Story(started=False)
    by_phone.joins("resident")
    by_console.asks(AddPerson("resident"))
    for story in (by_phone, by_console):
        assert [one.event for one in story.journal][1] == LobbyOpened()
    assert by_console.room.controller == CONSOLE.id
    at_once = Story(started=False)
    assert at_once.asks(StartSession())[:2] == [LobbyOpened(), SessionStarted()]
    by_organiser = Story(started=False)
    assert by_organiser.asks(OpenLobby(), SERVER) == [LobbyOpened()]
    assert by_organiser.asks(StartSession()) == [SessionStarted(), ControlTaken(CONSOLE.id)]


def test_S1_closing_and_cancelling_bring_everything_to_its_end() -> None:
    for last in (CloseSession(), CancelSession()):
        story, _ = off_record()
        events = story.asks(last, SERVER)
        assert [event.type for event in events[:-1]] == ["statement_closed", "item_ended", "went_on_record"]
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(Seat(person))
    story.asks(GiveWord(person))
    (waiting,) = story.adds("civil")
    story.asks(QueuePerson(waiting))
    story.asks(Blank())
    story.asks(CloseSession())
    room = story.room
    assert not room.seat_of and not room.queue and not room.chairs and not room.undo
    assert room.word is None and room.current is None and not room.blanked
    assert clock.next_deadline(room, story.now) is None and story.later(600) == []


def test_S1_a_closed_session_lets_its_people_change_their_consent_and_its_organiser_add() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.asks(Leave(), phone(person))
    story.asks(ChangeConsent(NO), phone(person))
    story.asks(CloseSession())
    story.asks(ChangeConsent(YES), phone(person))
    story.asks(Release(), SERVER)
    story.asks(Amend("correction", "Het waren er zeven."), SERVER)
    assert [one.kind for one in story.room.amendments.values()] == ["correction"]
    assert story.later(600) == []


def test_S1_what_is_revised_before_it_begins_is_what_runs() -> None:
    story = Story(started=False)
    prepared = story.room.plan
    assert story.asks(Revise(prepared), SERVER) == []
    changed = replace(prepared, title="Morgen", statements=prepared.statements[1:])
    assert story.asks(Revise(changed), SERVER) == [Revised(changed)]
    assert story.room.plan.title == "Morgen"
    assert {id: one.number for id, one in story.room.statements.items()} == {"s2": 1, "s3": 2}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": "  "}, "title_missing"),
        ({"statements": (Statement("s1", {"nl": "Een"}), Statement("s1", {"nl": "Twee"}))}, "double_id"),
        ({"statements": (Statement("s1", {"nl": " "}),)}, "statement_without_text"),
        ({"items": (item("x", rules=Rules(chairs=25)),)}, "impossible_chairs"),
        ({"items": (item("x", rules=Rules(smallest_group=1)),)}, "impossible_number"),
        ({"items": (item("x", rules=Rules(call_timeout_s=4)),)}, "impossible_time"),
        ({"roles": ()}, "role_in_use"),
    ],
)
def test_a_plan_that_cannot_be_run_is_refused(change: dict[str, Any], code: str) -> None:
    story = Story(started=False)
    story.joins("resident")
    prepared = replace(story.room.plan, items=(item("talk", "talk"),))
    assert story.refused(Revise(replace(prepared, **change)), SERVER) == code


def test_a_plan_at_its_bounds_can_be_run() -> None:
    story = Story(started=False)
    longest = item("long", minutes=24 * 60, rules=Rules(chairs=3, open_chairs=3, smallest_group=2))
    shortest = replace(item("short", "talk"), planned_s=1)
    texts = (Statement("s1", {"nl": "", "en": "One"}), Statement("s2", {"nl": "Twee"}))
    story.asks(Revise(replace(story.room.plan, items=(longest, shortest), statements=texts)), SERVER)
    assert [one.id for one in story.room.plan.items] == ["long", "short"]
    beyond = replace(longest, planned_s=24 * 3600 + 1)
    assert story.refused(Revise(replace(story.room.plan, items=(beyond,))), SERVER) == "impossible_time"


def test_S1_a_statement_that_was_opened_stays_in_the_plan() -> None:
    story = Story()
    story.starts("in")
    story.asks(EndItem())
    story.asks(OpenStatement("s1"))
    prepared = story.room.plan
    assert story.refused(Revise(replace(prepared, statements=prepared.statements[1:])), SERVER) == (
        "already_begun"
    )
    assert story.refused(Revise(replace(prepared, items=prepared.items[1:])), SERVER) == "already_begun"
    story.asks(SkipItem("open"))
    skipped = tuple(one for one in prepared.items if one.id != "open")
    story.asks(Revise(replace(prepared, items=skipped)), SERVER)


def test_S2_what_was_skipped_runs_only_on_purpose() -> None:
    story = Story()
    story.asks(SkipItem("in"))
    assert story.refused(StartItem("in")) == "item_done"
    assert story.refused(SkipItem("nowhere")) == "unknown_item"
    story.asks(StartItem("in", again=True))
    story.asks(EndItem())
    assert story.refused(SkipItem("in")) == "item_done"


def test_S3_time_is_added_up_to_the_longest_an_item_may_be_and_taken_off_down_to_a_second() -> None:
    story = Story()
    story.starts("in")
    assert story.refused(AddTime(24 * 3600 - 599)) == "impossible_time"
    story.asks(AddTime(24 * 3600 - 600))
    assert story.refused(AddTime(1)) == "impossible_time"
    assert story.refused(AddTime(-24 * 3600)) == "impossible_time"
    story.asks(AddTime(1 - 24 * 3600))
    assert clock.ends_at(story.room) == story.now + 1


def test_S3_the_room_is_behind_by_its_pauses_and_ahead_by_what_was_skipped() -> None:
    story = Story()
    story.asks(SkipItem("tap"))
    assert clock.behind_s(story.room) == -600
    story.starts("in")
    story.now += 100
    story.asks(Pause())
    story.now += 90
    assert clock.behind_s(story.room) == -600
    story.asks(Resume())
    assert clock.behind_s(story.room) == -510, "a pause counts at once"
    story.now += 500
    story.asks(EndItem())
    assert clock.behind_s(story.room) == -600 + 90
    story.starts("open")
    story.asks(Pause())
    story.now += 7
    story.asks(Resume())
    assert clock.behind_s(story.room) == -600 + 90 + 7


def test_S4_an_item_that_ends_in_a_pause_took_the_pause_as_well_and_the_next_one_runs() -> None:
    story = Story()
    story.starts("in")
    story.now += 100
    story.asks(Pause())
    story.now += 50
    story.starts("open")
    assert story.room.state_of("in").paused_s == 50 and story.room.paused_at is None
    assert clock.ends_at(story.room) == story.now + 900


def test_S4_a_moment_ends_with_its_item_and_has_bounds() -> None:
    story = Story()
    story.starts("in")
    for seconds in (10, 900):
        story.asks(StartMoment("silence", seconds))
    for seconds in (9, 901):
        assert story.refused(StartMoment("silence", seconds)) == "impossible_time"
    story.asks(EndItem())
    assert story.room.moment is None and story.later(900) == []


def test_S5_no_more_is_struck_than_an_hour_and_than_there_was() -> None:
    story = Story()
    story.now += 100
    assert story.refused(StrikeLast(3601)) == "impossible_time"
    assert story.refused(StrikeLast(-1)) == "impossible_time"
    story.asks(StrikeLast(3600))
    assert story.room.gaps == ((START, START + 100),)
    story.now += 10
    story.asks(StrikeLast(1))
    assert story.room.gaps[-1] == (START + 109, START + 110)


def test_S5_what_was_said_at_the_first_struck_instant_is_struck_as_well() -> None:
    story = Story()
    story.starts("harvest")
    story.now += 100
    story.asks(Note("insight", "Net ervoor"))
    story.now += 1
    story.asks(Note("insight", "Dit niet"))
    story.now += 60
    events = story.asks(StrikeLast(60))
    assert events == [Struck(story.now - 60), WordsWithdrawn((f"w{story.journal[-3].seq}",))]
    assert list(story.room.words.values()) == ["Net ervoor"]


def test_S5_after_striking_nothing_can_be_undone_and_the_tide_is_gone() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.now += 100
    story.asks(React("touched"), phone(person))
    story.asks(Blank())
    story.asks(StrikeLast(60))
    assert not story.room.undo and not story.room.reactions
    assert story.refused(Undo()) == "nothing_to_undo"


def test_S5_a_break_can_be_asked_for_off_the_record_as_well() -> None:
    story, person = off_record()
    assert story.asks(React("pause"), phone(person)) == [ReactionMarked(person, "pause")]
    assert story.room.memory.counted == {"pause": 1}


def test_S1_before_the_session_is_live_people_come_and_go_and_the_screens_are_prepared() -> None:
    story = Story(started=False)
    (person, other) = story.joins("resident", "civil")
    story.room.memory.consoles = frozenset({"c1", "c2"})
    before: tuple[tuple[Command, Actor], ...] = (
        (ChangeConsent(NO), phone(person)),
        (WithdrawWords(), phone(person)),
        (React("help"), phone(person)),
        (Leave(), phone(person)),
        (AddPerson("resident"), CONSOLE),
        (Undo(), CONSOLE),
        (RemovePerson(other), CONSOLE),
        (AddStatement({"nl": "Nog een"}), CONSOLE),
        (Blank(), CONSOLE),
        (Unblank(), CONSOLE),
        (CallHelper(), CONSOLE),
        (ClearSignal("helper"), CONSOLE),
        (HandOver("c2"), CONSOLE),
        (TakeOver(), OTHER_CONSOLE),
        (Revise(replace(story.room.plan, title="Toch anders")), SERVER),
    )
    for command, by in before:
        story.asks(command, by)
    for not_yet in (Pause(), GoOffRecord(), OpenStatement("s1"), Invite("starter"), Note("insight", "Iets")):
        assert story.refused(not_yet, OTHER_CONSOLE) == "not_started"
    story.asks(CancelSession(), SERVER)


def test_S1_after_the_session_control_can_still_change_hands() -> None:
    story = Story()
    story.asks(CloseSession())
    story.room.memory.consoles = frozenset({"c1", "c2"})
    story.asks(HandOver("c2"))
    story.room.memory.gone_since = story.now - 15
    story.asks(TakeOver(), CONSOLE)
    assert story.refused(AddPerson("resident")) == "session_closed"


def test_S5_where_nothing_was_said_nothing_but_the_time_is_struck() -> None:
    story = Story()
    story.asks(Note("insight", "Dit wel"))
    (id,) = story.room.contributions
    story.now += 300
    assert story.asks(StrikeLast(60)) == [Struck(story.now - 60)]
    assert not story.room.contributions[id].withdrawn
