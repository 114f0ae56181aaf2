"""The rows of a record that come from walking its journal."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import assert_never

from app.core.plan import Item
from app.core.record.fields import ItemRow, QueueRow, ReactionRow, RunRow, SeatingRow, TurnRow
from app.core.record.history import History, Span, Stretch, ending, outcome, overlap, without
from app.core.record.measures import whole
from app.core.room import Room
from app.core.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Source:
    """What every part of a record is made from. `roles`: {person: role} as this level names it; `split`: whether
    anything is told by role at all; `words`: {key: text}; seconds count from `opened`, in epoch seconds."""

    room: Room
    history: History
    level: Level
    words: Mapping[str, str]
    roles: Mapping[str, str]
    split: bool
    opened: float


def since(source: Source, at: float) -> float:
    return whole(round(at - source.opened, 3))


def moment(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment_or_none(at: float | None) -> str | None:
    return None if at is None else moment(at)


def items(source: Source) -> list[ItemRow]:
    pauses = [(one.start, ending(source.history, one.end)) for one in source.history.pauses.all()]
    return [_item(source, item, pauses) for item in source.room.plan.items]


def _item(source: Source, item: Item, pauses: list[Stretch]) -> ItemRow:
    runs = [span for span in source.history.runs.all() if span.key[0] == item.id]
    rows = [_run(source, span, pauses) for span in runs]
    lengths = [row["to_s"] - row["from_s"] for row in rows if row["to_s"] is not None]
    over = bool(rows) and len(lengths) == len(rows)
    actual = whole(round(sum(lengths), 3)) if over else None
    return {
        "id": item.id,
        "kind": item.kind,
        "variant": item.variant,
        "title": dict(item.title),
        "question": dict(item.question),
        "roles": list(item.roles),
        "state": source.room.state_of(item.id).state,
        "planned_s": item.planned_s,
        "started_at": moment(runs[0].start) if runs else None,
        "ended_at": moment_or_none(runs[-1].end) if runs else None,
        "actual_s": actual,
        "deviation_s": None if actual is None else whole(round(actual - item.planned_s, 3)),
        "runs": rows,
        "rules": asdict(item.rules),
    }


def _run(source: Source, span: Span[tuple[str, float]], pauses: list[Stretch]) -> RunRow:
    stretch = (span.start, ending(source.history, span.end))
    return {
        "from_s": since(source, span.start),
        "to_s": None if span.end is None else since(source, span.end),
        "paused_s": whole(round(overlap(stretch, pauses), 3)),
        "added_s": source.history.added_s[span.key],
    }


def seatings(source: Source) -> list[SeatingRow]:
    """Seat time is exact, off the record as well: it says who sat, not what was said."""
    return [
        {
            "person": person,
            "role": source.roles[person],
            "chair": chair,
            "item": span.item,
            "from_s": since(source, span.start),
            "to_s": None if span.end is None else since(source, span.end),
        }
        for span in source.history.seats.all()
        for person, chair, _ in (span.key,)
    ]


def turns(source: Source) -> list[TurnRow]:
    """T3, S5: what was off the record, or struck afterwards, is cut out."""
    history = source.history
    return [
        {
            "person": span.key[0],
            "role": source.roles[span.key[0]],
            "item": span.item,
            "from_s": since(source, start),
            "to_s": None if span.end is None and end == history.until else since(source, end),
        }
        for span in history.turns.all()
        for start, end in without((span.start, ending(history, span.end)), source.room.gaps)
    ]


def queue(source: Source) -> list[QueueRow]:
    history = source.history
    rows: list[QueueRow] = []
    for span in history.waits.all():
        person = span.key[0]
        called_at = history.calls[span.key][0] if span.key in history.calls else None
        until = _waited_until(history, span) if called_at is None else called_at
        rows.append(
            {
                "person": person,
                "role": source.roles[person],
                "item": span.item,
                "asked_s": since(source, span.start),
                "called_s": None if called_at is None else since(source, called_at),
                "outcome": outcome(history, span),
                "wait_s": None if until is None else whole(round(until - span.start, 3)),
                "declined": history.declined[span.key],
            }
        )
    return rows


def _waited_until(history: History, span: Span[tuple[str, int]]) -> float | None:
    """When somebody who was never called had their turn, in epoch seconds; None: they had none."""
    ended = outcome(history, span)
    match ended:
        case "seated" | "heard":
            return span.end
        case "expired" | "withdrawn" | "waiting":
            return None
        case _:
            assert_never(ended)


def reactions(source: Source) -> list[ReactionRow]:
    """R2: by half minute and kind; never a break or a call for help."""
    return [
        {"from_s": since(source, at), "kind": kind, "count": count}
        for (at, kind), count in sorted(source.history.reactions.items())
    ]
