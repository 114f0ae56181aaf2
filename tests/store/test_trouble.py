"""A database that is locked, full, read-only, damaged or killed in the middle: nothing that was confirmed is lost."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.core.messages.harvest import WordsKept
from app.core.messages.session import Amended, Blank, Blanked, StartItem, Unblank
from app.core.messages.statements import OpenStatement
from app.store.database import Database, Unavailable
from app.store.journal import Journal
from app.store.sessions import Sessions
from tests.store.burst import choice_of
from tests.store.conftest import BUSY_S, only_sqlite
from tests.store.files import raw
from tests.store.kept import Kept, Stored

ROOT = Path(__file__).parents[2]


def pragma(connection: Connection, what: str) -> int:
    value = connection.exec_driver_sql(f"PRAGMA {what}").scalar()
    assert isinstance(value, int)
    return value


async def start_over(kept: Kept) -> None:
    """What a live room does when its batch could not be kept: be as it was."""
    stored = await kept.journal.load(kept.id)
    kept.story = Stored(stored.journal[0])
    kept.story.keep(stored.journal[1:])
    kept.story.waiting.clear()
    kept.seq = stored.journal[-1].seq


@only_sqlite
async def test_every_commit_is_on_the_disk_and_deleted_content_is_overwritten(database: Database) -> None:
    def look(connection: Connection) -> tuple[int, int, int]:
        return (
            pragma(connection, "synchronous"),
            pragma(connection, "secure_delete"),
            pragma(connection, "foreign_keys"),
        )

    assert await database.write(look) == await database.read(look) == (2, 1, 1)


@only_sqlite
async def test_a_locked_database_refuses_and_loses_nothing(
    kept: Kept, sessions: Sessions, path: Path
) -> None:
    await kept.does(StartItem("open"))
    other = await Kept.begin(kept.journal, sessions)
    before = await kept.again()
    lock = sqlite3.connect(path, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    outcome = await asyncio.gather(
        *(kept.journal.append(one.batch(Blanked())) for one in (kept, other)), return_exceptions=True
    )
    assert [type(one) for one in outcome] == [Unavailable, Unavailable]
    with pytest.raises(Unavailable):
        await sessions.delete(kept.id)
    assert (await kept.again()).seq == before.seq, "reading goes on"
    lock.execute("ROLLBACK")
    lock.close()
    await kept.does(Blank())
    await other.does(Blank())
    await kept.holds()
    await other.holds()


@only_sqlite
async def test_a_full_disk_refuses_and_loses_nothing(kept: Kept, database: Database) -> None:
    await kept.does(StartItem("open"))
    most = await database.write(pragma, "max_page_count")
    await database.write(pragma, f"max_page_count={await database.write(pragma, 'page_count')}")
    long = "w" * 100_000
    with pytest.raises(Unavailable, match="full"):
        await kept.journal.append(kept.batch(Amended("a1", "outcome", "w1"), WordsKept("w1", long)))
    await kept.holds()
    await database.write(pragma, f"max_page_count={most}")
    await kept.journal.append(kept.batch(Amended("a1", "outcome", "w1"), WordsKept("w1", long)))
    assert (await kept.again()).words == {"w1": long}


@only_sqlite
async def test_a_read_only_database_refuses_and_goes_on_later(kept: Kept, database: Database) -> None:
    await database.write(pragma_only, "query_only=ON")
    with pytest.raises(Unavailable):
        await kept.does(Blank())
    await start_over(kept)
    await kept.holds()
    await database.read(pragma_only, "query_only=OFF")
    await kept.does(Blank())
    await kept.does(Unblank())
    await kept.holds()


def pragma_only(connection: Connection, what: str) -> None:
    connection.exec_driver_sql(f"PRAGMA {what}")


@only_sqlite
async def test_something_that_is_no_database_is_left_alone(groceries: Path, url: str) -> None:
    before = raw(groceries)
    with pytest.raises(Unavailable):
        await Database.open(url)
    assert raw(groceries) == before


@pytest.fixture
def groceries(path: Path) -> Path:
    path.parent.mkdir()
    path.write_bytes(b"Brood, kaas, melk.\n" * 400)
    return path


async def test_a_database_that_is_not_there(groceries: Path, tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        await Database.open(f"sqlite:///{groceries}/fishbowl.sqlite")
    with pytest.raises(Unavailable):
        await Database.open(f"postgresql://postgres@/nobody?host={tmp_path}", busy_s=1)


def burst(url: str, kept: Kept, people: list[str]) -> dict[str, int]:
    """Vote in another process and kill it in the middle: the last confirmed ballot of each person."""
    command = [sys.executable, "-m", "tests.store.burst", url, kept.id, str(kept.seq), *people]
    confirmed: dict[str, int] = {}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for count, line in enumerate(process.stdout):
            if not line.endswith("\n"):
                break
            person, turn = line.split()
            confirmed[person] = int(turn)
            if count == 500:
                os.kill(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL, "it was killed in the middle"
    return confirmed


async def test_J5_killed_during_a_burst_of_ballots(url: str) -> None:
    database = await Database.open(url, BUSY_S)
    journal = Journal(database)
    kept = await Kept.begin(journal, Sessions(database))
    people = [await kept.joins() for _ in range(40)]
    await kept.does(OpenStatement("s1"))
    await database.close()

    confirmed = await asyncio.to_thread(burst, url, kept, people)

    database = await Database.open(url, BUSY_S)
    again = Kept(Journal(database), kept.created, kept.story.journal[0])
    room = await again.again()
    assert len(confirmed) == len(people)
    for person, turn in confirmed.items():
        choice = room.ballots["s1", person]
        assert choice in (choice_of(turn), choice_of(turn + 1)), f"{person}: {choice} after turn {turn}"
    await database.close()
