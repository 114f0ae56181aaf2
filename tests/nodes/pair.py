"""Two real servers, as a deployment runs them, on one PostgreSQL and one Redis; and people at either."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from app.core.evolve import replay
from app.core.room import Room
from app.store.database import Database
from app.store.journal import Journal
from tests.live.house import YES, Peer
from tests.serving import Prepared, Server

SECRET = "a secret that both nodes were given"


@dataclass
class Pair:
    """`prepared`: a session of statements alone, made at the first."""

    nodes: tuple[Server, Server]
    database_url: str
    prepared: Prepared

    @classmethod
    async def start(cls, folder: Path, database_url: str, bus_url: str) -> "Pair":
        nodes = []
        for name in "ab":
            (folder / name).mkdir()
            nodes.append(Server(folder / name, database_url=database_url, bus_url=bus_url, secret_key=SECRET))
        await asyncio.gather(*(asyncio.to_thread(node.start) for node in nodes))
        prepared = await asyncio.to_thread(
            nodes[0].prepare, template="statements_only", title="Een avond", language="nl"
        )
        return cls((nodes[0], nodes[1]), database_url, prepared)

    async def stop(self) -> None:
        await asyncio.gather(*(asyncio.to_thread(node.stop) for node in self.nodes))

    @asynccontextmanager
    async def peer(self, node: int, key: str | None = None) -> AsyncIterator[Peer]:
        """Somebody who was welcomed at this node."""
        url = f"ws://127.0.0.1:{self.nodes[node].port}/s/{self.prepared.code}/live"
        async with connect(url, proxy=None, max_size=None) as opened:
            peer = Peer(opened)
            await peer.hello(key)
            yield peer

    @asynccontextmanager
    async def phone(self, node: int) -> AsyncIterator[Peer]:
        async with self.peer(node) as peer:
            await peer.done("join", role="resident", consent=YES)
            await peer.until(lambda one: "person" in one.me)
            yield peer

    @asynccontextmanager
    async def console(self, node: int) -> AsyncIterator[Peer]:
        async with self.peer(node, self.prepared.keys["console"]) as peer:
            yield peer

    async def stored(self) -> Room:
        """The room as it is in the database, whose journal has no gap."""
        database = await Database.open(self.database_url)
        kept = await Journal(database).load(self.prepared.id)
        await database.close()
        assert [one.seq for one in kept.journal] == list(range(1, len(kept.journal) + 1))
        return replay(kept.journal, kept.apart)


async def same(*peers: Peer) -> None:
    """Until everybody sees the same, the clock of a view apart."""
    while any(one.view != peers[0].view for one in peers):
        heard = [asyncio.create_task(one.hear()) for one in peers]
        done, others = await asyncio.wait(heard, return_when=asyncio.FIRST_COMPLETED)
        for one in others:
            one.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        for one in done:
            one.result()


async def persists(peer: Peer, do: str, id: str, **fields: object) -> int:
    """As a phone does: the same command again, until it is done. How often it was sent."""
    tries = 1
    while "done" not in (answer := await peer.ask(do, id=id, **fields)):
        assert answer["code"] == "not_saved", answer
        tries += 1
    return tries


__all__ = ["YES", "ConnectionClosed", "Pair", "persists", "same"]
