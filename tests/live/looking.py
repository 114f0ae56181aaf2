"""A live room on a real journal, with people who look on without a socket: what they are told is there at once."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from app.core.actor import Actor
from app.core.commands import Command
from app.core.room import Room
from app.live.answers import Answer, Done
from app.live.connection import Audience, Connection
from app.live.outbox import Outbox
from app.live.patch import Json, merge
from app.live.room import LiveRoom
from app.store.database import Database, Unavailable
from app.store.journal import Append, Journal, Stored
from tests.live.house import Hands

PATIENCE_S = 10.0


class Watched(Journal):
    """A journal that can be held, and that can fail once or for a while. `reading` comes before a room is
    read."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.batches: list[Append] = []
        self.hold: asyncio.Event | None = None
        self.failing: Exception | None = None
        self.before: Callable[[], Awaitable[Any]] | None = None
        self.reading: Callable[[], Awaitable[Any]] | None = None

    async def load(self, session: str) -> Stored:
        if self.reading is not None:
            await self.reading()
        return await super().load(session)

    async def append(self, batch: Append) -> int:
        self.batches.append(batch)
        if self.before is not None:
            before, self.before = self.before, None
            await before()
        if self.hold is not None:
            await self.hold.wait()
        if self.failing is not None:
            raise self.failing
        return await super().append(batch)


@dataclass
class Evening:
    """`session`: its id."""

    journal: Watched
    session: str
    live: LiveRoom
    clock: Hands

    @classmethod
    async def open(cls, journal: Watched, session: str) -> "Evening":
        hands = Hands()
        return cls(journal, session, await LiveRoom.open(session, journal, hands), hands)

    @property
    def room(self) -> Room:
        return self.live.room

    async def does(self, command: Command, by: Actor, id: str = "", phone: str = "") -> int:
        answer = await self.asks(command, by, id, phone)
        assert isinstance(answer, Done), answer
        return answer.seq

    async def asks(self, command: Command, by: Actor, id: str = "", phone: str = "") -> Answer:
        async with asyncio.timeout(PATIENCE_S):
            return await self.live.submit(command, by, id, phone)

    async def refused(self, command: Command, by: Actor) -> str:
        answer = await self.asks(command, by)
        assert not isinstance(answer, Done), answer
        return answer.code

    def looks(self, audience: Audience, id: str = "", language: str = "nl") -> "Onlooker":
        onlooker = Onlooker()
        onlooker.connection = Connection(audience, id, language, "token", Outbox(onlooker.take, onlooker.end))
        self.live.crowd.connect(onlooker.connection)
        return onlooker

    def goes(self, onlooker: "Onlooker") -> None:
        self.live.crowd.disconnect(onlooker.connection)


@dataclass(eq=False)
class Onlooker:
    heard: list[Json] = field(default_factory=list)
    view: Json = field(default_factory=dict)
    me: Json = field(default_factory=dict)
    code: int = 0
    connection: Connection = field(init=False)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    slow: asyncio.Event | None = None

    async def take(self, text: str) -> None:
        if self.slow is not None:
            await self.slow.wait()
        message: Json = json.loads(text)
        self.heard.append(message)
        if "welcome" in message:
            self.view, self.me = message["view"], {}
        self.view = merge(self.view, message.get("patch", {}))
        self.me = merge(self.me, message.get("me", {}))
        self.news.set()

    async def end(self, code: int) -> None:
        self.code = code
        self.news.set()

    async def until(self, reached: Callable[["Onlooker"], Any]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not reached(self):
                self.news.clear()
                await self.news.wait()


UNAVAILABLE = Unavailable("held up by a test")
