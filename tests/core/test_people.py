"""P1-P6 and X1: who is in the room."""

from dataclasses import replace

import pytest

from app.core.actor import Actor
from app.core.commands import Command
from app.core.messages.circle import GiveWord, Seat, Stand, Stood, TakeChair
from app.core.messages.console import Undo
from app.core.messages.harvest import Contribute, Endorse, React, ShowContribution, WithdrawWords
from app.core.messages.people import (
    AddPerson,
    CameBack,
    ChangeConsent,
    Consent,
    Join,
    Leave,
    Left,
    RemovePerson,
)
from app.core.messages.queue import AskToSpeak, Call, CallNext, QueuePerson, RequestWithdrawn
from app.core.messages.statements import CloseStatement, EnterCounts, OpenStatement, Vote
from app.core.plan import UNSAID
from app.core.rules import clock
from app.plans.people import roles
from tests.core.stories import NO, YES, Story, phone, plan


def test_P1_a_participant_is_a_pseudonym_with_one_role() -> None:
    story = Story()
    first, second = story.joins("resident", "civil")
    assert (first, second) == ("p1", "p2")
    assert story.room.people[first].role == "resident"
    assert story.room.people[first].alias == "Merel"
    assert not story.room.names


def test_P1_a_name_is_optional_and_kept_apart() -> None:
    story = Story()
    story.asks(Join("resident", YES, name=" Noor "), phone())
    assert story.room.names == {"p1": "Noor"}
    assert "Noor" not in str(story.journal)
    assert story.refused(Join("resident", YES, name="x" * 61), phone()) == "text_too_long"


def test_P1_nobody_has_to_say_a_role_and_only_known_ones_exist() -> None:
    story = Story()
    assert story.joins("unsaid") == ["p1"]
    assert story.refused(Join("king", YES), phone()) == "unknown_role"


def test_somebody_who_has_not_joined_can_only_join() -> None:
    story = Story()
    story.starts("open")
    for by in (phone(), phone("p9")):
        assert story.refused(AskToSpeak(), by) == "not_joined"


def test_P2_a_lost_connection_changes_nothing() -> None:
    story = Story()
    seated, queued = story.joins("resident", "civil")
    story.starts("open")
    story.asks(TakeChair(), phone(seated))
    story.asks(AskToSpeak(), phone(queued))
    story.room.memory.connected = 0
    story.later(600)
    assert seated in story.room.seat_of and queued in story.room.queue
    assert story.room.present == 2


def test_P2_leaving_is_done_by_people_and_takes_the_chair_and_the_place_along() -> None:
    story = Story()
    seated, queued = story.joins("resident", "civil")
    story.starts("open")
    story.asks(TakeChair(), phone(seated))
    story.asks(AskToSpeak(), phone(queued))
    story.asks(Leave(), phone(seated))
    story.asks(RemovePerson(queued))
    assert not story.room.seat_of and not story.room.queue and story.room.present == 0
    assert story.refused(RemovePerson(queued)) == "not_present"
    assert story.refused(AskToSpeak(), phone(seated)) == "not_present"


def test_P3_coming_back_on_the_same_phone_is_being_the_same_person() -> None:
    story = Story()
    (person,) = story.joins("resident")
    assert story.asks(Join("civil", NO), phone(person)) == []
    story.asks(Leave(), phone(person))
    assert story.asks(Join("civil", NO), phone(person)) == [CameBack(person)]
    assert list(story.room.people) == [person] and story.room.people[person].role == "resident"


def test_P4_somebody_without_a_phone_is_seated_queued_called_and_counted_like_anyone() -> None:
    story = Story()
    story.asks(AddPerson("resident", name="Ali", card="7"))
    story.starts("open")
    story.asks(QueuePerson("p1"))
    story.asks(CallNext())
    story.later(300)
    assert story.room.queue["p1"].called_at is not None, "a call to somebody without a phone does not run out"
    story.asks(Seat("p1"))
    assert story.room.seat_of == {"p1": 1}
    assert story.room.people["p1"].alias == "kaart 7"
    assert story.room.present == 1 and story.room.present_by_role == {"resident": 1}
    story.asks(OpenStatement("s1"))
    story.asks(EnterCounts("s1", "resident", {"agree": 1}))
    story.asks(CloseStatement("s1"))
    assert story.room.statements["s1"].results[0].totals["agree"] == 1


