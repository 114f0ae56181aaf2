"""Plays a trace in a room: one console, and a phone of its own for everybody else, over real sockets.

What the room looks like afterwards must not depend on how fast it is played. So a line waits until everything before
it has been answered, except for those whose order among different people makes no difference: votes, reactions and
endorsements wait for that person's own lines only.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from app.core.messages.harvest import Endorse, Note, React
from app.core.messages.people import AddPerson, Join
from app.core.messages.session import CloseSession
from app.core.messages.statements import AddStatement, Vote
from app.simulate.client import Answer, Client
from app.simulate.trace import CONSOLE, NAMING, Line, Trace

COMMUTING = (Vote, React, Endorse)
AT_ONCE = 40
"""Phones that come in at the same moment."""
NAMES = ("person", "statement", "contribution")
"""Fields in which a command may name what an earlier line brought."""


@dataclass(slots=True)
class Played:
    """`answers`: every line with its answer, in the lines' order. `people`: name in the trace -> person in the room."""

    answers: list[tuple[Line, Answer]] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    screen: dict[str, Any] = field(default_factory=dict)
    """What the console showed at the end."""


class Player:
    """`speed`: times real time; 0 for as fast as it goes. `stepped` is called after every answer."""

    def __init__(
        self,
        address: str,
        code: str,
        console_key: str,
        language: str,
        speed: float,
        stepped: Callable[[], None],
    ) -> None:
        self._speed = speed
        self._stepped = stepped
        self._door = address, code, "", language
        self._console = Client(address, code, console_key, language)
        self._phones: dict[str, Client] = {}
        self._last: dict[str, asyncio.Task[Answer]] = {}
        self._under_way: set[asyncio.Task[Answer]] = set()
        self._ids: dict[str, str] = {}
        self._known: set[str] = set()
        self._started = 0.0

    async def play(self, trace: Trace) -> Played:
        """Raises client.Closed (the session is gone, or the key is wrong)."""
        try:
            await self._console.open()
            for what in ("people", "statements", "contributions"):
                self._known.update(self._console.view.get(what, {}))
            if not self._speed:
                await self._come_in(trace.phones)
            return await self._play(trace)
        finally:
            await asyncio.gather(*(one.close() for one in (*self._phones.values(), self._console)))

    async def _come_in(self, names: list[str]) -> None:
        for start in range(0, len(names), AT_ONCE):
            await asyncio.gather(*(self._phone(name) for name in names[start : start + AT_ONCE]))

    async def _phone(self, name: str) -> Client:
        if name not in self._phones:
            client = self._phones[name] = Client(*self._door)
            await client.open()
        return self._phones[name]

    async def _play(self, trace: Trace) -> Played:
        self._started = asyncio.get_running_loop().time()
        waiting: list[tuple[Line, asyncio.Task[Answer]]] = []
        for line in trace.lines:
            await self._when(line.t)
            if not isinstance(line.command, COMMUTING):
                await self._settled()
            task = asyncio.create_task(self._say(line, self._last.get(line.who)))
            self._last[line.who] = task
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
            waiting.append((line, task))
            if not isinstance(line.command, COMMUTING):
                await task
        await self._settled()
        played = Played([(line, await task) for line, task in waiting], dict(self._ids))
        if any(one.done and isinstance(line.command, CloseSession) for line, one in played.answers):
            await self._console.until(lambda: self._console.view["state"] not in ("draft", "lobby", "live"))
        played.screen = self._console.view
        return played

    async def _when(self, t: float) -> None:
        if self._speed:
            left = self._started + t / self._speed - asyncio.get_running_loop().time()
            if left > 0:
                await asyncio.sleep(left)

    async def _settled(self) -> None:
        if self._under_way:
            await asyncio.gather(*self._under_way)

    async def _say(self, line: Line, before: asyncio.Task[Answer] | None) -> Answer:
        if before is not None:
            await asyncio.wait([before])
        client = self._console if line.who == CONSOLE else await self._phone(line.who)
        answer = await client.command(self._named(line))
        if answer.done:
            await self._remember(line, client)
        self._stepped()
        return answer

    def _named(self, line: Line) -> Any:
        """The command with the trace's own names replaced by the room's."""
        changed = {
            name: self._ids[value]
            for name in NAMES
            if isinstance(value := getattr(line.command, name, None), str) and value in self._ids
        }
        return replace(line.command, **changed) if changed else line.command  # type: ignore[arg-type]

    async def _remember(self, line: Line, client: Client) -> None:
        """Which id the server gave to what this line brought: the only one that was not there before, since nothing
        else is under way."""
        if isinstance(line.command, Join):
            await client.until(lambda: "person" in client.me)
            self._known.add(client.me["person"])
            self._ids[line.who] = client.me["person"]
        elif isinstance(line.command, NAMING):
            await client.until(lambda: bool(_things(line, client) - self._known))
            new = min(_things(line, client) - self._known)
            self._known.add(new)
            self._ids[line.named or new] = new


def _things(line: Line, client: Client) -> set[str]:
    """The ids among which that of what this line brings will be."""
    match line.command:
        case AddPerson():
            return set(client.view.get("people", {}))
        case AddStatement():
            return set(client.view.get("statements", {}))
        case Note():
            return set(client.view.get("contributions", {}))
        case _:
            return set(client.me.get("said", {}))
