"""A database that an earlier program left is opened by this one, and the evening in it goes on."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, create_engine, insert, select
from sqlalchemy.engine import make_url

from app.core.evolve import replay
from app.core.record.record import record
from app.core.room import snapshot
from app.export.definitions import definitions
from app.store import dialect
from app.store.accounts import Accounts
from app.store.database import Database
from app.store.journal import Journal
from app.store.migrate import scripts
from app.store.sessions import Created, Sessions
from tests.live.house import House
from tests.store.conftest import BUSY_S
from tests.store.kept import Clock
from tests.store.old.evening import BEGAN, PASSWORD, PEOPLE, phone_key

HERE = Path(__file__).parent / "old"
LATER = BEGAN + 3600


@pytest.fixture(params=sorted(HERE.glob("*.sql")), ids=lambda file: f"from {file.stem}")
def old(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def known(old: Path) -> dict[str, str]:
    with old.open() as lines:
        told: dict[str, str] = json.loads(lines.readline().removeprefix("-- "))
    return told


@pytest.fixture
def left(old: Path, url: str, path: Path) -> str:
    """The database as it was left. PostgreSQL's gets its tables from the scripts of then, and the same rows."""
    if make_url(url).get_backend_name() == "sqlite":
        path.parent.mkdir()
        with closing(sqlite3.connect(path)) as database:
            database.executescript(old.read_text())
        return url
    engine = create_engine(dialect.plain_url(make_url(url)))
    with engine.begin() as connection:
        _to(connection, old.stem)
        _copy(old, connection)
    engine.dispose()
    return url


def _to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(scripts()))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _copy(old: Path, connection: Connection) -> None:
    def fill() -> sqlite3.Connection:
        database = sqlite3.connect(":memory:")
        database.executescript(old.read_text())
        return database

    source = create_engine("sqlite://", creator=fill)
    tables = MetaData()
    tables.reflect(connection)
    with source.connect() as rows:
        for table in tables.sorted_tables:
            if table.name != "alembic_version":
                found = [dict(row._mapping) for row in rows.execute(select(table))]
                if found:
                    connection.execute(insert(table), found)
    source.dispose()


@pytest.fixture
async def database(left: str) -> AsyncIterator[Database]:
    database = await Database.open(left, BUSY_S)
    yield database
    await database.close()


async def test_the_room_is_what_its_journal_says(database: Database, known: dict[str, str]) -> None:
    journal, sessions = Journal(database, Clock(LATER)), Sessions(database, Clock(LATER))
    await database.ping()
    stored = await journal.load(known["session"])
    room = replay(stored.journal, stored.apart)
    assert len(stored.phones) == room.joined == PEOPLE
    assert (room.current, room.is_open("s2"), room.voted) == ("vote", True, {"s2": 7})
    assert list(room.ballots.values()).count("dont_know") == 6
    assert room.statements["s1"].results[-1].totals == {
        "agree": 9 + 6,
        "disagree": 3,
        "dont_know": 0,
        "skip": 0,
    }
    assert sorted(room.words.values()) == ["Wie belt mij terug?", "Wij bellen binnen een dag."]
    assert room.names == {"p1": "Noor"}
    listed = {one.id: (one.state, one.people) for one in await sessions.list()}
    assert len(listed) == 3 and listed[known["session"]] == ("live", PEOPLE)
    assert listed[known["closed"]] == ("released", PEOPLE)
    accounts = Accounts(database, Clock(LATER))
    assert await accounts.check_token(known["token"]) == "Onderzoek"
    assert await accounts.log_in("organisator", PASSWORD, 60)
    assert [one.why for one in await sessions.uses(known["closed"])] == ["een proef"]


async def test_a_closed_session_still_has_its_record(database: Database, known: dict[str, str]) -> None:
    stored = await Journal(database, Clock(LATER)).load(known["closed"])
    room = replay(stored.journal, stored.apart)
    told = record(stored.journal, room, dict(room.words), "restricted", definitions())
    assert told["session"]["state"] == "released"
    votes = {one["id"]: [vote["totals"] for vote in one["votes"]] for one in told["statements"]}
    assert votes["s2"] == [{"agree": 1, "disagree": 0, "dont_know": 6, "skip": 0}]
    assert [one["text"] for one in told["harvest"]].count("withdrawn") == 1


async def test_the_evening_goes_on(left: str, known: dict[str, str], tmp_path: Path) -> None:
    """Over sockets: every phone is who it was, a vote that was under way is changed, closed and shown."""
    house = House(tmp_path, left)
    house.clock.now = LATER
    house.session = Created(known["session"], known["code"], known["stage_key"], known["console_key"])
    await house.open()
    try:
        async with house.console() as console, house.peer(phone_key(0)) as first, house.peer() as newcomer:
            assert (first.me["person"], first.me["votes"]["s2.1"]) == ("p1", "dont_know")
            await first.done("vote", statement="s2", choice="disagree")
            assert first.heard[-1]["seq"] == console.seq, "a vote takes no place in the journal"
            await newcomer.done("join", role="civil", consent={"votes": True, "words": True, "story": True})
            house.clock.now += 60
            await console.done("take_over")
            for do in ("close_statement", "reveal_statement"):
                await console.done(do, statement="s2")
            await console.until(lambda one: one.view["statements"]["s2"].get("state") == "revealed")
        live = await house.room()
        stored = await house.journal.load(known["session"])
        assert snapshot(live) == snapshot(replay(stored.journal, stored.apart))
        assert live.statements["s2"].results[-1].totals["disagree"] == 1
        assert live.joined == PEOPLE + 1
    finally:
        await house.close()
