"""One database: opened with its tables up to date, read at one moment, written by one thread.

Whatever a database can suffer from outside (locked, full, read-only, gone) leaves here as `Unavailable`, and nothing
of the transaction it happened in is kept. Anything else that goes wrong is a bug and stays what it is.

Work is a plain function of a connection, and costs one hop to a thread, however many statements it has
(docs/decisions/0004-one-thread-writes.md).
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from sqlalchemy import Connection, Engine, exc
from sqlalchemy.engine import make_url

from app.store import dialect
from app.store.migrate import FromNewerProgram, migrate, revision_of

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

BUSY_S = 2.0
READERS = 4


class Unavailable(Exception):
    """The database is locked, full, read-only or gone: nothing was kept, and trying again later is right."""


class Conflict(Exception):
    """Somebody else appended first."""


class Missing(Conflict):
    """There is no such session, or not any more."""


class Database:
    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = ThreadPoolExecutor(1, "store-writer")
        self._readers = ThreadPoolExecutor(READERS, "store-reader")
        self._revision = ""
        self._before_closing: list[Callable[[], Awaitable[None]]] = []

    @classmethod
    async def open(cls, url: str, busy_s: float = BUSY_S) -> "Database":
        """`busy_s`: seconds to wait for another process's lock. Raises Unavailable."""
        made = make_url(url)
        if dialect.is_sqlite(made) and made.database:
            with trouble():
                Path(made.database).parent.mkdir(parents=True, exist_ok=True)
        database = cls(dialect.make_engine(made, busy_s))
        try:
            database._revision = await database.write(migrate)
            # A program that was killed may have left behind what it had just deleted.
            await database.wipe()
        except BaseException as error:
            await database.close()
            if isinstance(error, FromNewerProgram):
                raise Unavailable(str(error)) from error
            raise
        return database

    def before_closing(self, end: Callable[[], Awaitable[None]]) -> None:
        """`end` is awaited before the last connection goes."""
        self._before_closing.append(end)

    async def close(self) -> None:
        while self._before_closing:
            await self._before_closing.pop()()
        await asyncio.to_thread(self._end)

    def _end(self) -> None:
        self._writer.shutdown()
        self._readers.shutdown()
        self.engine.dispose()

    async def ping(self) -> None:
        """Raises Unavailable, also when a newer program has changed the tables meanwhile."""
        revision = await self.read(revision_of)
        if revision != self._revision:
            raise Unavailable(
                f"the tables are of revision {revision}, and this program is for {self._revision}"
            )

    async def write(self, work: Callable[[Connection, *Ts], T], *args: *Ts) -> T:
        """`work` in one transaction, durable when this returns, undone if it raises. Raises Unavailable."""
        return await self._in(self._writer, lambda: self._write(work, *args))

    async def read(self, work: Callable[[Connection, *Ts], T], *args: *Ts) -> T:
        """`work`, which sees the whole database at one moment. Raises Unavailable."""
        return await self._in(self._readers, lambda: self._read(work, *args))

    async def wipe(self) -> bool:
        """Leave nothing of deleted rows in the files; False when that has to be tried again."""
        try:
            return await self._in(self._writer, lambda: dialect.wipe(self.engine))
        except Unavailable:
            return False

    def _write(self, work: Callable[[Connection, *Ts], T], *args: *Ts) -> T:
        with self.engine.begin() as connection:
            return work(connection, *args)

    def _read(self, work: Callable[[Connection, *Ts], T], *args: *Ts) -> T:
        with self.engine.connect() as connection:
            connection.execution_options(**dialect.reads(connection.dialect))
            return work(connection, *args)

    async def _in(self, threads: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        with trouble():
            return await asyncio.get_running_loop().run_in_executor(threads, work)


@contextmanager
def trouble() -> Iterator[None]:
    """Make what comes from outside Unavailable."""
    try:
        yield
    except (exc.OperationalError, exc.InternalError, exc.InterfaceError, exc.TimeoutError, OSError) as error:
        raise Unavailable(_in_one_line(error)) from error
    except exc.DatabaseError as error:
        if type(error) is not exc.DatabaseError:
            raise
        raise Unavailable(_in_one_line(error)) from error


def _in_one_line(error: Exception) -> str:
    """What the database itself said, without the statement and the advice around it."""
    return " ".join(str(getattr(error, "orig", None) or error).split())
