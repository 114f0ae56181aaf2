"""The same room for those whose network lets no web socket through: server-sent events, and posted commands.

GET /s/{code}/live streams the very messages of the socket; what would close it comes as {"closed": code}. POST
/s/{code}/commands takes one command and answers as the socket would.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app import wire
from app.live.answers import Refused, message
from app.live.connection import Connection
from app.live.crowd import RESTART
from app.live.outbox import Gone, Outbox
from app.live.room import LiveRoom
from app.store.database import Missing, Unavailable
from app.web import asking, greeting
from app.web.door import Visit
from app.web.greeting import FLOOD, LATER, NOT_ALLOWED, UNKNOWN, Hello, Unwelcome
from app.web.problems import Problem, of_problem
from app.web.services import services

HEARTBEAT_S = 15.0
"""Between signs of life: what looks dead is cut off by proxies, and a dead phone is found out by writing to it."""
MISSING = {
    UNKNOWN: "unknown_session",
    NOT_ALLOWED: "not_allowed",
    FLOOD: "too_fast",
    LATER: "unavailable",
    RESTART: "unavailable",
}

router = APIRouter()


@router.get("/s/{code}/live", include_in_schema=False)
async def stream(request: Request, code: str, lang: str | None = None) -> Response:
    hello = Hello(_bearer(request), lang)
    visit = services(request).door.enter(request)
    events = Events()
    try:
        room, connection = await greeting.greet(request, code, hello, events.outbox)
    except Unwelcome as unwelcome:
        events.end()
        visit.leave()
        return _turned_away(request, _problem(unwelcome.code, hello.key))
    visit.greeted()
    return EventStream(room, connection, events, visit)


@router.post("/s/{code}/commands", include_in_schema=False)
async def command(request: Request, code: str, lang: str | None = None) -> Response:
    hub, door = services(request).hub, services(request).door
    token = _bearer(request)
    try:
        room = await hub.find(code)
        known = await hub.keys.known(room.session, token) if room and token else None
    except Missing:
        room = None
    except Unavailable:
        return _turned_away(request, Problem("unavailable", retry_after=2))
    if room is None or known is None or not (known[0] != "phone" or room.crowd.knows(known[1])):
        # A phone that nobody saw is as new as its key; a flood of them is one all the same.
        door.guess(request)
        door.missed(request)
    if room is None:
        return _turned_away(request, Problem("unknown_session"))
    if known is None:
        return _turned_away(request, Problem("unknown_token", said="no_token_yet"))
    audience, id = known
    if not hub.buckets.take(f"{room.session} {audience} {id}", asyncio.get_running_loop().time()):
        return _turned_away(request, Problem("too_fast", retry_after=5))
    heard = None if lang else room.crowd.language_of(audience, id)
    language = heard or greeting.language(request, room, lang)
    answered: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    try:
        data = wire.decode(await request.body())
    except wire.Malformed as error:
        return _json(message(Refused(error.code), error.id, language, room.room.plan.address))
    asking.ask(room, audience, id, data, answered.set_result, language)
    return _json(await answered)


def _bearer(request: Request) -> str | None:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    return key.strip() or None if scheme.lower() == "bearer" else None


def _problem(code: int, key: str | None) -> Problem:
    if code == UNKNOWN and key:
        # Either may be wrong, and whoever holds neither learns nothing of which.
        return Problem("unknown_token")
    return Problem(MISSING.get(code, "malformed"), retry_after=5 if code == FLOOD else None)


def _turned_away(request: Request, problem: Problem) -> Response:
    """Whoever asks here is a program, whatever it says it accepts."""
    return of_problem(request, problem)


def _json(text: str) -> Response:
    return Response(text, media_type="application/json", headers={"Cache-Control": "no-store"})


class Events:
    """An outbox whose mail is written as events. `gone`: nobody reads them any more, or nobody may."""

    def __init__(self) -> None:
        self.gone = asyncio.Event()
        self.outbox = Outbox(self._event, self._close)
        self._send: Send | None = None

    def begin(self, send: Send) -> None:
        self._send = send

    def beat(self) -> None:
        self.outbox.answer("")

    def end(self) -> None:
        """Nobody listens. It holds this, so this lets it go."""
        self.outbox.lose()
        del self.outbox

    def _event(self, text: str) -> Coroutine[Any, Any, None]:
        return self._write(f"data: {text}\n\n" if text else ":\n\n")

    async def _close(self, code: int) -> None:
        await self._write(f'data: {{"closed":{code}}}\n\n', more=False)
        self.gone.set()

    async def _write(self, text: str, more: bool = True) -> None:
        if self._send is None:
            raise Gone
        try:
            await self._send({"type": "http.response.body", "body": text.encode(), "more_body": more})
        except OSError as error:
            self.gone.set()
            raise Gone from error


class EventStream(Response):
    """What one person hears of the room, for as long as they listen."""

    media_type = "text/event-stream"

    def __init__(self, room: LiveRoom, connection: Connection, events: Events, visit: Visit) -> None:
        super().__init__(headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._room = room
        self._connection = connection
        self._events = events
        self._visit = visit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._visit:
            await self._stream(receive, send)

    async def _stream(self, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        self._events.begin(send)
        self._room.crowd.connect(self._connection)
        ends = {asyncio.create_task(_until_left(receive)), asyncio.create_task(self._events.gone.wait())}
        try:
            while not (await asyncio.wait(ends, timeout=HEARTBEAT_S, return_when=asyncio.FIRST_COMPLETED))[0]:
                self._events.beat()
        finally:
            self._events.end()
            self._room.crowd.disconnect(self._connection)
            for end in ends:
                end.cancel()


async def _until_left(receive: Receive) -> bool:
    while (await receive())["type"] != "http.disconnect":
        pass
    return True
