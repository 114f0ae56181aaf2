"""The six variants: each is a set of parameters, and nothing in the core knows one by name."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from app import core
from app.core.messages.circle import GiveWord, LeaveChair, Sat, Seat, Stand, Stood, Swap, TakeChair
from app.core.messages.queue import AskToSpeak, CallNext
from app.core.rules import clock
from app.core.variants import MINUTES, RULES, rules_for
from app.core.vocabulary import Variant
from tests.core.stories import Story, item, phone, plan

VARIANTS: tuple[Variant, ...] = get_args(Variant)


def running(variant: Variant, *roles: str) -> tuple[Story, list[str]]:
    story = Story(plan([item("round", "circle", variant, MINUTES[variant])]))
    people = story.joins(*roles)
    story.starts("round")
    return story, people


def test_every_variant_has_its_parameters() -> None:
    assert set(RULES) == set(MINUTES) == set(VARIANTS)


def test_the_core_decides_by_parameters_and_never_by_a_variants_name() -> None:
    """Views and the record say which variant it is; nothing else looks."""
    for file in Path(core.__path__[0]).rglob("*.py"):
        if file.parent.name not in ("views", "record"):
            assert ".variant" not in file.read_text("utf-8"), file.name


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_can_be_seated_by_the_facilitator_and_ended(variant: Variant) -> None:
    story, people = running(variant, *["resident"] * 3, *["civil"] * 3)
    ends = clock.ends_at(story.room)
    assert ends == story.now + MINUTES[variant] * 60
    seat = next(iter(story.room.free_chairs()), 1)
    story.asks(Seat(people[5], seat))
    story.asks(GiveWord(people[5]))
    story.asks(Stand(people[5]))
    story.later(MINUTES[variant] * 60 + 1)
    assert story.room.current == "round"


def test_open_chair_has_a_chair_kept_open_and_a_queue() -> None:
    story, (person, _) = running("open_chair", "resident", "civil")
    assert [chair.kind for chair in story.room.chairs.values()] == ["regular"] * 4 + ["open"]
    story.asks(TakeChair(), phone(person))
    assert story.room.seat_of[person] == 1


def test_C3_tap_in_takes_the_place_of_somebody_who_is_not_speaking() -> None:
    story, (inside, speaking, tapping, *others) = running("tap_in", *["resident"] * 6)
    story.asks(TakeChair(), phone(inside))
    story.asks(TakeChair(), phone(speaking))
    for person in others:
        story.asks(TakeChair(), phone(person))
    story.asks(GiveWord(speaking))
    assert story.refused(TakeChair(2), phone(tapping)) == "is_speaking"
    assert story.refused(TakeChair(), phone(tapping)) == "no_free_chair"
    assert story.refused(AskToSpeak(), phone(tapping)) == "queue_closed"
    assert story.asks(TakeChair(1), phone(tapping)) == [Stood(inside, 1), Sat(tapping, 1)]


def test_closed_rotation_seats_the_next_group_counted_off() -> None:
    story, people = running("closed_rotation", *["resident"] * 12)
    assert set(story.room.seat_of) == set(people[:5])
    story.asks(Swap())
    assert set(story.room.seat_of) == set(people[5:10])
    story.asks(Swap())
    assert set(story.room.seat_of) == set(people[10:])
    story.asks(Swap())
    assert set(story.room.seat_of) == set(people[:5]), "and begins again"
    assert story.refused(AskToSpeak(), phone(people[7])) == "queue_closed"


def test_role_round_seats_the_first_role_and_listens_back() -> None:
    story = Story()
    resident, civil = story.joins("resident", "civil")
    story.starts("roles")
    assert set(story.room.seat_of) == {resident}
    assert story.refused(AskToSpeak(), phone(civil)) == "queue_closed", "the outer circle is silent"
    story.starts("back")
    story.asks(AskToSpeak(), phone(civil))
    story.asks(CallNext())
    assert story.room.word is not None and story.room.word.person == civil
    story.asks(Swap("civil"))
    assert set(story.room.seat_of) == {civil}


def test_user_experience_is_fixed_until_the_end() -> None:
    story, (inside, outside) = running("user_experience", "resident", "civil")
    assert story.refused(TakeChair(), phone(outside)) == "seats_assigned"
    story.asks(Seat(inside))
    assert story.refused(LeaveChair(), phone(inside)) == "stay_until_the_end"
    assert story.refused(AskToSpeak(), phone(outside)) == "queue_closed"
    story.asks(Stand(inside))


def test_samoan_is_four_chairs_that_are_taken_and_left_at_will() -> None:
    story, people = running("samoan", *["resident"] * 5)
    for person in people[:4]:
        story.asks(TakeChair(), phone(person))
    assert story.refused(TakeChair(), phone(people[4])) == "no_free_chair"
    story.asks(LeaveChair(), phone(people[0]))
    assert story.asks(TakeChair(), phone(people[4])) == [Sat(people[4], 1)]
    assert not story.room.hints and story.room.leave_asked is None


def test_C3_a_chair_that_is_not_free_to_take_says_how_to_get_there() -> None:
    """By asking, where there is a queue; by nothing but the facilitator, where there is none."""
    rules = replace(rules_for("circle", "open_chair"), take_free=False)
    for with_queue, code in ((True, "not_without_call"), (False, "seats_assigned")):
        sheet = [item("circle", "circle", "open_chair", rules=replace(rules, queue=with_queue))]
        story = Story(plan(sheet))
        (person,) = story.joins("resident")
        story.starts("circle")
        assert story.refused(TakeChair(), phone(person)) == code


def test_C5_a_swap_goes_to_the_roles_of_its_item_first_and_never_to_those_without_a_role() -> None:
    story = Story(plan([item("round", "circle", "role_round", 20, ("resident", "civil"))]))
    resident, _, civil, _ = story.joins("resident", "confidant", "civil", "unsaid")
    story.starts("round")
    assert set(story.room.seat_of) == {resident, civil}
    story.asks(Swap("resident"))
    story.asks(Swap())
    assert story.room.roles == ("civil",)
    story.asks(Swap())
    story.asks(Swap("confidant"))
    story.asks(Swap())
    assert story.room.roles != ("unsaid",)


def test_C3_next_from_the_queue_passes_over_who_may_not_sit_in_this_round() -> None:
    story = Story()
    resident, civil = story.joins("resident", "civil")
    story.starts("back")
    story.asks(AskToSpeak(), phone(civil))
    story.starts("roles")
    assert story.room.seat_of.keys() == {resident}
    assert story.refused(CallNext()) == "queue_empty"
