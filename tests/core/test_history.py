"""What the record says of the circle over time: what really held, with what was undone or struck left out."""

import pytest

from app.core.evolve import HANDLERS
from app.core.messages.circle import GiveWord, Seat, Stand, Swap, TakeChair
from app.core.messages.console import Undo
from app.core.messages.harvest import Contribute, React
from app.core.messages.people import Leave
from app.core.messages.queue import AskToSpeak, Call, CallNext, DeclineCall, WithdrawRequest
from app.core.messages.session import (
    AddTime,
    Blank,
    Blanked,
    CloseSession,
    EndItem,
    GoOffRecord,
    GoOnRecord,
    Pause,
    Resume,
    SkipItem,
    StartItem,
    StrikeLast,
)
from app.core.messages.statements import RevealStatement
from app.core.record.history import overlap, without
from tests.core.evening import circle, recorded, seats, votes
from tests.core.stories import Story, phone


def turns(story: Story) -> list[tuple[str, float, float | None]]:
    return [(one["person"], one["from_s"], one["to_s"]) for one in recorded(story)["turns"]]


def test_S3_items_have_what_was_planned_and_what_was_not() -> None:
    story = Story()
    story.starts("in")
    story.asks(AddTime(120))
    story.now += 100
    story.asks(Pause())
    story.now += 40
    story.asks(Resume())
    story.now += 560
    story.asks(EndItem())
    story.now += 60
    story.asks(StartItem("in", again=True))
    story.now += 30
    story.asks(SkipItem("open"))
    story.asks(EndItem())
    first, second, *_ = recorded(story)["items"]
    assert first["runs"] == [
        {"from_s": 0, "to_s": 700, "paused_s": 40, "added_s": 120},
        {"from_s": 760, "to_s": 790, "paused_s": 0, "added_s": 0},
    ]
    assert (first["planned_s"], first["actual_s"], first["deviation_s"]) == (600, 730, 130)
    assert (second["state"], second["actual_s"], second["started_at"]) == ("skipped", None, None)
    assert second["rules"]["open_chairs"] == 1


def test_C8_a_corrected_seat_is_where_the_person_sat() -> None:
    story, (first, second) = circle("resident", "civil")
    story.asks(Seat(first, 1))
    story.now += 10
    story.asks(Seat(second, 1))
    story.now += 10
    assert seats(story) == [(first, 1, 0, 10), (second, 1, 10, None)]


def test_F2_a_seat_that_was_undone_was_never_taken() -> None:
    story, (first, second) = circle("resident", "civil")
    story.asks(Seat(first, 1))
    story.now += 10
    story.asks(Seat(second, 1))
    story.now += 5
    story.asks(Undo())
    story.now += 10
    story.asks(Stand(first))
    assert seats(story) == [(first, 1, 0, 25)]


def test_F2_somebody_made_to_stand_by_mistake_sat_on() -> None:
    story, (person,) = circle("resident")
    story.asks(Seat(person))
    story.asks(GiveWord(person))
    story.now += 10
    story.asks(Stand(person))
    story.now += 5
    story.asks(Undo())
    story.now += 5
    story.asks(EndItem())
    story.asks(StartItem("vote"))
    assert seats(story) == [(person, 1, 0, 20)]
    assert turns(story) == [(person, 0, 20)]


def test_F2_an_item_started_by_mistake_never_ran() -> None:
    story, people = circle("resident", "resident")
    story.asks(Seat(people[0]))
    story.now += 30
    story.asks(StartItem("vote"))
    story.now += 3
    story.asks(Undo())
    story.now += 27
    story.asks(StartItem("harvest"))
    runs = {one["id"]: one["runs"] for one in recorded(story)["items"]}
    assert [(run["from_s"], run["to_s"]) for run in runs["open"]] == [(0, 60)]
    assert runs["vote"] == []
    assert seats(story) == [(people[0], 1, 0, 60)]


def test_F2_a_swap_that_was_undone_moved_nobody() -> None:
    story = Story()
    first, second = story.joins("resident", "civil")
    story.starts("roles")
    story.now += 30
    story.asks(Swap("civil"))
    story.now += 2
    story.asks(Undo())
    story.now += 28
    story.asks(Swap("civil"))
    story.now += 10
    story.asks(StartItem("vote"))
    assert seats(story) == [(first, 1, 0, 60), (second, 1, 60, 70)]


