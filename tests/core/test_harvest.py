"""R1-R2 and X2: reactions, and the words that are kept or taken back."""

import json
from dataclasses import replace
from typing import get_args

from app.core import views
from app.core.messages.console import CallHelper, ClearSignal
from app.core.messages.harvest import (
    HALF_MINUTE,
    Contribute,
    Endorse,
    HideContribution,
    Note,
    React,
    Reacted,
    ReactionMarked,
    ShowContribution,
    WithdrawWords,
)
from app.core.messages.session import GoOffRecord, GoOnRecord, StartSession
from app.core.variants import rules_for
from app.core.vocabulary import Reaction, ReactionsTo
from tests.core.stories import START, Story, item, lit, phone, plan


def with_people(count: int = 3) -> tuple[Story, list[str]]:
    story = Story()
    people = story.joins(*["resident"] * count)
    story.starts("open")
    return story, people


def test_R1_there_is_no_disagree_to_a_persons_story() -> None:
    assert set(get_args(Reaction)) == {"recognise", "touched", "question", "unclear", "pause", "help"}


def test_R1_a_break_and_help_are_for_the_facilitator_only() -> None:
    story, (first, second, _) = with_people()
    story.asks(React("pause"), phone(first))
    story.asks(React("pause"), phone(second))
    story.asks(React("help"), phone(first))
    assert set(story.room.memory.signals) == {"pause", f"help:{first}"}
    assert story.room.memory.counted == {"pause": 2}
    story.asks(ClearSignal("pause"))
    assert set(story.room.memory.signals) == {f"help:{first}"} and not story.room.memory.counted


def test_R1_reactions_can_be_off_but_never_a_call_for_help() -> None:
    rules = replace(rules_for("circle", "open_chair"), reactions="off")
    story = Story(plan([item("quiet", "circle", "open_chair", rules=rules)]))
    (person,) = story.joins("resident")
    story.starts("quiet")
    assert story.refused(React("touched"), phone(person)) == "reactions_off"
    story.asks(React("help"), phone(person))


def test_R2_reactions_are_kept_by_half_minute_and_kind_and_not_by_person() -> None:
    story, people = with_people()
    story.now += 47.3
    for person in people:
        story.asks(React("recognise"), phone(person))
    kept = [one for one in story.journal if isinstance(one.event, Reacted)]
    assert [(one.at, one.by, one.command) for one in kept] == [(START + HALF_MINUTE, "", "")] * 3
    assert story.room.reactions == {"recognise": 3}


def test_R2_a_person_counts_once_per_kind_per_half_minute() -> None:
    story, (person, *_) = with_people()
    for _ in range(3):
        story.asks(React("touched"), phone(person))
    story.asks(React("question"), phone(person))
    assert story.room.reactions == {"touched": 1, "question": 1}
    story.now += HALF_MINUTE
    story.asks(React("touched"), phone(person))
    assert story.room.reactions == {"touched": 1}


def test_X2_words_live_apart_from_what_happened() -> None:
    story, (person, *_) = with_people()
    story.asks(Contribute("commitment", "  Wij bellen.  "), phone(person))
    assert "Wij bellen" not in repr(story.journal)
    (said,) = story.room.contributions.values()
    assert story.room.words[said.words] == "Wij bellen."


def test_X2_words_can_be_withdrawn_by_whoever_said_them() -> None:
    story, (person, other, _) = with_people()
    for text in ("Een", "Twee", "Drie"):
        story.asks(Contribute("insight", text), phone(person))
    first = next(iter(story.room.contributions))
    assert story.refused(WithdrawWords(first), phone(other)) == "not_allowed"
    story.asks(WithdrawWords(first), phone(person))
    assert sorted(story.room.words.values()) == ["Drie", "Twee"]
    story.asks(WithdrawWords(), phone(person))
    assert not story.room.words and all(one.withdrawn for one in story.room.contributions.values())
    assert story.asks(WithdrawWords(), phone(person)) == []
    assert story.refused(WithdrawWords("h999"), phone(person)) == "unknown_contribution"


def test_X2_what_was_withdrawn_is_not_shown_again() -> None:
    story, (person, *_) = with_people()
    story.asks(Contribute("insight", "Een"), phone(person))
    (id,) = story.room.contributions
    story.asks(WithdrawWords(id), phone(person))
    assert story.refused(ShowContribution(id)) == "unknown_contribution"


def test_R2_what_the_room_was_shown_can_be_endorsed_once() -> None:
    story, (person, other, _) = with_people()
    story.asks(Contribute("insight", "Een"), phone(person))
    (id,) = story.room.contributions
    assert story.refused(Endorse(id), phone(other)) == "unknown_contribution"
    story.asks(ShowContribution(id))
    assert story.asks(ShowContribution(id)) == []
    story.asks(Endorse(id), phone(other))
    assert story.asks(Endorse(id), phone(other)) == []
    assert story.room.endorsements == {id: 1}
    story.asks(HideContribution(id))
    assert story.asks(HideContribution(id)) == []
    assert not story.room.contributions[id].shown


def test_the_note_taker_writes_for_the_room() -> None:
    story, _ = with_people()
    story.asks(Note("bottleneck", "De regel zit in de weg."))
    (said,) = story.room.contributions.values()
    assert said.person == ""


def test_words_are_some_and_not_too_many() -> None:
    story, (person, *_) = with_people()
    assert story.refused(Contribute("insight", "  "), phone(person)) == "text_missing"
    assert story.refused(Note("insight", "x" * 1001)) == "text_too_long"


def showing(reactions: ReactionsTo) -> tuple[Story, list[str]]:
    shown = replace(rules_for("circle", "open_chair"), reactions=reactions)
    story = Story(plan([item("told", "circle", "open_chair", rules=shown)]))
    people = story.joins(*["resident"] * 3)
    story.starts("told")
    return story, people


