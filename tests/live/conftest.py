"""A house, or an evening without sockets, of its own for every test that asks for one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.core.actor import Actor
from app.core.commands import StartSession
from app.store.database import Database
from app.store.sessions import Sessions
from tests.core.stories import plan
from tests.live.house import House
from tests.live.looking import Evening, Watched


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(tmp_path)
    await house.open()
    yield house
    await house.close()


@pytest.fixture
async def evening(tmp_path: Path) -> AsyncIterator[Evening]:
    """A session that has begun, under the control of c1."""
    database = await Database.open(f"sqlite:///{tmp_path}/room.sqlite", busy_s=0.1)
    journal = Watched(database)
    created = await Sessions(database).create(plan())
    evening = await Evening.open(journal, created.id)
    await evening.does(StartSession(), Actor("console", "c1"))
    journal.batches.clear()
    yield evening
    await evening.live.close()
    await database.close()