def test_F2_a_call_that_was_undone_is_no_call() -> None:
    story, (person, other) = circle("resident", "civil")
    story.asks(AskToSpeak(), phone(person))
    story.now += 10
    story.asks(CallNext())
    story.asks(Undo())
    story.asks(Call(other))
    story.asks(Undo())
    story.now += 10
    story.asks(CallNext())
    (row,) = recorded(story)["queue"]
    assert (row["person"], row["called_s"], row["outcome"], row["wait_s"]) == (person, 20, "waiting", 20)


def test_a_listen_back_goes_on_with_the_circle_seated() -> None:
    story = Story()
    inside, outside = story.joins("resident", "civil")
    story.starts("roles")
    story.now += 100
    story.starts("back")
    story.asks(AskToSpeak(), phone(outside))
    story.now += 7
    story.asks(CallNext())
    story.now += 20
    story.asks(StartItem("vote"))
    made = recorded(story)
    assert seats(story) == [(inside, 1, 0, 127)]
    assert [(one["person"], one["item"]) for one in made["turns"]] == [(outside, "back")]
    assert [(one["outcome"], one["wait_s"]) for one in made["queue"]] == [("heard", 7)]
    assert made["measures"]["seat_time"]["total_s"] == 100, "a listen-back is not the circle's time"


def test_the_queue_says_how_each_request_ended() -> None:
    story, people = circle(*["resident"] * 5)
    for person in people[:4]:
        story.asks(AskToSpeak(), phone(person))
    story.now += 5
    story.asks(Call(people[0]))
    story.now += 1
    story.asks(DeclineCall(), phone(people[0]))
    story.asks(WithdrawRequest(), phone(people[0]))
    story.asks(Call(people[1]))
    story.later(30)
    story.later(30)
    story.asks(TakeChair(), phone(people[2]))
    story.asks(Leave(), phone(people[3]))
    story.asks(AskToSpeak(), phone(people[4]))
    story.asks(CloseSession())
    rows = recorded(story)["queue"]
    assert [
        (one["person"], one["outcome"], one["called_s"], one["wait_s"], one["declined"]) for one in rows
    ] == [
        (people[0], "withdrawn", 5, 5, 1),
        (people[1], "expired", 6, 6, 0),
        (people[2], "seated", None, 66, 0),
        (people[3], "withdrawn", None, None, 0),
        (people[4], "waiting", None, None, 0),
    ]


def test_an_event_that_ends_a_wait_has_to_say_how(monkeypatch: pytest.MonkeyPatch) -> None:
    story, (person,) = circle("resident")
    story.asks(AskToSpeak(), phone(person))
    monkeypatch.setitem(HANDLERS, Blanked, lambda room, event, at: room.queue.empty())
    story.asks(Blank())
    with pytest.raises(AssertionError, match="blanked ended a wait"):
        recorded(story)


def test_S5_nothing_said_off_the_record_is_in_it_but_the_gap() -> None:
    story, (person,) = circle("resident")
    story.asks(Seat(person))
    story.asks(GiveWord(person))
    story.now += 20
    story.asks(GoOffRecord())
    story.now += 60
    story.asks(GoOnRecord())
    story.now += 10
    story.asks(StartItem("vote"))
    made = recorded(story)
    assert made["session"]["off_record"] == [{"from_s": 20, "to_s": 80}]
    assert turns(story) == [(person, 0, 20), (person, 80, 90)]
    assert seats(story) == [(person, 1, 0, 90)], "seat time is exact"


def test_S5_what_was_struck_is_cut_out_of_a_turn_that_began_before() -> None:
    story, people = circle(*["resident"] * 6)
    story.asks(Seat(people[0]))
    story.asks(GiveWord(people[0]))
    story.now += 100
    story.asks(React("touched"), phone(people[1]))
    story.asks(Contribute("insight", "Dit niet"), phone(people[1]))
    votes(story, "s1", people, agree=6)
    story.asks(StrikeLast(60))
    story.asks(CloseSession())
    made = recorded(story)
    assert turns(story) == [(people[0], 0, 60)]
    assert made["reactions"] == [] and made["harvest"] == []
    assert made["statements"][0]["votes"] == []
    assert made["session"]["off_record"] == [{"from_s": 60, "to_s": 120}]


