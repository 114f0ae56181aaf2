"""A phone, stage or console of the generator, and a room full of them.

Only a screen with `follow` keeps its view; the others look at no more of a message than its first bytes.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from secrets import token_hex
from time import monotonic
from typing import Any

from app.live.patch import Json, merge
from tests.bench.line import Door, Line, Refused, address

YES = {"votes": True, "words": True, "story": False}
RUN = token_hex(3)
"""A console that comes back in another generator must not use the ids of this one again: those have been answered."""
AT_ONCE = 50
"""How many come in at the same time, as with a door."""
Heard = Callable[[bytes, float], None]


class Screen:
    """`key`: what it comes in with; from the first welcome on that is a token of its own, to come back with. `told` is
    called with each message that is neither a welcome nor an answer, and the time."""

    def __init__(self, door: Door, key: str | None = None, source: str = "", follow: bool = False) -> None:
        self.door = door
        self.key = key
        self.source = source
        self.follow = follow
        self.line: Line
        self.view: Json = {}
        self.me: Json = {}
        self.told: Heard | None = None
        self.welcome_bytes = 0
        self._asked: dict[bytes, tuple[float, asyncio.Future[float]]] = {}
        self._welcome: asyncio.Future[float]
        self._changed = asyncio.Event()
        self._number = 0

    async def open(self) -> float:
        """Come in, or come in again; when it was welcomed. Raises OSError, Refused."""
        self._welcome = asyncio.get_running_loop().create_future()
        self.line = await Line.connect(self.door, self._heard, self._lost, self.source)
        self.line.send({"hello": {"v": 1, "key": self.key, "lang": "nl"}})
        return await self._welcome

    def ask(self, do: str, since: float = 0.0, **fields: Any) -> "asyncio.Future[float]":
        """Seconds until it was confirmed, counted from `since`, else from now. Raises Refused."""
        done: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._number += 1
        id = f"{RUN}{self._number}"
        self._asked[id.encode()] = (since or monotonic(), done)
        self.line.send({"id": id, "do": do, **fields})
        return done

    async def until(self, reached: Callable[[Json], object]) -> float:
        """When the view had become such."""
        while not reached(self.view):
            self._changed.clear()
            await self._changed.wait()
        return monotonic()

    def cut(self) -> None:
        """As when the network goes."""
        self.line.close()

    def _heard(self, text: bytes, now: float) -> None:
        if text.startswith(b'{"done":"'):
            since, done = self._asked.pop(text[9 : text.index(b'"', 9)])
            if not done.done():
                done.set_result(now - since)
        elif text.startswith(b'{"welcome"'):
            self._welcomed(text, now)
        elif text.startswith(b'{"refused"'):
            answer = json.loads(text)
            self._asked.pop(str(answer["refused"]).encode())[1].set_exception(Refused(answer["code"]))
        else:
            if self.follow:
                message = json.loads(text)
                self.view = merge(self.view, message.get("patch", {}))
                self.me = merge(self.me, message.get("me", {}))
                self._changed.set()
            if self.told:
                self.told(text, now)

    def _welcomed(self, text: bytes, now: float) -> None:
        start = text.index(b'"token":"') + 9
        self.key = text[start : text.index(b'"', start)].decode()
        if self.follow:
            message = json.loads(text)
            self.view, self.me = message["view"], message["me"]
            self._changed.set()
        self.welcome_bytes = len(text)
        if not self._welcome.done():
            self._welcome.set_result(now)

    def _lost(self) -> None:
        gone = [done for _, done in self._asked.values()]
        self._asked.clear()
        for waiting in (self._welcome, *gone):
            if not waiting.done():
                waiting.set_exception(Refused("closed"))


async def come_in(
    door: Door, console: Screen, count: int, first: int = 0, at_once: int = AT_ONCE
) -> list[Screen]:
    """`count` phones that join, a few at a time, with the roles in turn. `first`: the number of the first."""
    roles = list(console.view["roles"])
    people = [Screen(door, source=address(first + no)) for no in range(count)]
    waiting = iter(list(enumerate(people)))

    async def usher() -> None:
        for no, one in waiting:
            await one.open()
            await join(one, roles[no % len(roles)])

    await asyncio.gather(*(usher() for _ in range(at_once)))
    return people


def join(one: Screen, role: str, since: float = 0.0) -> "asyncio.Future[float]":
    return one.ask("join", since, role=role, consent=YES)


async def begin(door: Door, console_key: str) -> Screen:
    """The console, which has started the session and its first item."""
    console = Screen(door, console_key, follow=True)
    await console.open()
    await console.ask("start_session")
    await console.ask("start_item", item=next(iter(console.view["items"])))
    return console


async def at(moment: float) -> float:
    """Wait until then; by when it was planned, so that whoever is late counts that too."""
    await asyncio.sleep(max(0.0, moment - monotonic()))
    return moment


def leave(screens: Iterable[Screen]) -> None:
    for one in screens:
        one.cut()


async def reached(
    people: list[Screen], shows: Callable[[bytes], bool], act: Callable[[], Awaitable[float]]
) -> list[float]:
    """Seconds from `act` until each phone was told something that `shows` it."""
    taken: list[float] = []
    everybody = asyncio.Event()

    def look(one: Screen, text: bytes, now: float) -> None:
        if shows(text):
            one.told = None
            taken.append(now - began)
            if len(taken) == len(people):
                everybody.set()

    for one in people:
        one.told = partial(look, one)
    began = monotonic()
    await act()
    await everybody.wait()
    return taken
