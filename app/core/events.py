"""What happened, in the past tense.

Three kinds of event, told apart by where they may be kept:

- `Journaled`: rows of the session's journal, in order, for good.
- `Apart`: kept in tables of their own, so that each can be removed without touching history (V4, X2, X3).
- `Passing`: evolves the room's memory and is stored nowhere (S5, R2, J8).

Each is defined with its subject, in `messages`. Nothing here knows how or where any of it is written down; that is
`store`.
"""

from dataclasses import dataclass, fields, replace
from typing import get_args

from app.core.messages import circle, console, harvest, people, queue, session, statements
from app.core.messages.harvest import HALF_MINUTE, Reacted
from app.core.messages.people import Added, Joined
from app.core.messages.session import Redacted
from app.core.messages.statements import StatementClosed

Journaled = (
    session.Journaled | people.Journaled | circle.Journaled | queue.Journaled | statements.Journaled
    | harvest.Journaled | console.Journaled
)  # fmt: skip
Forgotten = circle.Forgotten | statements.Forgotten | harvest.Forgotten
Apart = people.Apart | statements.Apart | harvest.Apart
Passing = circle.Passing | harvest.Passing | console.Passing
Event = Journaled | Apart | Passing

JOURNALED: frozenset[type] = frozenset(get_args(Journaled))
FORGOTTEN: frozenset[type] = frozenset(get_args(Forgotten))
APART: frozenset[type] = frozenset(get_args(Apart))
PASSING: frozenset[type] = frozenset(get_args(Passing))
"""To be asked with `type(event) in`: no event has subclasses, and isinstance would try sixty types in turn."""

Newcomer = Joined | Added
NEWCOMERS: frozenset[type] = frozenset(get_args(Newcomer))
CARRIES_WORDS: frozenset[type] = frozenset(
    kind for kind in JOURNALED if any(one.name == "words" and one.type is str for one in fields(kind))
)
"""What has the key of a text that is kept apart (X2): whoever adds a kind with `words: str` need not say so again."""


def newcomer(event: Event) -> str:
    """Who came into the room with it, or ""."""
    return event.person if isinstance(event, Newcomer) else ""


def words_in(event: Event) -> str:
    """The key of the text that came with it (X2), or ""."""
    return str(getattr(event, "words", "")) if type(event) in CARRIES_WORDS else ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with when, by whom and as which part of what command it happened.

    seq: position in the journal, from 1; apart and passing events carry the position they came after.
    at: epoch seconds. by: "p7" (a person), "c1" (a console), "organiser", or "" (the server, and reactions).
    command: the id its sender gave the command, or "". part: 0 for a command's first event, then 1, 2 ...
    """

    seq: int
    at: float
    by: str
    event: Event
    command: str = ""
    part: int = 0


def redacted(recorded: Recorded, since: float) -> Recorded:
    """What is left in the journal of an event once `since` was struck (S5): itself, or its place only."""
    happened_until = recorded.at + HALF_MINUTE if isinstance(recorded.event, Reacted) else recorded.at
    if happened_until < since:
        return recorded
    if type(recorded.event) in FORGOTTEN:
        return Recorded(recorded.seq, recorded.at, "", Redacted())
    if isinstance(recorded.event, StatementClosed):
        struck = replace(recorded.event, totals={}, groups=(), batches=(), struck=True)
        return replace(recorded, event=struck)
    return recorded
