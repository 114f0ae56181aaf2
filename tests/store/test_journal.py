"""The journal keeps what happened: in order, once, for every room at the same time (J1-J3)."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import Connection, update

from app import wire
from app.core.messages.console import HelperCalled, Undo
from app.core.messages.people import AddPerson, RemovePerson
from app.core.messages.queue import AskToSpeak
from app.core.messages.session import AddTime, Blank, Blanked, CloseSession, StartItem, TimeAdded, Unblanked
from app.core.room import snapshot
from app.store import tables
from app.store.database import Conflict, Database, Missing, Unavailable
from app.store.journal import Append, Journal
from app.store.sessions import Sessions
from app.store.writing import ERASING
from tests.core.stories import phone
from tests.core.test_replay import Walk
from tests.store.conftest import BUSY_S
from tests.store.kept import Kept, Stored, all_of

STEPS = 280


class StoredWalk(Walk):
    """The core's random walk, through the store."""

    def __init__(self, seed: int, story: Stored) -> None:
        super().__init__(seed)
        self.story = story

    def check(self) -> None:
        """Done from outside, after storing."""


@pytest.mark.parametrize("seed", range(4))
async def test_J2_what_is_loaded_is_the_live_room_after_random_commands(kept: Kept, seed: int) -> None:
    walk = StoredWalk(seed, kept.story)
    for step in range(1, STEPS):
        walk.step()
        erased = any(type(one.event) in ERASING for batch in kept.story.waiting for one in batch)
        await kept.catch_up()
        if erased or step % 14 == 0:
            try:
                await kept.holds()
            except AssertionError as error:
                error.add_note(f"seed {seed}, step {step}")
                raise
    await kept.holds()


async def test_J3_the_ids_of_commands_come_back(kept: Kept) -> None:
    await kept.does(StartItem("open"), id="c17")
    await kept.does(AddTime(120), id="c18")
    stored = (await kept.journal.load(kept.id)).journal
    assert [(one.command, one.part) for one in stored] == [
        (one.command, one.part) for one in kept.story.journal
    ]
    assert ("c17", 0) in [(one.command, one.part) for one in stored]
    assert stored == kept.story.journal


async def test_J1_a_batch_is_kept_whole_or_not_at_all(kept: Kept) -> None:
    first, second = kept.batch(Blanked(), Unblanked()).recorded
    broken = Append(kept.id, kept.seq, (first, replace(second, seq=kept.seq + 7)))
    with pytest.raises(AssertionError):
        await kept.journal.append(broken)
    await kept.holds()


async def test_somebody_else_appended_first(kept: Kept) -> None:
    late = kept.batch(Blanked())
    await kept.does(StartItem("open"))
    with pytest.raises(Conflict):
        await kept.journal.append(late)
    await kept.holds()


async def test_two_at_once_for_one_place_are_one_and_a_conflict(kept: Kept) -> None:
    both = [kept.journal.append(kept.batch(event)) for event in (Blanked(), Unblanked())]
    first, second = await asyncio.gather(*both, return_exceptions=True)
    assert first == 2, "the turn it took"
    assert isinstance(second, Conflict)
    assert (await kept.journal.load(kept.id)).journal[-1].event == Blanked()


async def test_rooms_append_together_and_spoil_nothing_for_each_other(
    journal: Journal, sessions: Sessions
) -> None:
    rooms = [await Kept.begin(journal, sessions) for _ in range(5)]
    good, late, gone, broken, last = rooms
    await late.does(Blank())
    late.seq -= 1
    await sessions.delete(gone.id)
    first, second = broken.batch(Blanked(), Unblanked()).recorded
    batches = [
        good.batch(Blanked()),
        late.batch(Unblanked()),
        gone.batch(Blanked()),
        Append(broken.id, broken.seq, (second, first)),
        last.batch(Blanked()),
    ]
    outcome = await asyncio.gather(*(journal.append(one) for one in batches), return_exceptions=True)
    assert [type(one) for one in outcome] == [int, Conflict, Missing, AssertionError, int]
    for room in (good, last):
        assert (await journal.load(room.id)).journal[-1].event == Blanked()
    await broken.holds()


