"""Q1-Q4: who asked to speak, and in what order they are called."""

from dataclasses import replace

from app.core import views
from app.core.messages.circle import (
    GiveWord,
    LeaveChair,
    OpenChairIdled,
    RemoveChair,
    Sat,
    Seat,
    Stand,
    TakeChair,
    WordGiven,
    WordPassed,
)
from app.core.messages.console import Undo
from app.core.messages.queue import (
    Asked,
    AskToSpeak,
    Call,
    Called,
    CallExpired,
    CallNext,
    CallRepeated,
    DeclineCall,
    DequeuePerson,
    Heard,
    QueuePerson,
    WithdrawRequest,
)
from app.core.messages.session import EndItem, GoOffRecord, Pause
from app.core.rules import queue
from app.core.variants import rules_for
from app.core.vocabulary import QueueOrder
from tests.core.stories import Story, item, lit, phone, plan


def story_with(order: QueueOrder, *roles: str) -> tuple[Story, list[str]]:
    rules = replace(rules_for("circle", "open_chair"), queue_order=order)
    story = Story(plan([item("circle", "circle", "open_chair", rules=rules)]))
    people = story.joins(*roles)
    story.starts("circle")
    return story, people


def test_Q1_one_entry_per_person() -> None:
    story, (person,) = story_with("fifo", "resident")
    story.asks(AskToSpeak(), phone(person))
    assert story.refused(AskToSpeak(), phone(person)) == "already_asked"
    assert story.refused(QueuePerson(person)) == "already_asked"
    story.asks(WithdrawRequest(), phone(person))
    assert story.refused(WithdrawRequest(), phone(person)) == "not_in_queue"
    story.asks(Seat(person))
    assert story.refused(AskToSpeak(), phone(person)) == "already_seated"


def test_Q1_first_come_first_called_with_ties_by_time_of_asking() -> None:
    story, people = story_with("fifo", *["resident"] * 3)
    for person in reversed(people):
        story.asks(AskToSpeak(), phone(person))
        story.now += 1
    assert queue.order(story.room) == list(reversed(people))


def test_Q1_balance_roles_calls_the_role_that_sat_least_for_its_people() -> None:
    story, (resident, civil, other) = story_with("balance_roles", "resident", "civil", "civil")
    story.asks(TakeChair(), phone(civil))
    story.now += 60
    story.asks(LeaveChair(), phone(civil))
    story.asks(AskToSpeak(), phone(other))
    story.asks(AskToSpeak(), phone(resident))
    assert queue.order(story.room) == [resident, other]


def test_Q1_the_facilitator_may_call_anyone_in_any_order() -> None:
    story, people = story_with("facilitator_picks", *["resident"] * 3)
    for person in people[:2]:
        story.asks(AskToSpeak(), phone(person))
    story.asks(Call(people[1]))
    assert story.refused(Call(people[1])) == "already_called"
    story.asks(Call(people[2]))
    assert queue.order(story.room) == [people[1], people[2], people[0]]


def test_Q2_who_has_not_sat_never_stands_behind_who_has() -> None:
    story, (sat, new, newer) = story_with("not_yet_spoken_first", *["resident"] * 3)
    story.asks(TakeChair(), phone(sat))
    story.asks(LeaveChair(), phone(sat))
    for person in (sat, new, newer):
        story.asks(AskToSpeak(), phone(person))
        story.now += 1
    assert queue.order(story.room) == [new, newer, sat]


def test_Q2_somebody_already_called_keeps_the_call() -> None:
    story, (sat, new) = story_with("not_yet_spoken_first", *["resident"] * 2)
    story.asks(TakeChair(), phone(sat))
    story.asks(LeaveChair(), phone(sat))
    story.asks(AskToSpeak(), phone(sat))
    story.asks(CallNext())
    story.asks(AskToSpeak(), phone(new))
    assert queue.order(story.room) == [sat, new]


