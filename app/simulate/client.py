"""A phone, stage or console without a screen: the messages of docs/protocol.md over a real socket.

Keeps what it was told (`view`, `me`), asks with ids, and comes back after a cut as who it was, with what was not
answered yet (J3, J6). Light enough for hundreds in one process.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from pydantic_core import from_json
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from app import wire
from app.live.flood import BURST, PER_S
from app.live.patch import Json, merge
from app.texts import DEFAULT

FINAL = (4001, 4003, 4009, 4099)
"""Closing codes after which coming back makes no sense."""
FIRST_WAIT_S = 0.1
MOST_WAIT_S = 5.0
WELCOME_S = 20.0
AHEAD, PACE = BURST * 0.75, PER_S * 0.9
"""How many commands may go at once, and how many a second after that: within what the server takes from anybody."""
LARGEST = 16 * 1024 * 1024


class Closed(Exception):
    """The connection is over for good. `code`: the server's closing code, or 0 when this side closed."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(f"closed with {code}" if code else "closed")
        self.code = code


class NobodyThere(Closed):
    """Nothing listens at the address, or there is no such address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """To one command: done at `seq`, or refused with a code and a sentence."""

    seq: int = 0
    code: str = ""
    message: str = ""

    @property
    def done(self) -> bool:
        return not self.code


class Client:
    """`address`: the server's, http(s)://host:port. `key`: of a link, or a token from before; "" for a new phone.
    `changed`, where given, is called after every message with news in it."""

    def __init__(
        self,
        address: str,
        code: str,
        key: str = "",
        language: str = DEFAULT,
        changed: Callable[[], None] | None = None,
    ) -> None:
        self._address, self._code = address, code
        self.live = f"ws{address.removeprefix('http').rstrip('/')}/s/{code}/live"
        self.key = key
        self.language = language
        self.audience = ""
        self.view: Json = {}
        self.me: Json = {}
        self.seq = 0
        self.received = 0
        """Bytes of messages, so far."""
        self._changed = changed or (lambda: None)
        self._news = asyncio.Event()
        self._waiting: dict[str, tuple[str, asyncio.Future[Answer]]] = {}
        self._number = 0
        self._prefix = f"{random.randrange(16**6):06x}-"
        self._socket: ClientConnection | None = None
        self._welcomed = False
        self._task: asyncio.Task[None] | None = None
        self._over: Closed | None = None
        self._paced_to = 0.0

    async def __aenter__(self) -> "Client":
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def open(self, sure: bool = False) -> None:
        """Until the server's welcome. `sure`: no server at the first try is none at all, rather than one that starts.
        Raises Closed (unknown session or key), NobodyThere, TimeoutError (no answer)."""
        self._task = asyncio.create_task(self._stay_connected(sure), name="simulated screen")
        try:
            # Not wait_for: before Python 3.12 it forgets that it was cancelled when the welcome comes just then.
            async with asyncio.timeout(WELCOME_S):
                await self.until(lambda: bool(self.audience))
        except BaseException:
            await self.close()
            raise

    def another(self) -> "Client":
        """For the same person, after this one was closed."""
        return Client(self._address, self._code, self.key, self.language, self._changed)

    async def close(self) -> None:
        if self._task is not None:
            self._end(Closed())
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def ask(self, do: str, **fields: Any) -> Answer:
        """Send a command and wait for its answer, over as many connections as it takes. Raises Closed."""
        return await (await self.send({"do": do, **fields}))

    async def command(self, command: wire.ClientCommand) -> Answer:
        return await (await self.send(wire.write_command(command)))

    async def send(self, command: Mapping[str, Any]) -> Awaitable[Answer]:
        """Send a command, no faster than the server takes them; its answer comes by itself. Raises Closed."""
        if self._over:
            raise self._over
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._paced_to = max(self._paced_to, now) + 1 / PACE
        await asyncio.sleep(max(0.0, self._paced_to - now - AHEAD / PACE))
        self._number += 1
        id = f"{self._prefix}{self._number}"
        message = wire.encode({"id": id, **command}).decode()
        answer: asyncio.Future[Answer] = loop.create_future()
        self._waiting[id] = (message, answer)
        if self._socket is not None:
            try:
                await self._socket.send(message)
            except ConnectionClosed:
                self._socket = None
        return answer

    async def until(self, reached: Callable[[], bool]) -> None:
        """Wait until what this screen was told makes `reached()` true. Raises Closed."""
        while not reached():
            if self._over:
                raise self._over
            self._news.clear()
            await self._news.wait()

    def cut(self) -> None:
        """Lose the connection, as a phone does in a lift. It comes back by itself."""
        if self._socket is not None:
            self._socket.transport.abort()

    # The connection

    async def _stay_connected(self, sure: bool) -> None:
        wait = FIRST_WAIT_S
        while self._over is None:
            self._welcomed = False
            try:
                async with connect(
                    self.live,
                    compression=None,
                    ping_interval=None,
                    open_timeout=WELCOME_S,
                    close_timeout=1,
                    max_size=LARGEST,
                    proxy=None,
                ) as socket:
                    await self._listen(socket)
            except ConnectionClosed as closed:
                code = closed.rcvd.code if closed.rcvd else 0
                if code in FINAL:
                    self._end(Closed(code))
                    return
            except (InvalidHandshake, TimeoutError):
                sure = False
            except OSError:
                if sure:
                    self._end(NobodyThere())
                    return
            finally:
                self._socket = None
            # Full jitter, so that a room that was cut off does not come back as one.
            await asyncio.sleep(random.uniform(0, wait))
            wait = FIRST_WAIT_S if self._welcomed else min(MOST_WAIT_S, wait * 2)

    async def _listen(self, socket: ClientConnection) -> None:
        hello: Json = {"v": wire.VERSION, "key": self.key or None, "lang": self.language}
        if self.seq:
            hello["since"] = self.seq
        await socket.send(wire.encode({"hello": hello}).decode())
        while True:
            text = await socket.recv()
            self.received += len(text)
            message = from_json(text)
            self._take(message)
            if "welcome" in message:
                self._socket, self._welcomed = socket, True
                for waiting, _ in list(self._waiting.values()):
                    await socket.send(waiting)
            if "done" not in message and "refused" not in message:
                self._news.set()
                self._changed()

    def _take(self, message: Json) -> None:
        if "done" in message:
            self._answered(message["done"], Answer(message["seq"]))
            return
        if "refused" in message:
            self._answered(message["refused"], Answer(0, message["code"], message.get("message", "")))
            return
        if "welcome" in message:
            self.audience = message["welcome"]["as"]
            self.key = message["welcome"].get("token") or self.key
            self.me = {}
        if "view" in message:
            self.view = message["view"]
        if "patch" in message:
            self.view = merge(self.view, message["patch"])
        if "me" in message:
            self.me = merge(self.me, message["me"])
        self.seq = message.get("seq", self.seq)

    def _answered(self, id: str | None, answer: Answer) -> None:
        waiting = self._waiting.pop(id or "", None)
        if waiting and not waiting[1].done():
            waiting[1].set_result(answer)

    def _end(self, closed: Closed) -> None:
        self._over = closed
        for _, answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(closed)
                answer.exception()
        self._waiting.clear()
        self._news.set()
