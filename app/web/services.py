"""What a door needs, in one typed context: made whole when the server has started (app/main.py), and handed on.

A server hands each request what the app gave it at the start (ASGI's lifespan state); `services` is the one place that
takes it from there. Nothing here does anything.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from starlette.requests import HTTPConnection

from app.live.hub import Hub
from app.settings import Settings
from app.store.accounts import Accounts
from app.store.database import Database
from app.store.journal import Journal
from app.store.sessions import Sessions
from app.web.bundle import Bundle
from app.web.door import Door
from app.web.shown import Shown
from app.web.tries import Tries


@dataclass(frozen=True, slots=True)
class Services:
    """`clock` gives epoch seconds."""

    settings: Settings
    clock: Callable[[], float]
    database: Database
    journal: Journal
    sessions: Sessions
    accounts: Accounts
    hub: Hub
    bundle: Bundle
    door: Door
    tries: Tries
    shown: Shown


class Started(TypedDict):
    """What the app hands its server at the start."""

    services: Services


def among(state: Mapping[str, Any]) -> Services:
    """From the state of a server that has started, for whatever has no request."""
    found = state["services"]
    assert isinstance(found, Services)
    return found


def services(connection: HTTPConnection) -> Services:
    """Of the server that a request or a web socket came to."""
    return among(connection.scope["state"])
