"""Figures, what they should be, and how several runs become one."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

Run = dict[str, float]
"""By key; times in the unit that the key ends in."""
KEPT = ("took_s", "server_cpu_s", "generator_cpu_s", "generator_late_ms")
"""What every run says of itself, beside its own figures."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `limit`: the goal, for figures that should be at most that; with `least`, at least that.
    None: a figure without a goal."""

    key: str
    label: str
    unit: str = "ms"
    limit: float | None = None
    least: bool = False

    def met(self, figure: float) -> bool | None:
        if self.limit is None:
            return None
        return figure >= self.limit if self.least else figure <= self.limit

    @property
    def goal(self) -> str:
        if self.limit is None:
            return ""
        return f"{'≥' if self.least else '≤'} {self.limit:g} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Spread:
    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        return cls(statistics.median(values), min(values), max(values))


def spreads(runs: Sequence[Run]) -> dict[str, Spread]:
    """Of every figure that the runs have in common."""
    return {key: Spread.of([run[key] for run in runs]) for key in runs[0] if all(key in run for run in runs)}


def centile(values: Sequence[float], percent: float) -> float:
    """The smallest value that `percent` of them do not exceed; 0 for none."""
    if not values:
        return 0.0
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]


def waits(values: Sequence[float], name: str = "") -> Run:
    """Seconds to the centiles that people feel, in ms."""
    return {f"{name}p{percent}_ms": centile(values, percent) * 1000 for percent in (50, 95, 99)}
