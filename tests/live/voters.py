"""Phones that change their vote as fast as they are answered, at a real server that ends in the middle of it."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from app.core.evolve import replay
from app.core.room import Room
from app.core.vocabulary import CHOICES
from app.store.database import Database
from app.store.journal import Journal
from tests.live.house import YES, Peer
from tests.serving import Prepared, Server


async def begin(console: Peer) -> str:
    """Start, open a statement; which."""
    await console.done("start_session")
    statement = next(iter(console.view["statements"]))
    await console.done("open_statement", statement=statement)
    return str(statement)


async def stored(url: str, session: str) -> Room:
    """The room as it is in the database, without the server."""
    database = await Database.open(url)
    kept = await Journal(database).load(session)
    await database.close()
    return replay(kept.journal, kept.apart)


@dataclass
class Voters:
    """By person: their last `confirmed` choice, the one `under_way` after it, the phone's token. `count`: of votes that
    were confirmed. `refused`: with which codes. `seed`: for whoever wants to see it again."""

    server: Server
    prepared: Prepared
    console: Peer
    statement: str
    sockets: AsyncExitStack
    seed: int = field(default_factory=lambda: random.randrange(10**6))
    confirmed: dict[str, str] = field(default_factory=dict)
    under_way: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    count: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _voting: list[asyncio.Task[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)

    @classmethod
    @asynccontextmanager
    async def at(cls, server: Server, number: int) -> "AsyncIterator[Voters]":
        """So many begin, in a session of their own with a statement open."""
        prepared = await asyncio.to_thread(
            server.prepare, template="statements_only", title="Een avond", language="nl"
        )
        async with AsyncExitStack() as sockets:
            console = await _come(sockets, server, prepared, prepared.keys["console"])
            voters = cls(server, prepared, console, await begin(console), sockets)
            voters._voting = [asyncio.create_task(voters._vote_on()) for _ in range(number)]
            yield voters

    async def until(self, reached: "Callable[[Voters], bool]") -> None:
        """What is confirmed makes it true."""
        while not reached(self):
            self._news.clear()
            await self._news.wait()

    async def ended(self) -> list[int]:
        """Once the server lets nobody vote any more: the codes their sockets were closed with, 0 without one."""
        return await asyncio.gather(*self._voting)

    async def stored(self) -> Room:
        """The room as it is in the database."""
        return await stored(self.server.env["VISSENKOM_DATABASE_URL"], self.prepared.id)

    async def come_back(self, room: Room) -> None:
        """P3: after the restart every phone is who it was, with the vote that was kept."""
        for person, token in self.tokens.items():
            async with AsyncExitStack() as socket:
                phone = await _come(socket, self.server, self.prepared, token)
                assert phone.me["person"] == person
                assert phone.me["votes"] == {f"{self.statement}.1": room.ballots[self.statement, person]}

    async def _vote_on(self) -> int:
        phone = await _come(self.sockets, self.server, self.prepared)
        await phone.done("join", role="resident", consent=YES)
        await phone.until(lambda one: "person" in one.me)
        person = phone.me["person"]
        self.tokens[person] = phone.token
        try:
            while True:
                choice = self.under_way[person] = self._chance.choice(CHOICES)
                answer = await phone.ask("vote", statement=self.statement, choice=choice)
                if "refused" in answer:
                    self.refused.add(answer["code"])
                    continue
                self.confirmed[person] = choice
                self.count += 1
                self._news.set()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0


async def _come(sockets: AsyncExitStack, server: Server, prepared: Prepared, key: str | None = None) -> Peer:
    url = f"ws://127.0.0.1:{server.port}/s/{prepared.code}/live"
    peer = Peer(await sockets.enter_async_context(connect(url, proxy=None, max_size=None)))
    await peer.hello(key)
    return peer
