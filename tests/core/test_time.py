"""T1-T3: the server's time."""

from app.core import views
from app.core.messages.circle import EndWord, GiveWord, LeavePrompted, RemoveChair, Seat, Stand
from app.core.messages.console import Undo
from app.core.messages.harvest import HALF_MINUTE, React
from app.core.messages.queue import AskToSpeak, Call, CallExpired, CallNext, CallRepeated
from app.core.messages.session import (
    AddTime,
    EndItem,
    EndMoment,
    GoOffRecord,
    GoOnRecord,
    MomentEnded,
    Pause,
    Resume,
    StartItem,
    StartMoment,
)
from app.core.room import Word
from app.core.rules import clock
from tests.core.evening import recorded
from tests.core.stories import START, Story, phone, word


def test_T1_an_item_ends_at_its_start_with_what_was_planned_added_and_paused() -> None:
    story = Story()
    story.starts("in")
    start = story.now
    story.now += 100
    story.asks(AddTime(120))
    story.asks(Pause())
    story.now += 50
    assert clock.remaining_s(story.room) == 600 + 120 - 100
    story.asks(Resume())
    assert clock.ends_at(story.room) == start + 600 + 120 + 50


def test_T1_the_server_knows_when_something_is_next_due() -> None:
    story = Story()
    (person,) = story.joins("resident")
    assert clock.next_deadline(story.room, story.now) is None
    story.starts("open")
    story.asks(AskToSpeak(), phone(person))
    story.asks(CallNext())
    assert clock.next_deadline(story.room, story.now) == story.now + 30
    story.asks(StartMoment("silence", 20))
    assert clock.next_deadline(story.room, story.now) == story.now + 20
    assert story.later(20) == [MomentEnded()]


def test_T1_while_paused_no_deadline_passes() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(AskToSpeak(), phone(person))
    story.asks(CallNext())
    story.later(10)
    story.asks(Pause())
    assert story.later(500) == []
    assert clock.next_deadline(story.room, story.now) is None
    story.asks(Resume())
    assert story.later(19) == []
    assert story.later(1) == [CallRepeated(person)]


def test_T1_a_moment_ends_by_itself_or_when_it_is_told_to() -> None:
    story = Story()
    assert story.refused(EndMoment()) == "no_moment"
    story.asks(StartMoment("pairs", 120))
    story.asks(EndMoment())
    assert story.room.moment is None


def test_T2_zero_ejects_nobody() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(Seat(person))
    story.asks(GiveWord(person))
    story.later(900)
    story.later(3600)
    assert story.room.current == "open"
    assert person in story.room.seat_of and story.room.word is not None


def spoken(story: Story) -> list[tuple[float, float | None]]:
    return [(row["from_s"], row["to_s"]) for row in recorded(story)["turns"]]


def speaking() -> tuple[Story, str, str]:
    story = Story()
    first, second = story.joins("resident", "civil")
    story.starts("open")
    story.asks(Seat(first))
    story.asks(Seat(second))
    story.asks(GiveWord(first))
    story.now += 30
    return story, first, second


def test_T3_a_turn_lasts_until_the_next_tap() -> None:
    story, _, second = speaking()
    story.asks(GiveWord(second))
    story.now += 20
    story.asks(EndWord())
    assert story.refused(EndWord()) == "nobody_has_the_word"
    assert spoken(story) == [(0, 30), (30, 50)]


def test_T3_a_turn_ends_with_standing_up_and_with_the_item() -> None:
    story, first, second = speaking()
    story.asks(Stand(first))
    story.asks(GiveWord(second))
    story.now += 5
    story.asks(EndItem())
    assert spoken(story) == [(0, 30), (30, 35)]
    assert story.refused(GiveWord(second)) == "no_item"


def test_T3_a_turn_never_spans_a_pause() -> None:
    story, first, _ = speaking()
    story.asks(Pause())
    assert story.refused(GiveWord(first)) == "paused"
    story.now += 100
    story.asks(Resume())
    story.now += 15
    story.asks(StartItem("vote"))
    assert spoken(story) == [(0, 30), (130, 145)]


def test_T3_who_stood_up_in_the_pause_has_no_turn_after_it() -> None:
    story, first, _ = speaking()
    story.asks(Pause())
    story.asks(Stand(first))
    story.asks(Resume())
    assert word(story) is None
    assert spoken(story) == [(0, 30)]


