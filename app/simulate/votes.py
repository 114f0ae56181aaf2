"""Votes from elsewhere, in the columns of Polis' open data, as a trace that can be played.

`timestamp, comment-id, voter-id, vote`, in any order and among others; vote is 1 (agree), -1 (disagree) or 0 (skip).
Each comment becomes a statement, in the order of their ids; each voter a phone that votes in order of time.
"""

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.messages.people import Consent, Join
from app.core.messages.session import StartItem, StartSession
from app.core.messages.statements import AddStatement, CloseStatement, OpenStatement, RevealStatement, Vote
from app.core.plan import UNSAID
from app.core.vocabulary import Choice
from app.simulate.trace import CONSOLE, BrokenLine, Line, Trace, in_order, numbered_lines
from app.texts import DEFAULT
from app.wire import ClientCommand

COLUMNS = ("timestamp", "comment-id", "voter-id", "vote")
CHOICES: dict[str, Choice] = {"1": "agree", "-1": "disagree", "0": "skip"}
MILLISECONDS = 1e11
"""A moment later than this is in milliseconds; in seconds it would be the year 5138."""
ITEM = "votes"
VOTES_ONLY = Consent(votes=True, words=False, story=False)
MOST_ID = 60


@dataclass(frozen=True, slots=True)
class Ballot:
    """`at`: epoch seconds."""

    number: int
    at: float
    comment: str
    voter: str
    choice: Choice


def read(path: Path, comments: Path | None = None, language: str = DEFAULT) -> Trace:
    """Raises OSError, BrokenLine."""
    ballots = [_ballot(number, row) for number, row in rows(path, COLUMNS)]
    if not ballots:
        raise BrokenLine(1, "no votes")
    return trace(ballots, texts(comments) if comments else {}, path.stem, language)


def texts(path: Path) -> dict[str, str]:
    """What each comment says: `comment-id, comment-body`. Raises OSError, BrokenLine."""
    return {row["comment-id"]: row["comment-body"] for _, row in rows(path, ("comment-id", "comment-body"))}


def rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row of a CSV with those columns at least, and the line it begins on. Raises OSError, BrokenLine."""
    reader = csv.reader((f"{text}\n" for _, text in numbered_lines(path)), strict=True)
    header: list[str] = []
    number = 1
    try:
        for row in reader:
            if not header and any(cell.strip() for cell in row):
                header = [cell.strip() for cell in row]
                missing = [name for name in needed if header.count(name) != 1]
                if missing:
                    raise BrokenLine(number, f"no column {missing[0]}, or more than one")
            elif any(cell.strip() for cell in row):
                if len(row) != len(header):
                    raise BrokenLine(number, f"{len(row)} fields instead of {len(header)}")
                given = dict(zip(header, row, strict=True))
                yield number, {name: given[name].strip() for name in needed}
            number = reader.line_num + 1
    except csv.Error as error:
        raise BrokenLine(number, str(error)) from error
    if not header:
        raise BrokenLine(1, f"no column {needed[0]}")


def _ballot(number: int, row: dict[str, str]) -> Ballot:
    try:
        at = float(row["timestamp"])
    except ValueError:
        at = math.nan
    if not math.isfinite(at):
        raise BrokenLine(number, f"timestamp: {row['timestamp']!r:.40} is not a moment")
    for name in ("comment-id", "voter-id"):
        if not 0 < len(row[name]) <= MOST_ID:
            raise BrokenLine(number, f"{name}: 1 to {MOST_ID} characters")
    if row["vote"] not in CHOICES:
        raise BrokenLine(number, f"vote: {row['vote']!r:.40} is not 1, -1 or 0")
    at = at / 1000 if abs(at) > MILLISECONDS else at
    return Ballot(number, at, row["comment-id"], row["voter-id"], CHOICES[row["vote"]])


def trace(ballots: list[Ballot], said: dict[str, str], title: str, language: str) -> Trace:
    """All statements open at once, from before the first vote until after the last one. Such votes took days: nobody
    wants to wait for them."""
    start, end = min(one.at for one in ballots), max(one.at for one in ballots)
    comments = sorted({one.comment for one in ballots}, key=_by_number)
    statement = {comment: f"s{number}" for number, comment in enumerate(comments, 1)}
    before: list[ClientCommand] = [StartSession(), StartItem(ITEM)]
    before += [
        AddStatement({language: said.get(one) or f"Statement {one}"}, ITEM, source_id=one) for one in comments
    ]
    before += [OpenStatement(id) for id in statement.values()]
    after: list[ClientCommand] = [CloseStatement(id) for id in statement.values()]
    after += [RevealStatement(id) for id in statement.values()]
    ballots = sorted(ballots, key=lambda one: one.at)
    voters = dict.fromkeys(one.voter for one in ballots)
    lines = [
        *(Line(0, 0.0, CONSOLE, command) for command in before),
        *(Line(0, 0.0, f"v{voter}", Join(UNSAID, VOTES_ONLY)) for voter in voters),
        *(
            Line(one.number, one.at - start, f"v{one.voter}", Vote(statement[one.comment], one.choice))
            for one in ballots
        ),
        *(Line(0, end - start, CONSOLE, command) for command in after),
    ]
    session = {
        "title": title[:200],
        "language": language,
        "roles": [],
        "items": [{"id": ITEM, "kind": "vote", "title": title[:200], "minutes": 60}],
    }
    return Trace(in_order(lines), session, speed=0.0)


def _by_number(id: str) -> tuple[int, float, str]:
    """Numbers as numbers, and before anything else."""
    try:
        return (0, int(id), "")
    except ValueError:
        return (1, 0, id)
