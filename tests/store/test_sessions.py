"""Sessions are found by their code however it is typed, opened by their keys, and seen in a list."""

from dataclasses import replace

import pytest

from app.core.messages.session import Prepared, StartSession
from app.store import tables
from app.store.database import Database, Missing
from app.store.journal import Journal
from app.store.sessions import ALPHABET, Sessions, Use, normal
from tests.core.stories import plan
from tests.store.kept import NOW, Clock, Kept, all_of


async def test_a_session_begins_with_its_plan(sessions: Sessions, journal: Journal) -> None:
    created = await sessions.create(plan(), owner="o1")
    (first,) = (await journal.load(created.id)).journal
    assert (first.seq, first.at, first.event) == (1, NOW, Prepared(created.code, plan()))
    found = await sessions.get(created.id)
    assert found and (found.title, found.state, found.owner, found.people) == ("Avond", "draft", "o1", 0)
    assert (found.created_at, found.opened_at, found.closed_at) == (NOW, None, None)


@pytest.mark.parametrize("typed", ["kre7qp", " KRE 7QP ", "kre-7qp", "k‑r–e 7\tq—p"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert normal(typed) == "KRE7QP"


async def test_a_session_is_found_by_its_code(sessions: Sessions) -> None:
    created = await sessions.create(plan())
    assert len(created.code) == 6 and set(created.code) <= set(ALPHABET)
    code = created.code.lower()
    found = await sessions.by_code(f" {code[:3]}-{code[3:]}")
    assert found and found.id == created.id
    for wrong in ("", "AAAAAA", created.code[:5], f"{created.code}A", "' OR 1=1", "x" * 5000):
        assert await sessions.by_code(wrong) is None


async def test_a_code_is_not_given_twice(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = iter("222222222222333333")
    monkeypatch.setattr("app.store.sessions.secrets.choice", lambda _: next(letters))
    assert [(await sessions.create(plan())).code for _ in range(2)] == ["222222", "333333"]


async def test_keys_open_what_they_are_for_and_are_kept_as_hashes(
    sessions: Sessions, database: Database
) -> None:
    created, other = await sessions.create(plan()), await sessions.create(plan())
    assert await sessions.check_key(created.id, created.stage_key) == "stage"
    assert await sessions.check_key(created.id, created.console_key) == "console"
    for key in ("", created.code, other.console_key, created.console_key[:-1]):
        assert await sessions.check_key(created.id, key) is None
    assert await sessions.check_key("nobody", created.console_key) is None
    kept = str(await all_of(database, tables.session))
    assert not any(key in kept for key in (created.stage_key, created.console_key))
    assert min(len(created.stage_key), len(created.console_key)) >= 32


async def test_new_keys_end_the_old_ones(sessions: Sessions) -> None:
    created = await sessions.create(plan())
    anew = await sessions.new_keys(created.id)
    assert (anew.id, anew.code) == (created.id, created.code)
    assert await sessions.check_key(created.id, created.console_key) is None
    assert await sessions.check_key(created.id, anew.console_key) == "console"
    with pytest.raises(Missing):
        await sessions.new_keys("nobody")


async def test_marks_change_with_the_keys_and_are_not_the_keys(sessions: Sessions) -> None:
    created = await sessions.create(plan())
    marks = await sessions.key_marks(created.id)
    assert marks == await sessions.key_marks(created.id)
    assert set(marks) == {"stage", "console"}
    assert not {created.stage_key, created.console_key} & set(marks.values())
    await sessions.new_keys(created.id)
    anew = await sessions.key_marks(created.id)
    assert not set(marks.values()) & set(anew.values())


async def test_the_list_has_the_newest_first(sessions: Sessions, journal: Journal, clock: Clock) -> None:
    first = await Kept.begin(journal, sessions, started=False)
    clock.now += 60
    second = await sessions.create(replace(plan(), title="Tweede avond"))
    first.story.now = clock.now + 30
    await first.does(StartSession())
    assert [(one.id, one.title, one.state, one.opened_at) for one in await sessions.list()] == [
        (second.id, "Tweede avond", "draft", None),
        (first.id, "Avond", "live", NOW + 90),
    ]


async def test_a_deleted_session_is_found_no_more(sessions: Sessions) -> None:
    created = await sessions.create(plan())
    await sessions.delete(created.id)
    assert await sessions.get(created.id) is None
    assert await sessions.by_code(created.code) is None
    assert await sessions.list() == []


async def test_X4_a_use_is_written_down(sessions: Sessions, clock: Clock) -> None:
    created = await sessions.create(plan())
    await sessions.note_use(created.id, "Jansen", "json (open)", "verslag")
    clock.now += 5
    await sessions.note_use(created.id, "onderzoek", "csv (restricted)", "")
    assert await sessions.uses(created.id) == [
        Use(NOW + 5, "onderzoek", "csv (restricted)", ""),
        Use(NOW, "Jansen", "json (open)", "verslag"),
    ]
    assert await sessions.uses("nobody") == []
    with pytest.raises(Missing):
        await sessions.note_use("nobody", "a", "b", "c")
