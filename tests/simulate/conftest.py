"""A real server in this process, on a port and a database of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.settings import SQLITE, Settings
from app.simulate.organiser import Organiser
from app.simulate.served import Served, served


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of the database: a file, unless the test asks for both kinds."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return f"{SQLITE}{tmp_path}/room.sqlite"
    found: str = request.getfixturevalue("migrated_postgres_url")
    return found


on_both = pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def settings(url: str) -> Settings:
    return Settings().model_copy(
        update={
            "database_url": url,
            "host": "127.0.0.1",
            "port": 0,
            "base_url": "",
        }
    )


@pytest.fixture
async def near(settings: Settings) -> AsyncIterator[Served]:
    async with served(settings, lambda link: None) as running:
        yield running


@pytest.fixture
async def organiser(near: Served) -> Organiser:
    return Organiser(near.address, await near.accounts.create_token("test"))
