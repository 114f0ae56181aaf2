"""J1, J3, J4: what is decided, and what a refusal leaves. J2 is in test_replay.py."""

from typing import get_args

from app.core import events
from app.core.decide import decide, stamp
from app.core.evolve import evolve
from app.core.messages.circle import Seat, TakeChair
from app.core.messages.harvest import React, Reacted, ReactionMarked
from app.core.messages.queue import AskToSpeak
from app.core.room import snapshot
from tests.core.stories import CONSOLE, START, Story, phone


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


def test_J1_each_event_of_a_batch_has_its_part_and_what_is_passing_no_position() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(TakeChair(), phone(person))
    decided = decide(story.room, Seat(person, 3), CONSOLE, story.now)
    kept = stamp(story.room, decided, CONSOLE, story.now, "c9")
    at = story.room.seq
    assert [(one.seq, one.part, one.by, one.command, one.at) for one in kept] == [
        (at + 1, 0, "c1", "c9", story.now),
        (at + 2, 1, "c1", "c9", story.now),
    ]
    said = stamp(story.room, [ReactionMarked(person, "help")], phone(person), story.now, "k1")
    assert [(one.seq, one.by, one.command) for one in said] == [(at, person, "k1")]


def test_J1_taking_back_restores_what_was_there_what_was_not_and_what_is_no_table() -> None:
    story = Story()
    room = story.room
    before = repr(snapshot(room))
    room.names["p1"] = "Noor"
    room.names["p1"] = "Ali"
    room.names["p2"] = "Zoe"
    room.names.drop("p2")
    room.names.drop("p9")
    room.hints.empty()
    room.paused_at = 5.0
    room.write("present", None, 7)
    room.write("names", "p3", "Bo")
    room.write("names", "p1", None)
    assert room.names == {"p3": "Bo"} and (room.paused_at, room.present) == (5.0, 7)
    assert [(one.target, one.key, one.before, one.after) for one in room.log[:3]] == [
        ("names", "p1", None, "Noor"),
        ("names", "p1", "Noor", "Ali"),
        ("names", "p2", None, "Zoe"),
    ]
    room.rollback()
    assert repr(snapshot(room)) == before and not room.log
    room.rollback()
    assert repr(snapshot(room)) == before, "once"


def test_R2_a_reaction_is_kept_from_its_half_minute_on_and_without_its_person() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.now += 44
    kept = stamp(story.room, [Reacted("touched")], phone(person), story.now, "k1")
    assert [(one.at, one.by, one.command, one.part) for one in kept] == [(START + 30, "", "", 0)]
