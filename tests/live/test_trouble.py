"""What can befall a server in the middle of an evening: a locked database, a full disk, the plug pulled out (J5)."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tests.live.conftest import only_sqlite
from tests.live.house import YES, House
from tests.live.voters import Voters, stored
from tests.services import plain
from tests.serving import Server

VOTERS = 30


@contextmanager
def locked(house: House) -> Iterator[None]:
    """By somebody else, who takes their time."""
    url = house.settings.database_url
    lite = house.database.exists()
    other = sqlite3.connect(house.database, isolation_level=None) if lite else psycopg.connect(plain(url))
    other.execute("BEGIN IMMEDIATE" if lite else "SELECT id FROM session FOR UPDATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


async def test_a_locked_database_refuses_and_loses_nothing_that_was_confirmed(house: House) -> None:
    async with house.console() as console, house.phone() as phone, house.peer() as newcomer:
        await console.done("start_session")
        await console.done("open_statement", statement="s1")
        await phone.done("vote", statement="s1", choice="agree")
        with locked(house):
            answers = await asyncio.gather(
                phone.ask("vote", id="v2", statement="s1", choice="disagree"),
                console.ask("pause"),
                newcomer.ask("join", id="j1", role="civil", consent=YES),
            )
            assert [answer["code"] for answer in answers] == ["not_saved"] * 3
            assert answers[0]["message"] == "Dit kon niet worden bewaard; probeer het zo nog een keer."
        room = await house.room()
        assert (room.paused_at, room.joined, room.voted) == (None, 1, {"s1": 1})
        await phone.done("vote", id="v2", statement="s1", choice="disagree")
        await newcomer.done("join", id="j1", role="civil", consent=YES)
        await console.done("pause")
        await newcomer.until(lambda one: one.me.get("person") == "p2" and "paused" in one.view)
    room = await stored(house.settings.database_url, house.session.id)
    assert dict(room.ballots) == {("s1", "p1"): "disagree"}
    assert room.joined == 2


@only_sqlite
async def test_a_full_disk_refuses_and_loses_nothing_that_was_confirmed(house: House) -> None:
    words = "Wij hebben elkaar vanavond gehoord. " * 27

    def limit(pages: int | None) -> None:
        with house.services.database.engine.begin() as connection:
            now = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages or now}")

    async with house.console() as console:
        await console.done("start_session")
        await asyncio.to_thread(limit, None)
        confirmed: list[int] = []
        while "done" in (answer := await console.ask("note", kind="insight", text=words)):
            confirmed.append(answer["seq"])
        assert answer["code"] == "not_saved"
        assert set(console.view.get("contributions", {})) <= {f"h{seq}" for seq in confirmed}
        await asyncio.to_thread(limit, 1_000_000)
        confirmed.append(await console.done("note", kind="insight", text=words))
    room = await stored(house.settings.database_url, house.session.id)
    assert list(room.contributions) == [f"h{seq}" for seq in confirmed]
    assert set(room.words.values()) == {words.strip()}


async def test_J5_what_was_confirmed_survives_a_kill_in_a_burst_of_votes(own_server: Server) -> None:
    async with Voters.at(own_server, VOTERS) as voters:
        await voters.until(lambda one: len(one.confirmed) == VOTERS)
        await asyncio.to_thread(own_server.kill9)
        await voters.ended()
    assert not voters.refused
    room = await voters.stored()
    for person, choice in voters.confirmed.items():
        kept = room.ballots[voters.statement, person]
        assert kept in (choice, voters.under_way[person]), (
            f"seed {voters.seed}: {person} voted {choice}, not {kept}"
        )
    assert room.voted[voters.statement] == VOTERS
    await asyncio.to_thread(own_server.start)
    await voters.come_back(room)
