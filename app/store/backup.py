"""A copy of a live SQLite database, and putting one back.

V4 holds for copies as well: votes that are under way are not in them. A statement that was open is open in the copy
too, without ballots, and its key-making secret is another one, so that no copy can ever tell who voted what.
"""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

from app.core.refusal import Refusal
from app.store import dialect
from app.store.ballots import SECRET_BYTES
from app.store.database import BUSY_S, Unavailable


async def backup(url: str, path: Path) -> None:
    """Copy the database at `url` to a new file, also while it is in use; all of one moment.

    Refusals: `backup_not_here` (not SQLite), `file_exists`. Raises Unavailable, OSError.
    """
    await asyncio.to_thread(_backup, _file(url), path)


async def restore(url: str, path: Path) -> None:
    """Put the copy at `path` in the place of the database at `url`, which nobody may have open.

    Refusals: `backup_not_here`, `not_a_backup` (damaged, or something else), `database_in_use`. Raises OSError.
    """
    await asyncio.to_thread(_restore, _file(url), path)


def _file(url: str) -> Path:
    made = make_url(url)
    if not dialect.is_sqlite(made) or not made.database:
        raise Refusal("backup_not_here")
    return Path(made.database)


def _backup(database: Path, path: Path) -> None:
    if path.exists():
        raise Refusal("file_exists", path=str(path))
    made = path.with_name(f"{path.name}.part")
    made.unlink(missing_ok=True)
    try:
        try:
            with closing(_open(database, "ro")) as source, closing(sqlite3.connect(made)) as copy:
                source.backup(copy)
                _without_ballots(copy)
        except sqlite3.Error as error:
            raise Unavailable(str(error)) from error
        _to_disk(made)
        made.rename(path)
        _to_disk(path.parent)
    finally:
        made.unlink(missing_ok=True)


def _without_ballots(copy: sqlite3.Connection) -> None:
    copy.execute("PRAGMA journal_mode=DELETE")
    copy.execute("PRAGMA secure_delete=ON")
    with copy:
        copy.execute("DELETE FROM ballot")
        copy.execute("UPDATE ballot_secret SET secret = randomblob(?)", (SECRET_BYTES,))
    copy.execute("VACUUM")


def _restore(database: Path, path: Path) -> None:
    database.parent.mkdir(parents=True, exist_ok=True)
    made = database.with_name(f"{database.name}.part")
    made.unlink(missing_ok=True)
    try:
        with closing(_open(path, "ro")) as source, closing(sqlite3.connect(made)) as copy:
            try:
                sound = source.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                source.execute("SELECT version_num FROM alembic_version, session LIMIT 1")
            except sqlite3.DatabaseError:
                sound = False
            if not sound:
                raise Refusal("not_a_backup", path=str(path))
            source.backup(copy)
        _to_disk(made)
        _put_out_of_use(database)
        made.rename(database)
        _to_disk(database.parent)
    finally:
        made.unlink(missing_ok=True)


def _put_out_of_use(database: Path) -> None:
    """Without its write-ahead log, which would otherwise be taken for the restored one's."""
    if not database.exists():
        return
    with closing(sqlite3.connect(database, timeout=BUSY_S)) as old:
        try:
            # Leaving write-ahead logging takes the only connection there is.
            (mode,) = old.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError:
            mode = "busy"
        except sqlite3.DatabaseError:
            # What stands there is no database any more: that is what a backup is for.
            mode = "delete"
    if mode != "delete":
        raise Refusal("database_in_use")
    for rest in ("-wal", "-shm"):
        database.with_name(database.name + rest).unlink(missing_ok=True)


def _open(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_S)


def _to_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
