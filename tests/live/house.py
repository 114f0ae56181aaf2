"""The real server on a real database, in this test's own loop, with a clock that the test turns.

Sockets are real as well. Whoever waits here waits for a message, and gives up after `PATIENCE_S`.
"""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from app.core.plan import Plan
from app.core.room import Room
from app.live.hub import Hub
from app.live.patch import Json, merge
from app.live.room import LiveRoom
from app.main import build_app
from app.settings import Settings
from app.store.journal import Journal
from app.store.sessions import Created, Sessions
from app.web import serving
from app.web.services import Services
from tests.core.stories import plan as prepared

PATIENCE_S = 20.0
SMALL = 16 * 1024
"""Buffers, so that somebody who doesn't read is noticed soon."""
YES = {"votes": True, "words": True, "story": True}


class Hands:
    """A clock that a test turns. Epoch seconds."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


class Server(serving.Server):
    up: asyncio.Event

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


class Lines(set[Any]):
    """The connections that a server keeps count of; says when there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.empty = asyncio.Event()
        self.empty.set()

    def add(self, one: Any) -> None:
        super().add(one)
        self.empty.clear()

    def remove(self, one: Any) -> None:
        self.discard(one)

    def discard(self, one: Any) -> None:
        super().discard(one)
        if not self:
            self.empty.set()


class House:
    """`session`: one that has been prepared, with `prepared()` as its plan. `url`: its database, by default a file
    in `folder`."""

    def __init__(self, folder: Path, url: str = "") -> None:
        self.database = folder / "house.sqlite"
        self.clock = Hands()
        self.settings = Settings(
            database_url=url or f"sqlite+aiosqlite:///{self.database}",
            secret_key="s" * 32,
            base_url="",
            data=folder,
        )
        self.session: Created
        self._serving: asyncio.Task[None] | None = None
        self._lines: Lines
        self._server: Server

    async def open(self) -> None:
        self.app = build_app(self.settings, self.clock, announce=lambda link: None)
        listening = serving.listen("127.0.0.1", 0)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL)
        self.port = listening.getsockname()[1]
        self._server = Server(self.app, self.settings, loop="none", timeout_graceful_shutdown=1)
        self._server.up = asyncio.Event()
        self._server.server_state.connections = self._lines = Lines()
        self._serving = asyncio.create_task(self._server.serve([listening]))
        up = asyncio.create_task(self._server.up.wait())
        await asyncio.wait({up, self._serving}, return_when=asyncio.FIRST_COMPLETED)
        assert self._server.started
        if not hasattr(self, "session"):
            self.session = await self.prepare()

    async def close(self) -> None:
        if self._serving is not None:
            self._server.should_exit = True
            await self._serving
            self._serving = None

    async def restart(self) -> None:
        await self.close()
        await self.open()

    async def reopened(self, monkeypatch: pytest.MonkeyPatch, ping_s: float = 20.0, **settings: Any) -> None:
        """Opened anew, with other settings, or with pings as often as `ping_s`."""
        monkeypatch.setattr(serving, "PING_S", ping_s)
        self.settings = self.settings.model_copy(update=settings)
        await self.restart()

    def unsent(self) -> int:
        """Bytes that wait to be sent, of the connection where most of them do."""
        return max((one.transport.get_write_buffer_size() for one in self._lines), default=0)

    async def left(self) -> None:
        """Until the room has seen that those who closed their sockets are gone."""
        tasks = set(self._server.server_state.tasks)
        async with asyncio.timeout(PATIENCE_S):
            await asyncio.wait(tasks) if tasks else None

    async def nobody(self) -> None:
        """Until the last connection is gone, and all that was done for it is over."""
        async with asyncio.timeout(PATIENCE_S):
            await self._lines.empty.wait()
            while tasks := self._server.server_state.tasks:
                await asyncio.wait(set(tasks))

    async def prepare(self, plan: Plan | None = None) -> Created:
        return await self.sessions.create(plan or prepared())

    @property
    def services(self) -> Services:
        return self._server.services

    @property
    def sessions(self) -> Sessions:
        return self.services.sessions

    @property
    def journal(self) -> Journal:
        return self.services.journal

    @property
    def hub(self) -> Hub:
        return self.services.hub

    async def live(self) -> LiveRoom:
        return await self.hub.open(self.session.id)

    async def room(self) -> Room:
        return (await self.live()).room

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}/s/{self.session.code}"

    def address(self, code: str = "") -> str:
        return f"ws://127.0.0.1:{self.port}/s/{code or self.session.code}/live"

    @asynccontextmanager
    async def peer(
        self, key: str | None = None, language: str = "nl", code: str = ""
    ) -> AsyncIterator["Peer"]:
        """Somebody who was welcomed."""
        async with self.knock(code) as peer:
            await peer.hello(key, language)
            yield peer

    @asynccontextmanager
    async def knock(self, code: str = "") -> AsyncIterator["Peer"]:
        """Somebody at the door."""
        line = socket.socket()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
        line.connect(("127.0.0.1", self.port))
        async with connect(self.address(code), sock=line, max_size=None, ping_interval=None) as opened:
            yield Peer(opened)

    @asynccontextmanager
    async def console(self, key: str = "") -> AsyncIterator["Peer"]:
        async with self.peer(key or self.session.console_key) as peer:
            yield peer

    @asynccontextmanager
    async def phone(self, role: str = "resident", **more: Any) -> AsyncIterator["Peer"]:
        """Somebody who joined."""
        async with self.peer(**more) as peer:
            await peer.done("join", role=role, consent=YES)
            await peer.until(lambda one: "person" in one.me)
            yield peer


