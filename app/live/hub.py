"""Which rooms are open: each is read from the journal when first asked for, and let go when it has been quiet."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.live.connection import Audience
from app.live.crowd import RESTART
from app.live.flood import Buckets
from app.live.keys import Keys
from app.live.room import UNKNOWN, LiveRoom
from app.settings import Settings
from app.store.database import Unavailable
from app.store.journal import Head, Journal
from app.store.sessions import Sessions, normal

if TYPE_CHECKING:
    from app.live.nodes import Nodes

IDLE_S = 300.0
SWEEP_S = 60.0
log = logging.getLogger("vissenkom.live")


class Hub:
    """`clock` gives epoch seconds. `keys`: who may come in as what. `buckets`: how much those send who post.
    `stopping`: nobody is let in any more."""

    def __init__(
        self, journal: Journal, sessions: Sessions, clock: Callable[[], float], settings: Settings
    ) -> None:
        self.clock = clock
        self.keys = Keys(sessions, settings.secret_key)
        self.buckets = Buckets()
        self._journal = journal
        self._sessions = sessions
        self._rooms: dict[str, asyncio.Task[LiveRoom]] = {}
        self._by_code: dict[str, str] = {}
        self._sweeper: asyncio.Task[None] | None = None
        self._nodes = self._among_others(settings.bus_url) if settings.bus_url else None
        self.stopping = False

    @property
    def bus_ok(self) -> bool:
        """Whether what other nodes do is heard at once. Without it rooms read the journal, and nothing is lost."""
        return self._nodes is None or self._nodes.ok

    async def open(self, session: str) -> LiveRoom:
        """The one live room of this session. Raises Missing, Unavailable."""
        if self.stopping:
            raise Unavailable("stopping")
        opening = self._rooms.get(session)
        if opening is None or _useless(opening):
            opening = asyncio.create_task(self._open(session), name=f"open {session}")
            self._rooms[session] = opening
            self._sweeper = self._sweeper or asyncio.create_task(self._sweep_on(), name="hub")
        # Several may wait for one opening, and one of them giving up is nothing to the others.
        room = await asyncio.shield(opening)
        room.touch()
        return room

    def _among_others(self, bus_url: str) -> Nodes:
        from app.live.nodes import Nodes  # whoever has one node needs no Redis, and may not have its client

        nodes = Nodes(bus_url, self._journal, self._follow)
        nodes.open()
        return nodes

    async def _open(self, session: str) -> LiveRoom:
        log.info("session %s: opened", session)
        if self._nodes is None:
            return await LiveRoom.open(session, self._journal, self.clock)
        line = self._nodes.line(session)
        try:
            return await LiveRoom.open(session, self._journal, self.clock, line)
        except BaseException:
            self._nodes.leave(session, line)
            raise

    def _follow(self, session: str, head: Head | None) -> None:
        """Another node has appended, or deleted the session."""
        opening = self._rooms.get(session)
        if opening is not None and opening.done() and not _useless(opening):
            opening.result().follow(head)
        if head is None:
            self._by_code = {code: id for code, id in self._by_code.items() if id != session}

    async def find(self, code: str) -> LiveRoom | None:
        """The live room with this code, however it was typed. Raises Unavailable."""
        code = normal(code)
        id = self._by_code.get(code)
        if id is None:
            session = await self._sessions.by_code(code)
            if session is None:
                return None
            id = self._by_code[code] = session.id
        return await self.open(id)

    async def forget(self, session: str) -> None:
        """The session was deleted: whoever still looks on is told that it is not there any more."""
        self._by_code = {code: id for code, id in self._by_code.items() if id != session}
        if self._nodes is not None:
            self._nodes.deleted(session)
        await self._let_go(session, UNKNOWN)

    async def close(self) -> None:
        """What was asked is done and answered, everybody is let go, and nobody is let in any more."""
        self.stopping = True
        if self._sweeper is not None:
            self._sweeper.cancel()
            await asyncio.wait([self._sweeper])
        rooms = list(self._rooms)
        await asyncio.gather(*(self._let_go(session, RESTART) for session in rooms))
        if self._nodes is not None:
            await self._nodes.close()
        if rooms:
            log.info("stopping: %d rooms let go", len(rooms))

    def census(self) -> tuple[int, Counter[Audience]]:
        """How many rooms are open, and how many of each audience look on."""
        open_rooms = [one.result() for one in self._rooms.values() if one.done() and not _useless(one)]
        return len(open_rooms), sum((room.crowd.looking() for room in open_rooms), Counter())

    async def _let_go(self, session: str, code: int) -> None:
        opening = self._rooms.pop(session, None)
        if opening is None:
            return
        await asyncio.wait([opening])
        if not opening.cancelled() and opening.exception() is None:
            room = opening.result()
            await room.close(code)
            if self._nodes is not None and room.line is not None:
                self._nodes.leave(session, room.line)

    async def _sweep_on(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_S)
            await self.sweep()

    async def sweep(self, idle_s: float = IDLE_S) -> None:
        """Let go of rooms where nobody was for `idle_s` seconds and nothing is about to happen."""
        before = asyncio.get_running_loop().time() - idle_s
        for session, opening in list(self._rooms.items()):
            if _useless(opening) or (opening.done() and opening.result().idle_since(before)):
                log.info("session %s: let go", session)
                await self._let_go(session, RESTART)


def _useless(opening: asyncio.Task[LiveRoom]) -> bool:
    """It failed, or what it opened has ended."""
    if not opening.done():
        return False
    return opening.cancelled() or opening.exception() is not None or opening.result().ended
