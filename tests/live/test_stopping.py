"""A server that is told to stop finishes what was asked, tells everybody to come back, and goes on where it was."""

import asyncio
import json

import httpx
import pytest
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app.store.journal import Append
from app.web.socket import Live
from tests.live.house import YES, House
from tests.live.voters import Voters
from tests.serving import Server

VOTERS = 40
CONFIRMED_FIRST = 200
"""Votes that are confirmed before the server is told to stop: by then they come as fast as they are taken."""


async def test_nothing_is_lost_in_a_burst_of_votes_and_everybody_is_told_to_come_back(
    own_server: Server,
) -> None:
    """What was answered is kept, what was not answered was not done: nobody has to guess."""
    async with Voters.at(own_server, VOTERS) as voters:
        await voters.until(lambda one: one.count >= CONFIRMED_FIRST)
        status = await asyncio.to_thread(own_server.stop)
        codes = await voters.ended()
        assert await voters.console.closed() == 1012
    assert status == 0, own_server.said()
    assert set(codes) == {1012}, f"seed {voters.seed}: {codes}"
    assert voters.refused <= {"not_saved"}
    room = await voters.stored()
    kept = {person: room.ballots[voters.statement, person] for person in voters.confirmed}
    assert kept == voters.confirmed, f"seed {voters.seed}"
    assert len(room.ballots) == len(voters.confirmed) == VOTERS
    await asyncio.to_thread(own_server.start)
    await voters.come_back(room)


async def test_while_it_stops_nobody_is_let_in_and_what_was_asked_is_answered(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, writing, go_on = house.journal.append, asyncio.Event(), asyncio.Event()

    async def held(batch: Append) -> None:
        writing.set()
        await go_on.wait()
        await append(batch)

    async with (
        house.phone() as phone,
        httpx.AsyncClient(base_url=house.http, trust_env=False) as client,
        client.stream("GET", "/live", headers={"Accept": "text/event-stream"}) as stream,
    ):
        lines = stream.aiter_lines()
        assert "welcome" in await anext(lines)
        monkeypatch.setattr(house.journal, "append", held)
        asked = await phone.command("change_consent", consent={**YES, "story": False})
        await writing.wait()
        stopping = asyncio.create_task(house.close())
        readiness = f"http://127.0.0.1:{house.port}/readyz"
        while (ready := await client.get(readiness)).status_code == 200:
            pass
        assert (ready.status_code, ready.text, ready.headers["retry-after"]) == (503, "stopping\n", "2")
        assert (await client.head(readiness)).status_code == 503
        async with house.knock() as late:
            await late.send({"hello": {"v": 1}})
            assert await late.closed() == 1012
        turned_away = await client.get("/live", headers={"Accept": "text/event-stream"})
        assert (turned_away.status_code, turned_away.headers["retry-after"]) == (503, "2")
        posted = await client.post(
            "/commands",
            json={"id": "c1", "do": "react", "kind": "touched"},
            headers={"Authorization": f"Bearer {phone.token}"},
        )
        assert (posted.status_code, posted.json()["code"]) == (503, "unavailable")
        go_on.set()
        assert (await phone.next("done"))["done"] == asked
        assert await phone.closed() == 1012
        said = [json.loads(line.removeprefix("data: ")) async for line in lines if line.startswith("data: ")]
        assert said[-1] == {"closed": 1012}
        await stopping


async def test_a_bound_on_stopping(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that never answers keeps nobody waiting without end."""
    monkeypatch.setattr("app.web.serving.DRAIN_S", 0.05)
    writing = asyncio.Event()

    async def held(batch: Append) -> None:
        writing.set()
        await asyncio.Event().wait()

    async with house.phone() as phone:
        monkeypatch.setattr(house.journal, "append", held)
        await phone.command("change_consent", consent={**YES, "story": False})
        await writing.wait()
        await house.close()
        with pytest.raises(ConnectionClosed):
            await phone.next("done")


async def test_who_comes_in_while_it_stops_is_told_to_come_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_door, stopped = asyncio.Event(), asyncio.Event()
    let_in = Live.__call__

    async def slowly(live: Live, scope: Scope, receive: Receive, send: Send) -> None:
        at_the_door.set()
        await stopped.wait()
        await let_in(live, scope, receive, send)

    monkeypatch.setattr(Live, "__call__", slowly)
    coming = asyncio.create_task(connect(house.address()).__aenter__())
    await at_the_door.wait()
    await house.close()
    with pytest.raises(InvalidStatus) as turned_away:
        await coming
    assert turned_away.value.response.status_code == 503
    stopped.set()
    await house.nobody()