def test_T1_a_moment_and_a_request_to_leave_stand_still_in_a_pause() -> None:
    story = Story()
    people = story.joins(*["resident"] * 5)
    story.starts("open")
    for person in people:
        story.asks(Seat(person))
    story.asks(StartMoment("silence", 50))
    story.later(10)
    story.asks(Pause())
    story.now += 300
    story.asks(Resume())
    assert story.later(39) == []
    assert story.later(1) == [MomentEnded()]
    assert story.later(10) == [LeavePrompted()]


def test_T3_a_turn_never_spans_what_was_off_the_record() -> None:
    story, *_ = speaking()
    story.asks(GoOffRecord())
    story.now += 60
    story.asks(GoOnRecord())
    story.now += 10
    story.asks(EndWord())
    assert spoken(story) == [(0, 30), (90, 100)]


def test_T3_F2_a_pause_that_was_undone_never_was() -> None:
    story, *_ = speaking()
    story.asks(Pause())
    story.now += 4
    story.asks(Undo())
    story.now += 6
    story.asks(EndWord())
    assert spoken(story) == [(0, 40)]


def test_Q4_what_is_due_comes_in_the_order_of_its_time_and_at_its_time() -> None:
    story = Story()
    first, second = story.joins("resident", "civil")
    story.starts("open")
    story.asks(RemoveChair(5))
    story.asks(AskToSpeak(), phone(first))
    story.asks(AskToSpeak(), phone(second))
    story.asks(StartMoment("silence", 40))
    story.now += 1
    story.asks(Call(second))
    story.now += 1
    story.asks(Call(first))
    assert clock.next_deadline(story.room, story.now) == START + 31
    assert story.later(28) == []
    assert story.later(10) == [CallRepeated(second), CallRepeated(first), MomentEnded()]
    assert story.later(29) == []
    assert set(story.later(1)) == {CallExpired(first), CallExpired(second)}


def test_T1_nothing_is_due_before_the_session_is_live() -> None:
    story = Story(started=False)
    story.joins("resident")
    assert clock.next_deadline(story.room, story.now) is None and story.later(600) == []


def test_R2_the_server_knows_until_when_reactions_are_shown() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.now += 10
    story.asks(React("touched"), phone(person))
    until = START + 2 * HALF_MINUTE
    assert clock.reactions_until(story.room) == until == clock.next_deadline(story.room, story.now)
    assert clock.next_deadline(story.room, until - 1) == until
    assert clock.next_deadline(story.room, until) is None, "it was told already"
    story.asks(Pause())
    assert clock.next_deadline(story.room, story.now) == until, "in a pause as well"


def test_T1_a_paused_item_that_is_over_its_time_has_less_than_nothing_left() -> None:
    story = Story()
    assert clock.ends_at(story.room) is None and clock.remaining_s(story.room) is None
    story.starts("in")
    assert clock.remaining_s(story.room) is None
    story.now += 50
    story.asks(Pause())
    story.now += 10
    story.asks(Resume())
    story.now += 700
    story.asks(Pause())
    assert clock.remaining_s(story.room) == 600 - 750
    story.asks(EndItem())
    assert clock.ends_at(story.room) is None and clock.remaining_s(story.room) is None


def test_T3_an_item_that_ends_in_a_pause_leaves_nobody_the_word() -> None:
    story, _, second = speaking()
    story.asks(Pause())
    story.asks(EndItem())
    story.asks(StartItem("open", again=True))
    assert word(story) is None and story.room.paused_at is None
    assert story.refused(GiveWord(second)) == "not_seated", "a circle begins empty"


def test_T3_off_the_record_in_a_pause_whoever_had_the_word_goes_on_after_both() -> None:
    story, first, _ = speaking()
    story.asks(Pause())
    story.asks(GoOffRecord())
    story.asks(Resume())
    assert word(story) is None and views.me(story.room, first)["word"] is True
    story.now += 10
    story.asks(GoOnRecord())
    story.now += 5
    story.asks(EndWord())
    assert spoken(story) == [(0, 30), (40, 45)]


def test_T3_the_word_given_back_by_an_undo_is_given_from_its_own_time() -> None:
    story, first, second = speaking()
    story.asks(GiveWord(second))
    story.now += 5
    story.asks(Undo())
    assert word(story) == Word(first, START)
