"""A web socket client with next to no cost of its own, so that hundreds of them don't measure themselves.

Text frames only, and of a server that never fragments: it knows no more than that.
"""

import asyncio
import base64
import json
import os
import struct
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

MASK = b"\0\0\0\0"
"""A mask hides nothing that matters between two processes on one machine; zeros leave the text as it is."""


class Line(asyncio.Protocol):
    """`heard` is called with every message and the loop's time. `received`: bytes that came in, frames and all."""

    def __init__(self, url: str, heard: Callable[[bytes, float], None]) -> None:
        self.received = 0
        self.open: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._url = urlsplit(url)
        self._heard = heard
        self._loop = asyncio.get_running_loop()
        self._buffer = bytearray()
        self._transport: asyncio.Transport

    @classmethod
    async def connect(cls, url: str, heard: Callable[[bytes, float], None]) -> "Line":
        where = urlsplit(url)
        _, line = await asyncio.get_running_loop().create_connection(
            lambda: cls(url, heard), where.hostname or "", where.port or 80
        )
        await line.open
        return line

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            f"GET {self._url.path} HTTP/1.1\r\nHost: {self._url.netloc}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        self._buffer += data
        if not self.open.done():
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            assert self._buffer.startswith(b"HTTP/1.1 101"), bytes(self._buffer[:200])
            del self._buffer[: end + 4]
            self.open.set_result(None)
        while (frame := self._frame()) is not None:
            kind, payload = frame
            if kind == 1:
                self._heard(payload, self._loop.time())
            elif kind == 9:
                self._write(10, payload)
            elif kind == 8:
                raise AssertionError(f"closed: {payload!r}")

    def _frame(self) -> tuple[int, bytes] | None:
        """The next whole frame in the buffer."""
        buffer = self._buffer
        if len(buffer) < 2:
            return None
        length, start = buffer[1], 2
        if length == 126:
            start = 4
            length = struct.unpack_from("!H", buffer, 2)[0] if len(buffer) >= 4 else 1 << 62
        elif length == 127:
            start = 10
            length = struct.unpack_from("!Q", buffer, 2)[0] if len(buffer) >= 10 else 1 << 62
        if len(buffer) < start + length:
            return None
        kind, payload = buffer[0] & 15, bytes(buffer[start : start + length])
        del buffer[: start + length]
        return kind, payload

    def send(self, message: Any) -> None:
        self._write(1, json.dumps(message).encode())

    def _write(self, kind: int, payload: bytes) -> None:
        size = len(payload)
        head = (
            struct.pack("!BB", 128 | kind, 128 | size)
            if size < 126
            else struct.pack("!BBH", 128 | kind, 254, size)
        )
        self._transport.write(head + MASK + payload)

    def close(self) -> None:
        self._transport.close()
