"""One database: opened with its tables up to date, read at one moment, written by one at a time.

Whatever a database can suffer from outside (locked, full, read-only, gone) leaves here as `Unavailable`, and
nothing of the transaction it happened in is kept. Anything else that goes wrong is a bug and stays what it is.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

from sqlalchemy import exc, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from app.store import dialect
from app.store.migrate import migrate

BUSY_S = 2.0


class Unavailable(Exception):
    """The database is locked, full, read-only or gone: nothing was kept, and trying again later is right."""


class Conflict(Exception):
    """Somebody else appended first."""


class Missing(Conflict):
    """There is no such session, or not any more."""


class Database:
    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._one_writer = asyncio.Lock()
        self._before_closing: list[Callable[[], Awaitable[None]]] = []

    @classmethod
    async def open(cls, url: str, busy_s: float = BUSY_S) -> "Database":
        """`busy_s`: seconds to wait for another process's lock. Raises Unavailable, FromNewerProgram."""
        made = make_url(url)
        if dialect.is_sqlite(made) and made.database:
            with _trouble():
                Path(made.database).parent.mkdir(parents=True, exist_ok=True)
        database = cls(dialect.make_engine(url, busy_s))
        try:
            async with database.writing() as connection:
                await connection.run_sync(migrate)
            # A program that was killed may have left behind what it had just deleted.
            await database.wipe()
        except BaseException:
            await database.engine.dispose()
            raise
        return database

    def before_closing(self, end: Callable[[], Awaitable[None]]) -> None:
        """`end` is awaited before the last connection goes."""
        self._before_closing.append(end)

    async def close(self) -> None:
        for end in self._before_closing:
            await end()
        self._before_closing.clear()
        await self.engine.dispose()

    async def ping(self) -> None:
        """Raises Unavailable."""
        async with self.reading() as connection:
            await connection.execute(text("SELECT 1"))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Everything read in the block is of one moment. Raises Unavailable."""
        with _trouble():
            async with self.engine.connect() as connection:
                await connection.execution_options(**dialect.reads(connection))
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """One transaction, durable once the block is left; an exception undoes it. Raises Unavailable."""
        async with self._one_writer:
            with _trouble():
                async with self.engine.begin() as connection:
                    yield connection

    async def wipe(self) -> bool:
        """Leave nothing of deleted rows in the files; False when that has to be tried again."""
        async with self._one_writer:
            with suppress(Unavailable), _trouble():
                return await dialect.wipe(self.engine)
        return False


@contextmanager
def _trouble() -> Iterator[None]:
    try:
        yield
    except (exc.OperationalError, exc.InternalError, exc.InterfaceError, exc.TimeoutError, OSError) as error:
        raise Unavailable(str(error)) from error
    except exc.DatabaseError as error:
        if type(error) is not exc.DatabaseError:
            raise
        raise Unavailable(str(error)) from error