async def test_many_rooms_at_once_all_arrive_in_order(journal: Journal, sessions: Sessions) -> None:
    rooms = [await Kept.begin(journal, sessions) for _ in range(8)]

    async def run(kept: Kept) -> None:
        await kept.does(StartItem("open"))
        for number in range(6):
            person = await kept.joins(key_hash=f"{kept.id}-{number}")
            await kept.does(AskToSpeak(), phone(person), id=f"c{number}")

    await asyncio.gather(*(run(room) for room in rooms))
    for room in rooms:
        await room.holds()
        assert len((await journal.load(room.id)).phones) == 6


async def test_what_passes_is_stored_nowhere(kept: Kept) -> None:
    await kept.journal.append(kept.batch(HelperCalled()))
    await kept.holds()


async def test_P3_a_phone_is_kept_with_the_joining_of_its_person(kept: Kept) -> None:
    person = await kept.joins(key_hash="abc")
    other = await kept.joins(key_hash="def")
    assert (await kept.journal.load(kept.id)).phones == {"abc": person, "def": other}


async def test_no_such_session(journal: Journal) -> None:
    with pytest.raises(Missing):
        await journal.load("nobody")
    with pytest.raises(Missing):
        await journal.append(Append("nobody", 1, ()))


async def test_closing_writes_what_waits_and_takes_nothing_more(url: str) -> None:
    database = await Database.open(url, BUSY_S)
    journal = Journal(database)
    kept = await Kept.begin(journal, Sessions(database))
    last = asyncio.create_task(journal.append(kept.batch(Blanked())))
    await asyncio.sleep(0)
    await database.close()
    await last
    with pytest.raises(Unavailable):
        await journal.append(kept.batch(Unblanked()))

    database = await Database.open(url, BUSY_S)
    assert (await Journal(database).load(kept.id)).journal[-1].event == Blanked()
    await database.close()


async def test_an_older_row_is_brought_up_to_date(
    kept: Kept, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await kept.does(StartItem("open"))
    await kept.does(AddTime(120))
    monkeypatch.setitem(
        wire.UPCASTS, ("time_added", 0), lambda data: {"item": data["item"], "seconds": data["minutes"] * 60}
    )

    def make_old(connection: Connection) -> None:
        old = update(tables.journal).where(tables.journal.c.kind == "time_added")
        connection.execute(old.values(version=0, data='{"item":"open","minutes":2}'))

    await database.write(make_old)
    assert (await kept.journal.load(kept.id)).journal[-1].event == TimeAdded("open", 120)
    await kept.holds()


async def test_a_damaged_row_says_so(kept: Kept, database: Database) -> None:
    def damage(connection: Connection) -> None:
        connection.execute(update(tables.journal).where(tables.journal.c.seq == 1).values(data="{}"))

    await database.write(damage)
    with pytest.raises(wire.Malformed):
        await kept.journal.load(kept.id)


async def test_the_list_follows_the_journal(kept: Kept, sessions: Sessions, database: Database) -> None:
    found = await sessions.get(kept.id)
    assert found and (found.state, found.opened_at) == ("live", kept.room.opened_at)
    for role in ("resident", "civil"):
        await kept.joins(role)
    await kept.does(CloseSession())
    closed = await sessions.get(kept.id)
    assert closed and (closed.state, closed.closed_at, closed.people) == ("closed", kept.room.closed_at, 2)
    (row,) = await all_of(database, tables.session)
    assert row["seq"] == kept.room.seq


async def test_an_undone_addition_is_counted_off(kept: Kept, sessions: Sessions) -> None:
    await kept.joins()
    await kept.does(AddPerson("resident", name="Noor"))
    await kept.does(Undo())
    await kept.does(AddPerson("civil"))
    await kept.does(RemovePerson(f"p{kept.room.numbered}"))
    await kept.does(Undo())
    found = await sessions.get(kept.id)
    assert (
        found
        and found.people == kept.room.joined + sum(not one.phone for one in kept.room.people.values()) == 2
    )
    await kept.holds()


async def test_J2_walks_of_many_rooms_at_the_same_time(journal: Journal, sessions: Sessions) -> None:
    walks = []
    for seed in range(20, 24):
        room = await Kept.begin(journal, sessions)
        walks.append((room, StoredWalk(seed, room.story)))

    async def run(room: Kept, walk: StoredWalk) -> None:
        for _ in range(60):
            walk.step()
            await room.catch_up()

    await asyncio.gather(*(run(*one) for one in walks))
    for room, _ in walks:
        await room.holds()
        assert snapshot(await room.again())["seq"] == room.seq
