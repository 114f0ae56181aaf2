"""The record: what a session leaves behind, made anew each time from its journal.

`restricted` has all there is, by pseudonym; `open` leaves out what V7 hides. In neither is there a name (X3), a
ballot (V4), a call for help or a break, or anything that was off the record (S5). The keys are described in
app/export/record.schema.json.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from app.core.events import Recorded
from app.core.history import History, Span, Stretch, ending, overlap, seat_seconds, walk, without
from app.core.measures import Rows, measures, whole
from app.core.plan import Item
from app.core.room import Contribution, Result, Room, StatementState
from app.core.suppression import counted, shown, together
from app.core.variants import with_unsaid
from app.core.vocabulary import Level
from app.core.voting import eligible

SCHEMA_VERSION = 1
WITHDRAWN = "withdrawn"
"""What stands in the place of words that were taken back (X2)."""
OTHER = "other"
"""At the open level: a role too small to stand alone, counted with others."""


def record(
    journal: Iterable[Recorded], room: Room, words: Mapping[str, str], level: Level, session: str = ""
) -> dict[str, Any]:
    """JSON-ready. `room`: what the journal, with what is kept apart from it, replays to; `words`: {key: text};
    `session`: its id. Seconds count from the opening; moments are UTC, ISO 8601. `export.seal` adds `integrity`."""
    journal = list(journal)
    history = walk(journal)
    roles, split = _roles_shown(room, level)
    opened = room.opened_at or (journal[0].at if journal else 0.0)
    tables = _Tables(room, history, roles, opened)
    seatings, turns, queue = tables.seatings(), tables.turns(), tables.queue()
    return {
        "schema_version": SCHEMA_VERSION,
        "session": _session(room, level, session, tables),
        "roles": _roles(room),
        "items": [tables.item(item) for item in room.plan.items],
        "seatings": seatings,
        "turns": turns,
        "queue": queue,
        "reactions": tables.reactions(),
        "statements": [
            _statement(room, one, history, level, tables)
            for one in sorted(room.statements.values(), key=lambda one: one.number)
        ],
        "harvest": _harvest(room, words, level, tables),
        "amendments": [
            {"id": id, "kind": one.kind, "text": words.get(one.words, WITHDRAWN), "at": _moment(one.at)}
            for id, one in room.amendments.items()
        ],
        "measures": measures(roles, seat_seconds(history, room), seatings, turns, queue, split),
    }


def smallest_group(room: Room) -> int:
    """The k of V7 for what is not about one statement: the largest of the run sheet's."""
    return max(
        (item.rules.smallest_group for item in room.plan.items if item.rules.smallest_group > 1), default=5
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


def _moment(at: float | None) -> str | None:
    if at is None:
        return None
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _session(room: Room, level: Level, id: str, tables: "_Tables") -> dict[str, Any]:
    plan = room.plan
    return {
        "id": id or room.code,
        "code": room.code,
        "title": plan.title,
        "subtitle": plan.subtitle,
        "series": plan.series,
        "language": plan.language,
        "level": level,
        "state": room.state,
        "opened_at": _moment(room.opened_at),
        "closed_at": _moment(room.closed_at),
        "people": {
            "joined": room.joined,
            "without_phone": sum(not one.phone for one in room.people.values()),
            "present": room.present,
        },
        "smallest_group": smallest_group(room),
        "off_record": [
            {"from_s": tables.since(start), "to_s": tables.since(end)} for start, end in sorted(room.gaps)
        ],
    }


def _roles(room: Room) -> Rows:
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


class _Tables:
    """The rows that come from the walk, with seconds from `opened`."""

    def __init__(self, room: Room, history: History, roles: Mapping[str, str], opened: float) -> None:
        self.room, self.history, self.roles, self.opened = room, history, roles, opened

    def since(self, at: float) -> float:
        return whole(round(at - self.opened, 3))

    def end(self, at: float | None) -> float | None:
        return None if at is None else self.since(at)

    def item(self, item: Item) -> dict[str, Any]:
        runs = [span for span in self.history.runs.all() if span.key[0] == item.id]
        pauses: list[Stretch] = [
            (one.start, ending(self.history, one.end)) for one in self.history.pauses.all()
        ]
        rows = [self._run(span, pauses) for span in runs]
        over = bool(rows) and rows[-1]["to_s"] is not None
        actual = whole(round(sum(row["to_s"] - row["from_s"] for row in rows), 3)) if over else None
        return {
            "id": item.id,
            "kind": item.kind,
            "variant": item.variant,
            "title": dict(item.title),
            "question": dict(item.question),
            "roles": list(item.roles),
            "state": self.room.state_of(item.id).state,
            "planned_s": item.planned_s,
            "started_at": _moment(runs[0].start) if runs else None,
            "ended_at": _moment(runs[-1].end) if runs else None,
            "actual_s": actual,
            "deviation_s": None if actual is None else whole(round(actual - item.planned_s, 3)),
            "runs": rows,
            "rules": asdict(item.rules),
        }

    def _run(self, span: Span[tuple[str, float]], pauses: list[Stretch]) -> dict[str, Any]:
        stretch = (span.start, ending(self.history, span.end))
        return {
            "from_s": self.since(span.start),
            "to_s": self.end(span.end),
            "paused_s": whole(round(overlap(stretch, pauses), 3)),
            "added_s": self.history.added_s.get(span.key, 0),
        }

    def seatings(self) -> Rows:
        """Seat time is exact, off the record as well: it says who sat, not what was said."""
        return [
            {
                "person": person,
                "role": self.roles[person],
                "chair": chair,
                "item": span.item,
                "from_s": self.since(span.start),
                "to_s": self.end(span.end),
            }
            for span in self.history.seats.all()
            for person, chair, _ in (span.key,)
        ]

    def turns(self) -> Rows:
        """T3, S5: what was off the record, or struck afterwards, is cut out."""
        return [
            {
                "person": span.key[0],
                "role": self.roles[span.key[0]],
                "item": span.item,
                "from_s": self.since(start),
                "to_s": None if span.end is None and end == self.history.until else self.since(end),
            }
            for span in self.history.turns.all()
            for start, end in without((span.start, ending(self.history, span.end)), self.room.gaps)
        ]

    def queue(self) -> Rows:
        rows = []
        for span in self.history.waits.all():
            person = span.key[0]
            call = self.history.calls.get(span.key)
            outcome = "waiting" if span.end is None else self.history.outcomes[span.key]
            until = call[0] if call else span.end if outcome in ("seated", "heard") else None
            rows.append(
                {
                    "person": person,
                    "role": self.roles[person],
                    "item": span.item,
                    "asked_s": self.since(span.start),
                    "called_s": self.since(call[0]) if call else None,
                    "outcome": outcome,
                    "wait_s": None if until is None else whole(round(until - span.start, 3)),
                    "declined": self.history.declined.get(span.key, 0),
                }
            )
        return rows

    def reactions(self) -> Rows:
        """R2: by half minute and kind; never a break or a call for help."""
        return [
            {"from_s": self.since(at), "kind": kind, "count": count}
            for (at, kind), count in sorted(self.history.reactions.items())
        ]


def _statement(
    room: Room, one: StatementState, history: History, level: Level, tables: _Tables
) -> dict[str, Any]:
    """V3: while the session goes on, a vote is here once it was revealed. A struck one never is (S5)."""
    over = room.state in ("closed", "released")
    results = [
        result
        for number, result in enumerate(one.results)
        if not result.struck and (over or (one.statement.id, number) in history.revealed)
    ]
    return {
        "id": one.statement.id,
        "source_id": one.statement.source_id,
        "source": one.statement.source,
        "item": one.statement.item,
        "state": one.state,
        "text": dict(one.statement.text),
        "votes": [_vote(result, level, tables) for result in results],
    }


def _vote(result: Result, level: Level, tables: _Tables) -> dict[str, Any]:
    """V7: `suppressed` says which roles are not given by themselves, and why."""
    groups = result.groups
    seen = counted(groups) if level == "restricted" else shown(groups)
    why = [{"roles": list(one.roles), "reason": "pooled"} for one in groups if len(one.roles) > 1]
    if not seen:
        why = [{"roles": [role for one in groups for role in one.roles], "reason": "no_split"}]
    for one in seen:
        if "counts" not in one:
            why.append(
                {"roles": one["roles"], "reason": "almost_everyone" if "almost" in one else "complementary"}
            )
    return {
        "opened_s": tables.since(result.opened_at),
        "closed_s": tables.since(result.closed_at),
        "eligible": eligible(result),
        "mode": _mode(result),
        "by_hand": sum(sum(batch.counts.values()) for batch in result.batches),
        "totals": dict(result.totals),
        "by_role": seen,
        "suppressed": why,
    }


def _mode(result: Result) -> str:
    """V6: paper and hands stay marked as such."""
    modes = {batch.mode for batch in result.batches if sum(batch.counts.values())}
    by_hand = sum(sum(batch.counts.values()) for batch in result.batches)
    if by_hand < sum(result.totals.values()):
        return "mixed" if modes else "secret"
    return modes.pop() if len(modes) == 1 else "mixed" if modes else "secret"


def _harvest(room: Room, words: Mapping[str, str], level: Level, tables: _Tables) -> Rows:
    """At the open level: what the room was shown or the note-taker wrote, and never whose it is."""
    return [
        {
            "id": id,
            "kind": one.kind,
            "text": _text(room, one, words),
            "at_s": tables.since(one.at),
            "noted": not one.person,
            "shown": one.shown,
            "endorsed": room.endorsements.get(id, 0),
            **({"person": one.person or None} if level == "restricted" else {}),
        }
        for id, one in room.contributions.items()
        if level == "restricted" or one.shown or not one.person
    ]


def _text(room: Room, one: Contribution, words: Mapping[str, str]) -> str:
    """X1, X2: somebody who no longer agrees that words are kept has none here."""
    person = room.people.get(one.person)
    if one.withdrawn or (person and not person.consent.words):
        return WITHDRAWN
    return words.get(one.words, WITHDRAWN)
