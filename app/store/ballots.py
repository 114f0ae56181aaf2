"""V4: a ballot is never stored with its voter.

While a statement is open its ballots lie under keys made with a secret of that statement alone, so that a phone
can change its vote. With the secret gone, at closing, nobody can tell whose key was whose. Nothing here knows of
time or order, and no person's name, number or command comes near the table.
"""

import hmac
import secrets
from collections.abc import Iterable

from sqlalchemy import Connection, and_, bindparam, insert, select

from app.core.messages.statements import BallotCast
from app.store import dialect
from app.store.tables import ballot, ballot_secret

Statement = tuple[str, str]
"""A session's id and a statement's in it."""
Cast = dict[tuple[str, str, str], str]
"""Session, statement and person -> the choice."""

SECRET_BYTES = 32


def key(secret: bytes, person: str) -> bytes:
    return hmac.digest(secret, person.encode(), "sha256")


def open_statement(connection: Connection, statement: Statement) -> None:
    """A new secret: asking again is a new vote."""
    forget(connection, statement)
    _new_secret(connection, statement)


def _new_secret(connection: Connection, statement: Statement) -> bytes:
    session, id = statement
    made = secrets.token_bytes(SECRET_BYTES)
    connection.execute(insert(ballot_secret), {"session": session, "statement": id, "secret": made})
    return made


def forget(connection: Connection, statement: Statement) -> None:
    session, id = statement
    for table in (ballot, ballot_secret):
        dialect.erase(connection, table, and_(table.c.session == session, table.c.statement == id))


def forget_session(connection: Connection, session: str) -> None:
    for table in (ballot, ballot_secret):
        dialect.erase(connection, table, table.c.session == session)


def cast(connection: Connection, votes: Cast) -> None:
    """The last choice counts (V2). Rows go in by their keys, so that no page's history has the order of voting."""
    secret = _secrets(connection, {(session, statement) for session, statement, _ in votes})
    rows = [
        {
            "session": session,
            "statement": statement,
            "key": key(secret[session, statement], person),
            "choice": choice,
        }
        for (session, statement, person), choice in votes.items()
    ]
    rows.sort(key=lambda row: (row["session"], row["statement"], row["key"]))
    connection.execute(dialect.upsert(connection.dialect.name, ballot, "choice"), rows)


def _secrets(connection: Connection, statements: set[Statement]) -> dict[Statement, bytes]:
    """Of open statements. A copy of the database that was made without votes under way has none of theirs: that vote
    begins anew."""
    rows = connection.execute(_SECRETS, {"sessions": sorted({session for session, _ in statements})})
    found: dict[Statement, bytes] = {(session, id): secret for session, id, secret in rows}
    for lost in sorted(statements - found.keys()):
        found[lost] = _new_secret(connection, lost)
    return found


_SECRETS = select(ballot_secret.c.session, ballot_secret.c.statement, ballot_secret.c.secret).where(
    ballot_secret.c.session.in_(bindparam("sessions", expanding=True))
)
"""Of all open statements of these sessions: a question that is the same every time is compiled once."""


def known(connection: Connection, session: str, people: Iterable[str]) -> list[BallotCast]:
    """The ballots of open statements, found by trying the people; in the people's order, not in that of voting."""
    of = ballot_secret.c
    mine = select(of.statement, of.secret).where(of.session == session).order_by(of.statement)
    rows = connection.execute(mine)
    secret = {row.statement: row.secret for row in rows}
    if not secret:
        return []
    cast_ones = connection.execute(
        select(ballot.c.statement, ballot.c.key, ballot.c.choice).where(ballot.c.session == session)
    )
    choices = {(row.statement, row.key): row.choice for row in cast_ones}
    return [
        BallotCast(statement, person, choices[found])
        for statement, made_with in secret.items()
        for person in people
        if (found := (statement, key(made_with, person))) in choices
    ]
