"""V4: while a statement is open a phone can change its vote; once it is closed nobody can tell who voted what."""

import hashlib
import random
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import OperationalError

from app.core.messages.console import Undo
from app.core.messages.session import CloseSession
from app.core.messages.statements import (
    BallotCast,
    CloseStatement,
    OpenStatement,
    RevealStatement,
    StatementClosed,
    StatementOpened,
    Vote,
)
from app.core.vocabulary import CHOICES
from app.store import ballots, tables
from app.store.database import Database
from app.store.journal import Journal
from app.store.sessions import Sessions
from tests.core.stories import phone
from tests.store.conftest import only_sqlite
from tests.store.files import WRITE_AHEAD, found_in, raw, rows_of
from tests.store.kept import Kept, all_of

PEOPLE = 150


def key_hash(session: str, number: int) -> str:
    return hashlib.sha256(f"{session}/{number}".encode()).hexdigest()


async def a_vote(kept: Kept, seed: int) -> dict[str, str]:
    """People join, a statement opens, they vote in some order and many change their minds: person -> phone's hash."""
    people = {}
    for number in range(PEOPLE):
        mark = key_hash(kept.id, number)
        people[await kept.joins(key_hash=mark)] = mark
    await kept.does(OpenStatement("s1"))
    chance = random.Random(seed)
    for turn, person in enumerate(chance.choices(list(people), k=4 * PEOPLE)):
        await kept.does(Vote("s1", chance.choice(CHOICES)), phone(person), id=f"vote-{kept.id}-{turn}")
    return people


def keys_of(secret: bytes, people: dict[str, str]) -> list[bytes]:
    return [ballots.key(secret, person) for person in people]


async def test_V2_the_last_ballot_counts_and_comes_back_after_a_restart(kept: Kept) -> None:
    person, other = await kept.joins(), await kept.joins("civil")
    await kept.does(OpenStatement("s1"))
    await kept.does(Vote("s1", "agree"), phone(person))
    await kept.does(Vote("s1", "disagree"), phone(other))
    await kept.does(Vote("s1", "skip"), phone(person))
    await kept.holds()
    stored = await kept.journal.load(kept.id)
    assert [one.event for one in stored.apart] == [
        BallotCast("s1", person, "skip"),
        BallotCast("s1", other, "disagree"),
    ]


async def test_V2_two_ballots_of_one_person_in_one_transaction(kept: Kept) -> None:
    person = await kept.joins()
    await kept.does(OpenStatement("s1"))
    await kept.journal.append(
        kept.batch(BallotCast("s1", person, "agree"), BallotCast("s1", person, "dont_know"))
    )
    assert (await kept.again()).ballots == {("s1", person): "dont_know"}


async def test_a_statement_opened_voted_on_and_closed_in_one_transaction(
    kept: Kept, database: Database
) -> None:
    person = await kept.joins()
    await kept.journal.append(
        kept.batch(
            StatementOpened("s1", 1),
            BallotCast("s1", person, "agree"),
            StatementClosed("s1", {"agree": 1}, ()),
        )
    )
    assert not (await all_of(database, tables.ballot) or await all_of(database, tables.ballot_secret))
    assert (await kept.again()).statements["s1"].state == "closed"


async def test_V4_asking_again_is_a_new_vote_with_a_new_secret(kept: Kept, database: Database) -> None:
    person = await kept.joins()
    secrets = set()
    for _ in range(2):
        await kept.does(OpenStatement("s1"))
        (row,) = await all_of(database, tables.ballot_secret)
        secrets.add(row["secret"])
        assert not (await kept.again()).ballots
        await kept.does(Vote("s1", "agree"), phone(person))
        await kept.holds()
        await kept.does(CloseStatement("s1"))
        await kept.does(RevealStatement("s1"))
    assert len(secrets) == 2
    await kept.holds()


async def test_a_statement_opened_by_mistake_can_be_opened_again(kept: Kept) -> None:
    person = await kept.joins()
    await kept.does(OpenStatement("s1"))
    await kept.does(Undo())
    await kept.does(OpenStatement("s1"))
    await kept.does(Vote("s1", "agree"), phone(person))
    await kept.holds()


async def test_closing_the_session_closes_what_is_open(kept: Kept, database: Database) -> None:
    await a_vote(kept, 1)
    await kept.does(CloseSession())
    assert not (await all_of(database, tables.ballot) or await all_of(database, tables.ballot_secret))
    await kept.holds()


async def test_V4_an_open_ballot_is_kept_without_person_command_time_or_order(
    kept: Kept, database: Database
) -> None:
    people = await a_vote(kept, 2)
    rows = await all_of(database, tables.ballot)
    assert set(rows[0]) == {"session", "statement", "key", "choice"}
    assert {row["session"] for row in rows} == {kept.id}
    assert not {row["key"].hex() for row in rows} & set(people.values())
    tables_with_votes = [
        name
        for name, found in (await rows_of(database)).items()
        if any(f"vote-{kept.id}" in str(row) for row in found)
    ]
    assert not tables_with_votes, "a command that was a vote is named nowhere"


