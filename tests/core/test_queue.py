"""Q1-Q4: who asked to speak, and in what order they are called."""

from dataclasses import replace

from app.core.messages.circle import LeaveChair, RemoveChair, Seat, TakeChair
from app.core.messages.console import Undo
from app.core.messages.queue import (
    AskToSpeak,
    Call,
    CallExpired,
    CallNext,
    CallRepeated,
    DeclineCall,
    DequeuePerson,
    QueuePerson,
    WithdrawRequest,
)
from app.core.rules import queue
from app.core.variants import rules_for
from app.core.vocabulary import QueueOrder
from tests.core.stories import Story, item, phone, plan


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
