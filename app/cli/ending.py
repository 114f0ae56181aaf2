"""How a command ends: done, or with one clear line and a status."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any, NoReturn

import typer

from app.core.refusal import Refusal
from app.store.database import Unavailable
from app.store.migrate import FromNewerProgram
from app.texts import sentence


def refuse(message: str, status: int = 1) -> NoReturn:
    """One clear line, and the end."""
    print(f"vissenkom: {message}", file=sys.stderr)
    raise typer.Exit(status)


def run(work: Coroutine[Any, Any, None]) -> None:
    """Do it; a refusal or a database that does not answer is a line and status 1."""
    try:
        asyncio.run(work)
    except Refusal as refusal:
        refuse(sentence("en", refusal.code, **refusal.values))
    except FromNewerProgram as error:
        refuse(str(error))
    except Unavailable as error:
        refuse(f"the database does not answer: {error}")
    except OSError as error:
        refuse(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "))
