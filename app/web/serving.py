"""How uvicorn runs this server, wherever it is started from, and how it stops."""

import asyncio
import logging
import socket
import sys
from typing import Any

import uvicorn
from fastapi import FastAPI

from app import meters
from app.settings import Settings

DRAIN_S = 10.0
"""The longest that stopping waits for what was asked; after that come uvicorn's own five seconds."""
LAG_EVERY_S = 1.0

log = logging.getLogger("vissenkom")

BACKLOG = 4096
"""Phones that come in at the same moment and wait to be let in."""
MOST_READ = 1024 * 1024
"""The largest message that is read, to refuse it in words; what is larger still closes the socket (1009)."""


def options(settings: Settings) -> dict[str, Any]:
    """How uvicorn is to run: many quiet connections, small messages, nobody waited for."""
    return {
        "host": settings.host,
        "port": settings.port,
        "ws": "websockets-sansio",
        "ws_per_message_deflate": False,
        "ws_max_size": MOST_READ,
        "ws_ping_interval": 20.0,
        "ws_ping_timeout": 20.0,
        "backlog": BACKLOG,
        "loop": "uvloop" if sys.platform != "win32" else "asyncio",
        "proxy_headers": True,
        "server_header": False,
        "timeout_graceful_shutdown": 5,
        "log_config": None,
        "access_log": False,
    }


class Server(uvicorn.Server):
    """Stops so that nothing is lost: first nobody is let in any more, what was asked is done, stored and answered, and
    everybody is told to come back; only then the sockets go. uvicorn alone would close the sockets first."""

    def __init__(self, app: FastAPI, settings: Settings, **changed: Any) -> None:
        """`changed`: options other than those of a deployment."""
        super().__init__(uvicorn.Config(app, **{**options(settings), **changed}))
        self._app = app
        self._lag: asyncio.TimerHandle | None = None

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
                await self._app.state.hub.close()
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
