"""All that differs between SQLite and PostgreSQL.

SQLite: WAL, every commit on the disk before it counts, deleted content overwritten, one writer at a time from its
first statement on, so that a transaction never finds out halfway that it may not write.
"""

import sqlite3
import time
from functools import cache, partial
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    Select,
    Table,
    create_engine,
    delete,
    event,
    insert,
    not_,
    select,
)
from sqlalchemy.engine import URL
from sqlalchemy.sql.dml import Insert

Begin = Literal["BEGIN IMMEDIATE", "BEGIN", ""]
BEGINS = "begins"
"""The execution option that says how a transaction begins on SQLite: to write, to read, or not at all."""

AGAIN_S = 0.02
"""Between two looks at whether another program is done."""

IDLE_MS = 10_000
"""PostgreSQL lets go of what a program holds that has stood still for so long in the middle of a transaction: another
node may be waiting for the session."""
MIGRATING = 7_300_613
"""The PostgreSQL advisory lock of whoever brings the tables up to date."""


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def make_engine(url: URL, busy_s: float) -> Engine:
    """`busy_s`: how long to wait for another process's lock. An error doesn't repeat what was to be written: it goes
    into the log."""
    plain = plain_url(url)
    if is_sqlite(plain):
        engine = create_engine(
            plain, connect_args={"isolation_level": None, "timeout": busy_s}, hide_parameters=True
        )
        event.listen(engine, "connect", partial(_on_connect, busy_s))
        event.listen(engine, "begin", _on_begin)
        return engine
    waits = {
        "connect_timeout": max(2, round(busy_s)),
        "options": f"-c lock_timeout={round(busy_s * 1000)} -c idle_in_transaction_session_timeout={IDLE_MS}",
    }
    return create_engine(
        plain, pool_pre_ping=True, pool_timeout=busy_s, connect_args=waits, hide_parameters=True
    )


def plain_url(url: URL) -> URL:
    """With the drivers used here, whichever are named in it (sqlite+aiosqlite://, postgres:// ...)."""
    return url.set(drivername="sqlite" if is_sqlite(url) else "postgresql+psycopg")


def _on_connect(busy_s: float, connection: Any, _: object) -> None:
    cursor = connection.cursor()
    _write_ahead(cursor, busy_s)
    for pragma in ("synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _write_ahead(cursor: Any, busy_s: float) -> None:
    """SQLite waits for nobody when the way of journaling changes, so two programs that start together are let wait
    for each other here."""
    until = time.monotonic() + busy_s
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() >= until:
                raise
            time.sleep(AGAIN_S)


def _on_begin(connection: Connection) -> None:
    begin: Begin = connection.get_execution_options().get(BEGINS, "BEGIN IMMEDIATE")
    if begin:
        connection.exec_driver_sql(begin)


def reads(dialect: Dialect) -> dict[str, Any]:
    """Execution options of a transaction that sees one moment of the whole database."""
    if dialect.name == "sqlite":
        return {BEGINS: "BEGIN"}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


@cache
def upsert(dialect: str, table: Table, *columns: str) -> Insert:
    """An insert that replaces `columns` where the primary key is there already. `dialect`: its name. The other
    database's dialect, with all its drivers, is not loaded."""
    keys = [column.name for column in table.primary_key]
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        lite = sqlite.insert(table)
        return lite.on_conflict_do_update(
            index_elements=keys, set_={name: lite.excluded[name] for name in columns}
        )
    from sqlalchemy.dialects import postgresql

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


def erase(connection: Connection, table: Table, which: ColumnElement[bool]) -> None:
    """Delete rows of a small table without foreign keys, and leave nothing of them in its pages.

    SQLite overwrites each row it deletes, but not the copies left behind where pages were once split or merged. A
    page that goes out of use is overwritten whole: so the table is emptied, and the other rows are put back.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(delete(table).where(which))
        return
    others = [row._asdict() for row in connection.execute(select(table).where(not_(which)))]
    connection.execute(delete(table))
    if others:
        connection.execute(insert(table), others)


def wipe(engine: Engine) -> bool:
    """Leave nothing of deleted rows in the files; whether that worked, since a reader may be in the way.

    SQLite overwrites what is deleted, but its write-ahead log still holds how pages were before: it is
    emptied. PostgreSQL keeps dead rows: the two small tables that V4 is about are written anew. How long its own
    log is kept is for whoever runs it to say.
    """
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.execution_options(**{BEGINS: ""})
            done = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            return bool(done[0] == 0)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("VACUUM FULL ballot")
        connection.exec_driver_sql("VACUUM FULL ballot_secret")
    return True
