"""R1-R2 and X2: reactions, and the words that are kept or taken back."""

from dataclasses import replace
from typing import get_args

from app.core.messages.console import ClearSignal
from app.core.messages.harvest import (
    HALF_MINUTE,
    Contribute,
    Endorse,
    HideContribution,
    Note,
    React,
    Reacted,
    ShowContribution,
    WithdrawWords,
)
from app.core.variants import rules_for
from app.core.vocabulary import Reaction
from tests.core.stories import START, Story, item, phone, plan


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