def test_R2_reactions_are_by_half_minute_and_kind_without_the_private_ones() -> None:
    story, people = circle("resident", "resident")
    for person in people:
        story.asks(React("recognise"), phone(person))
    story.now += 40
    story.asks(React("question"), phone(people[0]))
    story.asks(React("help"), phone(people[0]))
    story.asks(React("pause"), phone(people[1]))
    assert recorded(story)["reactions"] == [
        {"from_s": 0, "kind": "recognise", "count": 2},
        {"from_s": 30, "kind": "question", "count": 1},
    ]


def test_what_is_left_of_a_stretch_outside_gaps() -> None:
    assert without((10, 20), []) == [(10, 20)]
    assert without((10, 20), [(0, 10), (20, 30)]) == [(10, 20)], "beside it"
    assert without((10, 20), [(12, 14), (16, 18)]) == [(10, 12), (14, 16), (18, 20)]
    assert without((10, 20), [(5, 12), (18, 25)]) == [(12, 18)]
    assert without((10, 20), [(10, 20)]) == [] == without((10, 20), [(5, 25)])
    assert without((10, 10), []) == [(10, 10)], "an instant"


def test_how_much_of_a_stretch_lies_in_others() -> None:
    assert overlap((10, 20), []) == 0
    assert overlap((10, 20), [(0, 5), (5, 12), (14, 15), (18, 30), (40, 50)]) == 2 + 1 + 2


def test_F4_each_persons_seat_time_is_of_circles_only_and_without_pauses() -> None:
    story, (first, second, _) = circle("resident", "civil", "civil")
    story.asks(Seat(first))
    story.now += 30
    story.asks(Seat(second))
    story.asks(Pause())
    story.now += 100
    story.asks(Resume())
    story.now += 10
    story.asks(StartItem("back"))
    story.now += 50
    made = recorded(story)["measures"]["seat_time"]
    rows = {row["role"]: (row["seconds"], row["n"]) for row in made["by_role"]}
    assert rows == {"resident": (40, 1), "civil": (10, 2)} and made["total_s"] == 50


def test_S3_an_item_that_ran_twice_took_both_and_was_paused_in_one() -> None:
    story = Story()
    story.starts("in")
    story.now += 50
    story.asks(Pause())
    story.now += 10
    story.starts("open")
    story.now += 5
    story.asks(StartItem("in", again=True))
    story.asks(AddTime(60))
    story.now += 7
    story.asks(EndItem())
    row = recorded(story)["items"][0]
    assert row["runs"] == [
        {"from_s": 0, "to_s": 60, "paused_s": 10, "added_s": 0},
        {"from_s": 65, "to_s": 72, "paused_s": 0, "added_s": 60},
    ]
    assert (row["actual_s"], row["deviation_s"], row["planned_s"]) == (67, -533, 600)


def test_whoever_asks_again_waits_anew() -> None:
    story, (person, other) = circle("resident", "civil")
    story.asks(AskToSpeak(), phone(person))
    story.now += 5
    story.asks(WithdrawRequest(), phone(person))
    story.now += 5
    story.asks(AskToSpeak(), phone(person))
    story.now += 20
    story.asks(CallNext())
    story.now += 3
    story.asks(DeclineCall(), phone(person))
    story.now += 4
    story.asks(CallNext())
    story.now += 2
    story.asks(TakeChair(), phone(person))
    story.asks(Call(other))
    story.now += 2
    story.asks(TakeChair(), phone(other))
    rows = recorded(story)["queue"]
    assert [
        (row["asked_s"], row["called_s"], row["wait_s"], row["declined"], row["outcome"]) for row in rows
    ] == [
        (0, None, None, 0, "withdrawn"),
        (10, 30, 20, 1, "seated"),
        (39, 39, 0, 0, "seated"),
    ]


def test_V3_which_of_several_rounds_was_revealed_is_known() -> None:
    story, people = circle("resident")
    votes(story, "s1", people, agree=1)
    votes(story, "s1", people, disagree=1)
    story.asks(RevealStatement("s1"))
    (vote,) = recorded(story)["statements"][0]["votes"]
    assert vote["totals"]["disagree"] == 1, "the second"
