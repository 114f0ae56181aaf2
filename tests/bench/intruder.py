"""Hostile clients, in a process of their own: `python -m tests.bench.intruder flood ws://...`, until it is ended.

They come from an address of their own, where the limits hold; what turns them away is not their trouble.
"""

import asyncio
import itertools
import json
import os
import random
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

from tests.bench.line import TEXT, Door

SOURCE = "127.0.0.2"
READERS = 100
SLOW = 200
GARBAGE_PER_S = 100
FLOOD_PER_S = 1000
CONNECTIONS = 200
MASKED = 128
VIEWS = (b'{"lang":"en"}', b'{"lang":"nl"}')
COMMAND = b'{"id":"x","do":"react","kind":"help"}'


def framed(payload: bytes) -> bytes:
    return bytes((128 | TEXT, MASKED | len(payload))) + b"\0" * 4 + payload


class Intruder:
    def __init__(self, door: Door) -> None:
        self.door = door
        self.chance = random.Random(4)

    async def line(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection(self.door.host, self.door.port, local_addr=(SOURCE, 0))

    async def inside(self, key: str | None = None) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A line that was let in; it has said hello. Raises OSError, IncompleteReadError when it was not."""
        reader, writer = await self.line()
        writer.write(self.door.request())
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head:
            writer.transport.abort()
            raise ConnectionRefusedError
        writer.write(framed(json.dumps({"hello": {"key": key}}).encode()))
        return reader, writer

    async def deaf(self) -> None:
        """Phones that read nothing, answer no ping, and ask for whole views, as fast as they may."""

        async def one() -> None:
            reader, writer = await self.inside()
            await reader.read(1)
            pausing = writer.transport
            assert isinstance(pausing, asyncio.ReadTransport)
            pausing.pause_reading()
            views = itertools.cycle(VIEWS)
            while not writer.transport.is_closing():
                writer.write(framed(next(views)))
                await asyncio.sleep(0.1)

        await again(one, READERS)

    async def slow(self) -> None:
        """A byte a second: of a request's head, of its body, of a message."""
        post = b"POST /s/x/commands HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\n"

        async def one() -> None:
            kind = self.chance.randrange(3)
            if kind == 2:
                _, writer = await self.inside()
                writer.write(framed(COMMAND)[:6])
            else:
                _, writer = await self.line()
                writer.write(post if kind == 1 else b"GET / HTTP/1.1\r\nX: ")
            for _ in range(1000):
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(1)

        await again(one, SLOW)

    async def garbage(self) -> None:
        """What is no HTTP and no web socket, a hundred times a second."""
        while True:
            if self.chance.random() < 0.5:
                _, writer = await self.line()
            else:
                _, writer = await self.inside()
            writer.write(os.urandom(self.chance.randrange(1, 4000)))
            asyncio.get_running_loop().call_later(0.5, writer.transport.abort)
            await asyncio.sleep(1 / GARBAGE_PER_S)

    async def flood(self) -> None:
        """A phone that sends a thousand messages a second, and comes back when it is closed."""
        _, writer = await self.inside()
        while not writer.transport.is_closing():
            writer.write(framed(COMMAND) * (FLOOD_PER_S // 100))
            await asyncio.sleep(0.01)

    async def crowd(self) -> None:
        """A phone with 200 connections, which opens each anew when it is closed for the next."""
        key = "intruder" * 2 + "123456"

        async def one() -> None:
            reader, writer = await self.inside(key)
            try:
                while await reader.read(65536):
                    pass
            finally:
                writer.transport.abort()
            await asyncio.sleep(1)

        await again(one, CONNECTIONS)


async def again(act: Callable[[], Awaitable[None]], count: int = 1) -> None:
    """`count` at a time, each anew when it has ended."""

    async def on() -> None:
        while True:
            with suppress(OSError, asyncio.IncompleteReadError):
                await act()
            await asyncio.sleep(0.1)

    await asyncio.gather(*(on() for _ in range(count)))


KINDS = ("deaf", "slow", "garbage", "flood", "crowd")


if __name__ == "__main__":
    kind, url = sys.argv[1:]
    assert kind in KINDS
    print("here", flush=True)
    asyncio.run(again(getattr(Intruder(Door.of(url)), kind)))
