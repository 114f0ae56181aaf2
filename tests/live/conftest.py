"""A house of its own for every test that asks for one."""

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
