"""The record as CSV tables in a zip, with a codebook: one row a thing, one meaning a column, the same bytes each time.

RFC 4180, UTF-8 without a mark, a header in every table. An empty cell is "there is none". Text that a spreadsheet
would take for a formula starts with an apostrophe.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.core.plan import say
from app.core.record.fields import Record
from app.core.record.statements import silence
from app.core.vocabulary import ANSWERS, CHOICES
from app.texts import t

Row = Mapping[str, object]
"""Has every column of its table; what else is in it is not written."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The moment every file in the zip bears; the record's own moments are inside."""


@dataclass(frozen=True)
class Table:
    """`columns`: {name: type}; what each means is the text `column-<name>`."""

    name: str
    columns: dict[str, str]
    rows: Callable[[Record], Iterable[Row]]


def _session(record: Record) -> Iterable[Row]:
    session = record["session"]
    yield {**session, **session["people"], "record_sha256": record["integrity"]["record"]}


def _roles(record: Record) -> Iterable[Row]:
    for one in record["roles"]:
        yield {**one, "role": one["key"], "label": _say(record, one["label"])}


def _items(record: Record) -> Iterable[Row]:
    for one in record["items"]:
        runs = one["runs"]
        yield {
            **one["rules"],
            **one,
            "title": _say(record, one["title"]),
            "from_s": runs[0]["from_s"] if runs else None,
            "to_s": runs[-1]["to_s"] if runs else None,
            "paused_s": sum(run["paused_s"] for run in runs),
            "added_s": sum(run["added_s"] for run in runs),
            "runs": len(runs),
        }


def _votes(record: Record) -> Iterable[Row]:
    for statement in record["statements"]:
        for round_no, vote in enumerate(statement["votes"], 1):
            totals = vote["totals"]
            yield {
                **vote,
                **{choice: totals[choice] for choice in CHOICES},
                "statement": statement["id"],
                "source_id": statement["source_id"],
                "source": statement["source"],
                "text": _say(record, statement["text"]),
                "item": statement["item"],
                "round": round_no,
                "votes": sum(totals.values()),
                "answers": sum(totals.values()) - totals["skip"],
            }


def _votes_by_role(record: Record) -> Iterable[Row]:
    for statement in record["statements"]:
        for round_no, vote in enumerate(statement["votes"], 1):
            for group in vote["by_role"]:
                yield {
                    "statement": statement["id"],
                    "round": round_no,
                    "roles": "+".join(group["roles"]),
                    "answers": group["n"],
                    **{answer: group["counts"][answer] if "counts" in group else None for answer in ANSWERS},
                    "almost_everyone": group.get("almost"),
                    "hidden": silence(group),
                }


def _harvest(record: Record) -> Iterable[Row]:
    """At the open level it is nobody's."""
    for one in record["harvest"]:
        yield {**one, "person": one.get("person")}


def _measures(record: Record) -> Iterable[Row]:
    """One row a number, whatever the measure: those of a role or an item are the lists in it."""
    empty = dict.fromkeys(("role", "item"))
    for name, measure in record["measures"].items():
        assert isinstance(measure, dict)
        same = {"measure": name, "definition": measure["definition"]}
        values = [key for key in measure if key not in ("definition", "n", "by_role", "by_item")]
        for key in values:
            yield {**same, **empty, "n": measure["n"], "what": key, "value": measure[key]}
        for row in measure.get("by_role", []):
            for key in [key for key in row if key not in ("role", "n")]:
                yield {**same, **empty, "n": row["n"], "role": row["role"], "what": key, "value": row[key]}
        for row in measure.get("by_item", []):
            yield {
                **same,
                **empty,
                "n": measure["n"],
                "item": row["item"],
                "what": "role",
                "value": row["role"],
            }


