"""The record: what a session leaves behind, made anew each time from its journal.

`restricted` has all there is, by pseudonym; `open` leaves out what V7 hides. In neither is there a name (X3), a
ballot (V4), a call for help or a break, or anything that was off the record (S5). `record_types` describes the keys.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import assert_never

from app.core.events import Recorded
from app.core.history import History, Span, Stretch, ending, outcome, overlap, seat_seconds, walk, without
from app.core.measures import measures, whole
from app.core.plan import Item, Rules
from app.core.record_types import (
    AmendmentRow,
    Gap,
    HarvestRow,
    ItemRow,
    QueueRow,
    ReactionRow,
    RoleRow,
    RunRow,
    SeatingRow,
    SessionHead,
    SilenceRow,
    StatementRow,
    TurnRow,
    Unsealed,
    VoteRow,
)
from app.core.room import Contribution, Result, Room, StatementState
from app.core.suppression import ShownGroup, counted, shown, together
from app.core.variants import with_unsaid
from app.core.vocabulary import CHOICES, Level, Silence, VoteMode
from app.core.voting import eligible

WITHDRAWN = "withdrawn"
"""What stands in the place of words that were taken back (X2)."""
OTHER = "other"
"""At the open level: a role too small to stand alone, counted with others."""


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


def record(
    journal: Iterable[Recorded], room: Room, words: Mapping[str, str], level: Level, session: str = ""
) -> Unsealed:
    """JSON-ready. `room`: what the journal, with what is kept apart from it, replays to; `words`: {key: text};
    `session`: its id. Seconds count from the opening; moments are UTC, ISO 8601. `export.seal` adds `integrity`."""
    journal = list(journal)
    history = walk(journal)
    roles, split = _roles_shown(room, level)
    opened = room.opened_at or (journal[0].at if journal else 0.0)
    source = Source(room, history, level, words, roles, split, opened)
    seated, spoken, asked = seatings(source), turns(source), queue(source)
    return {
        "schema_version": 1,
        "session": head(source, session),
        "roles": role_rows(room),
        "items": items(source),
        "seatings": seated,
        "turns": spoken,
        "queue": asked,
        "reactions": reactions(source),
        "statements": statements(source),
        "harvest": harvest(source),
        "amendments": amendments(source),
        "measures": measures(roles, seat_seconds(history, room), seated, spoken, asked, split),
    }


def smallest_group(room: Room) -> int:
    """The k of V7 for what is not about one statement: the largest of the run sheet's."""
    return max(
        (item.rules.smallest_group for item in room.plan.items if item.rules.smallest_group > 1),
        default=Rules().smallest_group,
    )


def _roles_shown(room: Room, level: Level) -> tuple[dict[str, str], bool]:
    """Each person's role as this level names it, and whether a split by role is possible at all."""
    roles = {id: one.role for id, one in room.people.items()}
    if level == "restricted":
        return roles, True
    sizes: dict[str, int] = {}
    for role in roles.values():
        sizes[role] = sizes.get(role, 0) + 1
    groups = together(sizes, smallest_group(room))
    alone = {group[0] for group in groups if len(group) == 1 and len(groups) > 1}
    return {id: role if role in alone else OTHER for id, role in roles.items()}, len(groups) > 1


def head(source: Source, id: str) -> SessionHead:
    room, plan = source.room, source.room.plan
    gaps: list[Gap] = [
        {"from_s": since(source, start), "to_s": since(source, end)} for start, end in sorted(room.gaps)
    ]
    return {
        "id": id or room.code,
        "code": room.code,
        "title": plan.title,
        "subtitle": plan.subtitle,
        "series": plan.series,
        "language": plan.language,
        "level": source.level,
        "state": room.state,
        "opened_at": moment_or_none(room.opened_at),
        "closed_at": moment_or_none(room.closed_at),
        "people": {
            "joined": room.joined,
            "without_phone": sum(not one.phone for one in room.people.values()),
            "present": room.present,
        },
        "smallest_group": smallest_group(room),
        "off_record": gaps,
    }