@only_sqlite
async def test_V4_rows_lie_by_their_keys_and_have_no_number(kept: Kept, database: Database) -> None:
    await a_vote(kept, 3)

    def look(connection: Connection) -> list[bytes]:
        with pytest.raises(OperationalError, match="no such column"):
            connection.execute(text("SELECT rowid FROM ballot"))
        return [row.key for row in connection.execute(text("SELECT key FROM ballot NOT INDEXED"))]

    lying = await database.read(look)
    assert lying == sorted(lying)


async def test_V4_after_closing_no_table_joins_a_phone_to_its_ballot(
    kept: Kept, journal: Journal, sessions: Sessions, database: Database
) -> None:
    people = await a_vote(kept, 4)
    others = await Kept.begin(journal, sessions)
    await a_vote(others, 5)
    (secret,) = [
        row["secret"] for row in await all_of(database, tables.ballot_secret) if row["session"] == kept.id
    ]
    keys = keys_of(secret, people)
    opened = kept.room.seq
    await kept.does(CloseStatement("s1"))

    assert kept.room.seq == opened + 1, "between opening and closing the journal has nothing of a vote"
    rows = await rows_of(database)
    assert {row["session"] for name in ("ballot", "ballot_secret") for row in rows[name]} == {others.id}
    for name, found in rows.items():
        for row in found:
            values = [str(value) for value in row.values()]
            told = " ".join(values)
            assert f"vote-{kept.id}" not in told, name
            assert not any(key in row.values() or key.hex() in told for key in (secret, *keys)), name
            if any(person in values or f'"{person}"' in told for person in people) or any(
                mark in told for mark in people.values()
            ):
                assert not any(choice in told for choice in CHOICES), f"{name}: {row}"
    await kept.holds()
    await others.holds()


@only_sqlite
@pytest.mark.parametrize("seed", range(2))
async def test_V4_after_closing_the_files_hold_nothing_of_who_voted_what(
    kept: Kept, journal: Journal, sessions: Sessions, database: Database, path: Path, seed: int
) -> None:
    people = await a_vote(kept, seed)
    others = await Kept.begin(journal, sessions)
    await a_vote(others, seed + 100)
    (secret,) = [
        row["secret"] for row in await all_of(database, tables.ballot_secret) if row["session"] == kept.id
    ]
    # Half a key is enough to know somebody by, should a page have been cut in the middle of one.
    marks = [part for key in (secret, *keys_of(secret, people)) for part in (key[:8], key[-8:])]
    before = raw(path)
    voted = {person for (_, person) in kept.room.ballots}
    assert len({mark for _, mark in found_in(before, *marks)}) >= 2 * len(voted), (
        "what is looked for can be found"
    )
    assert before[path.name + WRITE_AHEAD], "and the write-ahead log has the order of voting"

    await kept.does(CloseStatement("s1"))

    after = raw(path)
    assert found_in(after, *marks) == []
    assert found_in(after, f"vote-{kept.id}".encode()) == []
    assert after[path.name + WRITE_AHEAD] == b""
    await others.holds()
    await database.close()
    assert found_in(raw(path), *marks) == []


@only_sqlite
async def test_V4_forgetting_leaves_nothing_in_any_page(database: Database, path: Path) -> None:
    """Where pages were split or merged SQLite leaves copies behind: about once in twenty rounds, did we only delete."""
    chance = random.Random(9)

    def vote(connection: Connection) -> list[bytes]:
        connection.exec_driver_sql("DELETE FROM ballot")
        boxes = [(chance.randbytes(10).hex(), "s1") for _ in "ab"]
        keys = {box: [chance.randbytes(32) for _ in range(PEOPLE)] for box in boxes}
        cast = [
            (*box, key, chance.choice(CHOICES))
            for box in boxes
            for key in chance.choices(keys[box], k=4 * PEOPLE)
        ]
        if chance.random() < 0.3:
            chance.shuffle(cast)
        connection.exec_driver_sql(
            "INSERT INTO ballot VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET choice = excluded.choice", cast
        )
        ballots.forget(connection, boxes[0])
        left = connection.execute(select(tables.ballot.c.key).where(tables.ballot.c.session == boxes[1][0]))
        assert {row.key for row in left} == {key for *box, key, _ in cast if tuple(box) == boxes[1]}
        return [part for key in keys[boxes[0]] for part in (key[:8], key[-8:])]

    for _ in range(60):
        marks = await database.write(vote)
        assert await database.wipe()
        assert found_in(raw(path), *marks) == []


@only_sqlite
async def test_V4_a_reader_in_the_way_puts_off_the_wiping_and_nothing_else(
    kept: Kept, database: Database, path: Path
) -> None:
    people = await a_vote(kept, 8)
    (secret,) = [row["secret"] for row in await all_of(database, tables.ballot_secret)]
    marks = [secret, *keys_of(secret, people)]
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM ballot").fetchone()
    await kept.does(CloseStatement("s1"))
    assert found_in(raw(path), *marks), "the reader still sees how it was"
    reader.execute("ROLLBACK")
    reader.close()
    await kept.does(RevealStatement("s1"))
    assert found_in(raw(path), *marks) == []