def test_P4_a_card_is_one_person() -> None:
    story = Story()
    story.asks(AddPerson("resident", card="7"))
    assert story.refused(AddPerson("civil", card="7")) == "card_in_use"
    assert story.refused(AddPerson("civil", card="1" * 13)) == "text_too_long"
    story.asks(RemovePerson("p1"))
    story.asks(AddPerson("civil", card="7"))


def test_P5_a_latecomer_lands_on_the_running_item_and_closed_votes_stay_closed() -> None:
    story = Story()
    story.joins("resident")
    story.starts("vote")
    story.asks(OpenStatement("s1"))
    story.asks(CloseStatement("s1"))
    (late,) = story.joins("civil")
    assert story.room.current == "vote"
    assert story.refused(Vote("s1", "agree"), phone(late)) == "statement_closed"
    assert story.room.statements["s1"].results[0].eligible == 1


def test_P6_connected_joined_and_present_are_three_numbers() -> None:
    story = Story()
    first, _ = story.joins("resident", "civil")
    story.adds("resident")
    story.asks(Leave(), phone(first))
    story.room.memory.connected = 7
    assert (story.room.joined, story.room.present) == (2, 2)
    assert clock.next_deadline(story.room, story.now) is None


@pytest.mark.parametrize(
    "command", [Vote("s1", "agree"), React("touched"), Contribute("insight", "Iets"), Endorse("h1")]
)
def test_X1_no_is_a_full_answer_and_is_kept_to(command: Command) -> None:
    story = Story()
    writer, silent = story.joins("resident")[0], story.joins("civil", consent=NO)[0]
    story.starts("vote")
    story.asks(OpenStatement("s1"))
    story.asks(Contribute("insight", "Iets"), phone(writer))
    (id,) = story.room.contributions
    story.asks(ShowContribution(id))
    command = Endorse(id) if isinstance(command, Endorse) else command
    assert story.refused(command, phone(silent)) == "no_consent"


def test_X1_taking_part_goes_on_without_consent() -> None:
    story = Story()
    (person,) = story.joins("resident", consent=NO)
    story.starts("open")
    story.asks(AskToSpeak(), phone(person))
    story.asks(TakeChair(), phone(person))
    story.asks(React("help"), phone(person))
    assert person in story.room.seat_of
    assert f"help:{person}" in story.room.memory.signals
    assert "reacted" not in {one.event.type for one in story.journal}


def test_X1_consent_is_asked_per_purpose_and_can_be_changed() -> None:
    story = Story()
    (person,) = story.joins("resident", consent=Consent(votes=True, words=False, story=False))
    story.starts("vote")
    story.asks(OpenStatement("s1"))
    story.asks(Vote("s1", "agree"), phone(person))
    assert story.refused(Contribute("insight", "Iets"), phone(person)) == "no_consent"
    story.asks(ChangeConsent(YES), phone(person))
    story.asks(Contribute("insight", "Iets"), phone(person))
    assert story.asks(ChangeConsent(YES), phone(person)) == []


def test_a_console_can_name_only_people_who_are_there() -> None:
    story = Story()
    story.starts("open")
    assert story.refused(Seat("p5"), Actor("console", "c1")) == "unknown_person"


