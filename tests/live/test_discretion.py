"""What the server says of itself names nobody, at any level: no name, no key, no address, no word that was typed."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import AsyncExitStack, closing

import httpx
from websockets.asyncio.client import connect

from tests.live.house import YES, Peer
from tests.serving import Server

NAME, WORDS, LATER = "Noor de Wit", "Bel mij terug op dinsdag.", "Dit kon niet worden bewaard."
PASSWORD = "een hele lange zin"


async def test_X3_an_evening_at_the_lowest_level_leaves_nothing_of_anybody_in_the_log(
    make_server: Callable[..., Server],
) -> None:
    server = await asyncio.to_thread(make_server, log_format="json", log_level="debug")
    token = server.token
    server.run("organiser", "add", NAME, stdin=f"{PASSWORD}\n")
    made = await asyncio.to_thread(
        server.prepare, template="statements_only", title="Een avond", language="nl"
    )
    said: set[str] = {NAME, WORDS, LATER, PASSWORD, token, *made.keys.values(), "127.0.0.1", made.code}
    async with AsyncExitStack() as opened:

        async def come(key: str | None = None) -> Peer:
            url = f"ws://127.0.0.1:{server.port}/s/{made.code}/live"
            peer = Peer(await opened.enter_async_context(connect(url, proxy=None)))
            await peer.hello(key)
            said.add(peer.token)
            return peer

        console, _, phone = await come(made.keys["console"]), await come(made.keys["stage"]), await come()
        await phone.done("join", role="resident", name=NAME, consent=YES)
        await console.done("start_session")
        await console.done("note", kind="insight", text=WORDS)
        await phone.done("contribute", kind="insight", text=WORDS)
        await phone.refused("contribute", kind="nothing", text=WORDS)
        with closing(sqlite3.connect(server.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert await phone.refused("contribute", kind="insight", text=LATER) == "not_saved"
            other.execute("ROLLBACK")
        client = await opened.enter_async_context(
            httpx.AsyncClient(base_url=server.base_url, trust_env=False)
        )
        body = {"id": "c1", "do": "contribute", "kind": "insight", "text": WORDS}
        for bearer in (phone.token, "x" * 22):
            headers = {"Authorization": f"Bearer {bearer}"}
            await client.post(f"/s/{made.code}/commands", json=body, headers=headers)
        await client.post("/organise/login", data={"name": NAME, "password": WORDS})
        await client.get(f"/api/sessions/{made.id}/record", headers={"Authorization": f"Bearer {token}"})
        await phone.send("geen bericht")
        for _ in range(300):
            await phone.send(json.dumps({"do": WORDS}))
        assert await phone.closed() == 4008
    await asyncio.to_thread(server.stop)
    log = server.said()
    events = [json.loads(line)["event"] for line in log.splitlines()]
    assert any("not saved" in one for one in events) and any("flood" in one for one in events)
    assert {"started", "stopping", "stopped", f"session {made.id}: opened"} <= set(events)
    assert not [one for one in said if one in log]