class Peer:
    """One socket: what was said over it, and what it makes of the room."""

    def __init__(self, opened: ClientConnection) -> None:
        self.socket = opened
        self.heard: list[Json] = []
        self.raw: list[str] = []
        self.view: Json = {}
        self.me: Json = {}
        self.seq = 0
        self.token = ""
        self._name = token_hex(4)
        self._number = 0

    async def hello(self, key: str | None = None, language: str = "nl", **more: Any) -> Json:
        await self.send({"hello": {"v": 1, "key": key, "lang": language, **more}})
        return await self.next("welcome")

    async def send(self, message: Any) -> None:
        await self.socket.send(message if isinstance(message, str | bytes) else json.dumps(message))

    async def hear(self) -> Json:
        """The next message, whatever it is. Raises ConnectionClosed."""
        async with asyncio.timeout(PATIENCE_S):
            text = await self.socket.recv()
        assert isinstance(text, str)
        self.raw.append(text)
        message: Json = json.loads(text)
        self.heard.append(message)
        if "welcome" in message:
            self.token, self.view, self.me = message["welcome"]["token"], message["view"], {}
        if "patch" in message:
            self.view = merge(self.view, message["patch"])
        if "me" in message:
            self.me = merge(self.me, message["me"])
        if "done" not in message and "refused" not in message:
            self.seq = message["seq"]
        return message

    async def next(self, key: str) -> Json:
        """The next message that has `key`."""
        while key not in (message := await self.hear()):
            pass
        return message

    async def until(self, reached: Callable[["Peer"], Any]) -> None:
        """Until what was heard makes it true."""
        while not reached(self):
            await self.hear()

    async def command(self, do: str, id: str = "", **fields: Any) -> str:
        """Send, without waiting for an answer. The id it was given."""
        self._number += 1
        id = id or f"{self._name}-{self._number}"
        await self.send({"id": id, "do": do, **fields})
        return id

    async def ask(self, do: str, id: str = "", **fields: Any) -> Json:
        """Send, and wait for the answer."""
        id = await self.command(do, id, **fields)
        while True:
            message = await self.hear()
            if id in (message.get("done"), message.get("refused")):
                return message

    async def done(self, do: str, **fields: Any) -> int:
        answer = await self.ask(do, **fields)
        assert "done" in answer, answer
        return int(answer["seq"])

    async def refused(self, do: str, **fields: Any) -> str:
        answer = await self.ask(do, **fields)
        assert "refused" in answer, answer
        return str(answer["code"])

    async def closed(self) -> int:
        """The code it is closed with, after whatever comes before that."""
        try:
            while True:
                await self.hear()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0
