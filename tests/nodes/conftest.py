"""A town of two nodes, on a database of each kind."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.nodes.town import Town


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
