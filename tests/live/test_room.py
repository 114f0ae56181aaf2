"""The single writer: what it appends, what it answers, and that nothing is told before it is stored (J1-J4)."""

import asyncio

import pytest

from app.core.actor import Actor
from app.core.commands import Tick
from app.core.events import Recorded
from app.core.evolve import evolve, replay
from app.core.messages.circle import TakeChair
from app.core.messages.console import HandOver, TakeOver
from app.core.messages.harvest import Note, React
from app.core.messages.people import Consent, Join
from app.core.messages.queue import AskToSpeak, Call, WithdrawRequest
from app.core.messages.session import Blank, Pause, Paused, Resume, StartItem, StrikeLast, Unblank
from app.core.messages.statements import OpenStatement, Vote
from app.core.room import Room, snapshot
from app.live.answers import Done, Refused
from app.live.crowd import MOST_MOVED_AT_ONCE
from app.store.journal import Append
from app.store.sessions import Sessions
from tests.live.looking import UNAVAILABLE, Evening, Watched

YES = Consent(votes=True, words=True, story=True)
CONSOLE, OTHER, PHONE = Actor("console", "c1"), Actor("console", "c2"), Actor("phone")


async def holds(evening: Evening) -> None:
    """J2: what is stored gives the room as it is."""
    stored = await evening.journal.load(evening.session)
    assert snapshot(replay(stored.journal, stored.apart)) == snapshot(evening.room)


