"""Whole evenings in made-up time: everything a room can do happens in them, and nothing that it can't."""

from collections import Counter
from random import Random
from typing import Literal

import pytest

from app.core.events import APART
from app.core.evolve import replay
from app.core.messages.harvest import WordsKept
from app.core.plan import UNSAID
from app.core.record.record import record
from app.core.room import Room, snapshot
from app.core.rules.sheet import check
from app.export.definitions import definitions
from app.simulate import evening
from app.simulate.facilitator import Facilitator
from app.simulate.made_up_time import Evening
from app.simulate.participant import Participant
from app.simulate.people import cast

START = 1_000_000.0
MOST_S = 2.0 * evening.EVENING_S


def an_evening(
    seed: int,
    pace: float = 1.0,
    language: str = "nl",
    afterwards: Literal["close", "again", "rest"] = "close",
) -> Evening:
    people = cast(seed)
    guests = [
        Participant(one, Random(f"{seed} {no}"), pace, language) for no, one in enumerate(people) if one.phone
    ]
    without = tuple(one for one in people if not one.phone)
    facilitator = Facilitator(Random(seed), pace, language, without, len(people), evening.SWAPS, afterwards)
    plan = evening.plan(language, pace)
    return Evening("ABC234", plan, guests, facilitator, Random(seed), START, pace)


def over(room: Room, now: float) -> bool:
    return room.state == "closed"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_evening_goes_from_the_lobby_to_a_closed_session(seed: int) -> None:
    played = an_evening(seed)
    played.run(over, MOST_S)
    room = played.room
    assert [room.state_of(item.id).state for item in room.plan.items] == ["ended"] * len(room.plan.items)
    assert room.present == 24
    assert Counter(played.refused).total() <= 3, played.refused
    for one in room.statements.values():
        assert one.state == "revealed"
        assert sum(one.results[-1].totals.values()) >= 18


def test_everything_a_record_can_tell_happens() -> None:
    kinds: set[str] = set()
    outcomes: set[str] = set()
    withdrawn = 0
    for seed in (1, 2, 3, 4):
        played = an_evening(seed)
        played.run(over, MOST_S)
        kinds |= {one.event.type for one in played.journal}
        told = record(played.journal, played.room, dict(played.room.words), "restricted", definitions())
        outcomes |= {one["outcome"] for one in told["queue"]}
        for table in ("seatings", "turns", "queue", "reactions", "harvest"):
            assert told[table], table
        withdrawn += sum(one["text"] == "withdrawn" for one in told["harvest"])
        assert any(one["noted"] for one in told["harvest"])
        assert {one["mode"] for statement in told["statements"] for one in statement["votes"]} == {"mixed"}
    assert withdrawn
    assert {"seated", "heard", "expired", "withdrawn"} <= outcomes
    assert {"swapped", "leave_asked", "call_declined", "invited", "moment_started", "paused"} <= kinds


def test_C3_in_a_role_round_only_its_roles_are_called() -> None:
    for seed in (1, 2, 3):
        played = an_evening(seed)
        played.run(over, MOST_S)
        room = played.room
        told = record(played.journal, room, dict(room.words), "restricted", definitions())
        allowed = {"role-round": {"resident", "confidant"}, "role-round-2": {"professional", "civil"}}
        for seat in told["seatings"]:
            assert seat["role"] in allowed.get(seat["item"] or "", {seat["role"]})


def test_J2_replaying_its_journal_gives_the_room() -> None:
    played = an_evening(5)
    played.run(over, MOST_S)
    journal = [one for one in played.journal if type(one.event) not in APART]
    words = [
        one
        for one in played.journal
        if isinstance(one.event, WordsKept) and one.event.words in played.room.words
    ]
    assert snapshot(replay(journal, words)) == snapshot(played.room)


def test_the_same_seed_is_the_same_evening_and_another_is_not() -> None:
    def journal(seed: int) -> list[object]:
        played = an_evening(seed)
        played.run(lambda room, now: now >= START + 300, MOST_S)
        return list(played.journal)

    assert journal(7) == journal(7)
    assert journal(7) != journal(8)


def test_an_evening_can_be_hurried() -> None:
    played = an_evening(1, pace=20)
    played.run(over, MOST_S / 20)
    assert played.now - START < 1.5 * evening.EVENING_S / 20


def test_V9_the_demo_takes_its_last_rounds_again_and_asks_again() -> None:
    played = an_evening(1, afterwards="again")
    played.run(lambda room, now: all(len(one.results) == 3 for one in room.statements.values()), 3 * MOST_S)
    assert played.room.state == "live"
    assert max(Counter(one.person for one in played.room.contributions.values() if one.person).values()) <= 2


def test_an_evening_can_be_left_at_its_last_item() -> None:
    played = an_evening(1, afterwards="rest")
    played.run(lambda room, now: now > START + 1.3 * evening.EVENING_S, MOST_S)
    assert played.room.current == "check-out"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sheet_can_be_run_and_is_as_long_as_it_says(language: str) -> None:
    plan = evening.plan(language)
    check(Room(), plan)
    assert abs(sum(item.planned_s for item in plan.items) - evening.EVENING_S) <= 60
    assert {"check_in", "listen_back", "vote", "harvest"} <= {item.kind for item in plan.items}
    assert {"role_round", "open_chair"} <= {item.variant for item in plan.items}
    assert len(plan.statements) == 3


def test_who_comes() -> None:
    people = cast(1)
    roles = Counter(one.role for one in people)
    assert len(people) == 24
    assert len(roles) == 6
    assert roles[UNSAID] == 1
    assert sum(not one.phone for one in people) == 2
    assert any(not one.consent.votes for one in people)
    assert len(cast(1, 300, 0)) == 300
    assert cast(2, 0, 0) == ()
