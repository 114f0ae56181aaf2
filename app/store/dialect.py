"""All that differs between SQLite and PostgreSQL.

SQLite: WAL, every commit on the disk before it counts, deleted content overwritten, one writer at a time from its
first statement on, so that a transaction never finds out halfway that it may not write.
"""

from typing import Any, Literal

from sqlalchemy import Connection, Dialect, Select, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.sql.dml import Insert

Begin = Literal["BEGIN IMMEDIATE", "BEGIN", ""]
BEGINS = "begins"
"""The execution option that says how a transaction begins on SQLite: to write, to read, or not at all."""

MIGRATING = 7_300_613
"""The PostgreSQL advisory lock of whoever brings the tables up to date."""


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def make_engine(url: str, busy_s: float) -> AsyncEngine:
    """`busy_s`: how long to wait for another process's lock. Any driver named in `url` is replaced by ours."""
    made = make_url(url)
    if is_sqlite(made):
        engine = create_async_engine(
            made.set(drivername="sqlite+aiosqlite"),
            connect_args={"isolation_level": None, "timeout": busy_s},
        )
        event.listen(engine.sync_engine, "connect", _on_connect)
        event.listen(engine.sync_engine, "begin", _on_begin)
        return engine
    waits = {
        "connect_timeout": max(2, round(busy_s)),
        "options": f"-c lock_timeout={round(busy_s * 1000)}",
    }
    return create_async_engine(
        made.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_timeout=busy_s,
        connect_args=waits,
    )


def sync_url(url: str) -> URL:
    """The same database for a program that is not asynchronous."""
    made = make_url(url)
    return made.set(drivername="sqlite" if is_sqlite(made) else "postgresql+psycopg")


def _on_connect(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    begin: Begin = connection.get_execution_options().get(BEGINS, "BEGIN IMMEDIATE")
    if begin:
        connection.exec_driver_sql(begin)


def reads(connection: AsyncConnection) -> dict[str, Any]:
    """Execution options of a transaction that sees one moment of the whole database."""
    if connection.dialect.name == "sqlite":
        return {BEGINS: "BEGIN"}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def upsert(dialect: Dialect, table: Table, *columns: str) -> Insert:
    """An insert that replaces `columns` where the primary key is there already."""
    keys = [column.name for column in table.primary_key]
    if dialect.name == "sqlite":
        lite = sqlite.insert(table)
        return lite.on_conflict_do_update(
            index_elements=keys, set_={name: lite.excluded[name] for name in columns}
        )
    postgres = postgresql.insert(table)
    return postgres.on_conflict_do_update(
        index_elements=keys, set_={name: postgres.excluded[name] for name in columns}
    )


def locked(dialect: Dialect, query: Select[Any]) -> Select[Any]:
    """The rows, held until the end of the transaction. SQLite has but one writer, which has begun already."""
    return query if dialect.name == "sqlite" else query.with_for_update()


def migrate_alone(connection: Connection) -> None:
    """Two programs that start together bring the tables up to date one after the other."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")


async def wipe(engine: AsyncEngine) -> bool:
    """Leave nothing of deleted rows in the files; whether that worked, since a reader may be in the way.

    SQLite overwrites what is deleted, but its write-ahead log still holds how pages were before: it is
    emptied. PostgreSQL keeps dead rows: the two small tables that V4 is about are written anew. How long its own
    log is kept is for whoever runs it to say.
    """
    if engine.dialect.name == "sqlite":
        async with engine.connect() as connection:
            await connection.execution_options(**{BEGINS: ""})
            done = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).one()
            return bool(done[0] == 0)
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.exec_driver_sql("VACUUM FULL ballot")
        await connection.exec_driver_sql("VACUUM FULL ballot_secret")
    return True
