"""Bringing the tables up to date at start, by the same Alembic scripts that a person can run by hand."""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

import app
from app.store import dialect

log = logging.getLogger("vissenkom.store")
HERE = Path(app.__file__).parent


def scripts() -> Path:
    """Beside the package in a checkout, inside it once installed."""
    inside = HERE / "migrations"
    return inside if inside.is_dir() else HERE.parent / "migrations"


class FromNewerProgram(Exception):
    """The tables were made by a program that is newer than this one."""


def migrate(connection: Connection) -> str:
    """To the newest revision, in the caller's transaction. Returns which that is. Raises FromNewerProgram."""
    config = Config()
    config.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    config.attributes["connection"] = connection
    dialect.migrate_alone(connection)
    known = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    head = known.get_current_head() or ""
    if current == head:
        return head
    if current is not None and current not in {one.revision for one in known.walk_revisions()}:
        raise FromNewerProgram(f"the tables are of revision {current}, which this version does not know")
    command.upgrade(config, "head")
    log.info("the tables are of revision %s now, and were of %s", head, current or "none")
    return head


def revision_of(connection: Connection) -> str:
    """Which revision the tables are of by now: another program may have brought them up to date."""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
