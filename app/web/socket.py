"""/s/{code}/live: the room over a web socket. Takes messages to the room's inbox, and has no rules of its own.

What comes back is mail, sent by the room itself, so nothing here waits for an answer.
"""

import asyncio
import logging

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from app import wire
from app.live.connection import Connection
from app.live.flood import Bucket
from app.live.outbox import Gone, Outbox
from app.live.room import LiveRoom
from app.web import asking, greeting, sse
from app.web.greeting import FLOOD, NOT_ALLOWED, Unwelcome

HELLO_S = 20.0
"""How long somebody may take to say hello; a phone on a slow network is slow."""

log = logging.getLogger("vissenkom.live")
router = APIRouter()
router.include_router(sse.router)


@router.websocket("/s/{code}/live")
async def live(socket: WebSocket, code: str) -> None:
    await socket.accept()
    outbox = Outbox(
        lambda text: _send(socket, {"type": "websocket.send", "text": text}),
        lambda why: _send(socket, {"type": "websocket.close", "code": why}),
    )
    try:
        text = await asyncio.wait_for(_receive(socket), HELLO_S)
        room, connection = await greeting.greet(socket, code, greeting.read(wire.decode(text)), outbox)
    except (wire.Malformed, TimeoutError):
        outbox.close(NOT_ALLOWED)
    except Unwelcome as unwelcome:
        outbox.close(unwelcome.code)
    except Gone:
        return
    else:
        await _attend(socket, room, connection)


async def _attend(socket: WebSocket, room: LiveRoom, connection: Connection) -> None:
    """From the welcome until the client goes, or has to."""
    room.crowd.connect(connection)
    try:
        await _listen(socket, room, connection)
    except Gone:
        connection.outbox.lose()
    finally:
        room.crowd.disconnect(connection)


async def _listen(socket: WebSocket, room: LiveRoom, connection: Connection) -> None:
    """Raises Gone."""
    loop = asyncio.get_running_loop()
    bucket = Bucket(loop.time())
    while not connection.outbox.closed:
        text = await _receive(socket)
        if not bucket.take(loop.time()):
            log.warning("session %s: a flood from a %s", room.session, connection.audience)
            connection.outbox.close(FLOOD)
            return
        asking.take(room, connection, text)


async def _receive(socket: WebSocket) -> str:
    """The next message; "" for one that is not text, which nobody can read either. Raises Gone."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise Gone
    return message.get("text") or ""


async def _send(socket: WebSocket, message: dict[str, object]) -> None:
    try:
        await socket.send(message)
    except (OSError, RuntimeError, WebSocketDisconnect) as error:
        # What a server raises for a socket that has closed meanwhile differs from one to the next.
        raise Gone from error
