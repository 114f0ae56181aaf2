"""Thousands of malformed messages; hundreds of thousands: `python -m tests.faults.fuzz`."""

import asyncio
import os
import random

from tests.faults.fuzz import fuzz
from tests.serving import Server

MESSAGES = int(os.environ.get("VISSENKOM_TEST_FUZZ", "4000"))


def test_whatever_is_sent_nothing_breaks(own_server: Server) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    figures = asyncio.run(fuzz(own_server, MESSAGES, seed))
    print(figures)
    assert sum(figures["sent"].values()) == MESSAGES
    assert not figures["wrong"], figures["wrong"]
