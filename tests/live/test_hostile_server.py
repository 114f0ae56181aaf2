"""The same strangers at the server as a deployment runs it: another loop, whose transports differ in what they read,
keep and close."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack

from tests.live.stranger import ELSEWHERE, HELLO, PING, TEXT, frame, stranger
from tests.serving import Server


async def test_a_deployment_gives_each_its_end(make_server: Callable[..., Server]) -> None:
    server = await asyncio.to_thread(make_server, sockets_per_address="5", connections_per_address="3")
    prepared = await asyncio.to_thread(server.prepare, template="role_round", language="nl")
    path = f"/s/{prepared.code}/live"

    async with AsyncExitStack() as stack:
        lines = [await stack.enter_async_context(stranger(server.port, ELSEWHERE)) for _ in range(4)]
        assert await lines[3].gone() == b""
        lines[0].say(b"GET / HTTP/1.1\r\nX: " + b"x" * 200_000)
        assert (await lines[0].answer()).status == 431
        lines[1].say(b"\0" * 50)
        assert (await lines[1].gone()).startswith(b"HTTP/1.1 400")
        lines[2].say(b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n" * 5000)
        assert (await lines[2].gone()).count(b"200 OK") < 20

    for sent, code in (
        (frame(PING) * 40_000, 4008),
        (frame(TEXT) * 40_000, 4008),
        (frame(TEXT, b"\xff"), 1007),
        (frame(TEXT, HELLO, masked=False), 1002),
    ):
        async with stranger(server.port) as rude:
            assert await rude.upgrade(path) == 101
            rude.say(frame(TEXT, HELLO))
            assert b"welcome" in await rude.message()
            rude.say(sent)
            assert await rude.closed() == code

    async with AsyncExitStack() as stack:
        people = [await stack.enter_async_context(stranger(server.port, ELSEWHERE)) for _ in range(3)]
        people += [await stack.enter_async_context(stranger(server.port)) for _ in range(10)]
        assert [await one.upgrade(path) for one in people] == [101] * 13
        more = []
        for _ in range(3):
            one = await stack.enter_async_context(stranger(server.port, ELSEWHERE))
            more.append(await one.upgrade(path))
        assert more == [101, 101, 503]
    assert "Traceback" not in server.said()
    assert "Error" not in server.said()
