"""A web socket client with next to no cost of its own, so that ten thousand of them don't measure themselves.

Text frames only, and of a server that never fragments: it knows no more than that. Times are `time.monotonic()`: the
loop's own clock stands still while it works, and would forgive the generator its lateness.
"""

import asyncio
import base64
import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any, cast
from urllib.parse import urlsplit

MASK = b"\0\0\0\0"
"""A mask hides nothing that matters between two processes on one machine; zeros leave the text as it is."""
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
ADDRESSES = 40
"""Venues that phones come from, so that none is over what an address may do."""
WHOLE: int = getattr(socket, "IP_BIND_ADDRESS_NO_PORT", 24)


class Refused(Exception):
    """The server did not let the line in, or closed it."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where to knock."""

    host: str
    port: int
    path: str

    @classmethod
    def of(cls, url: str) -> "Door":
        found = urlsplit(url)
        return cls(found.hostname or "", found.port or 80, found.path)

    def request(self) -> bytes:
        key = base64.b64encode(os.urandom(16)).decode()
        return (
            f"GET {self.path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        ).encode()


def address(number: int) -> str:
    """Where the phone with this number comes from; all of 127/8 is this machine."""
    return f"127.1.0.{number % ADDRESSES + 1}"


class Line(asyncio.Protocol):
    """`heard` is called with every message and the time; `lost` when the line is gone, unless we let go of it.
    `received`: bytes that came in, frames and all; `messages`: how many of them were text."""

    def __init__(
        self, door: Door, heard: Callable[[bytes, float], None], lost: Callable[[], None] = lambda: None
    ) -> None:
        self.received = 0
        self.messages = 0
        self.open: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._door = door
        self._heard = heard
        self._lost = lost
        self._rest = b""
        self._transport: asyncio.Transport

    @classmethod
    async def connect(
        cls,
        door: Door,
        heard: Callable[[bytes, float], None],
        lost: Callable[[], None] = lambda: None,
        source: str = "",
    ) -> "Line":
        """`source`: the address to come from. Raises OSError, Refused."""
        loop = asyncio.get_running_loop()
        made = socket.socket()
        made.setblocking(False)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            if source:
                made.setsockopt(socket.IPPROTO_IP, WHOLE, 1)
                made.bind((source, 0))
            await loop.sock_connect(made, (door.host, door.port))
        except OSError:
            made.close()
            raise
        _, line = await loop.create_connection(lambda: cls(door, heard, lost), sock=made)
        await line.open
        return line

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's own is one in all but its class.
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(self._door.request())

    def connection_lost(self, error: Exception | None) -> None:
        if not self.open.done():
            self.open.set_exception(Refused("closed before it was open"))
        else:
            self._lost()

    def data_received(self, data: bytes) -> None:
        now = monotonic()
        self.received += len(data)
        if self._rest:
            data = self._rest + data
        at = 0
        if not self.open.done():
            at = data.find(b"\r\n\r\n") + 4
            if at < 4:
                self._rest = data
                return
            if not data.startswith(b"HTTP/1.1 101"):
                self.open.set_exception(Refused(data[:200].decode(errors="replace")))
                self._transport.abort()
                return
            self.open.set_result(None)
        end = len(data)
        while end - at >= 2:
            length, start = data[at + 1], at + 2
            if length == 126:
                if end - at < 4:
                    break
                length, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif length == 127:
                if end - at < 10:
                    break
                length, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if end < start + length:
                break
            kind, at = data[at] & 15, start + length
            if kind == TEXT:
                self.messages += 1
                self._heard(data[start:at], now)
            elif kind == PING:
                self._write(PONG, data[start:at])
            elif kind == CLOSE:
                self._transport.close()
        self._rest = data[at:]

    def send(self, message: Any) -> None:
        self.send_text(json.dumps(message).encode())

    def send_text(self, payload: bytes) -> None:
        self._write(TEXT, payload)

    def _write(self, kind: int, payload: bytes) -> None:
        size = len(payload)
        head = (
            bytes((128 | kind, 128 | size))
            if size < 126
            else bytes((128 | kind, 254)) + size.to_bytes(2, "big")
        )
        self._transport.write(head + MASK + payload)

    def close(self) -> None:
        """Let go, without a word."""
        self._lost = lambda: None
        self._transport.abort()