def test_R1_the_room_is_told_of_shared_reactions_and_never_of_a_private_one() -> None:
    story, (first, second, third) = showing("room")
    story.asks(React("recognise"), phone(first))
    story.asks(React("recognise"), phone(second))
    story.asks(React("pause"), phone(second))
    story.asks(React("help"), phone(third))
    assert lit(story.room)["tide"] == {"recognise": 2}
    assert views.console(story.room, "nl")["reactions"] == {"recognise": 2}
    for seen in (views.stage(story.room, "nl"), views.phone(story.room, "nl")):
        assert "help" not in json.dumps(seen) and "signals" not in seen


def test_R1_a_private_reaction_alone_makes_no_tide_on_the_stage() -> None:
    story, (first, second, _) = showing("room")
    before = views.stage(story.room, "nl")
    story.asks(React("pause"), phone(first))
    story.asks(React("help"), phone(second))
    assert views.stage(story.room, "nl") == before


def test_R1_reactions_that_are_for_the_facilitator_are_not_on_the_stage() -> None:
    story, (first, *_) = showing("facilitator")
    before = views.stage(story.room, "nl")
    story.asks(React("touched"), phone(first))
    assert views.stage(story.room, "nl") == before
    assert views.console(story.room, "nl")["reactions"] == {"touched": 1}


def test_R1_the_facilitator_sees_who_asks_for_help_and_how_many_for_a_break() -> None:
    story, (first, second, _) = with_people()
    story.asks(React("help"), phone(first))
    story.now += 5
    story.asks(React("pause"), phone(first))
    story.asks(React("pause"), phone(second))
    story.asks(CallHelper())
    assert views.console(story.room, "nl")["signals"] == {
        f"help:{first}": {"at": START, "name": "Merel"},
        "pause": {"at": START + 5, "count": 2},
        "helper": {"at": START + 5},
    }


def test_R1_a_call_for_help_is_still_there_after_a_restart_without_its_person() -> None:
    story, (first, *_) = with_people()
    story.asks(React("help"), phone(first))
    assert set(story.replayed().memory.signals) == {"help"}


def test_R2_what_one_person_taps_does_not_count_for_another_kind_or_person() -> None:
    story, (first, second, _) = with_people()
    assert story.asks(React("touched"), phone(first)) == [
        Reacted("touched"),
        ReactionMarked(first, "touched"),
    ]
    assert story.asks(React("touched"), phone(first)) == []
    assert Reacted("touched") in story.asks(React("touched"), phone(second))
    story.now += HALF_MINUTE - 1
    assert story.asks(React("touched"), phone(first)) == []
    story.now += 1
    assert Reacted("touched") in story.asks(React("touched"), phone(first))


def test_R2_half_minutes_are_counted_from_the_opening() -> None:
    story = Story(started=False)
    story.now += 7
    story.asks(StartSession())
    (person,) = story.joins("resident")
    story.starts("open")
    story.now += HALF_MINUTE - 1
    assert Reacted("touched") in story.asks(React("touched"), phone(person))
    story.now += 1
    assert Reacted("touched") in story.asks(React("touched"), phone(person)), "a new half minute"
    kept = [one.at for one in story.journal if isinstance(one.event, Reacted)]
    assert kept == [START + 7, START + 7 + HALF_MINUTE]


def test_R2_nothing_is_endorsed_that_was_hidden_or_withdrawn_or_off_the_record() -> None:
    story, (person, other, _) = with_people()
    story.asks(Contribute("insight", "Een"), phone(person))
    (id,) = story.room.contributions
    story.asks(ShowContribution(id))
    story.asks(GoOffRecord())
    assert story.refused(Endorse(id), phone(other)) == "off_record"
    story.asks(GoOnRecord())
    story.asks(HideContribution(id))
    assert story.refused(Endorse(id), phone(other)) == "unknown_contribution"
    story.asks(ShowContribution(id))
    story.asks(WithdrawWords(id), phone(person))
    assert story.refused(Endorse(id), phone(other)) == "unknown_contribution"


def test_R1_before_the_session_is_live_only_help_and_a_break_can_be_asked_for() -> None:
    story = Story(started=False)
    (person,) = story.joins("resident")
    assert story.refused(React("touched"), phone(person)) == "not_started"
    assert story.asks(React("help"), phone(person)) == [ReactionMarked(person, "help")], "and nothing is kept"


def test_X2_withdrawn_words_are_gone_from_the_screens_and_everybodys_endorsements_stay_counted() -> None:
    story, (person, other, _) = with_people()
    story.asks(Contribute("insight", "Een"), phone(person))
    story.asks(Contribute("question", "Twee"), phone(person))
    first, second = story.room.contributions
    for id in (first, second):
        story.asks(ShowContribution(id))
    story.asks(Endorse(first), phone(other))
    story.asks(WithdrawWords(first), phone(person))
    assert set(lit(story.room)["harvest"]) == set(views.phone(story.room, "nl")["harvest"]) == {second}
    assert set(views.console(story.room, "nl")["harvest"]) == {second}
    all_of_it = views.console(story.room, "nl")["contributions"]
    assert all_of_it[first] == {
        "no": int(first[1:]), "kind": "insight", "withdrawn": True, "shown": True, "endorsed": 1
    }  # fmt: skip
    assert set(views.me(story.room, person)["said"]) == {second}


def test_a_contribution_has_as_many_characters_as_it_may_have() -> None:
    story, (person, *_) = with_people()
    story.asks(Contribute("insight", f"  {'x' * 1000}  "), phone(person))
    assert story.refused(Contribute("insight", "x" * 1001), phone(person)) == "text_too_long"
