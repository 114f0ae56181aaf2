"""Whoever is slow on purpose, or sends what is no HTTP and no web socket: each has its end, and leaves nothing."""

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest

from app.live import flood
from app.web import lines, serving
from tests.live.house import House
from tests.live.stranger import BINARY, CLOSE, HELLO, MORE, PING, PONG, TEXT, Stranger, frame, stranger

SHORT_S = 0.05
MESSAGE = frame(TEXT, b'{"id": "r1", "do": "react", "kind": "help"}')


@pytest.fixture(autouse=True)
async def _nothing_is_left(
    house: House, nothing_left: None, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[None]:
    """No trace in the log, no connection, and nobody counted who is gone."""
    yield
    assert not [one.getMessage() for one in caplog.records if one.exc_info or one.levelno >= logging.ERROR]
    await house.nobody()
    assert house.services.door.sockets == 0


@pytest.fixture
async def quick(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house with little patience."""
    monkeypatch.setattr(lines, "HEAD_S", SHORT_S)
    monkeypatch.setattr(lines, "BODY_S", SHORT_S)
    return house


# Slow


async def test_who_says_nothing_is_let_go(quick: House) -> None:
    async with stranger(quick.port) as silent:
        assert await silent.gone() == b"", "a browser keeps connections in hand, and is told nothing"


@pytest.mark.parametrize("begun", [b"G", b"GET / HTTP/1.1\r\nHost: here\r\nX-One:"])
async def test_a_request_that_does_not_come_to_an_end_is_408(quick: House, begun: bytes) -> None:
    async with stranger(quick.port) as slow:
        slow.say(begun)
        answer = await slow.answer()
        assert (answer.status, answer.headers["connection"]) == (408, "close")
        assert await slow.gone() == b""


async def test_a_byte_now_and_then_wins_no_time(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "HEAD_S", 10 * SHORT_S)
    async with stranger(house.port) as slow:
        answer = asyncio.create_task(slow.answer())
        while not answer.done():
            slow.say(b"G")
            await asyncio.wait({answer}, timeout=SHORT_S)
        assert answer.result().status in (400, 408)


async def test_a_second_request_on_the_same_line_has_no_more_time(quick: House) -> None:
    async with stranger(quick.port) as slow:
        slow.say(b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n")
        assert (await slow.answer()).status == 200
        slow.say(b"GET /healthz HTTP/1.1\r\nHost")
        assert (await slow.answer()).status == 408


@pytest.mark.parametrize("path", ["/s/{code}/commands", "/organise/login", "/api/sessions"])
async def test_a_body_that_does_not_come_is_408(quick: House, path: str) -> None:
    async with quick.phone() as phone, stranger(quick.port) as slow:
        slow.say(
            f"POST {path.format(code=quick.session.code)} HTTP/1.1\r\nHost: here\r\nOrigin: http://here\r\n"
            f"Authorization: Bearer {phone.token}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            "Content-Length: 100\r\n\r\nname=".encode()
        )
        assert (await slow.answer()).status in (401, 408)
        await slow.gone()
        await phone.done("react", kind="help")


async def test_a_message_that_does_not_come_to_an_end_is_1011(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is in the middle of a frame can answer no ping."""
    await house.reopened(monkeypatch, ping_s=SHORT_S)
    async with attending(house) as slow:
        slow.say(MESSAGE[:-1])
        assert await slow.closed() == 1011


async def test_who_never_answers_a_ping_is_1011(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.reopened(monkeypatch, ping_s=SHORT_S)
    async with attending(house) as deaf:
        assert await deaf.closed() == 1011
        await deaf.gone()


# No HTTP


@pytest.mark.parametrize(
    "garbage",
    [
        b"\0" * 100,
        bytes(range(256)),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\xaa" * 200,
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: here\r\n\r\n",
        b"GET /s/\xff/live HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: -5\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
async def test_what_is_no_http_is_400(quick: House, garbage: bytes) -> None:
    async with stranger(quick.port) as other:
        other.say(garbage)
        rest = await other.gone()
        assert rest.startswith((b"HTTP/1.1 400", b"HTTP/1.1 4")), rest
        assert b"Traceback" not in rest


async def test_headers_without_end_are_431(house: House) -> None:
    async with stranger(house.port) as endless:
        endless.say(b"GET / HTTP/1.1\r\nHost: here\r\n")
        for number in range(lines.MOST_HEAD // 1000 + 1):
            endless.say(b"X-%d: %s\r\n" % (number, b"x" * 1000))
        assert (await endless.answer()).status == 431


async def test_a_header_without_end_is_431(house: House) -> None:
    async with stranger(house.port) as endless:
        endless.say(b"GET / HTTP/1.1\r\nX: " + b"x" * 2 * lines.MOST_HEAD)
        assert (await endless.answer()).status == 431


async def test_trailers_are_not_kept(house: House) -> None:
    async with stranger(house.port) as endless:
        endless.say(
            b"POST /organise/logout HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
        )
        for number in range(200):
            endless.say(b"X-%d: %s\r\n" % (number, b"x" * 1000))
        endless.say(b"\r\n")
        assert (await endless.answer()).status == 403


async def test_a_pile_of_requests_at_once_is_dropped(house: House) -> None:
    async with stranger(house.port) as pushing:
        pushing.say(b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n" * 10_000)
        assert (await pushing.gone()).count(b"HTTP/1.1 200") <= lines.MOST_PIPELINED + 1


async def test_a_web_socket_with_too_many_headers_is_431(house: House) -> None:
    async with stranger(house.port) as other:
        path = f"/s/{house.session.code}/live"
        assert await other.upgrade(path, *(f"X-{number}: x" for number in range(200))) == 431
        await other.gone()


@pytest.mark.parametrize("path", ["/s/ZZZZZZ", "/nowhere", "/organise"])
async def test_a_web_socket_where_there_is_none_is_403(house: House, path: str) -> None:
    async with stranger(house.port) as lost:
        assert await lost.upgrade(path) == 403


# No web socket


class attending:
    """A stranger whom the room has welcomed."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._at = stranger(house.port)

    async def __aenter__(self) -> Stranger:
        one = await self._at.__aenter__()
        assert await one.upgrade(f"/s/{self._house.session.code}/live") == 101
        one.say(frame(TEXT, HELLO))
        assert b"welcome" in await one.message()
        return one

    async def __aexit__(self, *raised: object) -> None:
        await self._at.__aexit__(None, None, None)


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        pytest.param(frame(TEXT, HELLO, masked=False), 1002, id="unmasked"),
        pytest.param(frame(3, HELLO), 1002, id="unknown kind"),
        pytest.param(frame(TEXT, HELLO, more=64), 1002, id="compressed, which was not agreed"),
        pytest.param(frame(MORE, HELLO), 1002, id="a rest without a beginning"),
        pytest.param(
            frame(TEXT, b"{", end=False) + frame(TEXT, b"}"), 1002, id="a beginning within a message"
        ),
        pytest.param(frame(PING, b"x" * 126), 1002, id="a long ping"),
        pytest.param(frame(PING, end=False), 1002, id="a ping in pieces"),
        pytest.param(frame(CLOSE, b"x"), 1002, id="half a closing code"),
        pytest.param(frame(CLOSE, b"\0\1"), 1002, id="no closing code"),
        pytest.param(frame(TEXT, b"\xff\xfe"), 1007, id="no UTF-8"),
        pytest.param(frame(TEXT, b"x" * (serving.MOST_READ + 1))[:100], 1009, id="giant"),
        pytest.param(
            frame(TEXT, b"{", end=False) + frame(MORE, b"", end=False) * (lines.MOST_FRAGMENTS + 1),
            1009,
            id="a message of nothing but pieces",
        ),
        pytest.param(
            frame(TEXT, b"x" * 60_000, end=False) + frame(MORE, b"x" * 60_000, end=False) * 20,
            1009,
            id="giant in pieces",
        ),
        pytest.param(MESSAGE * (flood.BURST + 50), 4008, id="a flood"),
        pytest.param(frame(TEXT) * 40_000, 4008, id="a flood of nothing"),
        pytest.param(frame(BINARY) * 40_000, 4008, id="a flood of nothing, in binary"),
        pytest.param(frame(PING) * 40_000, 4008, id="a flood of pings"),
        pytest.param(frame(PONG) * 40_000, 4008, id="a flood of pongs"),
    ],
)
async def test_each_kind_of_garbage_has_its_closing_code(house: House, sent: bytes, code: int) -> None:
    async with house.phone() as phone, attending(house) as rude:
        rude.say(sent)
        assert await rude.closed() == code
        rude.say(frame(CLOSE, code.to_bytes(2)))
        await rude.gone()
        await phone.done("react", kind="help")


async def test_garbage_before_hello_is_4003(house: House) -> None:
    for sent in (frame(TEXT, b"{"), frame(BINARY, HELLO), frame(TEXT, b"[]"), frame(TEXT, b"[" * 100_000)):
        async with stranger(house.port) as rude:
            assert await rude.upgrade(f"/s/{house.session.code}/live") == 101
            rude.say(sent)
            assert await rude.closed() == 4003


async def test_a_thousand_messages_a_second_are_4008_and_go_no_further(house: House) -> None:
    """What is still sent after the end is not worked on, and soon not even read."""
    async with house.phone() as phone, attending(house) as flooding:
        closed = asyncio.create_task(flooding.closed())
        sent = 0
        while not closed.done() and sent < 1_000_000:
            flooding.say(MESSAGE * 100)
            sent += 100
            await asyncio.wait({closed}, timeout=0.001)
        assert await closed in (4008, 0)
        await phone.done("react", kind="help")
    assert sent < 100_000


async def test_who_floods_and_does_not_stop_is_cut_off(house: House) -> None:
    async with attending(house) as flooding:
        flooding.say(MESSAGE * (flood.BURST + 50))
        assert await flooding.closed() == 4008
        flooding.say(b"\0" * 4 * lines.MOST_AFTER_CLOSE)
        await flooding.gone()
