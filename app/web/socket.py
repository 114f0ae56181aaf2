"""/s/{code}/live: the room over a web socket. Takes messages to the room's inbox, and has no rules of its own.

What comes back is mail, sent by the room itself, so nothing here waits for an answer. It speaks ASGI without a web
framework's socket in between: whatever a waiting socket keeps on its stack is kept thousands of times.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import cast

from starlette.requests import HTTPConnection
from starlette.routing import WebSocketRoute
from starlette.types import Message, Receive, Scope, Send

from app import wire
from app.live.connection import Connection
from app.live.flood import Bucket
from app.live.outbox import Gone, Outbox, Sending
from app.live.room import LiveRoom
from app.web import asking, greeting
from app.web.door import Visit
from app.web.greeting import FLOOD, NOT_ALLOWED, Unwelcome
from app.web.problems import Problem, of_problem
from app.web.services import services

HELLO_S = 20.0
"""How long somebody may take to say hello; a phone on a slow network is slow."""

log = logging.getLogger("vissenkom.live")


class Live:
    """The endpoint."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        connection = HTTPConnection(scope)
        try:
            visit = services(connection).door.enter(connection)
        except Problem as problem:
            await of_problem(connection, problem)(scope, receive, send)
            return
        with visit:
            await send({"type": "websocket.accept"})
            await self._let_in(scope, receive, send, visit)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send, visit: Visit) -> None:
        say = cast(Callable[[Message], Sending], send)
        outbox = Outbox(
            lambda text: say({"type": "websocket.send", "text": text}),
            lambda why: say({"type": "websocket.close", "code": why}),
        )
        try:
            async with asyncio.timeout(HELLO_S):
                hello = greeting.read(wire.decode(await _next(receive)))
            code = scope["path_params"]["code"]
            room, connection = await greeting.greet(HTTPConnection(scope), code, hello, outbox)
        except (wire.Malformed, TimeoutError):
            outbox.close(NOT_ALLOWED)
        except Unwelcome as unwelcome:
            outbox.close(unwelcome.code)
        except Gone:
            return
        else:
            visit.greeted()
            await _attend(receive, room, connection, visit)


route = WebSocketRoute("/s/{code}/live", Live())


async def _attend(receive: Receive, room: LiveRoom, connection: Connection, visit: Visit) -> None:
    """From the welcome until the client goes, or has to."""
    room.crowd.connect(connection)
    loop = asyncio.get_running_loop()
    bucket = Bucket(loop.time())
    try:
        while not connection.outbox.closed:
            text = await _next(receive)
            if not bucket.take(loop.time()):
                connection.outbox.close(FLOOD)
                raise Gone(FLOOD)
            asking.take(room, connection, text)
    except Gone as gone:
        connection.outbox.lose()
        if gone.code == FLOOD:
            log.warning("session %s: a flood from a %s", room.session, connection.audience)
            visit.flooded()
    finally:
        room.crowd.disconnect(connection)


async def _next(receive: Receive) -> str:
    """The next message; "" for one that is not text, which nobody can read either. Raises Gone."""
    message = await receive()
    if message["type"] == "websocket.disconnect":
        raise Gone(message.get("code"))
    return message.get("text") or ""
