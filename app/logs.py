"""What the server says of itself, on stderr: one line an event, as text or as JSON (VISSENKOM_LOG_FORMAT).

Lines name sessions and connections, and never a person, a key, an address or what somebody typed. A library knows of no
such promise: at its lower levels it tells of every frame and every visitor, and a traceback may show what stood in each
variable. So only our own loggers follow VISSENKOM_LOG_LEVEL, others speak from a warning on, and no variable is shown.
"""

import logging
import sys
from typing import Any

import structlog

from app.settings import Settings

OURS = "vissenkom"
"""All our loggers are below this one."""
TRACEBACK = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)


def begin(settings: Settings) -> None:
    """Send every logger's lines through one handler. To be called once, by whatever starts a server."""
    stamped: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    shown: list[Any] = (
        [
            structlog.processors.ExceptionRenderer(TRACEBACK),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
        if settings.log_format == "json"
        else [
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            )
        ]
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=stamped,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *shown],
        )
    )
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    logging.basicConfig(handlers=[handler], level=max(level, logging.WARNING), force=True)
    logging.getLogger(OURS).setLevel(level)
