"""Somebody who speaks to the server in bytes, as no browser would.

From an address of their own where they like: all of 127.0.0.0/8 is this machine, and only 127.0.0.1 is let in without
limits.
"""

import asyncio
import base64
import os
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.live.house import PATIENCE_S, SMALL

TEXT, BINARY, CLOSE, PING, PONG, MORE = 1, 2, 8, 9, 10, 0
HELLO = b'{"hello": {"v": 1}}'
ELSEWHERE = "127.0.0.2"


def frame(kind: int, payload: bytes = b"", *, end: bool = True, masked: bool = True, more: int = 0) -> bytes:
    """One frame. `more`: bits beside the kind that nobody agreed on."""
    size = len(payload)
    first = (128 if end else 0) | more | kind
    mask = 128 if masked else 0
    if size < 126:
        head = struct.pack("!BB", first, mask | size)
    elif size < 1 << 16:
        head = struct.pack("!BBH", first, mask | 126, size)
    else:
        head = struct.pack("!BBQ", first, mask | 127, size)
    return head + (b"\0" * 4 if masked else b"") + payload


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Stranger:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    def stop_reading(self) -> None:
        """Let what comes pile up at the server."""
        assert isinstance(self.writer.transport, asyncio.ReadTransport)
        self.writer.transport.pause_reading()

    def read_again(self) -> None:
        assert isinstance(self.writer.transport, asyncio.ReadTransport)
        self.writer.transport.resume_reading()

    def say(self, data: bytes) -> None:
        self.writer.write(data)

    async def upgrade(self, path: str, *headers: str) -> int:
        """Ask for a web socket; the status."""
        self.ask_for_socket(path, *headers)
        return (await self.answer()).status

    def ask_for_socket(self, path: str, *headers: str) -> None:
        key = base64.b64encode(os.urandom(16)).decode()
        lines = (
            f"GET {path} HTTP/1.1",
            "Host: here",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Key: {key}",
            *headers,
        )
        self.say("\r\n".join(lines).encode() + b"\r\n\r\n")

    async def answer(self) -> Answer:
        """An HTTP answer. Raises IncompleteReadError when there is none."""
        async with asyncio.timeout(PATIENCE_S):
            head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.strip().split("\r\n")
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
            }
            body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        return Answer(int(first.split()[1]), headers, body)

    async def frame(self) -> tuple[int, bytes]:
        """The next frame: its kind, and what is in it."""
        first, size = await self.reader.readexactly(2)
        if size == 126:
            (size,) = struct.unpack("!H", await self.reader.readexactly(2))
        elif size == 127:
            (size,) = struct.unpack("!Q", await self.reader.readexactly(8))
        return first & 15, await self.reader.readexactly(size)

    async def message(self) -> bytes:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                kind, payload = await self.frame()
                if kind == TEXT:
                    return payload

    async def closed(self) -> int:
        """The code a web socket is closed with; 0 when the line just ends."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while True:
                    kind, payload = await self.frame()
                    if kind == CLOSE:
                        return int.from_bytes(payload[:2])
        except (asyncio.IncompleteReadError, ConnectionError):
            return 0

    async def gone(self) -> bytes:
        """What still comes before the line ends."""
        rest = b""
        async with asyncio.timeout(PATIENCE_S):
            try:
                while piece := await self.reader.read(65536):
                    rest += piece
            except ConnectionError:
                return rest
        return rest


@asynccontextmanager
async def stranger(port: int, address: str = "127.0.0.1") -> AsyncIterator[Stranger]:
    """Somebody who comes from `address`."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
    line.bind((address, 0))
    line.setblocking(False)
    await asyncio.get_running_loop().sock_connect(line, ("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=line)
    try:
        yield Stranger(reader, writer)
    finally:
        writer.transport.abort()
