"""How long one connection may take, and how much it may hold: uvicorn's own protocols, with an end to everything.

uvicorn waits for ever for a request to be finished, keeps header after header, answers every ping, and takes what was
read at once as one piece. Whoever is slow by accident notices none of these limits; whoever is on purpose holds no more
than a connection, for a while. What cannot be sent for `STALLED_S` ends in the kernel (`prepare`), since closing a
connection waits for what is still to be sent.
"""

import asyncio
import contextlib
import logging
import socket
from typing import Any

from uvicorn._types import ASGISendEvent
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State

from app.live.flood import Bucket
from app.web.door import Place
from app.web.greeting import FLOOD
from app.web.problems import Problem
from app.web.services import among

HEAD_S = 20.0
"""From a connection, or the first byte of a later request, to the end of a request's head."""
BODY_S = 60.0
"""From there to the end of its body."""
STALLED_S = 40.0
"""How long nothing of what is sent may arrive: as long as a ping may go unanswered."""
MOST_HEAD = 64 * 1024
MOST_PIPELINED = 16
"""Requests sent before the first was answered; browsers send none."""

MOST_WAITING_TO_BE_SENT = 32 * 1024
"""Bytes in this process for one web socket; above them its mail waits in the outbox, which is bounded as well."""
MOST_UNSENT = 64 * 1024
"""The same, in the kernel."""
PIECE = 4 * 1024
"""What was read at once is taken in pieces, so that a flood is known for one before all of it was worked on."""
MOST_AHEAD = 256
"""Messages read ahead of the room: more than anybody may send at once."""
MOST_FRAGMENTS = 64
MOST_AFTER_CLOSE = 64 * 1024
"""Bytes that still come from somebody who was told that this is the end."""
CONTROL_BURST, CONTROL_PER_S = 50.0, 5.0
"""Pings and pongs of a client."""

TOO_BIG = 1009


class AboutClients(logging.Filter):
    """Keeps out what uvicorn says, trace and all, of every client that sends what it cannot read, and of every web
    socket that is turned away with an answer, which it takes for one that was forgotten."""

    SAID = (
        "Invalid HTTP",
        "Invalid UTF-8",
        "Unsupported upgrade",
        "ASGI callable returned without completing",
    )

    def filter(self, record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith(self.SAID)


logging.getLogger("uvicorn.error").addFilter(AboutClients())


def prepare(listening: socket.socket) -> None:
    """What the connections of a listening socket inherit."""
    for option, value in (("TCP_USER_TIMEOUT", int(STALLED_S * 1000)), ("TCP_NOTSENT_LOWAT", MOST_UNSENT)):
        # Only Linux has the first; elsewhere the pings must do.
        if hasattr(socket, option):
            with contextlib.suppress(OSError):
                listening.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)


