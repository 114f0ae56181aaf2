"""V1-V9, as far as the core goes: ballots, tallies, batches, rounds."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.core import views
from app.core.actor import SERVER
from app.core.events import APART
from app.core.evolve import replay
from app.core.messages.circle import EndWord, GiveWord, Seat
from app.core.messages.people import Join, Leave
from app.core.messages.session import CloseSession, GoOffRecord, Revise, StartItem, StrikeLast
from app.core.messages.statements import (
    AddStatement,
    BallotCast,
    CloseStatement,
    EnterCounts,
    OpenStatement,
    RevealStatement,
    StatementClosed,
    Vote,
)
from app.core.plan import Rules, Statement
from app.core.room import Result, snapshot
from app.core.rules import statements
from tests.core.evening import votes
from tests.core.stories import START, YES, Story, item, lit, phone, plan


def voting(*roles: str) -> tuple[Story, list[str]]:
    story = Story()
    people = story.joins(*roles)
    story.starts("vote")
    story.asks(OpenStatement("s1"))
    return story, people


def result(story: Story, statement: str = "s1") -> Result:
    return story.room.statements[statement].results[-1]


def test_V1_the_answers_are_agree_disagree_dont_know_and_skip_which_is_none() -> None:
    story, people = voting(*["resident"] * 6, *["civil"] * 6)
    votes(story, "s1", people, agree=3, disagree=3, skip=1, dont_know=5)
    assert result(story).totals == {"agree": 3, "disagree": 3, "dont_know": 5, "skip": 1}
    assert [sum(group.counts.values()) for group in result(story).groups] == [6, 5]


def test_V2_the_last_ballot_before_closing_counts_and_once() -> None:
    story, people = voting("resident", "civil")
    for choice in ("agree", "disagree", "disagree", "dont_know"):
        story.asks(Vote("s1", choice), phone(people[0]))
    assert story.room.voted["s1"] == 1
    story.asks(CloseStatement("s1"))
    assert result(story).totals == {"agree": 0, "disagree": 0, "dont_know": 1, "skip": 0}


def test_V3_while_open_only_how_many_have_voted_is_known() -> None:
    story, people = voting(*["resident"] * 3)
    story.asks(Vote("s1", "agree"), phone(people[0]))
    console = views.console(story.room, "nl")
    assert console["statements"]["s1"]["voted"] == 1 and console["statements"]["s1"]["eligible"] == 3
    assert "result" not in console["statements"]["s1"]
    assert story.refused(RevealStatement("s1")) == "statement_open"
    story.asks(CloseStatement("s1"))
    assert "totals" not in json.dumps(views.console(story.room, "nl"))
    story.asks(RevealStatement("s1"))
    assert views.console(story.room, "nl")["statements"]["s1"]["result"]["totals"]["agree"] == 1
    assert story.refused(RevealStatement("s1")) == "already_revealed"


def test_V4_no_ballot_is_ever_in_the_journal() -> None:
    story, people = voting(*["resident"] * 5)
    votes(story, "s1", people, agree=5)
    assert BallotCast in APART
    assert not any(isinstance(one.event, BallotCast) for one in story.journal)
    for one in story.journal:
        if not one.event.type.startswith("statement"):
            assert "agree" not in repr(one.event)


def test_V4_closing_leaves_pooled_tallies_and_no_ballots() -> None:
    story, people = voting(*["resident"] * 5, "civil", "civil", "researcher", "confidant", "professional")
    votes(story, "s1", people, agree=7, disagree=3)
    assert not story.room.ballots and not story.room.voted
    assert not any(isinstance(one.event, BallotCast) for one in story.apart)
    (closed,) = [one.event for one in story.journal if isinstance(one.event, StatementClosed)]
    assert [group.roles for group in closed.groups] == [
        ("resident",),
        ("civil", "researcher", "confidant", "professional"),
    ]
    assert replay(story.journal).statements["s1"].results == story.room.statements["s1"].results


def test_V4_asking_again_is_a_new_vote() -> None:
    story, people = voting(*["resident"] * 3)
    votes(story, "s1", people, agree=3)
    story.asks(OpenStatement("s1"))
    assert not story.room.voted and story.room.statements["s1"].state == "open"
    votes(story, "s1", people, disagree=2)
    first, second = story.room.statements["s1"].results
    assert (first.totals["agree"], second.totals["disagree"]) == (3, 2)


def test_V5_who_was_present_at_opening_or_joined_while_open_may_vote() -> None:
    story, people = voting("resident", "resident")
    (late,) = story.joins("civil")
    story.adds("civil")
    story.asks(Vote("s1", "agree"), phone(late))
    story.asks(Leave(), phone(people[0]))
    story.asks(CloseStatement("s1"))
    assert result(story).eligible == 4
    story.joins("civil")
    assert result(story).eligible == 4


def test_V5_coming_back_is_not_coming_twice() -> None:
    story, people = voting("resident", "resident")
    story.asks(Leave(), phone(people[0]))
    story.asks(Join("resident", YES), phone(people[0]))
    story.asks(CloseStatement("s1"))
    assert result(story).eligible == 2


def test_V5_somebody_who_was_away_at_the_opening_is_eligible_once_back() -> None:
    story, people = voting("resident", "resident")
    story.asks(CloseStatement("s1"))
    story.asks(Leave(), phone(people[0]))
    story.asks(OpenStatement("s2"))
    for _ in range(2):
        story.asks(Join("resident", YES), phone(people[0]))
        story.asks(Leave(), phone(people[0]))
    story.asks(CloseStatement("s2"))
    assert result(story, "s2").eligible == 2


def test_V6_hands_and_paper_are_entered_per_role_and_stay_marked() -> None:
    story, people = voting(*["resident"] * 6)
    story.adds(*["civil"] * 6)
    for person in people:
        story.asks(Vote("s1", "agree"), phone(person))
    story.asks(EnterCounts("s1", "civil", {"agree": 9}, "hands"))
    story.asks(EnterCounts("s1", "civil", {"disagree": 4, "agree": 2}, "hands"))
    story.asks(CloseStatement("s1"))
    assert result(story).totals == {"agree": 8, "disagree": 4, "dont_know": 0, "skip": 0}
    assert [(batch.role, batch.mode) for batch in result(story).batches] == [("civil", "hands")]
    assert [group.roles for group in result(story).groups] == [("resident",), ("civil",)]


def test_V6_what_cannot_be_counted_is_refused() -> None:
    story, _ = voting("resident")
    assert story.refused(EnterCounts("s1", "nobody", {"agree": 1})) == "unknown_role"
    assert story.refused(EnterCounts("s1", "civil", {"agree": -1})) == "impossible_count"
    assert story.refused(EnterCounts("s1", "civil", {"agree": 10**6})) == "impossible_count"
    assert story.refused(EnterCounts("s2", "civil", {"agree": 1})) == "statement_not_open"


def test_V7_the_stage_shows_no_group_that_is_too_small_or_of_one_mind() -> None:
    story, people = voting(*["resident"] * 7, *["civil"] * 6, "researcher")
    votes(story, "s1", people, agree=7, disagree=3, dont_know=4)
    story.asks(RevealStatement("s1"))
    shown = lit(story.room)["statement"]["result"]["groups"]
    assert shown == [
        {"roles": ["resident"], "n": 7, "almost": "agree"},
        {"roles": ["researcher", "civil"], "n": 7, "mixed": True},
    ]


def test_V8_a_statement_has_its_source_and_several_languages() -> None:
    story = Story()
    story.asks(AddStatement({"nl": " Zo is het ", "en": "So it is"}, None, "Zo is 't gewoon", "q7"))
    added = story.room.statements["s4"].statement
    assert added.text == {"nl": "Zo is het", "en": "So it is"}
    assert (added.source, added.source_id) == ("Zo is 't gewoon", "q7")


def test_V8_what_was_opened_keeps_its_words_and_its_source() -> None:
    story = Story()
    story.asks(OpenStatement("s1"))

    def revised(id: str, **changed: Any) -> Revise:
        statements = [replace(one, **changed) if one.id == id else one for one in story.room.plan.statements]
        return Revise(replace(story.room.plan, statements=tuple(statements)))

    assert story.refused(revised("s1", text={"nl": "Iets anders"}), SERVER) == "already_begun"
    assert story.refused(revised("s1", source="Anders gezegd"), SERVER) == "already_begun"
    story.asks(revised("s2", source="Zo gezegd"), SERVER)
    assert story.room.statements["s2"].statement.source == "Zo gezegd"
    story.asks(CloseStatement("s1"))
    assert story.refused(revised("s1", text={"nl": "Iets anders"}), SERVER) == "already_begun"


def test_a_statement_needs_words_and_not_too_many() -> None:
    story = Story()
    assert story.refused(AddStatement({"nl": "  "})) == "statement_without_text"
    assert story.refused(AddStatement({"nl": "x" * 1001})) == "text_too_long"
    assert story.refused(AddStatement({"nl": "x"}, "nowhere")) == "unknown_item"


def test_V9_two_results_are_shown_side_by_side() -> None:
    story, people = voting(*["resident"] * 5)
    votes(story, "s1", people, agree=5)
    votes(story, "s1", people, disagree=5)
    story.asks(RevealStatement("s1"))
    shown = lit(story.room)["statement"]
    assert (shown["result"]["totals"]["disagree"], shown["before"]["totals"]["agree"]) == (5, 5)
    assert shown["round"] == 2


@pytest.mark.parametrize(("statement", "code"), [("s2", "statement_not_open"), ("s9", "unknown_statement")])
def test_a_vote_goes_to_an_open_statement_only(statement: str, code: str) -> None:
    story, (person,) = voting("resident")
    assert story.refused(Vote(statement, "agree"), phone(person)) == code


def test_V2_a_vote_on_a_closed_statement_is_too_late() -> None:
    story, (person,) = voting("resident")
    assert story.refused(OpenStatement("s1")) == "statement_open"
    story.asks(CloseStatement("s1"))
    assert story.refused(Vote("s1", "agree"), phone(person)) == "statement_closed"
    assert story.refused(CloseStatement("s1")) == "statement_not_open"
    assert story.refused(RevealStatement("s2")) == "statement_not_open"


def test_a_statement_stays_open_through_items_and_closes_with_the_session() -> None:
    story, (person,) = voting("resident")
    story.asks(Vote("s1", "agree"), phone(person))
    story.asks(StartItem("harvest"))
    assert story.room.is_open("s1")
    story.asks(CloseSession())
    assert result(story).totals["agree"] == 1 and not story.room.ballots


def test_V5_V6_more_hands_than_people_in_the_room_are_people_who_may_vote() -> None:
    story = Story()
    story.joins("resident")
    story.starts("vote")
    story.asks(OpenStatement("s1"))
    story.asks(EnterCounts("s1", "resident", {"agree": 7}))
    assert lit(story.room)["statement"]["eligible"] == 7
    story.asks(CloseStatement("s1"))
    assert lit(story.room)["statement"]["eligible"] == 7
    story.asks(StrikeLast(60))
    assert snapshot(story.replayed()) == snapshot(story.room)


def test_V5_who_is_here_at_the_opening_is_counted_once_whatever_they_do() -> None:
    story = Story()
    people = story.joins("resident", "resident")
    story.adds("civil")
    story.asks(Leave(), phone(people[0]))
    story.asks(OpenStatement("s1"))
    assert story.room.statements["s1"].eligible == 2
    story.asks(OpenStatement("s2"))
    story.asks(Join("resident", YES), phone(people[0]))
    assert [story.room.statements[id].eligible for id in ("s1", "s2", "s3")] == [3, 3, 0]


def test_V6_as_many_are_counted_as_there_may_be_and_none_is_a_count() -> None:
    story, _ = voting("resident")
    story.asks(EnterCounts("s1", "resident", {"agree": 100_000, "disagree": 0}))
    assert story.refused(EnterCounts("s1", "resident", {"agree": 100_001})) == "impossible_count"
    story.asks(CloseStatement("s1"))
    assert result(story).totals == {"agree": 100_000, "disagree": 0, "dont_know": 0, "skip": 0}
    assert result(story).batches[0].counts == {"agree": 100_000, "disagree": 0, "dont_know": 0, "skip": 0}
    assert result(story).batches[0].mode == "hands"


def test_V4_V6_what_is_counted_for_one_statement_is_not_counted_for_another() -> None:
    story, (person, other) = voting("resident", "civil")
    story.asks(OpenStatement("s2"))
    story.asks(Vote("s1", "agree"), phone(person))
    story.asks(Vote("s2", "disagree"), phone(person))
    story.asks(Vote("s2", "skip"), phone(other))
    story.asks(EnterCounts("s1", "civil", {"agree": 1}))
    story.asks(EnterCounts("s2", "civil", {"dont_know": 2}))
    story.asks(CloseStatement("s1"))
    assert result(story).totals == {"agree": 2, "disagree": 0, "dont_know": 0, "skip": 0}
    assert story.room.voted == {"s2": 2} and len(story.room.ballots) == 2 and len(story.room.batches) == 1
    story.asks(CloseStatement("s2"))
    assert result(story, "s2").totals == {"agree": 0, "disagree": 1, "dont_know": 2, "skip": 1}


def test_V7_the_smallest_group_is_the_items_and_never_one() -> None:
    own = replace(item("vote", "vote"), rules=Rules(smallest_group=2))
    for smallest, groups in ((2, 2), (3, 0)):
        rules = replace(own.rules, smallest_group=smallest)
        story = Story(plan([replace(own, rules=rules)]))
        people = story.joins(*["resident"] * 2, *["civil"] * 2)
        story.starts("vote")
        votes(story, "s1", people, agree=1, disagree=1, dont_know=2)
        assert len(result(story).groups) == groups
        story.asks(RevealStatement("s1"))
        assert lit(story.room)["statement"]["result"]["k"] == smallest
    story = Story()
    story.asks(AddStatement({"nl": "Los"}))
    assert statements.smallest_group(story.room, "s4") == 5


def test_V8_a_statement_that_is_added_has_the_next_number_and_its_words_trimmed() -> None:
    texts = tuple(Statement(id, {"nl": id}, None) for id in ("s7", "q12", "s2"))
    story = Story(replace(plan(), statements=texts))
    story.asks(AddStatement({"nl": f" {'x' * 1000} ", "en": "  "}, "vote", "y" * 1000))
    assert story.room.statements["s8"].statement.text == {"nl": "x" * 1000}
    assert (story.room.statements["s8"].number, story.room.statements["s8"].statement.item) == (4, "vote")
    assert story.refused(AddStatement({"nl": "x"}, None, "y" * 1001)) == "text_too_long"
    story.asks(OpenStatement("s8"))
    empty = Story(replace(plan(), statements=()))
    empty.asks(AddStatement({"nl": "Een"}))
    assert list(empty.room.statements) == ["s1"]


def test_V9_a_revealed_statement_can_be_asked_again_and_revealed_again() -> None:
    story, people = voting("resident")
    votes(story, "s1", people, agree=1)
    story.asks(RevealStatement("s1"))
    story.now += 5
    story.asks(OpenStatement("s1"))
    assert story.refused(RevealStatement("s1")) == "statement_open"
    votes(story, "s1", people, disagree=1)
    story.asks(RevealStatement("s1"))
    first, second = story.room.statements["s1"].results
    assert (first.opened_at, first.closed_at) == (START, START + 20)
    assert (second.opened_at, second.closed_at) == (START + 25, START + 45)


def test_V3_a_word_given_leaves_an_open_statement_on_the_screens() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("open")
    story.asks(Seat(person))
    story.asks(OpenStatement("s1"))
    story.asks(GiveWord(person))
    assert lit(story.room)["statement"]["id"] == "s1"
    story.asks(CloseStatement("s1"))
    story.asks(EndWord())
    story.asks(GiveWord(person))
    assert lit(story.room)["statement"]["state"] == "closed", "what is not revealed is not looked at yet"


def test_S5_nobody_votes_off_the_record() -> None:
    story, (person,) = voting("resident")
    story.asks(GoOffRecord())
    assert story.refused(Vote("s1", "agree"), phone(person)) == "off_record"
    assert story.refused(EnterCounts("s1", "resident", {"agree": 1})) == "off_record"
    story.asks(CloseStatement("s1"))
    story.asks(RevealStatement("s1"))
    assert story.refused(OpenStatement("s1")) == "off_record"
