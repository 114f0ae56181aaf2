"""This node among the others: which of them are there, and the line of each room that is open here.

Every node is equal, none has to know of another beforehand, and nothing that is stored depends on any of it: with the
bus gone each reads the journal once a second for the rooms it has open, and goes on.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress

from app import wire
from app.live import news
from app.live.bus import Bus
from app.live.line import Line
from app.live.news import EVERYBODY, Beat, Deleted, Message
from app.store.database import Unavailable
from app.store.journal import Head, Journal

BEAT_S = 1.0
GONE_S = 5.0
"""A node that has not been heard of for so long is not there any more."""
LOOK_S = 1.0
"""Between two looks at the journal with the bus gone; with the bus there, in case the last that was said got lost."""
LOOK_WITH_BUS_S = 3.0
NO_ROOM = ""
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

    def line(self, session: str) -> Line:
        """Of a room that is being opened. It hears from now on."""
        before = self._lines.get(session)
        if before is not None:
            before.close()
        line = self._lines[session] = Line(lambda message, to: self._say(to, session, message))
        return line

    def leave(self, session: str, line: Line) -> None:
        if self._lines.get(session) is line:
            del self._lines[session]
            line.leave()
        line.close()

    def deleted(self, session: str) -> None:
        self._say([EVERYBODY], session, Deleted())

    # The bus

    def _say(self, to: Iterable[str], session: str, message: Message) -> None:
        if self._bus.up:
            text = news.write(message)
            for name in to:
                self._bus.say(name, session, text)

    def _hear(self, name: str, said: list[tuple[str, bytes]]) -> None:
        if name == self.name:
            # Nobody else says anything to itself but that it is there.
            self._own_beat = self._loop.time()
            return
        known = name in self._heard_of
        self._heard_of[name] = self._loop.time()
        if not known:
            # It may have been given up as lost, with its shares.
            self._ask_all()
        for session, text in said:
            line = self._lines.get(session)
            if line is not None:
                self._hear_of(session, line, name, text)

    def _hear_of(self, session: str, line: Line, name: str, text: bytes) -> None:
        try:
            message = news.read(text)
        except wire.Malformed as error:
            log.warning("node %s said what this version can't read: %s", name, error.code)
            self._look.set()
            return
        if isinstance(message, Deleted):
            self._follow(session, None)
        else:
            line.hear(name, message)

    def _bus_changed(self) -> None:
        """Gone: what others say is missed from now on. There again: read what was missed, and who is where."""
        self._own_beat = self._loop.time()
        self._look.set()
        if self._bus.up:
            self._ask_all()

    def _ask_all(self) -> None:
        for line in self._lines.values():
            line.ask()

    async def _beat_on(self) -> None:
        while True:
            self._say([EVERYBODY], NO_ROOM, Beat())
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
