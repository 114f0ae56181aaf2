"""One room's line to the other nodes that have it open: what was stored here, and who is connected where.

Presence is memory, never journal (J8). Each node says what its share of it is when that changes; the share of a node
that is heard of no more is dropped (`nodes`). What is stored is told only while another node is known to have the room
open: phones are led to one node, so mostly none has. Whoever opens it asks, and is told how far it is by now.
"""

import asyncio
from collections.abc import Callable, Collection, Iterable
from typing import Protocol

from app.live.news import EVERYBODY, Left, Message, News, Share, Who

TOGETHER_S = 0.05
"""Changes that come this close together are said together."""


class Follower(Protocol):
    """The room, as far as the line needs it."""

    def hear(self, news: News) -> None: ...
    def presence(self, came: dict[str, float], asked_by: str | None) -> None: ...
    def reached(self, turn: int) -> None: ...
    @property
    def newest(self) -> int: ...


class Line:
    """`send` takes a message and the names of nodes, and never waits. What is heard before the room listens (`lead_to`)
    waits for it."""

    def __init__(self, send: Callable[[Message, Collection[str]], None]) -> None:
        self._send = send
        self._loop = asyncio.get_running_loop()
        self._room: Follower | None = None
        self._early: list[News] = []
        self._shares: dict[str, Share] = {}
        self._own = Share()
        self._came: dict[str, float] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._closed = False
        self.phones = 0
        self.consoles: frozenset[str] = frozenset()

    def lead_to(self, room: Follower) -> None:
        self._room = room
        for news in self._early:
            room.hear(news)
        self._early.clear()
        self.ask()

    def ask(self) -> None:
        """For the others' shares, and give ours."""
        self._send(Who(), [EVERYBODY])
        self._announce()

    def leave(self) -> None:
        """The room is let go here."""
        self._send(Left(), self._shares)

    @property
    def heard(self) -> bool:
        """Whether another node has the room open, as far as is known here."""
        return bool(self._shares)

    def close(self) -> None:
        """The room is let go here, or opened anew with another line: nothing more is said or heard."""
        if self._timer:
            self._timer.cancel()
        self._room = None
        self._closed = True

    # To the others

    def tell(self, news: News) -> None:
        self._send(news, self._shares)

    def here(self, phones: int, consoles: Iterable[str], asked_by: str | None) -> None:
        """How many are connected at this node, as it is now."""
        share = Share(phones, tuple(sorted(consoles)), asked_by=asked_by)
        if share != self._own:
            self._own = share
            self._soon()

    def came(self, phone: str) -> None:
        """A phone came here, so it is nowhere else any more."""
        self._came[phone] = self._loop.time()
        self._soon()

    def _soon(self) -> None:
        if not self._closed:
            self._timer = self._timer or self._loop.call_later(TOGETHER_S, self._announce)

    def _announce(self) -> None:
        """To everybody: a phone that came here may be at a node that is not known yet to have the room open."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        came, self._came = self._came, {}
        now = self._loop.time()
        ago = {phone: round(now - at, 4) for phone, at in came.items()}
        own, turn = self._own, self._room.newest if self._room is not None else 0
        self._send(Share(own.phones, own.consoles, ago, own.asked_by, turn), [EVERYBODY])

    # From the others

    def hear(self, node: str, message: Message) -> None:
        match message:
            case News():
                if node not in self._shares:
                    self._shares[node] = Share()
                    self._send(Who(), [node])
                if self._room is None:
                    self._early.append(message)
                else:
                    self._room.hear(message)
            case Share():
                before, self._shares[node] = self._shares.get(node), message
                asked = message.asked_by if before is None or before.asked_by != message.asked_by else None
                self._count(message.came, asked)
                if self._room is not None:
                    self._room.reached(message.turn)
            case Who():
                self._shares.setdefault(node, Share())
                self._announce()
            case Left():
                self.lost(node)
            case _:
                pass

    def lost(self, node: str) -> None:
        """A node that is not there any more, or has let the room go."""
        if self._shares.pop(node, None):
            self._count({}, None)

    def _count(self, came: dict[str, float], asked_by: str | None) -> None:
        self.phones = sum(one.phones for one in self._shares.values())
        self.consoles = frozenset(console for one in self._shares.values() for console in one.consoles)
        if self._room is not None:
            self._room.presence(came, asked_by)
