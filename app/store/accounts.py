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
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from app.core.refusal import Refusal
from app.store import dialect
from app.store.database import Database
from app.store.keys import hashed, new_key
from app.store.tables import login, organiser, setup_key, token

SETUP_KEPT_S = 24 * 3600.0
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
        async with self._database.reading() as connection:
            return await _count(connection) > 0

    async def setup_link_key(self) -> str | None:
        """A key that makes the first organiser, once and within a day, in place of any before it; None when there is
        one."""
        key = new_key()
        row = {"id": 1, "key_hash": hashed(key), "expires_at": self._clock() + SETUP_KEPT_S}
        async with self._database.writing() as connection:
            if await _count(connection):
                return None
            await connection.execute(
                dialect.upsert(connection.dialect, setup_key, "key_hash", "expires_at"), [row]
            )
        return key

    async def create_first(self, key: str, name: str, password: str) -> Organiser:
        """Refusals: `unknown_key` (wrong, expired, used, or there is an organiser already)."""
        made = await self._made(name, password)
        valid = (setup_key.c.key_hash == hashed(key)) & (setup_key.c.expires_at > self._clock())
        async with self._database.writing() as connection:
            # Taking the key away is what decides, should two come with it at once.
            used = await connection.execute(delete(setup_key).where(valid))
            if used.rowcount != 1 or await _count(connection):
                raise Refusal("unknown_key")
            await connection.execute(insert(organiser), [made])
        return Organiser(made["id"], made["name"])

    async def create(self, name: str, password: str) -> Organiser:
        """Refusals: `name_taken`."""
        made = await self._made(name, password)
        taken = select(organiser.c.id).where(organiser.c.folded == made["folded"])
        async with self._database.writing() as connection:
            if await connection.scalar(taken) is not None:
                raise Refusal("name_taken")
            await connection.execute(insert(organiser), [made])
            await connection.execute(delete(setup_key))
        return Organiser(made["id"], made["name"])

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
        of = organiser.c
        async with self._database.reading() as connection:
            found = (
                await connection.execute(select(of.id, of.password).where(of.folded == _folded(name)))
            ).one_or_none()
        kept = found.password if found else _nobodys()
        if not await asyncio.to_thread(_verify, kept, password) or found is None:
            return None
        made = new_key()
        now = self._clock()
        row = {"token_hash": hashed(made), "organiser": found.id, "expires_at": now + kept_s}
        again = await asyncio.to_thread(_hasher.hash, password) if _hasher.check_needs_rehash(kept) else None
        async with self._database.writing() as connection:
            await connection.execute(delete(login).where(login.c.expires_at <= now))
            await connection.execute(insert(login), [row])
            if again:
                await connection.execute(update(organiser).where(of.id == found.id).values(password=again))
        return made

    async def logged_in(self, token: str) -> Organiser | None:
        of = organiser.c
        query = (
            select(of.id, of.name)
            .join(login, login.c.organiser == of.id)
            .where(login.c.token_hash == hashed(token), login.c.expires_at > self._clock())
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return Organiser(*row) if row else None

    async def log_out(self, token: str) -> None:
        async with self._database.writing() as connection:
            await connection.execute(delete(login).where(login.c.token_hash == hashed(token)))

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
        async with self._database.writing() as connection:
            await connection.execute(insert(token), [row])
        return made

    async def check_token(self, given: str) -> str | None:
        """The label of a valid token."""
        async with self._database.reading() as connection:
            label: str | None = await connection.scalar(
                select(token.c.label).where(token.c.token_hash == hashed(given))
            )
        return label

    async def tokens(self) -> list[Token]:
        """The oldest first."""
        of = token.c
        query = select(of.id, of.label, of.owner, of.created_at).order_by(of.created_at, of.id)
        async with self._database.reading() as connection:
            return [Token(*row) for row in await connection.execute(query)]

    async def revoke_token(self, id: str) -> bool:
        """Whether there was such a token."""
        async with self._database.writing() as connection:
            return (await connection.execute(delete(token).where(token.c.id == id))).rowcount > 0


async def _count(connection: AsyncConnection) -> int:
    return await connection.scalar(select(func.count()).select_from(organiser)) or 0


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