def test_P1_a_name_and_a_card_have_as_many_characters_as_they_may_have() -> None:
    story = Story()
    story.asks(Join("resident", YES, name=f" {'x' * 60} "), phone())
    story.asks(AddPerson("resident", name="y" * 60, card=f" {'1' * 12} "))
    assert story.room.names == {"p1": "x" * 60, "p2": "y" * 60}
    assert story.room.people["p2"].card == "1" * 12
    assert story.refused(AddPerson("resident", name="x" * 61)) == "text_too_long"
    assert story.refused(AddPerson("king")) == "unknown_role"
    story.asks(Join("resident", YES, name="  "), phone())
    assert "p3" not in story.room.names


def test_P1_numbers_go_on_whoever_leaves_or_is_undone() -> None:
    story = Story()
    story.joins("resident", "civil")
    story.asks(Leave(), phone("p2"))
    assert story.joins("civil") == ["p3"]
    story.asks(AddPerson("resident"))
    story.asks(Undo())
    assert story.joins("civil") == ["p5"]


def test_P1_whoever_would_rather_not_say_needs_no_such_role_in_the_plan() -> None:
    story = Story(replace(plan(), roles=tuple(role for role in roles() if role.key != UNSAID)))
    story.joins(UNSAID)
    story.adds(UNSAID)
    assert story.room.present_by_role == {UNSAID: 2}


def test_P2_leaving_is_standing_up_and_leaving_the_queue_first() -> None:
    story = Story()
    seated, queued = story.joins("resident", "civil")
    story.starts("open")
    story.asks(TakeChair(), phone(seated))
    story.asks(AskToSpeak(), phone(queued))
    story.asks(Call(queued))
    assert story.asks(Leave(), phone(seated)) == [Stood(seated, 1), Left(seated)]
    assert story.asks(Leave(), phone(queued)) == [RequestWithdrawn(queued), Left(queued)]
    assert not any(chair.reserved_for for chair in story.room.chairs.values())
    assert story.room.present_by_role == {"resident": 0, "civil": 0}
    assert story.refused(Seat(seated)) == "not_present"


def test_P2_whoever_left_can_still_take_words_back_and_change_consent() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.asks(Contribute("insight", "Iets"), phone(person))
    story.asks(Leave(), phone(person))
    assert story.refused(Contribute("insight", "Meer"), phone(person)) == "not_present"
    story.asks(ChangeConsent(NO), phone(person))
    story.asks(WithdrawWords(), phone(person))
    assert not story.room.words and story.room.people[person].consent == NO


def test_P3_whoever_comes_back_is_counted_again_and_has_sat_if_they_had() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(TakeChair(), phone(person))
    story.asks(Leave(), phone(person))
    story.asks(Join("civil", NO), phone(person))
    assert (story.room.present, story.room.joined) == (1, 1)
    assert story.room.present_by_role == {"resident": 1}
    assert story.room.people[person].sat and story.room.people[person].consent == YES


def test_P4_somebody_without_a_phone_has_allowed_nothing() -> None:
    story = Story()
    (person,) = story.adds("resident")
    added = story.room.people[person]
    assert (added.consent, added.phone, story.room.joined) == (NO, False, 0)
    assert story.room.people[story.joins("civil")[0]].phone


def test_P4_only_who_left_can_not_be_seated_and_only_who_is_known_can_leave() -> None:
    story = Story()
    story.starts("open")
    assert story.refused(RemovePerson("p7")) == "unknown_person"
    assert story.refused(GiveWord("p7")) == "unknown_person"
    assert story.refused(Stand("p7")) == "not_seated"


def test_X1_each_question_is_kept_to_by_itself() -> None:
    story = Story()
    (votes,) = story.joins("resident", consent=Consent(votes=True, words=False, story=False))
    (words,) = story.joins("resident", consent=Consent(votes=False, words=True, story=False))
    story.starts("vote")
    story.asks(OpenStatement("s1"))
    for command, allowed, not_allowed in (
        (Vote("s1", "agree"), votes, words),
        (React("touched"), votes, words),
        (Contribute("insight", "Iets"), words, votes),
    ):
        assert story.refused(command, phone(not_allowed)) == "no_consent"
        story.asks(command, phone(allowed))
