"""Several nodes in one process, on one database, with a bus between them that a test delays, loses and shuffles."""

import random
from collections.abc import Collection
from dataclasses import dataclass, field

from app.core.actor import SERVER
from app.core.commands import Tick
from app.core.evolve import replay
from app.core.room import Room, snapshot
from app.live.line import Line
from app.live.news import EVERYBODY, Message, read, write
from app.live.room import LiveRoom
from app.store.database import Database
from app.store.journal import Journal
from app.store.sessions import Sessions
from tests.core.stories import plan
from tests.live.house import Hands
from tests.live.looking import Evening, Watched

BUSY_S = 5.0


@dataclass
class Town:
    """`nodes` by name. `gone`: the bus takes nothing."""

    session: str
    clock: Hands = field(default_factory=Hands)
    nodes: dict[str, Evening] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    under_way: list[tuple[str, str, bytes]] = field(default_factory=list)
    gone: bool = False

    @classmethod
    async def open(cls, url: str, names: str = "ab") -> "Town":
        database = await Database.open(url, BUSY_S)
        town = cls((await Sessions(database).create(plan())).id)
        await database.close()
        for name in names:
            await town.begin(name, url)
        town.deliver_all()
        return town

    async def begin(self, name: str, url: str) -> Evening:
        journal = Watched(await Database.open(url, BUSY_S))
        line = self.lines[name] = Line(lambda message, to: self._say(name, message, to))
        live = await LiveRoom.open(self.session, journal, self.clock, line)
        evening = self.nodes[name] = Evening(journal, self.session, live, self.clock)
        return evening

    async def close(self) -> None:
        for node in self.nodes.values():
            await node.live.close()
            await node.journal._database.close()

    def _say(self, name: str, message: Message, to: Collection[str]) -> None:
        if not self.gone:
            text = write(message)
            others = (other for other in self.nodes if other != name)
            self.under_way.extend((name, other, text) for other in others if other in to or EVERYBODY in to)

    def deliver(self, chance: random.Random | None = None) -> None:
        """What is under way. With `chance` some of it comes now, in any order, and some never."""
        under_way, self.under_way = self.under_way, []
        if chance:
            chance.shuffle(under_way)
        for one in under_way:
            fate = chance.random() if chance else 0.0
            if fate < 0.6:
                name, other, text = one
                self.lines[other].hear(name, read(text))
            elif fate < 0.8:
                self.under_way.append(one)

    def deliver_all(self) -> None:
        """And what is answered to it."""
        while self.under_way:
            self.deliver()

    async def settle(self) -> Room:
        """Until every node has everything, by looking at the journal as nodes do; the room as it is stored."""
        journal: Journal = next(iter(self.nodes.values())).journal
        while True:
            head = (await journal.heads([self.session]))[self.session]
            for node in self.nodes.values():
                node.live.follow(head)
                await node.asks(Tick(), SERVER)
            if (await journal.heads([self.session]))[self.session] == head:
                break
        stored = await journal.load(self.session)
        assert [one.seq for one in stored.journal] == list(range(1, head.seq + 1)), "without a gap"
        return replay(stored.journal, stored.apart)

    async def agrees(self) -> Room:
        """J2, on every node."""
        room = await self.settle()
        for name, node in self.nodes.items():
            assert snapshot(node.room) == snapshot(room), f"node {name}"
        return room
