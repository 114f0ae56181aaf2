"""What can be taken back: words (X2), names (X3), the last minutes (S5); and nothing of it stays in the files."""

from pathlib import Path

from app.core.messages.circle import GiveWord, Seat
from app.core.messages.harvest import Contribute, Note, React, WithdrawWords, WordsKept
from app.core.messages.people import AddPerson, Named
from app.core.messages.session import Redacted, StartItem, StrikeLast
from app.core.messages.statements import OpenStatement, Vote
from app.store import tables
from app.store.database import Database
from app.store.journal import NAMES_KEPT_S, Journal
from app.store.sessions import Sessions
from tests.core.stories import phone
from tests.store.conftest import only_sqlite
from tests.store.files import found_in, raw, rows_of
from tests.store.kept import Clock, Kept, all_of

SAID = "Dat zei ik in vertrouwen."


async def test_X2_the_journal_has_no_words(kept: Kept, database: Database) -> None:
    person = await kept.joins()
    await kept.does(Contribute("insight", SAID), phone(person))
    await kept.does(Note("question", "Wie belt er terug?"))
    assert not any(SAID in str(row) for row in await all_of(database, tables.journal))
    assert {row["text"] for row in await all_of(database, tables.words)} == {SAID, "Wie belt er terug?"}
    await kept.holds()


async def test_X2_withdrawn_words_are_gone(kept: Kept, database: Database) -> None:
    person = await kept.joins()
    await kept.does(Contribute("insight", SAID), phone(person))
    await kept.does(Contribute("question", "Dit blijft."), phone(person))
    first = next(iter(kept.room.contributions))
    await kept.does(WithdrawWords(first), phone(person))
    assert [row["text"] for row in await all_of(database, tables.words)] == ["Dit blijft."]
    await kept.holds()


async def test_S5_struck_minutes_leave_the_journal_with_their_words(kept: Kept, database: Database) -> None:
    person = await kept.joins()
    await kept.does(StartItem("open"))
    await kept.does(Seat(person))
    kept.story.now += 300
    await kept.does(GiveWord(person), id="c9")
    await kept.does(React("recognise"), phone(person))
    await kept.does(Contribute("insight", SAID), phone(person))
    places = kept.room.seq
    await kept.does(StrikeLast(60))
    stored = (await kept.journal.load(kept.id)).journal
    assert stored == kept.story.journal
    assert [one.seq for one in stored] == list(range(1, kept.room.seq + 1)), "places stay"
    redacted = [one for one in stored if isinstance(one.event, Redacted)]
    assert [one.seq for one in redacted] == [places - 2, places - 1, places]
    assert not any(one.by or one.command for one in redacted)
    assert not await all_of(database, tables.words)
    await kept.holds()


async def test_X3_a_name_is_kept_apart_until_its_date(kept: Kept, database: Database, clock: Clock) -> None:
    person = await kept.joins(name="Noor")
    await kept.does(AddPerson("civil", name="Sam"))
    assert not any("Noor" in str(row) or "Sam" in str(row) for row in await all_of(database, tables.journal))
    assert Named(person, "Noor") in [one.event for one in (await kept.journal.load(kept.id)).apart]
    await kept.holds()

    clock.now += NAMES_KEPT_S - 1
    assert await kept.journal.end_names() == 0
    clock.now += 1
    assert not (await kept.again()).names, "on its date a name is not read any more"
    assert await kept.journal.end_names() == 2
    assert not await all_of(database, tables.identity)
    assert (await kept.again()).people == kept.room.people


async def test_X3_names_end_by_themselves(kept: Kept, database: Database, clock: Clock) -> None:
    await kept.joins(name="Noor")
    clock.now += NAMES_KEPT_S
    await kept.joins(name="Sam")
    # The journal looks for what has ended after a write; the next one comes after that.
    await kept.joins()
    assert [row["name"] for row in await all_of(database, tables.identity)] == ["Sam"]


async def test_a_deleted_session_is_gone_from_every_table(
    kept: Kept, journal: Journal, sessions: Sessions, database: Database
) -> None:
    await fill(kept, sessions)
    other = await Kept.begin(journal, sessions)
    await fill(other, sessions)
    of_sessions = [name for name, found in (await rows_of(database)).items() if kept.id in str(found)]
    assert len(of_sessions) == len([one for one in tables.metadata.tables.values() if "session" in one.c]) + 1
    await sessions.delete(kept.id)
    assert not [name for name, found in (await rows_of(database)).items() if kept.id in str(found)]
    await other.holds()


@only_sqlite
async def test_X2_what_was_taken_back_is_not_in_the_files(
    kept: Kept, sessions: Sessions, path: Path, clock: Clock
) -> None:
    person = await kept.joins(name="Noor van het plein")
    await kept.does(Contribute("insight", SAID), phone(person))
    assert found_in(raw(path), SAID.encode(), b"Noor van het plein")
    await kept.does(WithdrawWords(None), phone(person))
    assert not found_in(raw(path), SAID.encode())
    await kept.does(Contribute("insight", "Geschrapt bovendien."), phone(person))
    await kept.does(StrikeLast(60))
    assert not found_in(raw(path), b"Geschrapt bovendien.")
    await sessions.delete(kept.id)
    assert not found_in(raw(path), b"Noor van het plein", kept.id.encode())


async def fill(kept: Kept, sessions: Sessions) -> None:
    """Something in every table that belongs to a session."""
    person = await kept.joins(name="Noor", key_hash="abc")
    await kept.does(Contribute("insight", SAID), phone(person))
    await kept.does(OpenStatement("s1"))
    await kept.does(Vote("s1", "agree"), phone(person))
    await sessions.note_use(kept.id, "organiser", "json", "verslag")
    assert {type(one.event) for one in (await kept.journal.load(kept.id)).apart} >= {Named, WordsKept}
