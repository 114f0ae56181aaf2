"""What one address may do: enough for a whole venue behind it, and an end for whoever takes more than that."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from app.live.keys import new_phone_key
from tests.live.house import House
from tests.live.stranger import CLOSE, ELSEWHERE, TEXT, Answer, Stranger, frame, stranger

VENUE = 300
ANOTHER = "127.0.0.3"


@pytest.fixture(autouse=True)
async def _nobody_is_left(house: House) -> AsyncIterator[None]:
    yield
    await house.nobody()
    assert house.services.door.sockets == 0


async def arrives(stack: AsyncExitStack, house: House, address: str = ELSEWHERE, *headers: str) -> Stranger:
    """At the door, before the handshake's answer."""
    one = await stack.enter_async_context(stranger(house.port, address))
    one.ask_for_socket(f"/s/{house.session.code}/live", *headers)
    return one


async def answered(stack: AsyncExitStack, house: House, address: str = ELSEWHERE, *headers: str) -> Answer:
    return await (await arrives(stack, house, address, *headers)).answer()


async def welcomed(
    stack: AsyncExitStack, house: House, address: str = ELSEWHERE, key: str = ""
) -> tuple[Stranger, str]:
    """Somebody inside, and their token."""
    one = await arrives(stack, house, address)
    assert (await one.answer()).status == 101
    one.say(frame(TEXT, json.dumps({"hello": {"key": key or None}}).encode()))
    return one, json.loads(await one.message())["welcome"]["token"]


async def get(stack: AsyncExitStack, house: House, path: str, address: str = ELSEWHERE) -> Answer:
    one = await stack.enter_async_context(stranger(house.port, address))
    one.say(
        f"GET {path} HTTP/1.1\r\nHost: here\r\nAccept: application/json\r\nConnection: close\r\n\r\n".encode()
    )
    return await one.answer()


async def test_three_hundred_people_behind_one_address_get_in_at_once(house: House) -> None:
    async with AsyncExitStack() as stack:
        pages = await asyncio.gather(*(get(stack, house, "/") for _ in range(VENUE)))
        assert {one.status for one in pages} == {200}
        people = await asyncio.gather(*(welcomed(stack, house) for _ in range(VENUE)))
        assert len({token for _, token in people}) == VENUE
        assert (await house.room()).memory.connected == VENUE


