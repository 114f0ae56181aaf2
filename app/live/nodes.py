"""This node among the others: which of them are there, and the line of each room that is open here.

Every node is equal, none has to know of another beforehand, and nothing that is stored depends on any of it: with the
bus gone each reads the journal once a second for the rooms it has open, and goes on.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable
from contextlib import suppress

from app import wire
from app.live import news
from app.live.bus import Bus
from app.live.line import Line
from app.live.news import Beat, Deleted, Message, Share
from app.store.database import Unavailable
from app.store.journal import Head, Journal

BEAT_S = 1.0
GONE_S = 5.0
"""A node that has not been heard of for so long is not there any more."""
LOOK_S = 1.0
"""Between two looks at the journal with the bus gone; with the bus there, in case the last that was said got lost."""
LOOK_WITH_BUS_S = 3.0
ALL = ""
"""The channel of all nodes."""
log = logging.getLogger("vissenkom.bus")


class Nodes:
    """`follow` is told how far a session is, or None that it is not there any more."""

    def __init__(self, url: str, journal: Journal, follow: Callable[[str, Head | None], None]) -> None:
        self.name = secrets.token_hex(4)
        self._journal = journal
        self._follow = follow
        self._lines: dict[str, Line] = {}
        self._heard_of: dict[str, float] = {}
        self._own_beat = 0.0
        self._bus = Bus(url, self.name, self._hear, self._bus_changed)
        self._loop = asyncio.get_running_loop()
        self._tasks: list[asyncio.Task[None]] = []
        self._look = asyncio.Event()

    @property
    def ok(self) -> bool:
        """Whether the bus is there, and what is said on it is heard."""
        return self._bus.up and self._loop.time() - self._own_beat < GONE_S

    def open(self) -> None:
        self._bus.open()
        self._tasks = [
            asyncio.create_task(self._beat_on(), name="nodes, beating"),
            asyncio.create_task(self._look_on(), name="nodes, looking"),
        ]

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._bus.close()

    # Rooms

    async def line(self, session: str) -> Line:
        """Of a room that is being opened. It hears from now on."""
        before = self._lines.get(session)
        if before is not None:
            before.close()
        line = Line(lambda message: self._say(session, message))
        self._lines[session] = line
        await self._bus.listen(session)
        return line

    async def leave(self, session: str, line: Line) -> None:
        line.close()
        if self._lines.get(session) is line:
            del self._lines[session]
            self._say(session, Share())
            await self._bus.leave(session)

    def deleted(self, session: str) -> None:
        self._say(session, Deleted())

    # The bus

    def _say(self, channel: str, message: Message) -> None:
        if self._bus.up:
            self._bus.say(channel, news.write(message))

    def _hear(self, channel: str, name: str, said: list[bytes]) -> None:
        if name == self.name:
            if channel == ALL:
                self._own_beat = self._loop.time()
            return
        self._heard_of[name] = self._loop.time()
        line = self._lines.get(channel)
        if line is None:
            return
        for text in said:
            try:
                message = news.read(text)
            except wire.Malformed as error:
                log.warning("node %s said what this version can't read: %s", name, error.code)
                self._look.set()
                continue
            if isinstance(message, Deleted):
                self._follow(channel, None)
            else:
                line.hear(name, message)

    def _bus_changed(self) -> None:
        """Gone: what others say is missed from now on. There again: read what was missed, and who is where."""
        self._own_beat = self._loop.time()
        self._look.set()
        if self._bus.up:
            for line in self._lines.values():
                line.ask()

    async def _beat_on(self) -> None:
        while True:
            self._say(ALL, Beat())
            if self.ok:
                self._miss()
            else:
                # Nobody can be heard: that says nothing of who is there.
                self._heard_of = dict.fromkeys(self._heard_of, self._loop.time())
            await asyncio.sleep(BEAT_S)

    def _miss(self) -> None:
        before = self._loop.time() - GONE_S
        for node in [node for node, at in self._heard_of.items() if at < before]:
            log.warning("node %s is not heard of any more", node)
            del self._heard_of[node]
            for line in self._lines.values():
                line.lost(node)

    async def _look_on(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._look.wait(), LOOK_WITH_BUS_S if self.ok else LOOK_S)
            self._look.clear()
            await self._look_once()

    async def _look_once(self) -> None:
        sessions = list(self._lines)
        if not sessions:
            return
        try:
            heads = await self._journal.heads(sessions)
        except Unavailable as error:
            log.warning("the journal can't be looked at: %s", error)
            return
        for session in sessions:
            self._follow(session, heads.get(session))
