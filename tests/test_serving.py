"""The server that other tests use is the real one, and comes back when it was stopped or killed."""

import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from tests.serving import Server


def test_it_answers(server: Server) -> None:
    with urllib.request.urlopen(f"{server.base_url}/readyz", timeout=10) as answer:
        assert answer.read() == b"ok\n"


def test_a_session_outlives_restart_and_kill(own_server: Server) -> None:
    made = own_server.prepare(template="open_fishbowl", language="nl")
    for end in (own_server.stop, own_server.kill9):
        end()
        with pytest.raises(urllib.error.URLError):
            urllib.request.urlopen(f"{own_server.base_url}/healthz", timeout=10)
        own_server.start()
        assert own_server.call("GET", f"/api/sessions/{made.id}")["code"] == made.code


def test_it_serves_from_postgres(make_server: Callable[..., Server], postgres_url: str) -> None:
    served = make_server(database_url=postgres_url)
    made = served.prepare(template="open_fishbowl", language="en")
    assert [one["id"] for one in served.call("GET", "/api/sessions")] == [made.id]
    assert not served.database.exists()


def test_a_server_that_cannot_start_says_why(make_server: Callable[..., Server]) -> None:
    with pytest.raises(AssertionError, match="the server ended with 1"):
        make_server(database_url="sqlite+aiosqlite:////dev/null/vissenkom.sqlite")
