"""A database of each kind, empty, for every test; and what is only about SQLite's files, on SQLite."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.store.database import Database
from app.store.journal import Journal
from app.store.sessions import Sessions
from tests.store.kept import NOW, Clock, Kept

BUSY_S = 0.1
"""Nobody here needs long patience with a lock."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "fishbowl.sqlite"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{path}"
    found: str = request.getfixturevalue("postgres_url")
    return found


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = await Database.open(url, BUSY_S)
    yield database
    await database.close()


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def sessions(database: Database, clock: Clock) -> Sessions:
    return Sessions(database, clock)


@pytest.fixture
def journal(database: Database, clock: Clock) -> Journal:
    return Journal(database, clock)


@pytest.fixture
async def kept(journal: Journal, sessions: Sessions) -> Kept:
    return await Kept.begin(journal, sessions)


only_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""For tests of SQLite's own files and settings."""
