"""A house, or an evening without sockets, of its own for every test that asks for one, on a database of each kind."""

import gc
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from websockets.server import ServerProtocol

from app.core.actor import Actor
from app.core.messages.session import StartSession
from app.live.connection import Connection
from app.live.outbox import Outbox
from app.store.database import Database
from app.store.sessions import Sessions
from app.web.lines import Messages, Requests
from tests.core.stories import plan
from tests.live.house import House
from tests.live.looking import Evening, Watched


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of the database of this test."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/house.sqlite"
    found: str = request.getfixturevalue("migrated_postgres_url")
    return found


only_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""For tests of what can befall a file."""


@pytest.fixture
async def house(tmp_path: Path, url: str) -> AsyncIterator[House]:
    house = House(tmp_path, url)
    await house.open()
    yield house
    await house.close()


@pytest.fixture
async def nothing_left(house: House) -> AsyncIterator[None]:
    """Whoever came in this test is gone at its end and has left nothing, for the garbage collector neither: it looks at
    what is as old as a phone's visit once in many minutes."""
    kinds = (Requests, Messages, ServerProtocol, Connection, Outbox)
    gc.collect()
    before = [one for one in gc.get_objects() if type(one) in kinds]
    gc.disable()
    try:
        yield
        await house.nobody()
        left = [one for one in gc.get_objects() if type(one) in kinds]
        assert not [one for one in left if not any(one is other for other in before)]
    finally:
        gc.enable()


@pytest.fixture
async def evening(url: str) -> AsyncIterator[Evening]:
    """A session that has begun, under the control of c1."""
    database = await Database.open(url, busy_s=0.1)
    journal = Watched(database)
    created = await Sessions(database).create(plan())
    evening = await Evening.open(journal, created.id)
    await evening.does(StartSession(), Actor("console", "c1"))
    journal.batches.clear()
    yield evening
    await evening.live.close()
    await database.close()
