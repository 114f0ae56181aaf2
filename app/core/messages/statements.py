"""Statements and votes."""

from dataclasses import dataclass
from typing import Literal

from app.core.plan import Statement, Texts
from app.core.vocabulary import Choice, CountMode

Counts = dict[str, int]
"""How many gave each answer: {"agree", "disagree", "dont_know", "skip"} -> number of ballots."""


@dataclass(frozen=True, slots=True)
class Group:
    """The ballots of one role, or of several that were pooled because they were too few (V4). Skips are left out."""

    roles: tuple[str, ...]
    counts: Counts


# What may be asked


@dataclass(frozen=True, slots=True)
class Vote:
    statement: str
    choice: Choice
    do: Literal["vote"] = "vote"


@dataclass(frozen=True, slots=True)
class AddStatement:
    text: Texts
    item: str | None = None
    source: str = ""
    source_id: str = ""
    do: Literal["add_statement"] = "add_statement"


@dataclass(frozen=True, slots=True)
class OpenStatement:
    statement: str
    do: Literal["open_statement"] = "open_statement"


@dataclass(frozen=True, slots=True)
class CloseStatement:
    statement: str
    do: Literal["close_statement"] = "close_statement"


@dataclass(frozen=True, slots=True)
class RevealStatement:
    statement: str
    do: Literal["reveal_statement"] = "reveal_statement"


@dataclass(frozen=True, slots=True)
class EnterCounts:
    """V6: paper or hands of one role, entered as a batch; a second entry for the same role replaces the first."""

    statement: str
    role: str
    counts: dict[Choice, int]
    mode: CountMode = "hands"
    do: Literal["enter_counts"] = "enter_counts"


# What happened


@dataclass(frozen=True, slots=True)
class StatementAdded:
    statement: Statement
    type: Literal["statement_added"] = "statement_added"


@dataclass(frozen=True, slots=True)
class StatementOpened:
    """`eligible`: how many were present at that moment (V5)."""

    statement: str
    eligible: int
    type: Literal["statement_opened"] = "statement_opened"


@dataclass(frozen=True, slots=True)
class CountsEntered:
    statement: str
    role: str
    counts: Counts
    mode: CountMode
    type: Literal["counts_entered"] = "counts_entered"


@dataclass(frozen=True, slots=True)
class StatementClosed:
    """`totals` over all four choices; `groups` cover the answers without skips, each at least `smallest_group`, or
    empty when a split would show too few people. `struck`: the outcome was struck from the record (S5)."""

    statement: str
    totals: Counts
    groups: tuple[Group, ...]
    batches: tuple[CountsEntered, ...] = ()
    struck: bool = False
    type: Literal["statement_closed"] = "statement_closed"


@dataclass(frozen=True, slots=True)
class StatementRevealed:
    statement: str
    type: Literal["statement_revealed"] = "statement_revealed"


@dataclass(frozen=True, slots=True)
class BallotCast:
    statement: str
    person: str
    choice: Choice
    type: Literal["ballot_cast"] = "ballot_cast"


# Who may ask, and where it is kept

PhoneCommand = Vote
ConsoleCommand = AddStatement | OpenStatement | CloseStatement | RevealStatement | EnterCounts
Forgotten = CountsEntered
"""What striking the last minutes takes out of the journal (S5)."""
Lasting = StatementAdded | StatementOpened | StatementClosed | StatementRevealed
Journaled = Forgotten | Lasting
Apart = BallotCast
StatementsEvent = Journaled | Apart
