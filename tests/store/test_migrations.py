"""The tables are made and brought up to date at start, by scripts that say the same as the code."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from app.core.messages.session import Blanked
from app.store.database import Database, Unavailable
from app.store.journal import Head, Journal
from app.store.migrate import newest, scripts
from app.store.sessions import Sessions
from app.store.tables import metadata
from tests.core.stories import plan
from tests.store.conftest import BUSY_S
from tests.store.kept import Kept

ROOT = Path(__file__).parents[2]


def difference(connection: Connection) -> list[object]:
    return list(
        compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    )


def known() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(scripts()))
    return ScriptDirectory.from_config(config)


def names(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def take_back(connection: Connection, revision: str) -> None:
    """Back to an older revision."""
    config, found = Config(), known()
    with EnvironmentContext(config, found, fn=lambda rev, _: found._downgrade_revs(revision, rev)) as context:
        context.configure(connection=connection, target_metadata=metadata)
        context.run_migrations()


async def test_the_scripts_make_the_tables_of_the_code(database: Database) -> None:
    assert await database.read(difference) == []
    assert await database.read(names) == {*metadata.tables, "alembic_version"}


def test_the_scripts_are_in_one_row_and_named_after_their_revisions() -> None:
    row = [script.revision for script in known().walk_revisions()]
    assert row == sorted((file.name[:4] for file in scripts().glob("versions/*.py")), reverse=True)
    assert newest() == row[0] == known().get_current_head()


async def test_opening_again_changes_nothing(kept: Kept, database: Database, url: str) -> None:
    await database.close()
    again = await Database.open(url, BUSY_S)
    assert (await Journal(again).load(kept.id)).journal == kept.story.journal
    await again.close()


async def test_two_programs_that_start_together(url: str) -> None:
    both = await asyncio.gather(Database.open(url, 5), Database.open(url, 5))
    created = await Sessions(both[0]).create(plan())
    assert await Sessions(both[1]).get(created.id)
    for one in both:
        await one.close()


async def test_the_tables_of_a_newer_program_are_left_alone(database: Database, url: str) -> None:
    def from_the_future(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    await database.ping()
    await database.write(from_the_future)
    with pytest.raises(Unavailable, match="9999"):
        await database.ping()
    with pytest.raises(Unavailable, match="9999"):
        await Database.open(url, BUSY_S)


async def test_a_database_of_the_first_version_goes_on(kept: Kept, database: Database, url: str) -> None:
    """0002: sessions that were there before have no turns yet, and take their first."""
    await kept.joins(key_hash="abc")

    def to_the_first(connection: Connection) -> None:
        take_back(connection, "0001")

    await database.write(to_the_first)
    await database.close()
    again = await Database.open(url, BUSY_S)
    journal = Journal(again)
    assert await again.read(difference) == []
    assert (await journal.load(kept.id)).head.turn == 0
    assert await journal.append(kept.batch(Blanked())) == 1
    assert (await journal.heads([kept.id]))[kept.id] == Head(kept.seq + 1, 1)
    await again.close()


async def test_every_script_can_be_taken_back(database: Database) -> None:
    def down(connection: Connection) -> set[str]:
        take_back(connection, "base")
        return names(connection)

    assert await database.write(down) == {"alembic_version"}


def test_the_scripts_run_by_hand(url: str) -> None:
    by_hand = [sys.executable, "-m", "alembic", "upgrade", "head"]
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite+aiosqlite:///")).parent.mkdir()
    done = subprocess.run(
        by_hand,
        cwd=ROOT,
        env={**os.environ, "VISSENKOM_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

    async def look() -> list[object]:
        database = await Database.open(url, BUSY_S)
        try:
            return await database.read(difference)
        finally:
            await database.close()

    assert asyncio.run(look()) == []
