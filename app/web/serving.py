"""How uvicorn runs this server, wherever it is started from, and how it stops."""

import asyncio
import gc
import logging
import socket
import sys
from typing import Any

import uvicorn
from fastapi import FastAPI

from app import meters
from app.settings import Settings
from app.web import lines
from app.web.services import Services, among

DRAIN_S = 10.0
"""The longest that stopping waits for what was asked; after that come uvicorn's own five seconds."""
LAG_EVERY_S = 1.0

log = logging.getLogger("vissenkom")

BACKLOG = 4096
"""Phones that come in at the same moment and wait to be let in."""
MOST_READ = 1024 * 1024
"""The largest message that is read, to refuse it in words; what is larger still closes the socket (1009)."""


PING_S = 20.0
"""Between two pings, and how long one may go unanswered."""


def listen(host: str, port: int, family: socket.AddressFamily = socket.AF_INET) -> socket.socket:
    """Raises OSError when the address is taken, or is not one of this machine."""
    listening = socket.create_server((host, port), family=family, backlog=BACKLOG)
    lines.prepare(listening)
    return listening


def options(settings: Settings) -> dict[str, Any]:
    """How uvicorn is to run: many quiet connections, small messages, nobody waited for."""
    return {
        "host": settings.host,
        "port": settings.port,
        "http": lines.Requests,
        "ws": lines.Messages,
        "ws_per_message_deflate": False,
        "ws_max_size": MOST_READ,
        "ws_ping_interval": PING_S,
        "ws_ping_timeout": PING_S,
        "backlog": BACKLOG,
        "loop": "uvloop" if sys.platform != "win32" else "asyncio",
        "proxy_headers": True,
        "forwarded_allow_ips": settings.trusted_proxies,
        "server_header": False,
        "timeout_graceful_shutdown": 5,
        "log_config": None,
        "access_log": False,
    }


def settle() -> None:
    """Before serving: what is there by now stays, so the garbage collector need not look at it again, nor have looked
    before (`serve` begins without it). Of what comes it looks at little at a time, and seldom at everything: with
    15,000 phones that takes a third of a second."""
    gc.freeze()
    gc.set_threshold(2_000, 20, 50)
    gc.enable()


class Server(uvicorn.Server):
    """Stops so that nothing is lost: first nobody is let in any more, what was asked is done, stored and answered, and
    everybody is told to come back; only then the sockets go. uvicorn alone would close the sockets first."""

    def __init__(self, app: FastAPI, settings: Settings, **changed: Any) -> None:
        """`changed`: options other than those of a deployment."""
        super().__init__(uvicorn.Config(app, **{**options(settings), **changed}))
        self._lag: asyncio.TimerHandle | None = None

    @property
    def services(self) -> Services:
        """Of the app, once it has started."""
        return among(self.lifespan.state)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            log.info("started")
            self._wait_a_moment()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        log.info("stopping")
        if self._lag is not None:
            self._lag.cancel()
        try:
            async with asyncio.timeout(DRAIN_S):
                await self.services.hub.close()
        except TimeoutError:
            log.error("stopped before everything that was asked could be done")
        await super().shutdown(sockets)
        log.info("stopped")

    def _wait_a_moment(self) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time() + LAG_EVERY_S

        def wake() -> None:
            meters.LAG.observe(max(0.0, loop.time() - due))
            self._wait_a_moment()

        self._lag = loop.call_at(due, wake)
