"""Makes a database with something of everything in it, and writes it down as SQL.

To be run with the program whose tables are to be kept, before the next revision of them is released:

    python -m tests.store.old.evening > tests/store/old/<revision>.sql

The first line is a comment with what the test needs to get in. A statement is left open, with votes under way.
"""

import asyncio
import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from app.core.messages.circle import GiveWord, Seat, Swap, TakeChair
from app.core.messages.console import Undo
from app.core.messages.harvest import Contribute, Note, React, ShowContribution, WithdrawWords
from app.core.messages.people import ChangeConsent, Consent
from app.core.messages.queue import AskToSpeak, CallNext
from app.core.messages.session import (
    CloseSession,
    Pause,
    Release,
    Resume,
    StartItem,
    StartSession,
    StrikeLast,
)
from app.core.messages.statements import CloseStatement, EnterCounts, OpenStatement, RevealStatement, Vote
from app.live.keys import hashed
from app.store.accounts import Accounts
from app.store.database import Database
from app.store.journal import Journal
from app.store.sessions import Sessions
from tests.core.stories import phone
from tests.store.kept import Clock, Kept

BEGAN = 1_790_000_000.0
CENTURY_S = 100 * 365 * 24 * 3600.0
PEOPLE = 12
PASSWORD = "een hele lange zin"


def phone_key(no: int) -> str:
    """As long as a phone's key is."""
    return f"phone-{no:016}"


async def make(path: Path) -> dict[str, str]:
    """What opens the first session, which goes on; a second is closed, a third only prepared."""
    database = await Database.open(f"sqlite:///{path}")
    clock = Clock(BEGAN)
    journal, sessions = Journal(database, clock, CENTURY_S), Sessions(database, clock)
    accounts = Accounts(database, clock)
    organiser = await accounts.create("Organisator", PASSWORD)
    await accounts.log_in("Organisator", PASSWORD, CENTURY_S)
    token = await accounts.create_token("Onderzoek", organiser.id)
    running = await evening(await begun(journal, sessions))
    closed = await evening(await begun(journal, sessions))
    await closed.does(CloseStatement("s2"))
    await closed.does(CloseSession())
    await closed.does(Release())
    await sessions.note_use(closed.id, "Organisator", "json (open)", "een proef")
    await sessions.create(running.room.plan, organiser.id)
    await database.close()
    made = running.created
    return {
        "session": made.id,
        "code": made.code,
        "stage_key": made.stage_key,
        "console_key": made.console_key,
        "closed": closed.id,
        "token": token,
    }


async def begun(journal: Journal, sessions: Sessions) -> Kept:
    kept = await Kept.begin(journal, sessions, started=False)
    kept.story.now = BEGAN
    await kept.does(StartSession())
    return kept


async def evening(kept: Kept) -> Kept:
    roles = ("resident", "professional", "civil")
    people = [
        await kept.joins(roles[no % 3], hashed(phone_key(no)), "Noor" if no == 0 else "")
        for no in range(PEOPLE)
    ]
    first, second, third, fourth = people[:4]
    kept.story.now += 60
    await kept.does(StartItem("open"))
    for no, person in enumerate(people[:4]):
        await kept.does(TakeChair(), phone(person), f"take-{no}")
        kept.story.now += 5
    await kept.does(GiveWord(first))
    kept.story.now += 45
    await kept.does(AskToSpeak(), phone(people[5]))
    await kept.does(React("touched"), phone(people[6]))
    await kept.does(CallNext())
    kept.story.now += 10
    await kept.does(Pause())
    kept.story.now += 30
    await kept.does(Resume())
    await kept.does(Contribute("insight", "Bel altijd terug."), phone(first), "words-1")
    await kept.does(Contribute("question", "Wie belt mij terug?"), phone(second), "words-2")
    gone = next(iter(kept.room.contributions))
    await kept.does(ShowContribution(gone))
    await kept.does(WithdrawWords(gone), phone(first))
    kept.story.now += 90
    await kept.does(Note("commitment", "Wij bellen binnen een dag."))
    kept.story.now += 60
    await kept.does(Note("insight", "Dit wordt geschrapt."))
    await kept.does(StrikeLast(5))
    await kept.does(Seat(people[7]))
    await kept.does(Undo())
    await kept.does(ChangeConsent(Consent(votes=True, words=False, story=False)), phone(third))
    await kept.does(StartItem("roles"))
    await kept.does(Swap("resident"))
    kept.story.now += 120
    await kept.does(StartItem("vote"))
    await kept.does(OpenStatement("s1"))
    for no, person in enumerate(people):
        await kept.does(Vote("s1", "disagree" if no % 4 == 0 else "agree"), phone(person), f"vote-{no}")
    await kept.does(EnterCounts("s1", "resident", {"agree": 6}))
    await kept.does(CloseStatement("s1"))
    await kept.does(RevealStatement("s1"))
    await kept.does(OpenStatement("s2"))
    for person in people[:7]:
        await kept.does(Vote("s2", "dont_know"), phone(person))
    await kept.does(Vote("s2", "agree"), phone(fourth))
    await kept.holds()
    return kept


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evening.sqlite"
        known = asyncio.run(make(path))
        sys.stdout.write(f"-- {json.dumps(known)}\n")
        with closing(sqlite3.connect(path)) as database:
            sys.stdout.writelines(f"{line}\n" for line in database.iterdump())


if __name__ == "__main__":
    main()