def test_Q4_declining_puts_the_person_back_where_they_were() -> None:
    story, people = story_with("fifo", *["resident"] * 3)
    for person in people:
        story.asks(AskToSpeak(), phone(person))
        story.now += 1
    story.asks(CallNext())
    story.asks(DeclineCall(), phone(people[0]))
    assert queue.order(story.room) == people
    assert story.refused(DeclineCall(), phone(people[0])) == "not_called"
    story.asks(CallNext())
    assert story.room.queue[people[1]].called_at is not None, "who said 'not now' is passed over once"


def test_Q4_a_call_runs_out_after_being_asked_twice() -> None:
    story, (person,) = story_with("fifo", "resident")
    story.asks(AskToSpeak(), phone(person))
    story.asks(RemoveChair(5))
    story.asks(CallNext())
    assert story.later(29) == []
    assert story.later(1) == [CallRepeated(person)]
    assert story.later(29) == []
    assert story.later(1) == [CallExpired(person)]
    assert person not in story.room.queue
    assert story.room.hints["call_expired"].person == person
    assert not any(chair.reserved_for for chair in story.room.chairs.values())


def test_Q4_a_call_is_kept_through_a_chair_for_the_person() -> None:
    story, people = story_with("fifo", *["resident"] * 6)
    for person in people[:4]:
        story.asks(TakeChair(), phone(person))
    story.asks(AskToSpeak(), phone(people[4]))
    story.asks(CallNext())
    assert story.refused(TakeChair(), phone(people[5])) == "chair_reserved"
    story.asks(TakeChair(), phone(people[4]))
    assert story.room.seat_of[people[4]] == 5


def test_an_empty_queue_and_a_full_circle_are_said_so() -> None:
    story, people = story_with("fifo", *["resident"] * 6)
    assert story.refused(CallNext()) == "queue_empty"
    for person in people[:5]:
        story.asks(TakeChair(), phone(person))
    story.asks(AskToSpeak(), phone(people[5]))
    assert story.refused(CallNext()) == "no_free_chair"


def test_in_a_listen_back_the_outer_circle_is_called_where_it_is() -> None:
    story = Story()
    inside, outside = story.joins("resident", "civil")
    story.starts("roles")
    story.starts("back")
    assert inside in story.room.seat_of, "the circle stays seated"
    story.asks(AskToSpeak(), phone(outside))
    story.asks(CallNext())
    assert story.room.word is not None and story.room.word.person == outside
    assert outside not in story.room.queue and outside not in story.room.seat_of


def test_P4_whoever_has_no_phone_is_taken_out_of_the_queue_by_the_facilitator_who_can_undo_it() -> None:
    story = Story()
    (person,) = story.adds("resident")
    story.starts("open")
    story.asks(QueuePerson(person))
    story.asks(DequeuePerson(person))
    assert person not in story.room.queue
    assert story.refused(DequeuePerson(person)) == "not_in_queue"
    story.asks(Undo())
    assert person in story.room.queue


def full(order: QueueOrder = "fifo", others: int = 2) -> tuple[Story, list[str], list[str]]:
    """Five in the five chairs, and others who stand outside."""
    story, people = story_with(order, *["resident"] * (5 + others))
    for person in people[:5]:
        story.asks(TakeChair(), phone(person))
    return story, people[:5], people[5:]


def test_C2_a_race_for_a_chair_is_over_ten_seconds_after_the_last_was_taken() -> None:
    story, _, (first, second) = full()
    story.now += queue.RACE_S
    assert story.asks(TakeChair(), phone(first)) == [Asked(first, at_head=True)]
    story.now += 0.001
    assert story.refused(TakeChair(), phone(second)) == "no_free_chair"
    assert queue.RACE_S == 10


def test_C2_a_race_is_for_the_chair_that_was_taken_last() -> None:
    story, seated, (first, second) = full()
    story.now += 60
    story.asks(LeaveChair(), phone(seated[0]))
    story.asks(TakeChair(), phone(first))
    story.now += 10
    assert story.asks(TakeChair(), phone(second)) == [Asked(second, at_head=True)]


