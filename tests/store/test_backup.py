"""A backup is made of a database in use, and puts everything back but the votes that were under way (V4)."""

import sqlite3
from pathlib import Path

import pytest

from app.core.messages.harvest import Contribute
from app.core.messages.statements import CloseStatement, OpenStatement, Vote
from app.core.refusal import Refusal
from app.core.room import snapshot
from app.store import ballots, tables
from app.store.backup import backup, restore
from app.store.database import Database, Unavailable
from app.store.journal import Journal
from app.store.sessions import Sessions
from tests.core.stories import phone
from tests.store.conftest import BUSY_S, only_sqlite
from tests.store.files import found_in, raw
from tests.store.kept import Clock, Kept, all_of

pytestmark = only_sqlite


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy.sqlite"


async def test_what_was_backed_up_can_be_restored(
    kept: Kept, database: Database, sessions: Sessions, clock: Clock, url: str, copy: Path
) -> None:
    person = await kept.joins(name="Noor", key_hash="abc")
    await kept.does(Contribute("insight", "Bel terug."), phone(person))
    await backup(url, copy)
    then = await kept.again()
    await kept.does(Contribute("insight", "Later gezegd."), phone(person))
    later = await sessions.create(kept.room.plan)
    with pytest.raises(Refusal, match="database_in_use"):
        await restore(url, copy)
    await kept.holds()
    await database.close()

    await restore(url, copy)
    database = await Database.open(url, BUSY_S)
    again = Kept(Journal(database, clock), kept.created, kept.story.journal[0])
    assert snapshot(await again.again()) == snapshot(then)
    assert (await again.journal.load(kept.id)).phones == {"abc": person}
    assert await Sessions(database).get(later.id) is None
    again.seq = then.seq
    await again.journal.append(again.batch(*[one.event for one in kept.story.journal[then.seq :]]))
    await database.close()


async def test_a_copy_can_go_where_there_is_nothing_yet(
    kept: Kept, clock: Clock, url: str, copy: Path, tmp_path: Path
) -> None:
    await backup(url, copy)
    elsewhere = f"sqlite:///{tmp_path}/new/fishbowl.sqlite"
    await restore(elsewhere, copy)
    database = await Database.open(elsewhere, BUSY_S)
    assert snapshot(
        await Kept(Journal(database, clock), kept.created, kept.story.journal[0]).again()
    ) == snapshot(kept.room)
    await database.close()


async def test_V4_a_copy_holds_no_ballots_and_the_vote_can_be_held_again(
    kept: Kept, database: Database, clock: Clock, url: str, copy: Path
) -> None:
    people = [await kept.joins() for _ in range(30)]
    await kept.does(OpenStatement("s1"))
    for person in people:
        await kept.does(Vote("s1", "agree"), phone(person))
    (secret,) = [row["secret"] for row in await all_of(database, tables.ballot_secret)]
    await backup(url, copy)
    assert not found_in(raw(copy), secret, *(ballots.key(secret, person) for person in people))
    await kept.does(CloseStatement("s1"))
    await database.close()

    await restore(url, copy)
    database = await Database.open(url, BUSY_S)
    again = Kept(Journal(database, clock), kept.created, kept.story.journal[0])
    again.story.keep((await again.journal.load(kept.id)).journal[1:])
    again.story.waiting.clear()
    again.seq = again.room.seq
    assert again.room.is_open("s1") and not again.room.ballots
    await again.does(Vote("s1", "disagree"), phone(people[0]))
    await again.holds()
    await database.close()


async def test_a_backup_overwrites_nothing(kept: Kept, url: str, copy: Path) -> None:
    await backup(url, copy)
    before = raw(copy)
    with pytest.raises(Refusal, match="file_exists"):
        await backup(url, copy)
    assert raw(copy) == before, "and leaves nothing beside it"


async def test_what_is_no_backup_is_refused(kept: Kept, database: Database, url: str, copy: Path) -> None:
    await database.close()
    other = sqlite3.connect(copy)
    other.execute("CREATE TABLE boodschappen (wat TEXT)")
    other.close()
    with pytest.raises(Refusal, match="not_a_backup"):
        await restore(url, copy)
    damage(copy)
    with pytest.raises(Refusal, match="not_a_backup"):
        await restore(url, copy)
    database = await Database.open(url, BUSY_S)
    assert (await Journal(database).load(kept.id)).journal == kept.story.journal
    await database.close()


def damage(path: Path) -> None:
    path.write_bytes(b"geen database" * 500)


async def test_a_damaged_database_can_be_replaced(
    kept: Kept, database: Database, url: str, copy: Path, path: Path
) -> None:
    await backup(url, copy)
    await database.close()
    damage(path)
    await restore(url, copy)
    database = await Database.open(url, BUSY_S)
    assert (await Journal(database).load(kept.id)).journal == kept.story.journal
    await database.close()


async def test_only_a_sqlite_database_that_is_there_is_backed_up(url: str, copy: Path) -> None:
    with pytest.raises(Refusal, match="backup_not_here"):
        await backup("postgresql://postgres@/fishbowl", copy)
    with pytest.raises(Unavailable):
        await backup(url, copy)
