"""A bad network of our own, between a browser and the server.

A browser that is told it is offline keeps its web sockets, and its slow 3G leaves them fast. So what a phone on a
stairwell goes through is done here, to the bytes: late, kept back in one or both directions, cut off.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Literal

Towards = Literal["server", "browser"]
PIECE = 64 * 1024


class Proxy:
    def __init__(self, port: int) -> None:
        """Leads to `port` on this machine, once it is opened."""
        self.delay_s = 0.0
        """Every piece arrives so much later, either way; the order stays."""
        self.connections = 0
        """How many were let in, ever."""
        self._target = port
        self._port = 0
        self._is_cut = False
        self._open = {"server": asyncio.Event(), "browser": asyncio.Event()}
        self._pipes: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def through(self, address: str) -> str:
        """The same page, reached through this proxy."""
        path = address.partition("://")[2].partition("/")[2] if "://" in address else address.lstrip("/")
        return f"{self.base_url}/{path}"

    def cut(self) -> None:
        """Every connection is gone at once, and nobody gets a new one until `restore`."""
        self._is_cut = True
        for pipe in self._pipes:
            pipe.transport.abort()

    def hold(self, *towards: Towards) -> None:
        """Connections stay and nothing comes through: what is sent is kept. Both ways unless one is named."""
        for way in towards or ("server", "browser"):
            self._open[way].clear()

    def restore(self) -> None:
        """A good network again; what was kept comes through."""
        self._is_cut = False
        self.delay_s = 0.0
        for way in self._open.values():
            way.set()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._is_cut:
            writer.transport.abort()
            return
        self.connections += 1
        self._pipes.add(writer)
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            # The server is down: the browser must see it at once.
            writer.transport.abort()
            return
        finally:
            self._pipes.discard(writer)
        self._pipes |= {writer, back}
        try:
            if writer.is_closing():
                return
            await asyncio.gather(self._carry(reader, back, "server"), self._carry(there, writer, "browser"))
        finally:
            self._pipes -= {writer, back}
            for pipe in (writer, back):
                pipe.transport.abort()

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: Towards) -> None:
        """Read and write apart, so that a delay makes pieces late rather than few."""
        kept: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(maxsize=1000)
        clock = asyncio.get_running_loop().time

        async def read() -> None:
            with suppress(OSError):
                while piece := await source.read(PIECE):
                    await kept.put((clock() + self.delay_s, piece))
            await kept.put((clock() + self.delay_s, b""))

        async def write() -> None:
            with suppress(OSError):
                while True:
                    due, piece = await kept.get()
                    if (late := due - clock()) > 0:
                        await asyncio.sleep(late)
                    await self._open[way].wait()
                    if not piece:
                        break
                    sink.write(piece)
                    await sink.drain()
                if sink.can_write_eof():
                    sink.write_eof()

        await asyncio.gather(read(), write())


@asynccontextmanager
async def proxy_to(port: int) -> AsyncIterator[Proxy]:
    proxy = Proxy(port)
    proxy.restore()
    server = await asyncio.start_server(proxy._accept, "127.0.0.1", 0, backlog=1024)
    proxy._port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
        proxy.restore()
        proxy.cut()
        for task in set(proxy._tasks):
            task.cancel()
        await asyncio.gather(*proxy._tasks, return_exceptions=True)
        await server.wait_closed()
