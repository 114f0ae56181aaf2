"""J1, J3, J4: what is decided, and what a refusal leaves. J2 is in test_replay.py."""

from typing import get_args

from app.core import events
from app.core.decide import decide, stamp
from app.core.evolve import evolve
from app.core.messages.circle import TakeChair
from app.core.messages.harvest import React, Reacted, ReactionMarked
from app.core.messages.queue import AskToSpeak
from app.core.room import snapshot
from tests.core.stories import CONSOLE, Story, phone


def test_J1_deciding_changes_nothing() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    before = repr(snapshot(story.room))
    assert decide(story.room, TakeChair(), phone(person), story.now)
    assert repr(snapshot(story.room)) == before and not story.room.log


def test_J1_a_batch_has_positions_that_follow_on_each_other() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    decided = decide(story.room, TakeChair(), phone(person), story.now)
    kept = stamp(story.room, decided, phone(person), story.now, "c17")
    assert [one.seq for one in kept] == [story.room.seq + 1]
    assert (kept[0].by, kept[0].command, kept[0].part) == (person, "c17", 0)


def test_J1_what_is_not_journaled_takes_no_position() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    kept = stamp(
        story.room, [Reacted("touched"), ReactionMarked(person, "touched")], phone(person), story.now
    )
    assert [one.seq for one in kept] == [story.room.seq + 1] * 2


def test_J1_what_could_not_be_stored_is_taken_back() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    before = repr(snapshot(story.room))
    decided = decide(story.room, TakeChair(), phone(person), story.now)
    for one in stamp(story.room, decided, phone(person), story.now):
        evolve(story.room, one)
    assert repr(snapshot(story.room)) != before
    story.room.rollback()
    assert repr(snapshot(story.room)) == before


def test_J3_the_journal_keeps_the_id_of_a_command() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(TakeChair(), phone(person), "c17")
    assert story.journal[-1].command == "c17"
    story.asks(React("touched"), phone(person), "c18")
    assert story.journal[-1].command == "", "a reaction is nobody's (R2)"


def test_J4_a_refusal_has_a_code_and_changes_nothing() -> None:
    story = Story()
    assert story.refused(AskToSpeak(), phone()) == "not_joined"
    assert story.refused(AskToSpeak(), phone("p1")) == "not_joined"


def test_every_event_is_journaled_apart_or_passing_and_only_one_of_them() -> None:
    kinds = [get_args(events.Journaled), get_args(events.Apart), get_args(events.Passing)]
    named = [one for kind in kinds for one in kind]
    assert len(named) == len(set(named))
    assert set(named) == set(get_args(events.Event))


def test_J8_who_is_connected_is_not_replayed() -> None:
    story = Story()
    story.room.memory.connected = 40
    story.asks(React("help"), phone(story.joins("resident")[0]))
    again = story.replayed()
    assert again.memory.connected == 0
    assert snapshot(again) == snapshot(story.room)
    assert CONSOLE.id not in again.memory.consoles
