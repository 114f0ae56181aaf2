"""The bench as a test: every scenario runs, small, and what is confirmed is kept, however busy the machine. How fast is
for `make bench`."""

import asyncio
from collections.abc import Callable

import pytest

from tests.bench.figures import Run
from tests.bench.made_up_time import MadeUpTime
from tests.bench.scenarios import burst, cut, echo, fanout, opening, rooms, statement, thousands, traffic


def test_three_hundred_phones_vote_and_every_vote_outlives_the_server() -> None:
    run = burst.one(phones=300, seconds=2.0)
    assert run["lost"] == 0
    assert run["killed_lost"] == 0
    assert {row.key for row in burst.ROWS} <= run.keys()


SMALL: dict[str, Callable[[], list[Run]]] = {
    "statement": lambda: statement.measure(2, phones=20),
    "thousands": lambda: thousands.measure(1, phones=200),
    "rooms": lambda: rooms.measure(2, rooms=3, phones=10, seconds=2.0),
    "fanout": lambda: fanout.measure(1, phones=300, seconds=3.0),
    "cut": lambda: cut.measure(1, phones=40),
    "opening": lambda: opening.measure(2, events=3000),
    "echo": lambda: echo.measure(1, seconds=0.5),
}
ROWS = {
    "statement": statement.ROWS,
    "thousands": thousands.ROWS,
    "rooms": rooms.ROWS,
    "fanout": fanout.ROWS,
    "cut": cut.ROWS,
    "opening": opening.ROWS,
    "echo": echo.ROWS,
}


@pytest.mark.parametrize("name", SMALL)
def test_a_scenario_has_a_figure_for_each_of_its_rows(name: str) -> None:
    for run in SMALL[name]():
        assert {row.key for row in ROWS[name]} <= run.keys()
        assert run.get("refused", 0) == run.get("turned_away", 0) == 0


def test_five_minutes_pass_in_no_time_and_every_phone_is_told_of_them() -> None:
    with asyncio.Runner(loop_factory=MadeUpTime) as made_up:
        early, down = made_up.run(traffic.play(seed=1, seconds=300.0, stretch=120.0))
    assert len(down) == 1 + traffic.PEOPLE - traffic.WITHOUT_PHONE
    assert 0 < early < down[0]
    assert min(down) > 0
