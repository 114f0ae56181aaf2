"""What can befall a server in the middle of an evening: a locked database, a full disk, the plug pulled out (J5)."""

import asyncio
import random
import sqlite3
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager

import psycopg
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from app.core.evolve import replay
from app.core.room import Room
from app.core.voting import CHOICES
from app.store.database import Database
from app.store.journal import Journal
from tests.live.conftest import only_sqlite
from tests.live.house import YES, House, Peer
from tests.services import plain
from tests.serving import Prepared, Server


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


async def stored(url: str, session: str) -> Room:
    """The room as it is on the disk, read by somebody else."""
    database = await Database.open(url)
    kept = await Journal(database).load(session)
    await database.close()
    return replay(kept.journal, kept.apart)


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
        with house.app.state.database.engine.begin() as connection:
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
    """Phones change their vote as fast as they are answered, until the process is killed."""
    prepared = await asyncio.to_thread(
        own_server.prepare, template="statements_only", title="Een avond", language="nl"
    )
    seed = random.randrange(10**6)
    votes = random.Random(seed)
    confirmed: dict[str, str] = {}
    under_way: dict[str, str] = {}
    tokens: dict[str, str] = {}
    enough = asyncio.Event()

    async with AsyncExitStack() as sockets:

        async def come(key: str | None = None) -> Peer:
            url = f"ws://127.0.0.1:{own_server.port}/s/{prepared.code}/live"
            peer = Peer(await sockets.enter_async_context(connect(url, proxy=None, max_size=None)))
            await peer.hello(key)
            return peer

        console = await come(prepared.keys["console"])
        statement = await begin(console)

        async def vote_on(number: int) -> None:
            phone = await come()
            await phone.done("join", role="resident", consent=YES)
            await phone.until(lambda one: "person" in one.me)
            person = phone.me["person"]
            tokens[person] = phone.token
            try:
                while True:
                    choice = under_way[person] = votes.choice(CHOICES)
                    await phone.done("vote", statement=statement, choice=choice)
                    confirmed[person] = choice
                    if len(confirmed) == 30:
                        enough.set()
            except ConnectionClosed:
                return

        phones = [asyncio.create_task(vote_on(number)) for number in range(30)]
        await enough.wait()
        await asyncio.to_thread(own_server.kill9)
        await asyncio.gather(*phones)

    room = await stored(own_server.env["VISSENKOM_DATABASE_URL"], prepared.id)
    for person, choice in confirmed.items():
        kept = room.ballots[statement, person]
        assert kept in (choice, under_way[person]), f"seed {seed}: {person} voted {choice}, kept is {kept}"
    assert room.voted[statement] == 30
    await asyncio.to_thread(own_server.start)
    await comes_back(own_server, prepared, tokens, room, statement)


async def begin(console: Peer) -> str:
    """Start, open a statement; which."""
    await console.done("start_session")
    statement = next(iter(console.view["statements"]))
    await console.done("open_statement", statement=statement)
    return str(statement)


async def comes_back(
    server: Server, prepared: Prepared, tokens: dict[str, str], room: Room, statement: str
) -> None:
    """P3: after the restart every phone is who it was, with the vote that was kept."""
    url = f"ws://127.0.0.1:{server.port}/s/{prepared.code}/live"
    for person, token in tokens.items():
        async with connect(url, proxy=None) as opened:
            phone = Peer(opened)
            await phone.hello(token)
            assert phone.me["person"] == person
            assert phone.me["votes"] == {f"{statement}.1": room.ballots[statement, person]}