def test_C2_whoever_came_second_is_told_so() -> None:
    story, _, (waiting, second) = full()
    story.asks(AskToSpeak(), phone(waiting))
    assert views.me(story.room, waiting)["queue"] == {"ahead": 0, "first": False}
    story.asks(TakeChair(), phone(second))
    assert views.me(story.room, second)["queue"] == {"ahead": 0, "first": True}
    assert views.me(story.room, waiting)["queue"] == {"ahead": 1, "first": False}
    told = {one["person"]: one.get("first") for one in views.console(story.room, "nl")["queue"]}
    assert told == {second: True, waiting: None}


def test_C2_coming_second_again_goes_behind_who_came_second_meanwhile() -> None:
    story, _, (first, second) = full()
    story.asks(TakeChair(), phone(first))
    story.asks(TakeChair(), phone(second))
    assert queue.order(story.room) == [first, second]
    story.asks(TakeChair(), phone(first))
    assert queue.order(story.room) == [second, first]


def test_Q2_who_came_second_still_stands_behind_who_has_not_sat() -> None:
    story, seated, (quick, new) = full("not_yet_spoken_first")
    story.asks(LeaveChair(), phone(seated[0]))
    story.asks(TakeChair(), phone(quick))
    story.asks(TakeChair(), phone(seated[0]))
    assert story.room.queue[seated[0]].head == 1
    story.asks(AskToSpeak(), phone(new))
    assert queue.order(story.room) == [new, seated[0]]


def test_C2_without_a_queue_there_is_no_place_for_who_comes_second() -> None:
    rules = replace(rules_for("circle", "open_chair"), queue=False)
    story = Story(plan([item("circle", "circle", "open_chair", rules=rules)]))
    people = story.joins(*["resident"] * 6)
    story.starts("circle")
    for person in people[:5]:
        story.asks(TakeChair(), phone(person))
    assert story.refused(TakeChair(), phone(people[5])) == "no_free_chair"


def called() -> tuple[Story, list[str]]:
    """One person in chair 1, the next called to chair 2, which is kept for them."""
    story, people = story_with("fifo", *["resident"] * 4)
    story.asks(TakeChair(1), phone(people[0]))
    story.asks(AskToSpeak(), phone(people[1]))
    story.asks(CallNext())
    assert story.room.queue[people[1]].chair == 2
    return story, people


def test_Q4_a_kept_chair_is_for_whoever_was_called_and_another_gets_the_next() -> None:
    story, (_, expected, other, _) = called()
    assert story.asks(TakeChair(2), phone(other)) == [Sat(other, 3)]
    assert story.asks(TakeChair(2), phone(expected)) == [Sat(expected, 2)]
    assert not any(chair.reserved_for for chair in story.room.chairs.values())


def test_Q4_whoever_takes_any_chair_is_not_given_a_kept_one() -> None:
    story, (_, expected, other, _) = called()
    assert story.asks(TakeChair(), phone(other)) == [Sat(other, 3)]
    assert story.asks(TakeChair(), phone(expected)) == [Sat(expected, 2)], (
        "whoever was called gets the one kept"
    )


def test_Q4_whoever_was_called_may_sit_elsewhere_and_nobody_is_expected_in_the_kept_chair() -> None:
    story, (_, expected, other, _) = called()
    assert story.asks(TakeChair(4), phone(expected)) == [Sat(expected, 4)]
    assert expected not in story.room.queue and story.room.chairs[2].reserved_for is None
    assert story.asks(TakeChair(2), phone(other)) == [Sat(other, 2)]


def test_Q4_whoever_was_called_sits_where_free_chairs_are_not_to_be_taken() -> None:
    rules = replace(rules_for("circle", "open_chair"), take_free=False)
    story = Story(plan([item("circle", "circle", "open_chair", rules=rules)]))
    (person,) = story.joins("resident")
    story.starts("circle")
    story.asks(AskToSpeak(), phone(person))
    assert story.refused(TakeChair(), phone(person)) == "not_without_call"
    story.asks(CallNext())
    assert story.asks(TakeChair(), phone(person)) == [Sat(person, 1)]


