"""A backup made in the middle of an evening holds all that was confirmed by then, and an evening goes on from it."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

from websockets.asyncio.client import connect

from app.core.messages.harvest import Contributed
from app.store.database import Database
from app.store.journal import Journal, Stored
from tests.live.house import YES, Peer
from tests.serving import Server

PEOPLE = 15
FIRST = 5
"""Insights that each has given when the backup begins."""


async def read(url: str, session: str) -> Stored:
    database = await Database.open(url)
    try:
        return await Journal(database).load(session)
    finally:
        await database.close()


async def test_a_server_under_load_is_backed_up_and_goes_on_elsewhere(
    own_server: Server, make_server: Callable[..., Server], tmp_path: Path
) -> None:
    prepared = await asyncio.to_thread(own_server.prepare, template="open_fishbowl", language="nl")
    given: list[int] = []
    tokens: list[str] = []
    loaded, enough = asyncio.Event(), asyncio.Event()

    async with AsyncExitStack() as opened:

        async def come(port: int, key: str | None = None) -> Peer:
            url = f"ws://127.0.0.1:{port}/s/{prepared.code}/live"
            peer = Peer(await opened.enter_async_context(connect(url, proxy=None, max_size=None)))
            await peer.hello(key)
            return peer

        async def gives() -> None:
            phone = await come(own_server.port)
            await phone.done("join", role="resident", consent=YES)
            tokens.append(phone.token)
            while not enough.is_set():
                given.append(await phone.done("contribute", kind="insight", text="Bel terug."))
                if len(given) == FIRST * PEOPLE:
                    loaded.set()

        console = await come(own_server.port, prepared.keys["console"])
        await console.done("start_session")
        people = [asyncio.create_task(gives()) for _ in range(PEOPLE)]
        await loaded.wait()
        before = list(given)
        copy = tmp_path / "copy.sqlite"
        made = await asyncio.to_thread(own_server.run, "backup", str(copy))
        enough.set()
        await asyncio.gather(*people)
        assert made.returncode == 0, made.stderr
        await asyncio.to_thread(own_server.stop)

        whole = await read(own_server.env["VISSENKOM_DATABASE_URL"], prepared.id)
        elsewhere = make_server(secret_key=own_server.env["VISSENKOM_SECRET_KEY"])
        elsewhere.stop()
        put_back = await asyncio.to_thread(elsewhere.run, "restore", str(copy))
        assert put_back.returncode == 0, put_back.stderr
        kept = await read(elsewhere.env["VISSENKOM_DATABASE_URL"], prepared.id)
        assert kept.journal == whole.journal[: len(kept.journal)], "all of one moment"
        assert set(before) <= {one.seq for one in kept.journal if isinstance(one.event, Contributed)}

        await asyncio.to_thread(elsewhere.start)
        for token in tokens:
            phone = await come(elsewhere.port, token)
            assert "person" in phone.me
        await phone.done("contribute", kind="insight", text="En verder.")