TABLES: tuple[Table, ...] = (
    Table(
        "session",
        {
            "id": "text", "code": "text", "title": "text", "language": "text", "level": "text", "state": "text",
            "opened_at": "moment", "closed_at": "moment", "joined": "count", "without_phone": "count",
            "present": "count", "smallest_group": "count", "record_sha256": "text",
        },
        _session,
    ),
    Table(
        "roles",
        {"role": "text", "label": "text", "joined": "count", "present": "count", "without_phone": "count"},
        _roles,
    ),
    Table(
        "items",
        {
            "id": "text", "kind": "text", "variant": "text", "title": "text", "state": "text", "planned_s": "seconds",
            "started_at": "moment", "ended_at": "moment", "from_s": "seconds", "to_s": "seconds",
            "actual_s": "seconds", "deviation_s": "seconds", "paused_s": "seconds", "added_s": "seconds",
            "runs": "count", "chairs": "count", "open_chairs": "count", "queue_order": "text",
            "smallest_group": "count",
        },
        _items,
    ),
    Table(
        "seatings",
        {
            "person": "text", "role": "text", "chair": "count", "item": "text", "from_s": "seconds",
            "to_s": "seconds",
        },
        lambda record: record["seatings"],
    ),
    Table(
        "turns",
        {"person": "text", "role": "text", "item": "text", "from_s": "seconds", "to_s": "seconds"},
        lambda record: record["turns"],
    ),
    Table(
        "queue",
        {
            "person": "text", "role": "text", "item": "text", "asked_s": "seconds", "called_s": "seconds",
            "outcome": "text", "wait_s": "seconds", "declined": "count",
        },
        lambda record: record["queue"],
    ),
    Table(
        "reactions", {"from_s": "seconds", "kind": "text", "count": "count"}, lambda record: record["reactions"]
    ),
    Table(
        "votes",
        {
            "statement": "text", "source_id": "text", "item": "text", "text": "text", "source": "text",
            "round": "count", "opened_s": "seconds", "closed_s": "seconds", "eligible": "count", "mode": "text",
            "by_hand": "count", "votes": "count", "answers": "count", **dict.fromkeys(CHOICES, "count"),
        },
        _votes,
    ),
    Table(
        "votes_by_role",
        {
            "statement": "text", "round": "count", "roles": "text", "answers": "count",
            **dict.fromkeys(ANSWERS, "count"), "almost_everyone": "text", "hidden": "text",
        },
        _votes_by_role,
    ),
    Table(
        "harvest",
        {
            "id": "text", "kind": "text", "text": "text", "at_s": "seconds", "noted": "yes/no", "shown": "yes/no",
            "endorsed": "count", "person": "text",
        },
        _harvest,
    ),
    Table(
        "amendments",
        {"id": "text", "kind": "text", "text": "text", "at": "moment"},
        lambda record: record["amendments"],
    ),
    Table(
        "off_record",
        {"from_s": "seconds", "to_s": "seconds"},
        lambda record: record["session"]["off_record"],
    ),
    Table(
        "measures",
        {
            "measure": "text", "definition": "text", "n": "count", "role": "text", "item": "text", "what": "text",
            "value": "text",
        },
        _measures,
    ),
)  # fmt: skip


def make(record: Record, language: str) -> bytes:
    """A zip. Column names are the record's own; the codebook and the README are in `language`."""
    files = {f"{table.name}.csv": _written(table.columns, table.rows(record)) for table in TABLES}
    files["codebook.csv"] = _written(
        ("table", "column", "type", "meaning"),
        (
            {"table": table.name, "column": name, "type": kind, "meaning": t(language, _key(name))}
            for table in TABLES
            for name, kind in table.columns.items()
        ),
    )
    session = record["session"]
    files["README.txt"] = (
        t(language, "tables-readme", title=session["title"], code=session["code"], level=session["level"])
        + "\n"
    )
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as bundle:
        for name, text in files.items():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, text.encode())
    return packed.getvalue()


def _key(column: str) -> str:
    return f"column-{column}"


def _written(columns: Iterable[str], rows: Iterable[Row]) -> str:
    text = io.StringIO()
    names = list(columns)
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value


def _say(record: Record, texts: dict[str, str]) -> str:
    language = record["session"]["language"]
    return say(texts, language, language)
