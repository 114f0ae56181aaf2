"""`vissenkom replay`: a file, a server, and what the record says of it in the end."""

import contextlib
import tempfile
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app import access
from app.core.messages.session import CloseSession
from app.settings import SQLITE, Settings
from app.simulate import trace, votes
from app.simulate.confirmed import CHOICES, Confirmed, Row
from app.simulate.organiser import Organiser
from app.simulate.player import Player
from app.simulate.served import served
from app.simulate.trace import CONSOLE, Line, Trace

SHEET = "role_round"
"""The template whose items, without its statements, a trace that prepares nothing can run."""


@dataclass(frozen=True, slots=True)
class Outcome:
    confirmed: Confirmed
    record: dict[str, Any]
    rows: list[Row]
    missing: list[str]

    @property
    def complete(self) -> bool:
        return not self.missing and all(row.same for row in self.rows)


def read(path: Path, comments: Path | None, language: str) -> Trace:
    """By what is in the file: JSON lines begin with an object. Raises OSError, BrokenLine."""
    with path.open("rb") as file:
        as_json = file.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    found = trace.read(path, language) if as_json else votes.read(path, comments, language)
    prepared: dict[str, Any] = {"title": path.stem[:200], "language": language}
    if not {"template", "items", "run_sheet"} & found.session.keys():
        prepared |= {"template": SHEET, "statements": []}
    return _closed(replace(found, session=prepared | found.session))


def _closed(found: Trace) -> Trace:
    """A record is of a closed session; a trace that does not close it is taken to end there."""
    if any(isinstance(line.command, CloseSession) for line in found.lines):
        return found
    return replace(found, lines=(*found.lines, Line(0, found.lines[-1].t, CONSOLE, CloseSession())))


@contextlib.asynccontextmanager
async def own_server(database_url: str | None) -> AsyncIterator[Organiser]:
    """A real server on a free port, on `database_url` or on a database that goes with it."""
    with tempfile.TemporaryDirectory(prefix="vissenkom-") as folder:
        url = database_url or f"{SQLITE}{folder}/replay.sqlite"
        settings = Settings().model_copy(
            update={"database_url": url, "host": "127.0.0.1", "port": 0, "base_url": ""}
        )
        async with served(settings, lambda link: None) as server:
            access.allow(access.OPERATOR, "add_token")
            token = await server.accounts.create_token("replay")
            try:
                yield Organiser(server.address, token)
            finally:
                own = [one for one in await server.accounts.tokens() if one.label == "replay"]
                for one in own:
                    await server.accounts.revoke_token(one.id)


async def replay(organiser: Organiser, found: Trace, speed: float, stepped: Callable[[], None]) -> Outcome:
    """Raises organiser.Turned, client.Closed."""
    prepared = await organiser.prepare(found.session)
    language = found.session["language"]
    player = Player(organiser.address, prepared.code, prepared.console_key, language, speed, stepped)
    confirmed = Confirmed(await player.play(found))
    record = await organiser.record(prepared.id)
    return Outcome(confirmed, record, confirmed.rows(record), confirmed.missing(record))


def table(rows: list[Row]) -> list[str]:
    """What was sent beside what the record says, one line a vote; the answers in the order of `CHOICES`."""
    head = ("statement", "source", "sent", "record", "console", "")
    lines = [
        (
            f"{row.statement}.{row.asked}" if row.asked > 1 else row.statement,
            row.source_id,
            _numbers(row.sent),
            _numbers(row.recorded),
            _numbers(row.shown),
            "same" if row.same else "DIFFERENT",
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in (head, *lines)) for column in range(len(head))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in (head, *lines)
    ]


def _numbers(totals: dict[str, int] | None) -> str:
    return "-" if totals is None else "/".join(str(totals[choice]) for choice in CHOICES)
