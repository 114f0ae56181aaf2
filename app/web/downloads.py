"""A record taken out of the store in one of its formats, and the line that says so (X4).

The one way for a page, a program or the command line to take a record: who, what, when and why are written before
the bytes are given.
"""

from dataclasses import dataclass
from typing import Any

from app.core.evolve import replay
from app.core.record import record
from app.core.refusal import Refusal
from app.core.vocabulary import Level
from app.export import FORMATS, Format
from app.export.seal import sealed
from app.store.journal import Journal
from app.store.sessions import Sessions

MOST_WHY = 300


@dataclass(frozen=True)
class Download:
    body: bytes
    media_type: str
    filename: str


async def record_of(journal: Journal, session: str, level: Level) -> dict[str, Any]:
    """The record as of now, made anew from the journal, so that withdrawn words are gone from it (X2)."""
    stored = await journal.load(session)
    room = replay(stored.journal, stored.apart)
    return sealed(record(stored.journal, room, room.words, level, session), stored.journal)


def known(format: str) -> Format:
    """Refusals: `unknown_format`."""
    chosen = FORMATS.get(format)
    if chosen is None:
        raise Refusal("unknown_format", format=format)
    return chosen


async def made(journal: Journal, session: str, format: str, level: Level, language: str) -> Download:
    """The file by itself, which is not given to anybody yet. Refusals: `unknown_format`."""
    chosen = known(format)
    body = chosen.make(await record_of(journal, session, level), language)
    return Download(body, chosen.media_type, chosen.filename)


async def take(
    journal: Journal,
    sessions: Sessions,
    session: str,
    format: str,
    level: Level,
    language: str,
    who: str,
    why: str,
) -> Download:
    """Refusals: `unknown_format`."""
    taken = await made(journal, session, format, level, language)
    await sessions.note_use(session, who, f"{format} ({level})", why[:MOST_WHY])
    return taken


async def language_of(journal: Journal, session: str) -> str:
    """The session's own language."""
    stored = await journal.load(session)
    return replay(stored.journal, stored.apart).plan.language