def test_Q4_what_a_phone_and_the_console_are_told_of_a_call() -> None:
    story, (_, expected, *_) = called()
    at = story.now
    assert views.me(story.room, expected)["called"] == {"until": at + 30, "chair": 2}
    assert views.console(story.room, "nl")["queue"][0]["until"] == at + 30
    assert views.console(story.room, "nl")["circle"]["chairs"]["2"] == {
        "kind": "regular", "kept": True, "for": "Reiger"
    }  # fmt: skip
    assert lit(story.room)["circle"]["chairs"]["2"] == {"kind": "regular", "kept": True}
    story.later(30)
    assert views.me(story.room, expected)["called"] == {"until": at + 60, "chair": 2, "again": True}
    story.asks(DeclineCall(), phone(expected))
    told = views.console(story.room, "nl")["queue"][0]
    assert told["declined"] == 1 and "until" not in told
    assert "called" not in views.me(story.room, expected)
    assert "kept" not in lit(story.room)["circle"]["chairs"]["2"]


def test_Q4_whoever_declined_less_often_is_called_before_whoever_declined_more() -> None:
    story, people = story_with("fifo", *["resident"] * 2)
    for person in people:
        story.asks(AskToSpeak(), phone(person))
        story.now += 1
    for person in (people[0], people[1], people[0]):
        story.asks(CallNext())
        assert story.room.queue[person].called_at is not None
        story.asks(DeclineCall(), phone(person))
    story.asks(CallNext())
    assert story.room.queue[people[1]].called_at is not None


def test_Q4_withdrawing_gives_the_kept_chair_free() -> None:
    story, (_, expected, *_) = called()
    story.asks(WithdrawRequest(), phone(expected))
    assert story.room.chairs[2].reserved_for is None


def test_Q4_taking_away_the_chair_that_was_kept_lets_the_person_wait_again() -> None:
    story, (_, expected, *_) = called()
    story.asks(RemoveChair(2))
    entry = story.room.queue[expected]
    assert (entry.called_at, entry.chair, entry.times) == (None, None, 0)
    assert story.later(40) == []


def test_Q4_the_end_of_an_item_ends_its_calls_and_not_the_queue() -> None:
    story, (_, expected, other, _) = called()
    story.asks(AskToSpeak(), phone(other))
    story.asks(EndItem())
    assert queue.order(story.room) == [expected, other]
    assert story.room.queue[expected].called_at is None and story.room.chairs[2].reserved_for is None
    assert story.later(60) == []


def test_Q4_as_many_are_called_as_there_are_chairs_free() -> None:
    story, people = story_with("fifo", *["resident"] * 7)
    for person in people[:4]:
        story.asks(TakeChair(), phone(person))
    for person in people[4:6]:
        story.asks(AskToSpeak(), phone(person))
    story.asks(CallNext())
    assert story.refused(CallNext()) == "no_free_chair", "the last is kept"
    assert story.refused(Call(people[6])) == "no_free_chair"
    assert story.refused(Call(people[0])) == "already_seated"
    assert story.refused(Call(people[4])) == "already_called"


def test_Q4_the_open_chair_is_kept_for_nobody_while_another_is_free() -> None:
    story, people = story_with("fifo", *["resident"] * 5)
    for person in people[:4]:
        story.asks(TakeChair(), phone(person))
    story.asks(Stand(people[2]))
    assert story.asks(Call(people[4])) == [Asked(people[4]), Called(people[4], 3)]


def test_Q1_nobody_asks_where_there_is_no_item_or_no_queue() -> None:
    story, (person,) = story_with("fifo", "resident")
    story.asks(EndItem())
    assert story.refused(AskToSpeak(), phone(person)) == "queue_closed"
    assert story.refused(Call(person)) == "no_item"
    assert story.refused(TakeChair(), phone(person)) == "no_circle"


