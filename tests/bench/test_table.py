"""The figures beside their goals."""

import pytest

from tests.bench import table
from tests.bench.figures import Row, Run, Spread, centile, spreads, waits

QUICK = Row("quick_ms", "it is quick", limit=100)
MANY = Row("ratio", "… and does much", "x", 1.7, least=True)
BESIDE = Row("bytes", "… of so many bytes", "B")
COST = {"took_s": 2.0, "server_cpu_s": 0.7, "generator_cpu_s": 0.2, "generator_late_ms": 1.5}
RUNS: list[Run] = [
    {"quick_ms": 80.0, "ratio": 1.5, "bytes": 1234.0, **COST},
    {"quick_ms": 300.0, "ratio": 1.6, "bytes": 1234.0, **COST},
    {"quick_ms": 90.0, "ratio": 1.8, "bytes": 1234.0, **COST},
]
ABOUT = {"processor": "Abacus", "cores": 2, "memory_gb": 8, "python": "3.11", "kernel": "6", "load": 0.1}


def test_several_runs_are_their_median_and_how_far_they_went() -> None:
    assert spreads(RUNS)["quick_ms"] == Spread(90.0, 80.0, 300.0)


@pytest.mark.parametrize(("percent", "value"), [(50, 2.0), (75, 3.0), (99, 4.0), (100, 4.0)])
def test_a_centile_is_a_value_that_was_measured(percent: float, value: float) -> None:
    assert centile([4.0, 1.0, 3.0, 2.0], percent) == value


def test_waits_of_nobody_are_nothing() -> None:
    assert waits([], "idle_") == {"idle_p50_ms": 0.0, "idle_p95_ms": 0.0, "idle_p99_ms": 0.0}


def test_goal_and_figure_stand_side_by_side() -> None:
    assert table.markdown((QUICK, MANY, BESIDE), RUNS) == [
        "| it is quick | ≤ 100 ms | 90 ms (80 to 300) | yes |",
        "| … and does much | ≥ 1.7 x | 1.6 x (1.5 to 1.8) | **no** |",
        "| … of so many bytes |  | 1,234 B |  |",
    ]


def test_a_figure_that_was_not_measured_is_not_there() -> None:
    assert table.markdown((QUICK, Row("other_ms", "another")), RUNS[:1]) == [
        "| it is quick | ≤ 100 ms | 80 ms | yes |"
    ]


def test_the_whole_table_names_the_machine_and_what_it_cost() -> None:
    whole = table.whole(ABOUT, {"speed": ((QUICK,), RUNS)})
    assert "Abacus, 2 cores" in whole
    assert "medians of 3 runs" in whole
    assert "| speed | 2 | 0.7 | 0.2 | 1.5 |" in whole


def test_the_same_as_data() -> None:
    speed = table.data(ABOUT, {"speed": ((QUICK, MANY, BESIDE), RUNS)})["scenarios"]["speed"]
    assert speed["goals"] == {
        "quick_ms": {"goal": "≤ 100 ms", "met": True},
        "ratio": {"goal": "≥ 1.7 x", "met": False},
    }
    assert speed["median"]["ratio"] == 1.6
    assert speed["runs"] == RUNS
    assert table.data(ABOUT, {})["machine"] == ABOUT
