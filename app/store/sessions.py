"""The sessions there are: how each is found, what a list shows, its keys, and who took what out of it.

A session begins with its plan as the journal's first event. What happens in it after that is the journal's; the
row here only follows.
"""

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from hmac import compare_digest
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update

from app.core.events import Recorded
from app.core.messages.session import Prepared
from app.core.plan import Plan
from app.core.vocabulary import SessionState
from app.store import ballots, dialect, rows
from app.store.database import Database, Missing
from app.store.keys import hashed, new_key
from app.store.tables import journal, session, use_log

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without the letters and digits that are mistaken for each other."""
CODE_LENGTH = 6
DASHES = "-‐‑‒–—−_"


@dataclass(frozen=True, slots=True)
class Created:
    """The only time the keys can be read."""

    id: str
    code: str
    stage_key: str
    console_key: str


@dataclass(frozen=True, slots=True)
class Session:
    """What a list shows. Times in epoch seconds; `people`: how many have joined or were added."""

    id: str
    code: str
    title: str
    state: SessionState
    owner: str | None
    created_at: float
    opened_at: float | None
    closed_at: float | None
    people: int


@dataclass(frozen=True, slots=True)
class Use:
    """X4. `at` in epoch seconds."""

    at: float
    who: str
    what: str
    why: str


def normal(code: str) -> str:
    """A code as it is kept, however it was typed."""
    return "".join(code.split()).translate(dict.fromkeys(map(ord, DASHES))).upper()


class Sessions:
    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    async def create(self, plan: Plan, owner: str | None = None) -> Created:
        """A new session in draft, with a code of its own. Raises Unavailable."""
        return await self._database.write(_create, plan, owner, self._clock())

    async def get(self, id: str) -> Session | None:
        return await self._database.read(_one, session.c.id == id)

    async def by_code(self, code: str) -> Session | None:
        typed = normal(code)
        if len(typed) != CODE_LENGTH:
            return None
        return await self._database.read(_one, session.c.code == typed)

    async def list(self) -> list[Session]:
        """The newest first."""
        return await self._database.read(_list)

    async def delete(self, id: str) -> None:
        """All of it, out of the files too. Raises Unavailable."""
        await self._database.write(_delete, id)
        await self._database.wipe()

    async def new_keys(self, id: str) -> Created:
        """New keys for stage and console; the old ones open nothing any more. Raises Missing."""
        return await self._database.write(_new_keys, id)

    async def check_key(self, id: str, key: str) -> Literal["stage", "console"] | None:
        """What a key opens in this session."""
        return await self._database.read(_check_key, id, hashed(key))

    async def key_marks(self, id: str) -> dict[str, str]:
        """By screen, what changes when its key does and says nothing of it; {} when there is no such session."""
        return await self._database.read(_key_marks, id)

    # X4

    async def note_use(self, id: str, who: str, what: str, why: str) -> None:
        """Write down that somebody took something out. Raises Missing, Unavailable."""
        await self._database.write(_note_use, id, Use(self._clock(), who, what, why))

    async def uses(self, id: str) -> Sequence[Use]:
        """The newest first."""
        return await self._database.read(_uses, id)


def _seen() -> Select[Any]:
    return select(*(session.c[field.name] for field in fields(Session)))


def _one(connection: Connection, which: ColumnElement[bool]) -> Session | None:
    row = connection.execute(_seen().where(which)).one_or_none()
    return Session(*row) if row else None


def _list(connection: Connection) -> list[Session]:
    query = _seen().order_by(session.c.created_at.desc(), session.c.id)
    return [Session(*row) for row in connection.execute(query)]


def _delete(connection: Connection, id: str) -> None:
    ballots.forget_session(connection, id)
    connection.execute(delete(session).where(session.c.id == id))


def _new_keys(connection: Connection, id: str) -> Created:
    code = connection.scalar(select(session.c.code).where(session.c.id == id))
    if code is None:
        raise Missing(id)
    created = Created(id, code, new_key(), new_key())
    hashes = {"stage_key": hashed(created.stage_key), "console_key": hashed(created.console_key)}
    connection.execute(update(session).where(session.c.id == id).values(hashes))
    return created


def _check_key(connection: Connection, id: str, given: str) -> Literal["stage", "console"] | None:
    kept = select(session.c.stage_key, session.c.console_key).where(session.c.id == id)
    row = connection.execute(kept).one_or_none()
    if row is None:
        return None
    if compare_digest(given, row.console_key):
        return "console"
    return "stage" if compare_digest(given, row.stage_key) else None


def _key_marks(connection: Connection, id: str) -> dict[str, str]:
    query = select(session.c.stage_key, session.c.console_key).where(session.c.id == id)
    row = connection.execute(query).one_or_none()
    return {} if row is None else {"stage": row.stage_key[:12], "console": row.console_key[:12]}


def _uses(connection: Connection, id: str) -> list[Use]:
    of = use_log.c
    query = select(of.at, of.who, of.what, of.why).where(of.session == id).order_by(of.number.desc())
    return [Use(*row) for row in connection.execute(query)]


def _create(connection: Connection, plan: Plan, owner: str | None, now: float) -> Created:
    created = Created(secrets.token_hex(10), _free_code(connection), new_key(), new_key())
    connection.execute(
        insert(session).values(
            id=created.id,
            code=created.code,
            title=plan.title,
            state="draft",
            owner=owner,
            created_at=now,
            people=0,
            seq=1,
            turn=0,
            stage_key=hashed(created.stage_key),
            console_key=hashed(created.console_key),
        )
    )
    first = Recorded(1, now, "organiser", Prepared(created.code, plan))
    connection.execute(insert(journal), [rows.write(created.id, first)])
    return created


def _free_code(connection: Connection) -> str:
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if connection.scalar(select(session.c.id).where(session.c.code == code)) is None:
            return code


def _note_use(connection: Connection, id: str, use: Use) -> None:
    """Numbered while the session's row is held, so that two at once get two numbers."""
    held = dialect.locked(connection.dialect, select(session.c.id).where(session.c.id == id))
    if connection.scalar(held) is None:
        raise Missing(id)
    last = connection.scalar(select(func.max(use_log.c.number)).where(use_log.c.session == id)) or 0
    row = {"session": id, "number": last + 1, "at": use.at, "who": use.who, "what": use.what, "why": use.why}
    connection.execute(insert(use_log), row)