def test_C3_only_whoever_may_sit_takes_a_chair_unless_called() -> None:
    story = Story(plan([item("own", "circle", "open_chair", roles=("resident",))]))
    _, civil = story.joins("resident", "civil")
    story.starts("own")
    assert story.refused(TakeChair(9), phone(civil)) == "not_your_round"
    story.asks(Call(civil))
    assert story.refused(TakeChair(9), phone(civil)) == "unknown_chair"
    assert story.asks(TakeChair(), phone(civil)) == [Sat(civil, 1)]


def test_in_a_listen_back_the_circle_asks_to_speak_as_well() -> None:
    story = Story()
    inside, outside = story.joins("resident", "civil")
    story.starts("roles")
    story.starts("back")
    story.asks(AskToSpeak(), phone(inside))
    assert story.asks(CallNext()) == [Called(inside), Heard(inside), WordGiven(inside)]
    story.asks(Pause())
    story.asks(AskToSpeak(), phone(outside))
    assert story.refused(CallNext()) == "paused"


def test_S5_in_a_listen_back_off_the_record_the_word_is_passed_and_not_kept() -> None:
    story = Story()
    (person,) = story.joins("civil")
    story.starts("back")
    story.asks(GoOffRecord())
    assert story.asks(Call(person)) == [Asked(person), Called(person), Heard(person), WordPassed(person)]
    assert story.room.word is None and person not in story.room.queue


def test_T3_whoever_is_given_the_word_while_waiting_is_heard() -> None:
    story = Story()
    (person,) = story.joins("civil")
    story.starts("back")
    story.asks(AskToSpeak(), phone(person))
    assert story.asks(GiveWord(person)) == [WordGiven(person), Heard(person)]
    assert person not in story.room.queue


def test_Q1_balance_counts_for_each_person_of_a_role_who_is_here() -> None:
    story, people = story_with("balance_roles", "resident", "civil", "civil", "civil", "resident")
    story.asks(TakeChair(), phone(people[0]))
    story.now += 40
    story.asks(LeaveChair(), phone(people[0]))
    story.asks(TakeChair(), phone(people[1]))
    story.now += 50
    story.asks(LeaveChair(), phone(people[1]))
    story.asks(AskToSpeak(), phone(people[4]))
    story.asks(AskToSpeak(), phone(people[2]))
    assert queue.order(story.room) == [people[2], people[4]], "50 s for three is less than 40 s for two"


def test_the_console_says_of_each_in_the_queue_what_counts_for_the_order() -> None:
    story = Story()
    (sat,) = story.joins("civil")
    (without,) = story.adds("resident")
    story.starts("open")
    story.asks(TakeChair(), phone(sat))
    story.asks(LeaveChair(), phone(sat))
    story.asks(AskToSpeak(), phone(sat))
    story.now += 2
    story.asks(QueuePerson(without))
    assert views.console(story.room, "nl")["queue"] == [
        {
            "person": without,
            "name": "Reiger",
            "role": "resident",
            "asked_at": story.now,
            "no_phone": True,
        },
        {"person": sat, "name": "Merel", "role": "civil", "asked_at": story.now - 2, "spoken": True},
    ]


def test_Q4_C6_the_facilitator_is_told_whose_call_ran_out_and_the_chair_is_idle_from_then_on() -> None:
    story, people = story_with("fifo", *["resident"] * 5)
    for person in people[:4]:
        story.asks(TakeChair(), phone(person))
    story.asks(AskToSpeak(), phone(people[4]))
    story.asks(CallNext())
    story.later(30)
    story.later(30)
    hints = views.console(story.room, "nl")["hints"]
    assert hints == {"call_expired": {"at": story.now, "name": story.room.people[people[4]].alias}}
    assert story.later(44) == []
    assert story.later(1) == [OpenChairIdled()]
    story.asks(EndItem())
    assert views.console(story.room, "nl")["hints"] == {}