async def turns() -> None:
    """Let every task that can go on do so."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_J1_nothing_is_answered_or_told_before_it_is_durable(evening: Evening) -> None:
    console, phone = evening.looks("console", "c1"), evening.looks("phone", "h1")
    heard = len(console.heard), len(phone.heard)
    evening.journal.hold = asyncio.Event()
    asked = asyncio.create_task(evening.does(Pause(), CONSOLE))
    await turns()
    evening.live.crowd.mark()
    late = evening.looks("phone", "h2")
    assert (len(console.heard), len(phone.heard), len(late.heard)) == (*heard, 0)
    assert not asked.done()
    evening.journal.hold.set()
    seq = await asked
    await console.until(lambda one: "paused" in one.view)
    assert console.heard[-1]["seq"] == seq
    assert late.view["paused"] is True, "who came meanwhile is welcomed with what was stored"


async def test_J1_what_waits_while_one_batch_is_stored_is_the_next_one(evening: Evening) -> None:
    evening.journal.hold = asyncio.Event()
    first = asyncio.create_task(evening.does(Blank(), CONSOLE))
    await turns()
    joins = [asyncio.create_task(evening.does(Join("resident", YES), PHONE, "a", f"h{n}")) for n in range(20)]
    await turns()
    evening.journal.hold.set()
    await asyncio.gather(first, *joins)
    assert [len(batch.recorded) for batch in evening.journal.batches] == [1, 20]
    assert len(evening.journal.batches[1].phones) == 20
    assert evening.room.joined == 20
    await holds(evening)


async def test_J3_sent_twice_happens_once_and_is_answered_twice(evening: Evening) -> None:
    evening.journal.hold = asyncio.Event()
    twice = [asyncio.create_task(evening.asks(Join("resident", YES), PHONE, "a1", "h1")) for _ in range(2)]
    await turns()
    evening.journal.hold.set()
    first, second = await asyncio.gather(*twice)
    assert first == second == await evening.asks(Join("resident", YES), PHONE, "a1", "h1")
    assert evening.room.joined == 1
    again = await evening.asks(Blank(), CONSOLE, "b1")
    assert again == await evening.asks(Blank(), CONSOLE, "b1"), "not `already_blank`"
    assert await evening.refused(Blank(), CONSOLE) == "already_blank"
    assert await evening.asks(Blank(), CONSOLE, "b2") == Refused("already_blank")
    await evening.does(Unblank(), CONSOLE)
    assert await evening.asks(Blank(), CONSOLE, "b2") == Refused("already_blank"), "answered as it was"


async def test_J3_a_phone_that_has_not_joined_is_not_remembered(evening: Evening) -> None:
    """Nothing it asked has happened; and phones in one batch that count their commands alike are not each other."""
    refused = await evening.asks(Join("nobody", YES), PHONE, "j1", "h1")
    assert refused == Refused("unknown_role")
    joins = (evening.asks(Join("resident", YES), PHONE, "j1", f"h{number % 2}") for number in range(4))
    answers = await asyncio.gather(*joins)
    assert answers[:2] == answers[2:]
    assert evening.room.joined == 2


async def test_J3_an_answer_outlives_a_restart(evening: Evening) -> None:
    seq = await evening.does(Join("resident", YES), PHONE, "a1", "h1")
    blank = await evening.does(Blank(), CONSOLE, "b1")
    await evening.live.close()
    again = await Evening.open(evening.journal, evening.session)
    assert await again.does(Join("civil", YES), PHONE, "a1", "h1") == seq
    assert await again.does(Blank(), CONSOLE, "b1") == blank
    assert (again.room.joined, again.room.people["p1"].role) == (1, "resident")
    await again.live.close()


async def test_J4_what_could_not_be_saved_changes_nothing_and_may_be_tried_again(evening: Evening) -> None:
    await evening.does(StartItem("open"), CONSOLE)
    await evening.does(Join("resident", YES), PHONE, "a", "h1")
    stage = evening.looks("stage")
    before, signals = snapshot(evening.room), dict(evening.room.memory.signals)
    evening.journal.failing = UNAVAILABLE
    together = [
        evening.asks(Pause(), CONSOLE, "b"),
        evening.asks(React("help"), PHONE, "r", "h1"),
        evening.asks(Join("civil", YES), PHONE, "a", "h2"),
    ]
    assert await asyncio.gather(*together) == [Refused("not_saved")] * 3
    assert snapshot(evening.room) == before
    assert evening.room.memory.signals == signals
    assert evening.room.memory.reacted == set()
    assert "paused" not in stage.view
    evening.journal.failing = None
    assert isinstance(await evening.asks(Pause(), CONSOLE, "b"), Done)
    assert isinstance(await evening.asks(Join("civil", YES), PHONE, "a", "h2"), Done)
    await stage.until(lambda one: "paused" in one.view)
    await holds(evening)


async def test_J1_when_somebody_else_appended_first_it_is_decided_again(evening: Evening) -> None:
    """Another program has paused the session meanwhile."""
    other = await Evening.open(Watched(evening.journal._database), evening.session)
    stage = evening.looks("stage")

    async def first() -> None:
        await other.does(Pause(), CONSOLE)

    evening.journal.before = first
    assert await evening.refused(Pause(), CONSOLE) == "already_paused"
    await stage.until(lambda one: "paused" in one.view)
    await evening.does(Blank(), CONSOLE)
    await holds(evening)
    await other.live.close()
    await other.journal.close()


async def test_a_vote_that_was_stored_although_the_database_went_away_is_found(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection broke before the answer to the commit came; nobody else tells this room of it."""
    stage, append = evening.looks("stage"), evening.journal.append
    for number in (1, 2):
        await evening.does(Join("resident", YES), PHONE, "j", f"h{number}")
    await evening.does(OpenStatement("s1"), CONSOLE)

    async def breaks(batch: Append) -> int:
        await append(batch)
        raise UNAVAILABLE

    monkeypatch.setattr(evening.journal, "append", breaks)
    assert await evening.asks(Vote("s1", "agree"), PHONE, "v", "h1") == Refused("not_saved")
    monkeypatch.undo()
    await evening.does(Vote("s1", "agree"), PHONE, "v", "h2")
    await stage.until(lambda one: one.view.get("statement", {}).get("voted") == 2)
    await holds(evening)


