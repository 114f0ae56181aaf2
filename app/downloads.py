"""A record taken out of the store in one of its formats, and the line that says so (X4).

The one way for a page, a program or the command line to a record: whether whoever asks may have it at that level (A1)
is asked here, and who, what, when and why are written before the bytes are given. Knows no requests and no files.
"""

from dataclasses import dataclass

from app import access
from app.core.evolve import replay
from app.core.record.fields import Record
from app.core.record.record import record
from app.core.refusal import Refusal
from app.core.vocabulary import Level
from app.export import FORMATS, Format
from app.export.definitions import definitions
from app.export.seal import sealed
from app.store.journal import Journal
from app.store.sessions import Sessions

MOST_WHY = 300


@dataclass(frozen=True)
class Download:
    body: bytes
    media_type: str
    filename: str


async def record_of(journal: Journal, session: str, level: Level, by: access.Who) -> Record:
    """The record as of now, made anew from the journal, so that withdrawn words are gone from it (X2). It is not given
    to anybody yet. Refusals: `not_allowed`."""
    access.allow(by, "read_record", access.Thing(session, level))
    stored = await journal.load(session)
    room = replay(stored.journal, stored.apart)
    return sealed(record(stored.journal, room, room.words, level, definitions(), session), stored.journal)


async def take_record(
    journal: Journal, sessions: Sessions, session: str, level: Level, by: access.Who, why: str
) -> Record:
    """The record by itself. Refusals: `not_allowed`."""
    taken = await record_of(journal, session, level, by)
    await _note(sessions, session, by, "record", level, why)
    return taken


def known(format: str) -> Format:
    """Refusals: `unknown_format`."""
    chosen = FORMATS.get(format)
    if chosen is None:
        raise Refusal("unknown_format", format=format)
    return chosen


async def made(
    journal: Journal, session: str, format: str, level: Level, language: str, by: access.Who
) -> Download:
    """The file by itself, which is not given to anybody yet. Refusals: `unknown_format`, `not_allowed`."""
    chosen = known(format)
    body = chosen.make(await record_of(journal, session, level, by), language)
    return Download(body, chosen.media_type, chosen.filename)


async def take(
    journal: Journal,
    sessions: Sessions,
    session: str,
    format: str,
    level: Level,
    language: str,
    by: access.Who,
    why: str,
) -> Download:
    """Refusals: `unknown_format`, `not_allowed`."""
    taken = await made(journal, session, format, level, language, by)
    await _note(sessions, session, by, format, level, why)
    return taken


async def _note(sessions: Sessions, session: str, by: access.Who, what: str, level: Level, why: str) -> None:
    await sessions.note_use(session, by.name, f"{what} ({level})", why[:MOST_WHY])


async def language_of(journal: Journal, session: str) -> str:
    """The session's own language."""
    stored = await journal.load(session)
    return replay(stored.journal, stored.apart).plan.language
