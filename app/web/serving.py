"""How uvicorn runs this server, wherever it is started from."""

import sys
from typing import Any

from app.settings import Settings

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
