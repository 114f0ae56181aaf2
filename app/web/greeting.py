"""The first thing a client says, and who that makes it; the same for a socket and a stream."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import HTTPConnection

from app import access, texts, wire
from app.access import Thing, Who
from app.live.connection import Connection
from app.live.crowd import RESTART
from app.live.keys import hashed
from app.live.outbox import Outbox
from app.live.room import LiveRoom
from app.store.database import Missing, Unavailable
from app.web.problems import Problem
from app.web.services import services

MOST_KEY = 512
UNKNOWN, NOT_ALLOWED, FLOOD, STOP, LATER = 4001, 4003, 4008, 4099, 1013
"""Closing codes, of docs/protocol.md; 1013 is the web socket's own "try again later"."""


class Unwelcome(Exception):
    """`code`: what to close with."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Hello:
    """Where the client was (`since` in the message) is of no use here: the whole view takes no more round trips."""

    key: str | None
    language: str | None


def read(message: dict[str, Any]) -> Hello:
    """From a message {"hello": {...}}. Raises Unwelcome."""
    said = message.get("hello")
    if not isinstance(said, dict):
        raise Unwelcome(NOT_ALLOWED)
    if said.get("v", wire.VERSION) != wire.VERSION:
        raise Unwelcome(STOP)
    key, language = said.get("key"), said.get("lang")
    if key is not None and not isinstance(key, str):
        raise Unwelcome(UNKNOWN)
    return Hello(key, language if isinstance(language, str) else None)


async def greet(
    request: HTTPConnection, code: str, hello: Hello, outbox: Outbox
) -> tuple[LiveRoom, Connection]:
    """The room, and who this is in it. Raises Unwelcome."""
    hub, door = services(request).hub, services(request).door
    try:
        room = await hub.find(code)
        if room is None or not (hello.key and room.crowd.knows(hashed(hello.key))):
            door.guess(request)
        fits = room is not None and len(hello.key or "") <= MOST_KEY
        admitted = await hub.keys.admit(room.session, hello.key) if room and fits else None
        if room is None or admitted is None:
            door.missed(request)
            raise Unwelcome(UNKNOWN)
        audience, id, token = admitted
        if not access.may(Who(audience, room.session), "look_on", Thing(room.session)):
            raise Unwelcome(NOT_ALLOWED)
        made = Connection(audience, id, language(request, room, hello.language), token, outbox)
        if audience == "console":
            # For a projector that shows no controls.
            made.own["stage_token"] = await hub.keys.token(room.session, "stage")
    except Problem as problem:
        raise Unwelcome(FLOOD) from problem
    except Missing as error:
        raise Unwelcome(UNKNOWN) from error
    except Unavailable as error:
        raise Unwelcome(RESTART if hub.stopping else LATER) from error
    return room, made


def language(request: HTTPConnection, room: LiveRoom, wanted: str | None) -> str:
    """What was asked for, else what the browser prefers, else the session's own."""
    preferred = [wanted] if wanted else texts.accepted(request.headers.get("accept-language", ""))
    return texts.choose(preferred, room.room.plan.language)