class Requests(HttpToolsProtocol):
    """HTTP, until it becomes something else."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._door = among(self.app_state).door
        self._place: Place | None = None
        self._until: asyncio.TimerHandle | None = None
        self._head = 0
        self._in_head = True
        self._upgraded = False
        try:
            self._place = self._door.connect(self.client[0] if self.client else "")
        except Problem:
            transport.abort()
        else:
            self._end_in(HEAD_S)

    def connection_lost(self, exc: Exception | None) -> None:
        self._leave()
        super().connection_lost(exc)
        # They hold this, as the parser does (handle_websocket_upgrade).
        self.pipeline.clear()
        self.cycle = None  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        if self._until is None:
            self._end_in(HEAD_S)
        for at in range(0, len(data), PIECE):
            piece = data[at : at + PIECE] if len(data) > PIECE else data
            if self._in_head:
                self._head += len(piece)
                if self._head > MOST_HEAD:
                    self._turn_away(b"431 Request Header Fields Too Large")
                    return
            super().data_received(piece)
            if self.transport.is_closing() or self._upgraded:
                return
            if len(self.pipeline) > MOST_PIPELINED:
                self.transport.abort()
                return

    def on_header(self, name: bytes, value: bytes) -> None:
        # After the head these are trailers, which nobody reads.
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        # A web socket's address is not looked at before it is one.
        self.url.decode("ascii")
        self._in_head = False
        self._head = 0
        self._end_in(BODY_S)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._in_head = True
        self._rest()

    def handle_websocket_upgrade(self) -> None:
        self._upgraded = True
        self._leave()
        super().handle_websocket_upgrade()
        # It holds this, and this the transport. All of it would stay as long as the socket, and after that until the
        # garbage collector looks at what is that old: now and then.
        self.parser = None  # type: ignore[assignment]

    def _end_in(self, seconds: float) -> None:
        self._rest()
        self._until = self.loop.call_later(seconds, self._too_slow)

    def _rest(self) -> None:
        if self._until is not None:
            self._until.cancel()
            self._until = None

    def _leave(self) -> None:
        self._rest()
        self._door.disconnect(self._place)
        self._place = None

    def _too_slow(self) -> None:
        # Whoever sent nothing asked nothing: a browser keeps connections in hand.
        if self._in_head and not self._head:
            self.transport.close()
        else:
            self._turn_away(b"408 Request Timeout")

    def _turn_away(self, status: bytes) -> None:
        if not self._answering():
            self.transport.write(b"HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n" % status)
        self.transport.close()

    def _answering(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and cycle.response_started and not cycle.response_complete


_made: tuple[str, bytes] = ("", b"")


def _frame(text: str) -> bytes:
    """As websockets makes it, without extensions, since there are none here. The last is kept: many send one after the
    other what is the very same text."""
    global _made
    if text is not _made[0]:
        _made = text, Frame(Opcode.TEXT, text.encode()).serialize(mask=False)
    return _made[1]


class Messages(WebSocketsSansIOProtocol):
    """A web socket."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._fragments = 0
        self._after_close = 0
        self._control: Bucket | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.transport.set_write_buffer_limits(MOST_WAITING_TO_BE_SENT)

    def shutdown(self) -> None:
        """Whoever has only just come is told to come again; uvicorn would call it a fault of the server."""
        if self.handshake_complete or self.close_sent:
            super().shutdown()
            return
        if not self.initial_response:
            self.conn.send_response(self.conn.reject(503, ""))
            self.transport.write(b"".join(self.conn.data_to_send()))
        self.transport.close()

    async def send(self, message: ASGISendEvent) -> None:
        """What a whole room is told is made into a frame once, and not for each of two thousand sockets."""
        text = message.get("text") if message["type"] == "websocket.send" else None
        if text is None or not self._open():
            await super().send(message)
        else:
            self.transport.write(_frame(text))

    def _open(self) -> bool:
        """Whether a message can go out at once; otherwise uvicorn knows what to do."""
        return (
            self.conn.state is State.OPEN
            and self.handshake_complete
            and not (self.disconnected or self.close_sent)
            and self.writable.is_set()
        )

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        # What waits for more, and what was wrong, hold the connection that holds them; see handle_websocket_upgrade.
        self.conn.parser.close()
        self.conn.parser_exc = self.conn.handshake_exc = None

    def data_received(self, data: bytes) -> None:
        if self.close_sent:
            self._after_close += len(data)
            if self._after_close > MOST_AFTER_CLOSE:
                self.transport.abort()
                return
        if len(data) <= PIECE:
            super().data_received(data)
        else:
            for at in range(0, len(data), PIECE):
                super().data_received(data[at : at + PIECE])
                if self.close_sent or self.transport.is_closing():
                    break
        if not self.handshake_initiated and not self.transport.is_closing():
            # Its head was fine for HTTP, and is none of a web socket's.
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()

    def send_receive_event_to_app(self) -> None:
        self._fragments = 0
        super().send_receive_event_to_app()
        if self.queue.qsize() > MOST_AHEAD:
            self._end(FLOOD)

    def handle_cont(self, event: Frame) -> None:
        self._fragments += 1
        if self._fragments > MOST_FRAGMENTS:
            self._end(TOO_BIG)
        else:
            super().handle_cont(event)

    def handle_ping(self) -> None:
        if self._may_control():
            super().handle_ping()

    def handle_pong(self, event: Frame) -> None:
        if self._may_control():
            super().handle_pong(event)

    def _may_control(self) -> bool:
        now = self.loop.time()
        if self._control is None:
            self._control = Bucket(now, CONTROL_BURST, CONTROL_PER_S)
        if self._control.take(now):
            return True
        self._end(FLOOD)
        return False

    def _end(self, code: int) -> None:
        """Close it as the room would, with a moment for the other side to hear of it. What was read ahead is let go."""
        if self.close_sent or self.disconnected:
            return
        if not self.handshake_complete:
            self.transport.abort()
            return
        while not self.queue.empty():
            self.queue.get_nowait()
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code})
        self.frames = []
        self.conn.send_close(code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
        self.close_timer = self.loop.call_later(self.close_timeout, self.transport.close)
