"""Organisers, their logins, and the tokens of programs.

Passwords are hashed with argon2, in a thread, since it takes a tenth of a second on purpose. Whatever else gives
access is made at random here and kept only as a hash. How often somebody may guess is for the web to say.
"""

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update

from app.core.refusal import Refusal
from app.store import dialect
from app.store.database import Database
from app.store.keys import hashed, new_key
from app.store.tables import login, organiser, setup_key, token

SETUP_KEPT_S = 24 * 3600.0
SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
_hasher = PasswordHasher()


@dataclass(frozen=True, slots=True)
class Organiser:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Token:
    """A bearer token without what it is. `owner`: the organiser who made it, where there was one."""

    id: str
    label: str
    owner: str | None
    created_at: float


class Accounts:
    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    # Organisers

    async def any(self) -> bool:
        return await self._database.read(_count) > 0

    async def setup_link_key(self) -> str | None:
        """A key that makes the first organiser, once and within a day, in place of any before it; None when there
        is one."""
        key = new_key()
        row = {"id": 1, "key_hash": hashed(key), "expires_at": self._clock() + SETUP_KEPT_S}
        return key if await self._database.write(_set_up, row) else None

    async def create_first(self, key: str, name: str, password: str) -> Organiser:
        """Refusals: `unknown_key` (wrong, expired, used, or there is an organiser already)."""
        made = await self._made(name, password)
        valid = (setup_key.c.key_hash == hashed(key)) & (setup_key.c.expires_at > self._clock())
        return await self._database.write(_create_first, valid, made)

    async def create(self, name: str, password: str) -> Organiser:
        """Refusals: `name_taken`."""
        return await self._database.write(_create, await self._made(name, password))

    async def _made(self, name: str, password: str) -> dict[str, Any]:
        return {
            "id": secrets.token_hex(8),
            "name": name.strip(),
            "folded": _folded(name),
            "password": await asyncio.to_thread(_hasher.hash, password),
            "created_at": self._clock(),
        }

    # Logging in

    async def log_in(self, name: str, password: str, kept_s: float) -> str | None:
        """A token for `kept_s` seconds, or None. It takes as long for a name that nobody has."""
        id, kept = await self._database.read(_kept_password, _folded(name))
        if not await asyncio.to_thread(_verify, kept or _nobodys(), password) or not id:
            return None
        again = await asyncio.to_thread(_hasher.hash, password) if _hasher.check_needs_rehash(kept) else None
        made, now = new_key(), self._clock()
        row = {"token_hash": hashed(made), "organiser": id, "expires_at": now + kept_s}
        await self._database.write(_enter, row, again, now)
        return made

    async def logged_in(self, token: str) -> Organiser | None:
        return await self._database.read(_logged_in, hashed(token), self._clock())

    async def log_out(self, token: str) -> None:
        await self._database.write(_delete, login, login.c.token_hash == hashed(token))

    # Programs

    async def create_token(self, label: str, owner: str | None = None) -> str:
        """A bearer token; this is the only time it can be read."""
        made = new_key()
        row = {
            "id": secrets.token_hex(8),
            "token_hash": hashed(made),
            "label": label,
            "owner": owner,
            "created_at": self._clock(),
        }
        await self._database.write(_insert_token, row)
        return made

    async def check_token(self, given: str) -> str | None:
        """The label of a valid token."""
        return await self._database.read(_label, hashed(given))

    async def tokens(self) -> list[Token]:
        """The oldest first."""
        return await self._database.read(_tokens)

    async def revoke_token(self, id: str) -> bool:
        """Whether there was such a token."""
        return await self._database.write(_delete, token, token.c.id == id) > 0


def _count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(organiser)) or 0


def _set_up(connection: Connection, row: dict[str, Any]) -> bool:
    if _count(connection):
        return False
    connection.execute(dialect.upsert(connection.dialect.name, setup_key, "key_hash", "expires_at"), [row])
    return True


def _create_first(connection: Connection, valid: ColumnElement[bool], made: dict[str, Any]) -> Organiser:
    """Taking the key away is what decides, should two come with it at once."""
    used = connection.execute(delete(setup_key).where(valid)).rowcount
    if used != 1 or _count(connection):
        raise Refusal("unknown_key")
    return _create(connection, made)


def _create(connection: Connection, made: dict[str, Any]) -> Organiser:
    if connection.scalar(select(organiser.c.id).where(organiser.c.folded == made["folded"])) is not None:
        raise Refusal("name_taken")
    connection.execute(insert(organiser), [made])
    connection.execute(delete(setup_key))
    return Organiser(made["id"], made["name"])


def _kept_password(connection: Connection, folded: str) -> tuple[str, str]:
    """The organiser and the hash, both "" when there is nobody of that name."""
    found = select(organiser.c.id, organiser.c.password).where(organiser.c.folded == folded)
    row = connection.execute(found).one_or_none()
    return (row.id, row.password) if row else ("", "")


def _enter(connection: Connection, row: dict[str, Any], again: str | None, now: float) -> None:
    """`again`: the password hashed anew, when argon2's parameters have grown since."""
    connection.execute(delete(login).where(login.c.expires_at <= now))
    connection.execute(insert(login), [row])
    if again:
        mine = organiser.c.id == row["organiser"]
        connection.execute(update(organiser).where(mine).values(password=again))


def _logged_in(connection: Connection, token_hash: str, now: float) -> Organiser | None:
    found = (
        select(organiser.c.id, organiser.c.name)
        .join(login, login.c.organiser == organiser.c.id)
        .where(login.c.token_hash == token_hash, login.c.expires_at > now)
    )
    row = connection.execute(found).one_or_none()
    return Organiser(row.id, row.name) if row else None


def _insert_token(connection: Connection, row: dict[str, Any]) -> None:
    connection.execute(insert(token), [row])


def _label(connection: Connection, token_hash: str) -> str | None:
    return connection.scalar(select(token.c.label).where(token.c.token_hash == token_hash))


def _tokens(connection: Connection) -> list[Token]:
    of = token.c
    rows = connection.execute(select(of.id, of.label, of.owner, of.created_at).order_by(of.created_at, of.id))
    return [Token(*row) for row in rows]


def _delete(connection: Connection, table: Table, which: ColumnElement[bool]) -> int:
    return connection.execute(delete(table).where(which)).rowcount


def _folded(name: str) -> str:
    return name.strip().casefold()


def _verify(kept: str, password: str) -> bool:
    try:
        return _hasher.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    """A hash that no password fits, so that a guess at a name costs what a guess at a password does."""
    return _hasher.hash(secrets.token_urlsafe(24))
