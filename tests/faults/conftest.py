"""A house of its own for a test that turns its clock, on SQLite."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.live.house import House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(tmp_path)
    await house.open()
    yield house
    await house.close()