async def test_more_sockets_than_an_address_may_have_are_503_and_others_get_in(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.reopened(monkeypatch, sockets_per_address=5)
    async with AsyncExitStack() as stack:
        people = [await welcomed(stack, house) for _ in range(5)]
        house.clock.now += 60
        answer = await answered(stack, house)
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")
        assert json.loads(answer.body)["code"] == "full"
        stream = await get(stack, house, f"/s/{house.session.code}/live")
        assert (stream.status, json.loads(stream.body)["code"]) == (503, "full")
        await welcomed(stack, house, ANOTHER)
        leaver, token = people[0]
        leaver.say(frame(CLOSE))
        await leaver.gone()
        assert (await welcomed(stack, house, key=token))[1] == token, "a place that is left is free"


async def test_new_sockets_come_at_a_rate(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.reopened(monkeypatch, sockets_per_address=5, arrivals_per_address=2.0)
    async with AsyncExitStack() as stack:
        for _ in range(5):
            one, _ = await welcomed(stack, house)
            one.say(frame(CLOSE))
            await one.gone()
        answer = await answered(stack, house)
        assert (answer.status, answer.headers["retry-after"]) == (503, "1")
        house.clock.now += 0.6
        await welcomed(stack, house)


async def test_those_who_say_no_hello_are_no_more_than_so_many(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.reopened(monkeypatch, waiting_per_address=3)
    async with AsyncExitStack() as stack:
        await welcomed(stack, house)
        for _ in range(3):
            assert (await answered(stack, house)).status == 101
        assert (await answered(stack, house)).status == 503
        await welcomed(stack, house, ANOTHER)


async def test_the_server_has_so_many_sockets(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.reopened(monkeypatch, most_sockets=2)
    async with AsyncExitStack() as stack:
        await welcomed(stack, house)
        await welcomed(stack, house, ANOTHER)
        assert (await answered(stack, house, "127.0.0.4")).status == 503


async def test_lines_that_ask_nothing_are_no_more_than_so_many(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.reopened(monkeypatch, connections_per_address=3)
    async with AsyncExitStack() as stack:
        idle = [await stack.enter_async_context(stranger(house.port, ELSEWHERE)) for _ in range(4)]
        assert await idle[3].gone() == b""
        assert (await get(stack, house, "/healthz", ANOTHER)).status == 200


async def test_requests_come_at_a_rate(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.reopened(monkeypatch, requests_per_address=0.5)
    async with AsyncExitStack() as stack:
        # A connection counts as well as the request that comes over it.
        for _ in range(5):
            assert (await get(stack, house, "/healthz")).status == 200
        last = await stack.enter_async_context(stranger(house.port, ELSEWHERE))
        assert await last.gone() == b""
        house.clock.now += 2
        one = await stack.enter_async_context(stranger(house.port, ELSEWHERE))
        one.say(b"GET /healthz HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        turned_away = await one.answer()
        assert (turned_away.status, json.loads(turned_away.body)["code"]) == (429, "too_fast")
        assert int(turned_away.headers["retry-after"]) >= 2
        assert (await get(stack, house, "/healthz", ANOTHER)).status == 200


async def test_who_guesses_codes_learns_nothing_any_more(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.reopened(monkeypatch, misses_per_address=3)
    right, wrong = house.session.code, "ZZZZZZ"
    async with AsyncExitStack() as stack:
        inside, token = await welcomed(stack, house)
        for path in (f"/s/{wrong}", f"/?code={wrong}", f"/s/{wrong}/qr.svg"):
            assert (await get(stack, house, path)).status == 404
        for path in (f"/s/{right}", f"/s/{wrong}", f"/s/{right}/live", f"/s/{wrong}/live", "/api/sessions"):
            assert (await get(stack, house, path)).status == 429, path
        newcomer = await arrives(stack, house)
        assert (await newcomer.answer()).status == 101
        newcomer.say(frame(TEXT, b'{"hello": {}}'))
        assert await newcomer.closed() == 4008
        await welcomed(stack, house, key=token)
        assert await inside.closed() == 4009, "P3: who is known here comes back"
        await welcomed(stack, house, ANOTHER)
        house.clock.now += 1
        await welcomed(stack, house)


async def test_a_flood_of_posts_under_ever_new_keys_is_turned_away(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.reopened(monkeypatch, misses_per_address=3)
    async with AsyncExitStack() as stack:
        _, token = await welcomed(stack, house)

        async def post(key: str) -> int:
            one = await stack.enter_async_context(stranger(house.port, ELSEWHERE))
            body = '{"id": "a", "do": "react", "kind": "help"}'
            one.say(
                f"POST /s/{house.session.code}/commands HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
                f"Authorization: Bearer {key}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
            )
            return (await one.answer()).status

        assert [await post(new_phone_key()) for _ in range(5)] == [200, 200, 200, 429, 429]
        assert await post(token) == 200, "a phone that looks on is known"


async def test_two_hundred_connections_of_one_phone_are_one(house: House) -> None:
    async with AsyncExitStack() as stack:
        first, token = await welcomed(stack, house)
        more = await asyncio.gather(*(welcomed(stack, house, key=token) for _ in range(200)))
        assert (await house.room()).memory.connected == 1
        assert await first.closed() == 4009
        ends = [asyncio.create_task(one.closed()) for one, _ in more]
        done: set[asyncio.Task[int]] = set()
        while len(done) < 199:
            done, _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            ends = [*done, *(one for one in ends if one not in done)]
            done = {one for one in ends if one.done()}
        assert {one.result() for one in done} == {4009}
        for one in ends:
            one.cancel()


async def test_coming_back_is_no_way_to_go_on_flooding(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.reopened(monkeypatch, sockets_per_address=100, arrivals_per_address=40.0)
    async with AsyncExitStack() as stack:
        floods = 0
        while (answer := await (one := await arrives(stack, house)).answer()).status == 101:
            one.say(frame(TEXT, b'{"hello": {}}'))
            await one.message()
            one.say(frame(TEXT, b"{}") * 1000)
            assert await one.closed() == 4008
            one.say(frame(CLOSE, (4008).to_bytes(2)))
            await one.gone()
            await house.left()
            floods += 1
        assert (answer.status, floods) == (503, 3)


async def test_nobody_chooses_an_address_but_a_trusted_proxy(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.reopened(monkeypatch, sockets_per_address=1)
    async with AsyncExitStack() as stack:
        assert (await answered(stack, house, ELSEWHERE, "X-Forwarded-For: 127.0.0.1")).status == 101
        assert (await answered(stack, house, ELSEWHERE, "X-Forwarded-For: 198.51.100.7")).status == 503
        # Whatever the client wrote stands before what the proxy adds.
        for client, status in (("203.0.113.1", 101), ("203.0.113.2", 101), ("203.0.113.1", 503)):
            forged = f"X-Forwarded-For: 127.0.0.1, {client}"
            assert (await answered(stack, house, "127.0.0.1", forged)).status == status
        for client, status in (("2001:db8::1", 101), ("2001:db8::ffff:2", 503), ("2001:db8:0:1::1", 101)):
            assert (await answered(stack, house, "127.0.0.1", f"X-Forwarded-For: {client}")).status == status
        for _ in range(3):
            assert (await answered(stack, house, "127.0.0.1")).status == 101
