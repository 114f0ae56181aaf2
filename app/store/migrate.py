"""Bringing the tables up to date at start, by the same Alembic scripts that a person can run by hand.

Nearly every start finds them up to date, and Alembic is a tenth of what a start costs: it is loaded (`upgrade`) only
when there is something for it to do.
"""

import logging
from pathlib import Path

from sqlalchemy import Connection, inspect

import app
from app.store import dialect

log = logging.getLogger("vissenkom.store")
HERE = Path(app.__file__).parent


def scripts() -> Path:
    """Beside the package in a checkout, inside it once installed."""
    inside = HERE / "migrations"
    return inside if inside.is_dir() else HERE.parent / "migrations"


def newest() -> str:
    """The revision that the scripts end with. They are in one row, and each is named after its own: 0002_turns.py."""
    return max(script.name.partition("_")[0] for script in scripts().glob("versions/[0-9]*_*.py"))


class FromNewerProgram(Exception):
    """The tables were made by a program that is newer than this one."""


def migrate(connection: Connection) -> str:
    """To the newest revision, in the caller's transaction. Returns which that is. Raises FromNewerProgram."""
    dialect.migrate_alone(connection)
    current = revision_of(connection) if inspect(connection).has_table("alembic_version") else None
    head = newest()
    if current != head:
        from app.store.upgrade import upgrade

        if not upgrade(connection, scripts(), current):
            raise FromNewerProgram(f"the tables are of revision {current}, which this version does not know")
        log.info("the tables are of revision %s now, and were of %s", head, current or "none")
    return head


def revision_of(connection: Connection) -> str | None:
    """Which revision the tables are of by now: another program may have brought them up to date. None: of none."""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)
