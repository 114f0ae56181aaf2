"""A town of two nodes, on a database of each kind."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.nodes.pair import Pair
from tests.nodes.town import Town
from tests.services import Postgres, Redis


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/town.sqlite"
    found: str = request.getfixturevalue("postgres_url")
    return found


@pytest.fixture
async def town(url: str) -> AsyncIterator[Town]:
    town = await Town.open(url)
    yield town
    await town.close()


@pytest.fixture
async def pair(tmp_path: Path, postgres_url: str, redis_url: str) -> AsyncIterator[Pair]:
    pair = await Pair.start(tmp_path, postgres_url, redis_url)
    yield pair
    await pair.stop()


@pytest.fixture
async def own_pair(tmp_path: Path, own_postgres: Postgres, own_redis: Redis) -> AsyncIterator[Pair]:
    """On a PostgreSQL and a Redis that may be stopped."""
    database = f"postgresql+psycopg://postgres@/postgres?host={own_postgres.folder}"
    pair = await Pair.start(tmp_path, database, f"unix://{own_redis.socket}")
    yield pair
    await pair.stop()