def role_rows(room: Room) -> list[RoleRow]:
    return [
        {
            "key": role.key,
            "label": dict(role.label),
            "shape": role.shape,
            "color": role.color,
            "joined": sum(one.phone for one in own),
            "present": sum(one.present for one in own),
            "without_phone": sum(not one.phone for one in own),
        }
        for role in with_unsaid(room.plan.roles)
        for own in ([one for one in room.people.values() if one.role == role.key],)
    ]


# Tables: the rows that come from the walk


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


# Statements


def statements(source: Source) -> list[StatementRow]:
    ordered = sorted(source.room.statements.values(), key=lambda one: one.number)
    return [_statement(source, one) for one in ordered]


def _statement(source: Source, one: StatementState) -> StatementRow:
    """V3: while the session goes on, a vote is here once it was revealed. A struck one never is (S5)."""
    over = source.room.state in ("closed", "released")
    results = [
        result
        for number, result in enumerate(one.results)
        if not result.struck and (over or (one.statement.id, number) in source.history.revealed)
    ]
    return {
        "id": one.statement.id,
        "source_id": one.statement.source_id,
        "source": one.statement.source,
        "item": one.statement.item,
        "state": one.state,
        "text": dict(one.statement.text),
        "votes": [_vote(source, result) for result in results],
    }


def _vote(source: Source, result: Result) -> VoteRow:
    """V7: `suppressed` says which roles are not given by themselves, and why."""
    groups = result.groups
    seen = counted(groups) if source.level == "restricted" else shown(groups)
    why: list[SilenceRow] = [
        {"roles": list(one.roles), "reason": "pooled"} for one in groups if len(one.roles) > 1
    ]
    if not seen:
        why = [{"roles": [role for one in groups for role in one.roles], "reason": "no_split"}]
    for group in seen:
        reason = silence(group)
        if reason:
            why.append({"roles": group["roles"], "reason": reason})
    return {
        "opened_s": since(source, result.opened_at),
        "closed_s": since(source, result.closed_at),
        "eligible": eligible(result),
        "mode": _mode(result),
        "by_hand": sum(sum(batch.counts.values()) for batch in result.batches),
        "totals": {choice: result.totals[choice] for choice in CHOICES},
        "by_role": seen,
        "suppressed": why,
    }


def silence(group: ShownGroup) -> Silence | None:
    """Why a group's counts are not given; None: they are."""
    if "counts" in group:
        return None
    if "almost" in group:
        return "almost_everyone"
    if "mixed" in group:
        return "complementary"
    raise AssertionError(f"{group} says nothing of its answers")


def _mode(result: Result) -> VoteMode:
    """V6: paper and hands stay marked as such."""
    by_hand = [batch for batch in result.batches if sum(batch.counts.values())]
    ways: set[VoteMode] = {batch.mode for batch in by_hand}
    if not ways or sum(sum(batch.counts.values()) for batch in by_hand) < sum(result.totals.values()):
        ways.add("secret")
    return ways.pop() if len(ways) == 1 else "mixed"


# Harvest, and what was added afterwards


def harvest(source: Source) -> list[HarvestRow]:
    """At the open level: what the room was shown or the note-taker wrote, and never whose it is."""
    rows: list[HarvestRow] = []
    for id, one in source.room.contributions.items():
        if source.level == "open" and not one.shown and one.person:
            continue
        row: HarvestRow = {
            "id": id,
            "kind": one.kind,
            "text": _text(source, one),
            "at_s": since(source, one.at),
            "noted": not one.person,
            "shown": one.shown,
            "endorsed": source.room.endorsements.get(id, 0),
        }
        if source.level == "restricted":
            row["person"] = one.person or None
        rows.append(row)
    return rows


def _text(source: Source, one: Contribution) -> str:
    """X1, X2: somebody who no longer agrees that words are kept has none here. Nor have words that are kept nowhere."""
    agreed = not one.person or source.room.people[one.person].consent.words
    if one.withdrawn or not agreed:
        return WITHDRAWN
    return source.words.get(one.words, WITHDRAWN)


def amendments(source: Source) -> list[AmendmentRow]:
    return [
        {
            "id": id,
            "kind": one.kind,
            "text": source.words.get(one.words, WITHDRAWN),
            "at": moment(one.at),
        }
        for id, one in source.room.amendments.items()
    ]
