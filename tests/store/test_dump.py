"""PostgreSQL's own tools copy the database as docs/operations.md says, without votes under way (V4)."""

import os
import subprocess
from pathlib import Path

import pytest

from app.core.messages.harvest import Contribute
from app.core.messages.statements import CloseStatement, OpenStatement, Vote
from app.store import ballots, tables
from app.store.database import Database
from app.store.journal import Journal
from app.texts import sentence
from tests import parts
from tests.core.stories import phone
from tests.services import plain
from tests.store.conftest import BUSY_S
from tests.store.kept import Clock, Kept, all_of

DOCS = Path(__file__).parents[2] / "docs/operations.md"
WITHOUT = ("--exclude-table-data=ballot", "--exclude-table-data=ballot_secret")

only_postgresql = pytest.mark.parametrize("url", ["postgresql"], indirect=True)


def tool(name: str, *arguments: str) -> bytes:
    done = subprocess.run(
        [parts.postgres() / "bin" / name, *arguments],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@only_postgresql
async def test_V4_a_dump_is_restored_and_the_vote_is_held_again(
    kept: Kept, database: Database, clock: Clock, url: str, other_postgres_url: str, tmp_path: Path
) -> None:
    people = [await kept.joins(name="Noor"), *[await kept.joins() for _ in range(5)]]
    await kept.does(Contribute("insight", "Bel terug."), phone(people[0]))
    await kept.does(OpenStatement("s1"))
    for person in people:
        await kept.does(Vote("s1", "agree"), phone(person))
    (secret,) = [row["secret"] for row in await all_of(database, tables.ballot_secret)]
    whole = tool("pg_dump", plain(url))
    assert secret.hex().encode() in whole, "so that its absence means something"
    readable = tool("pg_dump", *WITHOUT, plain(url))
    for hidden in (secret, *(ballots.key(secret, person) for person in people)):
        assert hidden.hex().encode() not in readable
    await kept.does(CloseStatement("s1"))

    copy = tmp_path / "copy.dump"
    copy.write_bytes(readable)
    tool("psql", "--quiet", "--set=ON_ERROR_STOP=1", f"--file={copy}", plain(other_postgres_url))
    again = await Database.open(other_postgres_url, BUSY_S)
    restored = Kept(Journal(again, clock), kept.created, kept.story.journal[0])
    restored.story.keep((await restored.journal.load(kept.id)).journal[1:])
    restored.story.waiting.clear()
    restored.seq = restored.room.seq
    assert restored.room.is_open("s1") and not restored.room.ballots
    await restored.does(Vote("s1", "disagree"), phone(people[0]))
    await restored.does(Vote("s1", "skip"), phone(people[0]))
    assert dict((await restored.again()).ballots) == {("s1", people[0]): "skip"}
    await again.close()


def test_it_is_what_people_are_told() -> None:
    for language in ("nl", "en"):
        assert all(one in sentence(language, "backup_not_here") for one in WITHOUT)
    assert all(one in DOCS.read_text() for one in WITHOUT)
