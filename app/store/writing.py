"""What a group of batches becomes in the database, in one transaction and in the order things happened.

What stands apart is written and forgotten by its keeper (`apart`); here it is settled what else an event changes:
the session's own row, and the journal itself when the last minutes are struck.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from app.core.events import JOURNALED, PASSING, Recorded, redacted, words_in
from app.core.messages.console import Undone
from app.core.messages.harvest import HALF_MINUTE
from app.core.messages.people import Added, Joined
from app.core.messages.session import (
    LobbyOpened,
    Prepared,
    Revised,
    SessionCancelled,
    SessionClosed,
    SessionReleased,
    SessionStarted,
    Struck,
)
from app.store import dialect, rows
from app.store.apart import FOLLOWING, FORGETS, KEEPERS, WORDS
from app.store.database import Conflict, Missing
from app.store.reading import Head, heads
from app.store.tables import journal, phone, session

ERASING = FORGETS | {Struck}
"""After these something has to be gone from the files too."""


@dataclass(frozen=True, slots=True)
class Append:
    """All that one or more commands made happen in one session.

    expected: the journal's last position when they were decided. recorded: journaled events, which have the
    positions after `expected`, and those kept apart; passing ones are left out. phones: (hash of a phone's key, its
    person) of those who joined. turn: the session's turn when they were decided, for those that may stand only if no
    ballot has come in since.
    """

    session: str
    expected: int
    recorded: tuple[Recorded, ...]
    phones: tuple[tuple[str, str], ...] = ()
    turn: int | None = None

    @property
    def erases(self) -> bool:
        return any(type(one.event) in ERASING for one in self.recorded)


def write(connection: Connection, group: Sequence[Append], names_until: float) -> list[Conflict | int]:
    """Write what can be written. For each batch the turn it took, or why it can't be written. `names_until`: when
    names end (X3)."""
    now = heads(connection, {batch.session for batch in group}, held=True)
    outcome: list[Conflict | int] = []
    writing = _Writing(connection, names_until)
    for batch in group:
        head = now.get(batch.session)
        if head is None:
            outcome.append(Missing(batch.session))
        elif head.seq != batch.expected or batch.turn not in (None, head.turn):
            outcome.append(Conflict(f"{batch.session}: {batch.expected} expected, at {head}"))
        else:
            now[batch.session] = after = Head(writing.take(batch), head.turn + 1)
            writing.turns[batch.session] = after
            outcome.append(after.turn)
    writing.finish()
    return outcome


@dataclass
class _Writing:
    """Rows waiting to be written together, and what has to be known of sessions in the end."""

    connection: Connection
    names_until: float
    journaled: list[dict[str, Any]] = field(default_factory=list)
    apart: dict[type, list[tuple[str, Any]]] = field(default_factory=dict)
    phones: list[dict[str, Any]] = field(default_factory=list)
    changes: dict[str, dict[str, Any]] = field(default_factory=dict)
    newcomers: dict[str, int] = field(default_factory=dict)
    turns: dict[str, Head] = field(default_factory=dict)

    def take(self, batch: Append) -> int:
        """Returns the session's last position after it."""
        seq = batch.expected
        for one in batch.recorded:
            kind = type(one.event)
            if kind in JOURNALED:
                seq += 1
                assert one.seq == seq, f"{one.event.type} at {one.seq}, not {seq}"
                self._follow(batch.session, one)
                self.journaled.append(rows.write(batch.session, one))
                self._on_session(batch.session, one)
            elif kind in KEEPERS:
                self.apart.setdefault(kind, []).append((batch.session, one.event))
            else:
                assert kind in PASSING, kind
        for key_hash, person in batch.phones:
            self.phones.append({"session": batch.session, "key_hash": key_hash, "person": person})
        return seq

    def _follow(self, id: str, one: Recorded) -> None:
        """What it makes ready or takes away, of all that was written before."""
        following = FOLLOWING[type(one.event)]
        if following or isinstance(one.event, Struck):
            self._flush()
        for keeper in following:
            keeper.follow(self.connection, id, one.event)
        if isinstance(one.event, Struck):
            _strike(self.connection, id, one.event.since, before=one.seq)

    def _on_session(self, id: str, one: Recorded) -> None:
        """Keep the session's own row in step with its journal."""
        changes = self.changes.setdefault(id, {})
        match one.event:
            case Prepared(_, plan) | Revised(plan):
                changes["title"] = plan.title
            case LobbyOpened():
                changes["state"] = "lobby"
            case SessionStarted():
                changes.update(state="live", opened_at=one.at)
            case SessionClosed():
                changes.update(state="closed", closed_at=one.at)
            case SessionCancelled():
                changes.update(state="cancelled", closed_at=one.at)
            case SessionReleased():
                changes["state"] = "released"
            case Joined() | Added():
                self.newcomers[id] = self.newcomers.get(id, 0) + 1
            case Undone(action):
                self._flush()
                at = (journal.c.session == id) & (journal.c.seq == action)
                undone = self.connection.scalar(select(journal.c.kind).where(at))
                if undone == "added":
                    self.newcomers[id] = self.newcomers.get(id, 0) - 1
            case _:
                pass

    def _flush(self) -> None:
        if self.journaled:
            self.connection.execute(insert(journal), self.journaled)
        for kind, keeper in KEEPERS.items():
            if given := self.apart.pop(kind, None):
                keeper.write(self.connection, given, self.names_until)
        if self.phones:
            self.connection.execute(
                dialect.upsert(self.connection.dialect.name, phone, "person"), self.phones
            )
        self.journaled.clear()
        self.phones.clear()

    def finish(self) -> None:
        self._flush()
        for id, changes in sorted(self.changes.items()):
            if come := self.newcomers.get(id):
                changes["people"] = session.c.people + come
            if changes:
                self.connection.execute(update(session).where(session.c.id == id).values(changes))
        if self.turns:
            rows = [
                {"of": id, "to_seq": head.seq, "to_turn": head.turn}
                for id, head in sorted(self.turns.items())
            ]
            self.connection.execute(_GO_ON, rows)


_GO_ON = (
    update(session)
    .where(session.c.id == bindparam("of"))
    .values(seq=bindparam("to_seq"), turn=bindparam("to_turn"))
)
"""For all sessions of a group together."""


def _strike(connection: Connection, id: str, since: float, before: int) -> None:
    """S5, afterwards: what was said and done since then leaves the journal; its places stay."""
    here = journal.c.session == id
    late = select(*rows.KEPT).where(here, journal.c.at >= since - HALF_MINUTE, journal.c.seq < before)
    changed: list[dict[str, Any]] = []
    said: list[str] = []
    for row in connection.execute(late).all():
        was = rows.read(row)
        left = redacted(was, since)
        if left is not was:
            changed.append(_at(rows.write(id, left)))
            if words := words_in(was.event):
                said.append(words)
    if changed:
        connection.execute(_rewrite(journal), changed)
    if said:
        WORDS.drop(connection, id, said)


def _at(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "in_session": row.pop("session"), "at_seq": row.pop("seq")}


def _rewrite(table: Table) -> Any:
    return update(table).where(table.c.session == bindparam("in_session"), table.c.seq == bindparam("at_seq"))
