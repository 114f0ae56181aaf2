"""J5: the server killed in the middle of bursts. How often: VISSENKOM_TEST_KILLS, 5 by default."""

import asyncio
import os
import random
from collections.abc import Callable

from tests.faults.kills import kills
from tests.serving import Server

TIMES = int(os.environ.get("VISSENKOM_TEST_KILLS", "5"))


def killed(server: Server, times: int) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    figures = asyncio.run(kills(server, times, phones=24, newcomers=4, seed=seed))
    print(figures)
    assert figures["under_way_at_kills"] > 0, "killed in the middle"
    assert "internal" not in figures["refused"]
    assert "Traceback" not in server.said()


def test_J5_killed_in_bursts_nothing_confirmed_is_lost_or_done_twice(own_server: Server) -> None:
    killed(own_server, TIMES)


def test_J5_killed_in_bursts_on_postgres(make_server: Callable[..., Server], postgres_url: str) -> None:
    killed(make_server(database_url=postgres_url), max(2, TIMES // 4))
