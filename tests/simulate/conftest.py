"""A real server in this process, on a port and a database of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.settings import SQLITE, Settings
from app.simulate.organiser import Organiser
from app.simulate.served import Served, served


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings().model_copy(
        update={
            "database_url": f"{SQLITE}{tmp_path}/room.sqlite",
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
