"""The measures: each with its definition and its n, and by hand the same."""

import pytest

from app.core.record.fields import QueueRow, SeatingRow, TurnRow
from app.core.record.measures import gini, measures, whole
from app.core.vocabulary import QueueOutcome
from app.export.definitions import definitions


def test_gini_is_corrected_for_a_small_sample_and_needs_five() -> None:
    assert gini([1, 2, 3, 4]) is None
    assert gini([0, 0, 0, 0, 0]) is None
    assert gini([7, 7, 7, 7, 7]) == pytest.approx(0)
    assert gini([0, 0, 0, 0, 10]) == pytest.approx(1)
    assert gini([1, 2, 3, 4, 5]) == pytest.approx(0.2667 * 5 / 4, abs=1e-3)


PEOPLE = {"p1": "resident", "p2": "resident", "p3": "resident", "p4": "civil", "p5": "civil"}
SECONDS = {"p1": 100.0, "p2": 50.0, "p3": 0.0, "p4": 50.0, "p5": 0.0}
SEATS: list[SeatingRow] = [
    {"person": person, "role": PEOPLE[person], "chair": 1, "item": "open", "from_s": 0, "to_s": 5}
    for person in ("p1", "p2", "p4")
]
TURNS: list[TurnRow] = [
    {"person": "p4", "role": "civil", "item": "open", "from_s": 0, "to_s": 30},
    {"person": "p1", "role": "resident", "item": "open", "from_s": 30, "to_s": 40},
    {"person": "p5", "role": "civil", "item": "back", "from_s": 50, "to_s": None},
]


def waited(role: str, wait_s: float | None, outcome: QueueOutcome, declined: int = 0) -> QueueRow:
    return {
        "person": "p1",
        "role": role,
        "item": "open",
        "asked_s": 0,
        "called_s": wait_s,
        "outcome": outcome,
        "wait_s": wait_s,
        "declined": declined,
    }


QUEUE = [
    waited("resident", 10, "seated", declined=1),
    waited("resident", 30, "expired"),
    waited("civil", None, "waiting"),
]


def test_the_definition_comes_first_and_n_is_always_there() -> None:
    for one in measures(PEOPLE, SECONDS, SEATS, TURNS, QUEUE, split=True, definitions=definitions()).values():
        assert isinstance(one, dict)
        assert list(one)[:2] == ["definition", "n"]
        assert one["definition"].endswith(".")


def test_F4_share_of_seat_time_against_share_of_people() -> None:
    made = measures(PEOPLE, SECONDS, SEATS, TURNS, QUEUE, split=True, definitions=definitions())
    resident, civil = made["seat_time"]["by_role"]
    assert resident == {
        "role": "resident",
        "n": 3,
        "seconds": 150,
        "share_of_time": 0.75,
        "share_of_people": 0.6,
        "ratio": 1.25,
    }
    assert civil["ratio"] == 0.625
    assert made["turn_time"]["total_s"] == 40, "what has not ended is not guessed"


def test_voices_heard_are_people_who_sat_or_had_the_word() -> None:
    heard = measures(PEOPLE, SECONDS, SEATS, TURNS, QUEUE, split=True, definitions=definitions())[
        "voices_heard"
    ]
    assert (heard["value"], heard["n"]) == (4, 5)
    assert [(one["role"], one["value"], one["n"]) for one in heard["by_role"]] == [
        ("resident", 2, 3),
        ("civil", 2, 2),
    ]


def test_the_spread_of_seat_time_names_nobody() -> None:
    spread = measures(PEOPLE, SECONDS, SEATS, TURNS, QUEUE, split=True, definitions=definitions())[
        "seat_time_gini"
    ]
    assert spread["n"] == 5 and spread["median_s"] == 50 and spread["top_fifth_share"] == 0.5
    assert spread["value"] and 0 < spread["value"] < 1
    few = measures({"p1": "resident"}, {"p1": 9.0}, [], [], [], split=True, definitions=definitions())[
        "seat_time_gini"
    ]
    assert few["value"] is None and few["median_s"] is None


def test_waits_and_first_roles() -> None:
    made = measures(PEOPLE, SECONDS, SEATS, TURNS, QUEUE, split=True, definitions=definitions())
    assert (made["wait"]["median_s"], made["wait"]["n"]) == (20, 2)
    assert (made["wait"]["declined"], made["wait"]["expired"]) == (1, 1)
    assert made["wait"]["by_role"] == [{"role": "resident", "n": 2, "median_s": 20}]
    assert made["first_role"]["by_item"] == [
        {"item": "open", "role": "civil"},
        {"item": "back", "role": "civil"},
    ]


def test_V7_without_a_split_nothing_is_by_role() -> None:
    for one in measures(
        PEOPLE, SECONDS, SEATS, TURNS, QUEUE, split=False, definitions=definitions()
    ).values():
        assert isinstance(one, dict)
        assert not one.get("by_role") and not one.get("by_item")


def test_nobody_came() -> None:
    made = measures({}, {}, [], [], [], split=True, definitions=definitions())
    assert made["seat_time"]["n"] == 0 and made["wait"]["median_s"] is None


def test_a_whole_number_has_no_point() -> None:
    assert repr(whole(12.0)) == "12" and repr(whole(12.5)) == "12.5"


def test_every_measure_by_hand() -> None:
    made = measures(PEOPLE, SECONDS, SEATS, TURNS, QUEUE, split=True, definitions=definitions())
    assert made["seat_time"] | {"n": 5, "total_s": 200} == made["seat_time"]
    assert made["turn_time"] == {
        "definition": definitions()["turn_time"],
        "n": 3,
        "total_s": 40,
        "by_role": [
            {
                "role": "resident", "n": 3, "seconds": 10, "share_of_time": 0.25, "share_of_people": 0.6,
                "ratio": 0.4167,
            },
            {"role": "civil", "n": 2, "seconds": 30, "share_of_time": 0.75, "share_of_people": 0.4, "ratio": 1.875},
        ],
    }  # fmt: skip
    assert made["seat_time_gini"]["value"] == 0.625
    assert made["first_role"]["n"] == 2
    assert {name: made[name]["definition"] for name in definitions()} == definitions()  # type: ignore[literal-required]


def test_the_fifth_with_most_seat_time_is_a_fifth_or_just_more() -> None:
    people = {f"p{n}": "resident" for n in range(6)}
    seconds = dict(zip(people, [60.0, 20.0, 10.0, 5.0, 4.0, 1.0], strict=True))
    made = measures(people, seconds, [], [], [], split=True, definitions=definitions())["seat_time_gini"]
    assert (made["top_fifth_share"], made["median_s"]) == (0.8, 7.5), "two of six"


def test_where_nobody_sat_there_is_no_share_of_it() -> None:
    nobody = dict.fromkeys(PEOPLE, 0.0)
    rows = measures(PEOPLE, nobody, [], [], [], split=True, definitions=definitions())["seat_time"]["by_role"]
    assert [(row["share_of_time"], row["ratio"], row["seconds"]) for row in rows] == [(None, None, 0)] * 2


def test_whoever_speaks_first_without_an_item_is_first_in_none() -> None:
    turn: TurnRow = {"person": "p1", "role": "resident", "item": None, "from_s": 0, "to_s": 5.0004}
    made = measures(PEOPLE, SECONDS, [], [turn, *TURNS], [], split=True, definitions=definitions())
    assert made["first_role"]["by_item"][0] == {"item": "open", "role": "civil"}
    assert made["turn_time"]["total_s"] == 45, "to the millisecond"
