"""Running Alembic's scripts from within the program. Only `migrate` knows whether there is a need to."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def upgrade(connection: Connection, scripts: Path, current: str | None) -> bool:
    """From revision `current` (None: nothing is there) to the newest, in the caller's transaction. False, and nothing
    is done, when no script is of that revision."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = ScriptDirectory.from_config(config)
    if current is not None and current not in {one.revision for one in known.walk_revisions()}:
        return False
    command.upgrade(config, "head")
    return True
