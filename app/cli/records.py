"""`export`: a session's record as a file."""

import getpass
import sys
from pathlib import Path

from app import access, downloads
from app.cli.ending import refuse, run
from app.core.refusal import Refusal
from app.core.vocabulary import LEVELS, Level
from app.export import FORMATS
from app.settings import Settings
from app.store.database import Database
from app.store.journal import Journal
from app.store.sessions import Sessions
from app.texts import LANGUAGES


def export(session: str, format: str, out: Path, level: str, language: str | None, why: str) -> None:
    chosen: Level | None = next((one for one in LEVELS if one == level), None)
    if chosen is None:
        refuse(f"--level is open or restricted, not {level}.", 2)
    if format not in FORMATS:
        refuse(f"--format is one of {', '.join(FORMATS)}, not {format}.", 2)
    if language is not None and language not in LANGUAGES:
        refuse(f"--language is {' or '.join(LANGUAGES)}, not {language}.", 2)

    async def work() -> None:
        database = await Database.open(Settings().database_url)
        try:
            sessions, journal = Sessions(database), Journal(database)
            found = await sessions.get(session) or await sessions.by_code(session)
            if found is None:
                raise Refusal("unknown_session")
            spoken = language or await downloads.language_of(journal, found.id)
            by = access.OPERATOR._replace(name=getpass.getuser())
            taken = await downloads.take(journal, sessions, found.id, format, chosen, spoken, by, why)
        finally:
            await database.close()
        _write(out, taken.body)

    run(work())


def _write(out: Path, body: bytes) -> None:
    if str(out) == "-":
        sys.stdout.buffer.write(body)
    else:
        out.write_bytes(body)