async def test_a_bug_in_one_command_is_answered_and_harms_no_other(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(room: Room, recorded: Recorded) -> None:
        evolve(room, recorded)
        if isinstance(recorded.event, Paused):
            raise AssertionError("a bug")

    monkeypatch.setattr("app.live.batch.evolve", breaks)
    answers = await asyncio.gather(
        evening.asks(Blank(), CONSOLE),
        evening.asks(Pause(), CONSOLE),
        evening.asks(Join("civil", YES), PHONE),
    )
    assert [type(one) for one in answers] == [Done, Refused, Done]
    assert answers[1] == Refused("internal")
    monkeypatch.undo()
    await holds(evening)


async def test_a_deleted_session_lets_everybody_go(evening: Evening) -> None:
    phone = evening.looks("phone", "h1")
    await Sessions(evening.journal._database).delete(evening.session)
    assert await evening.refused(Blank(), CONSOLE) == "unknown_session"
    assert phone.code == 4001
    assert await evening.refused(Blank(), CONSOLE) == "not_saved"


async def test_P3_a_phone_is_who_it_was_and_may_send_a_vote_again_after_a_restart(evening: Evening) -> None:
    await evening.does(Join("resident", YES), PHONE, "a", "h1")
    await evening.does(OpenStatement("s1"), CONSOLE)
    await evening.does(Vote("s1", "agree"), PHONE, "v1", "h1")
    await evening.live.close()
    again = await Evening.open(evening.journal, evening.session)
    phone = again.looks("phone", "h1")
    assert phone.me["person"] == "p1"
    assert phone.me["votes"] == {"s1.1": "agree"}
    await again.does(Vote("s1", "agree"), PHONE, "v1", "h1")
    assert again.room.voted == {"s1": 1}
    await holds(again)
    await again.live.close()


async def test_Q4_time_brings_a_call_to_its_end_by_itself(evening: Evening) -> None:
    """Q4: asked twice, 30 s each. The alarm goes by the loop's clock, what is due by the room's."""
    await evening.does(StartItem("open"), CONSOLE)
    await evening.does(Join("resident", YES), PHONE, "a", "h1")
    await evening.does(AskToSpeak(), PHONE, "b", "h1")
    phone = evening.looks("phone", "h1")
    await evening.does(Call("p1"), CONSOLE)
    await phone.until(lambda one: "called" in one.me)
    evening.clock.now += 30
    await evening.does(Tick(), Actor("server"))
    await phone.until(lambda one: one.me["called"].get("again"))
    evening.clock.now += 30
    evening.live.set_alarm()
    await phone.until(lambda one: "called" not in one.me and "queue" not in one.me)
    await holds(evening)


async def test_F1_another_console_asks_for_control_and_is_handed_it(evening: Evening) -> None:
    first, second = evening.looks("console", "c1"), evening.looks("console", "c2")
    assert first.me["control"] is True
    assert second.me["control"] is False
    assert await evening.refused(Pause(), OTHER) == "not_controller"
    assert await evening.refused(TakeOver(), OTHER) == "controller_present"
    await first.until(lambda one: one.view["control"].get("asked_by") == "c2")
    await evening.does(HandOver(), CONSOLE)
    await second.until(lambda one: one.me["control"])
    await first.until(lambda one: not one.me["control"])
    await first.until(lambda one: "asked_by" not in one.view["control"])
    await evening.does(Pause(), OTHER)


async def test_F1_who_has_been_gone_for_15_seconds_may_be_taken_over(evening: Evening) -> None:
    first, second = evening.looks("console", "c1"), evening.looks("console", "c2")
    evening.goes(first)
    evening.clock.now += 14.9
    assert await evening.refused(TakeOver(), OTHER) == "controller_present"
    back = evening.looks("console", "c1")
    evening.clock.now += 20
    assert await evening.refused(TakeOver(), OTHER) == "controller_present", "it came back in time"
    evening.goes(back)
    evening.clock.now += 15
    await evening.does(TakeOver(), OTHER)
    await second.until(lambda one: one.me["control"])


async def test_P6_J8_connected_is_counted_and_never_stored(evening: Evening) -> None:
    console = evening.looks("console", "c1")
    seq = evening.room.seq
    phones = [evening.looks("phone", f"h{n}") for n in range(3)]
    evening.looks("stage")
    await console.until(lambda one: one.view["counts"] == {"connected": 3, "joined": 0, "present": 0})
    evening.goes(phones[0])
    await console.until(lambda one: one.view["counts"]["connected"] == 2)
    assert evening.room.seq == seq
    assert evening.journal.batches == []


async def test_S5_nobody_is_told_of_a_strike_before_the_room_is_read_anew(evening: Evening) -> None:
    console = evening.looks("console", "c1")
    await evening.does(Note("insight", "Weg ermee."), CONSOLE)
    await console.until(lambda one: "contributions" in one.view)
    told, reads, may_read = len(console.heard), asyncio.Event(), asyncio.Event()

    async def held() -> None:
        reads.set()
        await may_read.wait()

    evening.journal.reading = held
    striking = asyncio.create_task(evening.does(StrikeLast(60), CONSOLE))
    await reads.wait()
    assert len(console.heard) == told and not striking.done()
    may_read.set()
    await striking
    await console.until(lambda one: "contributions" not in one.view)


async def test_S5_a_room_that_cannot_be_read_after_a_strike_lets_everybody_go(evening: Evening) -> None:
    stage = evening.looks("stage")
    told = len(stage.heard)

    async def breaks() -> None:
        raise UNAVAILABLE

    evening.journal.reading = breaks
    await evening.does(StrikeLast(60), CONSOLE)
    await stage.until(lambda one: one.code == 1012)
    assert len(stage.heard) == told
    assert evening.live.ended


async def test_a_phone_in_two_windows_is_one_phone(evening: Evening) -> None:
    """The newer connection replaces the older."""
    older = evening.looks("phone", "h1")
    newer = evening.looks("phone", "h1")
    assert (older.code, newer.code) == (4009, 0)
    evening.goes(older)
    assert evening.room.memory.connected == 1
    await evening.does(Join("resident", YES), PHONE, "a", "h1")
    assert newer.me["person"] == "p1"


async def test_C2_of_two_for_one_chair_the_second_is_first_in_the_queue_and_told_so(evening: Evening) -> None:
    await evening.does(StartItem("open"), CONSOLE)
    for n in range(7):
        await evening.does(Join("resident", YES), PHONE, "a", f"h{n}")
    phones = [evening.looks("phone", f"h{n}") for n in range(7)]
    for n in range(4):
        await evening.does(TakeChair(), PHONE, "t", f"h{n}")
    await evening.does(AskToSpeak(), PHONE, "q", "h6")
    await asyncio.gather(*(evening.does(TakeChair(), PHONE, "t", f"h{n}") for n in (4, 5)))
    assert phones[4].me["chair"] == 5
    assert phones[5].me["queue"] == {"ahead": 0, "first": True}
    assert phones[6].me["queue"]["ahead"] == 1, "whoever is passed in the queue hears of that as well"
    await holds(evening)


async def test_J7_a_long_queue_that_moves_is_told_with_the_next_patch(evening: Evening) -> None:
    """Or everybody who joins it would cost as much as all who wait."""
    await evening.does(StartItem("open"), CONSOLE)
    waiting = MOST_MOVED_AT_ONCE + 2
    for n in range(waiting):
        await evening.does(Join("resident", YES), PHONE, "a", f"h{n}")
    for n in range(waiting):
        await evening.does(AskToSpeak(), PHONE, "q", f"h{n}")
    last = evening.looks("phone", f"h{waiting - 1}")
    await last.until(lambda one: one.me["queue"]["ahead"] == waiting - 1)
    told = len(last.heard)
    await asyncio.gather(*(evening.does(WithdrawRequest(), PHONE, "w", f"h{n}") for n in range(20)))
    await last.until(lambda one: one.me["queue"]["ahead"] == waiting - 21)
    assert len(last.heard) < told + 20


async def test_views_are_made_once_and_told_together(evening: Evening) -> None:
    """Fifty changes in a row are a few patches, and everybody ends with the same view."""
    phones = [evening.looks("phone", f"h{n}") for n in range(5)]
    english = evening.looks("phone", "he", "en")
    for _ in range(25):
        await evening.does(Pause(), CONSOLE)
        await evening.does(Resume(), CONSOLE)
    await evening.does(Pause(), CONSOLE)
    for one in (*phones, english):
        await one.until(lambda one: "paused" in one.view)
        assert len([message for message in one.heard if "patch" in message]) < 20
    texts = [message for message in phones[0].heard if "patch" in message]
    assert all([message for message in one.heard if "patch" in message] == texts for one in phones)


async def test_J7_a_slow_phone_delays_nobody_and_gets_the_whole_view_later(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.live.outbox.MOST_WAITING", 200)
    slow, quick = evening.looks("phone", "h1"), evening.looks("phone", "h2")
    slow.slow = asyncio.Event()
    for _ in range(3):
        for command, shown in ((Pause(), True), (Resume(), False)):
            await evening.does(command, CONSOLE)
            await quick.until(lambda one, shown=shown: ("paused" in one.view) is shown)  # type: ignore[misc]
    await evening.does(StartItem("open"), CONSOLE)
    await quick.until(lambda one: one.view.get("item", {}).get("id") == "open")
    assert slow.connection.outbox.behind
    assert len(slow.heard) == 1
    slow.slow.set()
    await slow.until(lambda one: len([m for m in one.heard if "welcome" in m]) == 2)
    assert slow.view == quick.view
