"""The soak's machinery, for a few seconds: how memory goes is for `python -m tests.faults.soak`."""

import asyncio
import random

from tests.faults.soak import soak
from tests.serving import Server

SECONDS = 12


def test_everything_confirmed_in_a_soak_is_in_the_record(server: Server) -> None:
    seed = random.randrange(10**6)
    figures = asyncio.run(
        soak(server, phones=40, minutes=SECONDS / 60, warm_up=0, pause_s=0.5, seed=seed, sample_s=1)
    )
    assert figures["differences"] == [], f"seed {seed}: {figures}"
    assert figures["rounds"] >= 1
    assert figures["votes"] > 0
    assert figures["done"] > 100
    assert len(figures["rss_mb"]) >= SECONDS // 2
    assert figures["errors"] == 0, server.said()
    assert "internal" not in figures["refused"]
