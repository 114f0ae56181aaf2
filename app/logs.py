"""What the server says of itself, on stderr: one line an event, as text or as JSON (VISSENKOM_LOG_FORMAT).

Lines name sessions and connections, and never a person, a key or what somebody typed.
"""

import logging
import sys
from typing import Any

import structlog

from app.settings import Settings


def begin(settings: Settings) -> None:
    """Send every logger's lines through one handler. To be called once, by whatever starts a server."""
    stamped: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    shown: list[Any] = (
        [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if settings.log_format == "json"
        else [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=stamped,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *shown],
        )
    )
    logging.basicConfig(handlers=[handler], level=settings.log_level.upper(), force=True)
