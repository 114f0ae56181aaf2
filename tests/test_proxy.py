"""The bad network does to connections what it says."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from tests.proxy import Proxy, Towards, proxy_to


@pytest.fixture
async def proxy() -> AsyncIterator[Proxy]:
    """To a server that says back what it hears."""

    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while piece := await reader.read(100):
                writer.write(piece)
        except ConnectionError:
            pass
        finally:
            writer.transport.abort()

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with proxy_to(server.sockets[0].getsockname()[1]) as opened:
        yield opened
    server.close()


@asynccontextmanager
async def connected(proxy: Proxy) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(proxy.base_url.rpartition(":")[2]))
    try:
        yield reader, writer
    finally:
        writer.transport.abort()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def said_back(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, said: bytes) -> bytes:
    writer.write(said)
    return await asyncio.wait_for(reader.readexactly(len(said)), 5)


async def test_it_carries(proxy: Proxy) -> None:
    async with connected(proxy) as (reader, writer):
        assert await said_back(reader, writer, b"x" * 300_000) == b"x" * 300_000


async def test_a_delay_makes_late_and_keeps_order(proxy: Proxy) -> None:
    proxy.delay_s = 0.05
    async with connected(proxy) as (reader, writer):
        begun = asyncio.get_running_loop().time()
        assert await said_back(reader, writer, b"ab") == b"ab"
        assert asyncio.get_running_loop().time() - begun >= 0.1


async def test_a_cut_ends_what_is_open_and_what_comes(proxy: Proxy) -> None:
    async with connected(proxy) as (reader, writer):
        assert await said_back(reader, writer, b"a") == b"a"
        proxy.cut()
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await said_back(reader, writer, b"b")
    async with connected(proxy) as (reader, writer):
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await said_back(reader, writer, b"c")
    proxy.restore()
    async with connected(proxy) as (reader, writer):
        assert await said_back(reader, writer, b"d") == b"d"


@pytest.mark.parametrize("way", ["server", "browser"])
async def test_what_is_held_comes_later(proxy: Proxy, way: Towards) -> None:
    async with connected(proxy) as (reader, writer):
        assert await said_back(reader, writer, b"a") == b"a"
        proxy.hold(way)
        writer.write(b"b")
        waiting = asyncio.ensure_future(reader.readexactly(1))
        done, _ = await asyncio.wait([waiting], timeout=0.1)
        assert not done
        proxy.restore()
        assert await asyncio.wait_for(waiting, 5) == b"b"


async def test_a_server_that_is_down_shows_at_once() -> None:
    async with proxy_to(1) as proxy, connected(proxy) as (reader, writer):
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await said_back(reader, writer, b"a")
