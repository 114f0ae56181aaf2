"""The circle over time as geometry: who sat in which chair when, by role, and who had the word. Drawn by record.html.

A row for each chair and, if people spoke from where they were, one for the outer circle. Lengths in SVG units.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from app.core.record.fields import Gap, Record, RunRow, SeatingRow, TurnRow
from app.core.vocabulary import Shape

WIDTH, LEFT, TOP, ROW, BAR = 960, 92, 44, 28, 18
STEPS_S = (60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)
MOST_TICKS = 12
LEAST_GLYPH = 16
"""The shortest bar that has room for its role's shape."""


@dataclass(frozen=True)
class Bar:
    """A seating, or a turn from the outer circle (`chair` None)."""

    x: float
    y: float
    width: float
    role: str
    chair: int | None
    from_s: float
    to_s: float
    glyph: bool


@dataclass(frozen=True)
class Timeline:
    width: int
    height: float
    rows: list[tuple[int | None, float]]
    """(chair, middle); None is the outer circle."""
    bars: list[Bar]
    words: list[tuple[float, float, float]]
    """(x, y, width) of the turns, along the foot of whoever's bar."""
    ticks: list[tuple[float, int]]
    items: list[tuple[float, float, int]]
    """(x, width, number in the run sheet)."""
    gaps: list[tuple[float, float]]


def timeline(record: Record) -> Timeline | None:
    """None when nobody sat or spoke."""
    until = _until(record)
    seats, turns = record["seatings"], record["turns"]
    if not until or not (seats or turns):
        return None
    scale = (WIDTH - LEFT - 8) / until

    def x(seconds: float) -> float:
        return round(LEFT + max(0.0, seconds) * scale, 1)

    def span(row: SeatingRow | TurnRow | RunRow | Gap) -> tuple[float, float]:
        to = until if row["to_s"] is None else row["to_s"]
        return x(row["from_s"]), round(max(0.5, x(to) - x(row["from_s"])), 1)

    chairs = sorted({row["chair"] for row in seats})
    seated = [(turn, _seat_of(turn, seats, until)) for turn in turns]
    lanes: list[int | None] = [*chairs, *([None] if any(seat is None for _, seat in seated) else [])]
    top = {chair: TOP + number * ROW for number, chair in enumerate(lanes)}
    outer = [(turn, None) for turn, seat in seated if seat is None]
    bars = []
    for row, chair in [*((row, row["chair"]) for row in seats), *outer]:
        start, width = span(row)
        to = until if row["to_s"] is None else row["to_s"]
        y = top[chair] + (ROW - BAR) / 2
        bars.append(Bar(start, y, width, row["role"], chair, row["from_s"], to, width >= LEAST_GLYPH))
    foot = ROW - (ROW - BAR) / 2 - 4
    return Timeline(
        width=WIDTH,
        height=TOP + len(lanes) * ROW + 8,
        rows=[(chair, top[chair] + ROW / 2) for chair in lanes],
        bars=bars,
        words=[(*_placed(span(turn), top[seat["chair"] if seat else None] + foot),) for turn, seat in seated],
        ticks=[(x(second), second // 60) for second in range(0, int(until) + 1, _step(until))],
        items=[
            (*span(run), number) for number, item in enumerate(record["items"], 1) for run in item["runs"]
        ],
        gaps=[span(gap) for gap in record["session"]["off_record"]],
    )


def _placed(span: tuple[float, float], y: float) -> tuple[float, float, float]:
    return span[0], y, span[1]


def _until(record: Record) -> float:
    """The last moment there is anything to draw of."""
    rows = [*record["seatings"], *record["turns"], *(run for item in record["items"] for run in item["runs"])]
    ends = [row["to_s"] for row in rows if row["to_s"] is not None]
    return float(max([*(row["from_s"] for row in rows), *ends], default=0.0))


def _seat_of(turn: TurnRow, seats: Sequence[SeatingRow], until: float) -> SeatingRow | None:
    for seat in seats:
        to = until if seat["to_s"] is None else seat["to_s"]
        if seat["person"] == turn["person"] and seat["from_s"] <= turn["from_s"] < max(
            to, seat["from_s"] + 0.001
        ):
            return seat
    return None


def _step(until: float) -> int:
    return next((step for step in STEPS_S if until / step <= MOST_TICKS), int(until / MOST_TICKS) + 1)


def outline(shape: Shape) -> str:
    """An SVG path around 0,0, about 12 wide."""
    match shape:
        case "circle":
            return "M-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0z"
        case "diamond":
            return "M0,-6L6,0L0,6L-6,0z"
        case "square":
            return "M-4.5,-4.5h9v9h-9z"
        case "triangle":
            return "M0,-5.5L5.5,4.5L-5.5,4.5z"
        case "hexagon":
            return "M-5.5,0L-2.75,-4.8L2.75,-4.8L5.5,0L2.75,4.8L-2.75,4.8z"
        case "ring":
            return "M-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0zM-2.5,0a2.5,2.5 0 1 1 5,0a2.5,2.5 0 1 1 -5,0z"
        case _:
            assert_never(shape)
