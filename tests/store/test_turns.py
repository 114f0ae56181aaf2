"""Several programs on one database: whoever comes too late takes its turn, and reads exactly what it has missed."""

import asyncio
from dataclasses import replace

import pytest

from app.core.commands import Tick
from app.core.evolve import evolve
from app.core.messages.harvest import Contribute
from app.core.messages.session import Blanked, Unblanked
from app.core.messages.statements import BallotCast, CloseStatement, OpenStatement, Vote
from app.core.room import snapshot
from app.store.database import Conflict, Database, Missing
from app.store.journal import Append, Head, Journal, Stored
from app.store.sessions import Sessions
from tests.core.stories import CONSOLE, phone
from tests.store.kept import Kept


async def head(kept: Kept) -> Head:
    return (await kept.journal.heads([kept.id]))[kept.id]


async def test_every_batch_takes_a_turn_and_only_journaled_events_a_position(kept: Kept) -> None:
    person = await kept.joins()
    await kept.does(OpenStatement("s1"))
    before = await head(kept)
    await kept.does(Vote("s1", "agree"), phone(person))
    after = await head(kept)
    assert after == Head(before.seq, before.turn + 1)
    assert (await kept.journal.load(kept.id)).head.turn == after.turn
    assert await kept.journal.heads(["nobody"]) == {}


async def test_V2_what_counts_ballots_stands_only_if_none_came_in_since(kept: Kept) -> None:
    person = await kept.joins()
    await kept.does(OpenStatement("s1"))
    turn = (await head(kept)).turn
    late = replace(kept.decided(CloseStatement("s1"), CONSOLE), turn=turn)
    vote = kept.decided(Vote("s1", "agree"), phone(person))
    await kept.journal.append(vote)
    await kept.journal.append(vote)
    with pytest.raises(Conflict):
        await kept.journal.append(late)
    await kept.journal.append(replace(late, turn=turn + 2))


async def test_J2_what_came_since_makes_the_room_as_it_is(kept: Kept) -> None:
    """J2, by way of a part of the journal."""
    await kept.joins(key_hash="abc", name="Noor")
    known, people = await head(kept), list(kept.room.people)
    behind = await kept.again()
    person = await kept.joins(key_hash="def", name="Sam")
    await kept.does(OpenStatement("s1"))
    await kept.does(Vote("s1", "agree"), phone(person))
    await kept.does(Vote("s1", "disagree"), phone("p1"))
    await kept.does(Contribute("insight", "Wij luisteren."), phone(person))
    since = await kept.journal.since(kept.id, known, people)
    assert since.head == await head(kept)
    assert [one.seq for one in since.journal] == list(range(known.seq + 1, since.head.seq + 1))
    assert since.phones == {"def": person}
    for one in (*since.journal, *since.apart):
        evolve(behind, one)
    assert snapshot(behind) == snapshot(kept.room)
    nothing = await kept.journal.since(kept.id, since.head, list(kept.room.people))
    assert nothing == Stored(since.head, [], [], {})
    with pytest.raises(Missing):
        await kept.journal.since("nobody", known, [])


async def test_who_takes_its_turn_decides_on_all_there_is(kept: Kept) -> None:
    known = await head(kept)
    await kept.does(Tick())
    person = await kept.joins()
    seen: list[Stored] = []

    def decide(later: Stored) -> Append:
        seen.append(later)
        return kept.batch(Blanked())

    turn = await kept.journal.take_turn(kept.id, known, list(kept.room.people), decide)
    kept.seq += 1
    assert [one.event.type for one in seen[0].journal] == ["joined"]
    assert await head(kept) == Head(kept.seq, turn or 0)
    assert (await kept.journal.load(kept.id)).journal[-1].event == Blanked()
    assert person == "p1"


async def test_a_turn_may_come_to_nothing(kept: Kept) -> None:
    known = await head(kept)
    assert await kept.journal.take_turn(kept.id, known, [], lambda later: None) is None

    def breaks(later: Stored) -> Append:
        raise AssertionError("a bug")

    with pytest.raises(AssertionError):
        await kept.journal.take_turn(kept.id, known, [], breaks)
    with pytest.raises(Missing):
        await kept.journal.take_turn("nobody", known, [], lambda later: None)
    assert await head(kept) == known
    await kept.holds()


async def test_two_programs_that_both_want_every_turn_get_them_all(kept: Kept, url: str) -> None:
    """Nobody comes too late twice, however busy the other is."""
    other = Journal(await Database.open(url, 5))
    before = kept.seq
    each = 15

    async def want(journal: Journal) -> None:
        known = await head(kept)
        for number in range(each):

            def decide(later: Stored, number: int = number) -> Append:
                batch = kept.batch(Blanked() if number % 2 else Unblanked())
                first = replace(batch.recorded[0], seq=later.head.seq + 1)
                return Append(kept.id, later.head.seq, (first,))

            assert await journal.take_turn(kept.id, known, [], decide) is not None

    await asyncio.gather(want(kept.journal), want(other))
    stored = (await kept.journal.load(kept.id)).journal
    assert [one.seq for one in stored] == list(range(1, before + 2 * each + 1))
    await other._database.close()


async def test_V4_ballots_that_came_since_say_nothing_of_when(kept: Kept, sessions: Sessions) -> None:
    people = [await kept.joins() for _ in range(3)]
    await kept.does(OpenStatement("s1"))
    known = await head(kept)
    for person in reversed(people):
        await kept.does(Vote("s1", "agree"), phone(person))
    since = await kept.journal.since(kept.id, known, people)
    cast = [one.event for one in since.apart]
    assert cast == [BallotCast("s1", person, "agree") for person in people]
    assert {(one.seq, one.by, one.command) for one in since.apart} == {(known.seq, "", "")}
