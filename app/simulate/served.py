"""A real server in this process, on an address of its own, for as long as it is wanted."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass

from fastapi import FastAPI

from app import access
from app.live.hub import Hub
from app.main import build_app
from app.settings import Settings
from app.store.accounts import Accounts
from app.store.database import Database
from app.store.journal import Journal
from app.store.sessions import Sessions
from app.web.serving import Server, listen


@dataclass(frozen=True, slots=True)
class Served:
    """`address`: http://host:port, as this machine reaches it. The rest is the server's own, for those inside."""

    address: str
    database: Database
    sessions: Sessions
    journal: Journal
    accounts: Accounts
    hub: Hub


class _Embedded(Server):
    """Leaves signals to its host, and says when it is up."""

    def __init__(self, app: FastAPI, settings: Settings) -> None:
        super().__init__(app, settings)
        self.up = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        except SystemExit as stopped:
            raise RuntimeError("the server did not start") from stopped
        self.up.set()


@contextlib.asynccontextmanager
async def served(settings: Settings, announce: Callable[[str], None]) -> AsyncIterator[Served]:
    """Raises OSError when the address is taken, Unavailable when the database does not answer. `announce` is told the
    link that makes the first organiser."""
    access.allow(access.OPERATOR, "serve")
    await (await Database.open(settings.database_url)).close()
    listening = listen(settings.host, settings.port)
    host, port = listening.getsockname()[:2]
    settings = settings.model_copy(update={"port": port})
    app = build_app(settings, announce=announce)
    server = _Embedded(app, settings)
    running = asyncio.create_task(server.serve(sockets=[listening]), name="server")
    started = asyncio.create_task(server.up.wait())
    try:
        await asyncio.wait((running, started), return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
            raise RuntimeError("the server did not start")
        own = server.services
        near = "127.0.0.1" if host in ("0.0.0.0", "::") else host
        yield Served(f"http://{near}:{port}", own.database, own.sessions, own.journal, own.accounts, own.hub)
    finally:
        started.cancel()
        server.should_exit = True
        await asyncio.wait([running])
