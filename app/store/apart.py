"""What stands apart from the journal (V4, X2, X3): for each kind of event how it is written, read back, and forgotten.

Here, and nowhere else. `_keeper` knows every kind there is, so one that nobody keeps does not pass the type checker.
Reading back is always since a position; a room that is opened reads since the beginning.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, assert_never, get_args

from sqlalchemy import Column, ColumnElement, Connection, delete, select, true

from app.core.events import Apart, Event, Journaled, Recorded, newcomer, words_in
from app.core.messages.harvest import WordsKept, WordsWithdrawn
from app.core.messages.people import Named
from app.core.messages.statements import BallotCast, StatementClosed, StatementOpened
from app.store import ballots, dialect
from app.store.tables import identity, words

E = TypeVar("E", bound=Apart)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read back of a session. `journal`: what came since; `whole`: since the beginning. `people`:
    everybody who was in the room before. `ballots`: whether any may have come in. `now`: epoch seconds."""

    session: str
    journal: Sequence[Recorded]
    whole: bool
    people: Sequence[str]
    ballots: bool
    now: float

    def newcomers(self) -> list[str]:
        return [person for one in self.journal if (person := newcomer(one.event))]

    def among(self, column: Column[Any], keys: list[str]) -> ColumnElement[bool]:
        """Of the whole session, or only those of `keys`."""
        return true() if self.whole else column.in_(keys)


class Keeper(Protocol[E]):
    """Of one kind. `begins_at`, `forgets_at`: the journaled kinds with which something is made ready for it, and with
    which something of it goes, from the files too."""

    begins_at: tuple[type[Journaled], ...]
    forgets_at: tuple[type[Journaled], ...]

    def write(self, connection: Connection, given: Sequence[tuple[str, E]], names_until: float) -> None:
        """`given`: (session, event), in the order they happened. `names_until`: epoch seconds (X3)."""

    def read(self, connection: Connection, wanted: Wanted) -> Iterable[E]:
        """In an order that says nothing of when."""

    def follow(self, connection: Connection, session: str, event: Event) -> None:
        """One of `begins_at` or `forgets_at` happened."""


class Ballots:
    """V4. They have neither place nor time, so those of the open statements come back all together, as they are."""

    begins_at: tuple[type[Journaled], ...] = (StatementOpened,)
    forgets_at: tuple[type[Journaled], ...] = (StatementClosed,)

    def write(
        self, connection: Connection, given: Sequence[tuple[str, BallotCast]], names_until: float
    ) -> None:
        ballots.cast(connection, {(session, one.statement, one.person): one.choice for session, one in given})

    def read(self, connection: Connection, wanted: Wanted) -> Iterable[BallotCast]:
        if not wanted.ballots:
            return []
        return ballots.known(connection, wanted.session, [*wanted.people, *wanted.newcomers()])

    def follow(self, connection: Connection, session: str, event: Event) -> None:
        if isinstance(event, StatementOpened):
            ballots.open_statement(connection, (session, event.statement))
        elif isinstance(event, StatementClosed):
            ballots.forget(connection, (session, event.statement))


class Words:
    """X2. What somebody typed, under the key that the journal holds."""

    begins_at: tuple[type[Journaled], ...] = ()
    forgets_at: tuple[type[Journaled], ...] = (WordsWithdrawn,)

    def write(
        self, connection: Connection, given: Sequence[tuple[str, WordsKept]], names_until: float
    ) -> None:
        rows = [{"session": session, "words": one.words, "text": one.text} for session, one in given]
        connection.execute(dialect.upsert(connection.dialect.name, words, "text"), rows)

    def read(self, connection: Connection, wanted: Wanted) -> Iterator[WordsKept]:
        keys = [key for one in wanted.journal if (key := words_in(one.event))]
        if not keys:
            return
        of = words.c
        query = select(of.words, of.text).where(
            of.session == wanted.session, wanted.among(words.c["words"], keys)
        )
        for row in connection.execute(query.order_by(of.words)):
            yield WordsKept(row.words, row.text)

    def follow(self, connection: Connection, session: str, event: Event) -> None:
        if isinstance(event, WordsWithdrawn):
            self.drop(connection, session, event.words)

    def drop(self, connection: Connection, session: str, keys: Iterable[str]) -> None:
        connection.execute(delete(words).where(words.c.session == session, words.c.words.in_(list(keys))))


class Names:
    """X3. From a pseudonym to a name, until its date."""

    begins_at: tuple[type[Journaled], ...] = ()
    forgets_at: tuple[type[Journaled], ...] = ()

    def write(self, connection: Connection, given: Sequence[tuple[str, Named]], names_until: float) -> None:
        rows = [
            {"session": session, "person": one.person, "name": one.name, "expires_at": names_until}
            for session, one in given
        ]
        connection.execute(dialect.upsert(connection.dialect.name, identity, "name", "expires_at"), rows)

    def read(self, connection: Connection, wanted: Wanted) -> Iterator[Named]:
        people = wanted.newcomers()
        if not people:
            return
        of = identity.c
        query = select(of.person, of.name).where(
            of.session == wanted.session,
            of.expires_at > wanted.now,
            wanted.among(identity.c["person"], people),
        )
        for row in connection.execute(query.order_by(of.person)):
            yield Named(row.person, row.name)

    def follow(self, connection: Connection, session: str, event: Event) -> None:
        raise AssertionError("names end by their date")

    def end(self, connection: Connection, now: float) -> int:
        """Delete those whose date has come; how many."""
        return connection.execute(delete(identity).where(identity.c.expires_at <= now)).rowcount


BALLOTS, WORDS, NAMES = Ballots(), Words(), Names()


def _keeper(kind: type[Apart]) -> Keeper[Any]:
    if issubclass(kind, BallotCast):
        return BALLOTS
    if issubclass(kind, WordsKept):
        return WORDS
    if issubclass(kind, Named):
        return NAMES
    assert_never(kind)


KEEPERS: dict[type, Keeper[Any]] = {kind: _keeper(kind) for kind in get_args(Apart)}
FOLLOWING: dict[type, tuple[Keeper[Any], ...]] = {
    kind: tuple(one for one in KEEPERS.values() if kind in (*one.begins_at, *one.forgets_at))
    for kind in get_args(Journaled)
}
"""By the kind of what happened, who has to do something then."""
FORGETS: frozenset[type] = frozenset(kind for one in KEEPERS.values() for kind in one.forgets_at)


def read(connection: Connection, wanted: Wanted) -> list[Apart]:
    return [event for keeper in KEEPERS.values() for event in keeper.read(connection, wanted)]
