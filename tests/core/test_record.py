"""The record: what really held, no more than may be known, and the same numbers everywhere."""

import hashlib
import json
from typing import Any

import pytest

from app.core.actor import SERVER
from app.core.messages.circle import Seat, Stand
from app.core.messages.console import Undo
from app.core.messages.harvest import Contribute, Note, WithdrawWords
from app.core.messages.people import AddPerson, ChangeConsent, Join, Leave
from app.core.messages.queue import QueuePerson
from app.core.messages.session import Amend, CloseSession, Release
from app.core.messages.statements import CloseStatement, EnterCounts, OpenStatement, RevealStatement, Vote
from app.core.record.harvest import WITHDRAWN
from app.core.record.record import record
from app.export.definitions import definitions
from tests.core.evening import circle, evening, recorded, seats, votes
from tests.core.stories import NO, START, YES, Story, item, phone, plan
from tests.core.test_replay import Walk

KEYS = [
    "schema_version", "session", "roles", "items", "seatings", "turns", "queue", "reactions", "statements", "harvest",
    "amendments", "measures", "integrity",
]  # fmt: skip


def test_the_record_has_its_keys_and_is_json() -> None:
    for level in ("open", "restricted"):
        made = recorded(evening(), level)
        assert list(made) == KEYS
        assert json.loads(json.dumps(made)) == made


def test_seconds_count_from_the_opening_and_moments_are_in_utc() -> None:
    story, (person,) = circle("resident")
    story.now += 12.5
    story.asks(Seat(person))
    story.now += 7.25
    story.asks(Stand(person))
    made = recorded(story)
    assert seats(story) == [(person, 1, 12.5, 19.75)]
    assert made["session"]["opened_at"] == "1970-01-12T13:46:40.000Z"
    assert made["session"]["id"] == "session-1"


def test_V2_V9_each_time_a_statement_was_asked_is_a_vote_with_its_totals() -> None:
    story, people = circle(*["resident"] * 5)
    story.asks(OpenStatement("s1"))
    story.asks(Vote("s1", "agree"), phone(people[0]))
    votes(story, "s1", people, disagree=4, skip=1)
    story.now += 30
    votes(story, "s1", people, dont_know=5)
    story.asks(CloseSession())
    first, second = recorded(story)["statements"][0]["votes"]
    assert first["totals"] == {"agree": 0, "disagree": 4, "dont_know": 0, "skip": 1}
    assert (first["opened_s"], first["closed_s"], first["eligible"]) == (0, 20, 5)
    assert second["totals"] == {"agree": 0, "disagree": 0, "dont_know": 5, "skip": 0}
    assert second["opened_s"] == 50


def test_V3_while_the_session_goes_on_only_revealed_votes_are_in_it() -> None:
    story, people = circle(*["resident"] * 5)
    votes(story, "s1", people, agree=5)
    story.asks(OpenStatement("s2"))
    assert [one["votes"] for one in recorded(story)["statements"]] == [[], [], []]
    story.asks(RevealStatement("s1"))
    assert len(recorded(story)["statements"][0]["votes"]) == 1
    votes(story, "s1", people, disagree=5)
    assert len(recorded(story)["statements"][0]["votes"]) == 1
    story.asks(CloseSession())
    assert [len(one["votes"]) for one in recorded(story)["statements"]] == [2, 1, 0]


@pytest.mark.parametrize(
    ("ballots", "batches", "mode"),
    [
        (2, [], "secret"),
        (0, ["hands"], "hands"),
        (0, ["paper"], "paper"),
        (0, ["hands", "paper"], "mixed"),
        (2, ["paper"], "mixed"),
        (0, [], "secret"),
    ],
)
def test_V6_hands_and_paper_stay_marked(ballots: int, batches: list[Any], mode: str) -> None:
    story, people = circle("resident", "resident")
    story.asks(OpenStatement("s1"))
    for role, how in zip(("civil", "researcher"), batches, strict=False):
        story.asks(EnterCounts("s1", role, {"agree": 3}, how))
    votes(story, "s1", people, agree=ballots)
    story.asks(RevealStatement("s1"))
    vote = recorded(story)["statements"][0]["votes"][0]
    assert (vote["mode"], vote["by_hand"]) == (mode, 3 * len(batches))


def test_V7_the_open_level_names_no_role_that_is_too_small() -> None:
    made = recorded(evening(), "open")
    for row in (*made["seatings"], *made["turns"], *made["queue"]):
        assert row["role"] in ("civil", "other")
    assert {row["role"]: row["n"] for row in made["measures"]["seat_time"]["by_role"]} == {
        "other": 8,
        "civil": 6,
    }
    (vote,) = made["statements"][0]["votes"]
    assert vote["totals"] == {"agree": 9, "disagree": 3, "dont_know": 0, "skip": 1}
    assert not any("counts" in group for group in vote["by_role"])
    assert {"roles": ["researcher", "resident"], "reason": "pooled"} in vote["suppressed"]


def test_V7_a_room_of_few_is_one_group_without_a_split() -> None:
    story, (person, _) = circle("resident", "civil")
    story.asks(Seat(person))
    story.now += 10
    made = recorded(story, "open")
    assert [one["role"] for one in made["seatings"]] == ["other"]
    for measure in made["measures"].values():
        assert isinstance(measure, dict)
        assert not measure.get("by_role") and not measure.get("by_item")


def test_V7_the_restricted_level_has_every_total() -> None:
    made = recorded(evening())
    (vote,) = made["statements"][0]["votes"]
    assert [group["counts"]["agree"] for group in vote["by_role"] if "counts" in group] == [4, 5]
    assert [row["role"] for row in made["measures"]["seat_time"]["by_role"]] == [
        "resident",
        "civil",
        "researcher",
    ]


def test_V4_X3_no_ballot_and_no_name_is_in_it() -> None:
    story = Story()
    story.asks(Join("resident", YES, name="Noor van Oost"), phone())
    story.asks(AddPerson("civil", name="Ali Baba", card="7"))
    story.starts("vote")
    votes(story, "s1", ["p1"], agree=1)
    story.asks(CloseSession())
    for level in ("open", "restricted"):
        text = json.dumps(recorded(story, level))
        assert "Noor" not in text and "Ali" not in text and "Merel" not in text


def test_X1_X2_withdrawn_words_read_withdrawn_in_a_record_made_anew() -> None:
    story, (person, other) = circle("resident", "civil")
    story.asks(Contribute("insight", "Neem dit terug"), phone(person))
    story.asks(Contribute("insight", "Bewaar dit niet meer"), phone(other))
    story.asks(Note("insight", "Dit blijft"))
    story.asks(CloseSession())
    story.asks(WithdrawWords(), phone(person))
    story.asks(ChangeConsent(NO), phone(other))
    assert [one["text"] for one in recorded(story)["harvest"]] == [WITHDRAWN, WITHDRAWN, "Dit blijft"]
    assert [one["text"] for one in recorded(story, "open")["harvest"]] == ["Dit blijft"]


def test_F2_a_note_that_was_undone_is_no_harvest() -> None:
    story, _ = circle("resident")
    story.asks(Note("insight", "Verkeerd getypt"))
    story.asks(Undo())
    assert recorded(story)["harvest"] == []


def test_S1_amendments_are_in_it_with_their_date() -> None:
    story = evening()
    story.now = START + 86_400
    story.asks(Amend("outcome", "Het gesprek is gevoerd."), SERVER)
    story.asks(Release(), SERVER)
    made = recorded(story)
    assert [(one["kind"], one["text"], one["at"]) for one in made["amendments"]] == [
        ("outcome", "Het gesprek is gevoerd.", "1970-01-13T13:46:40.000Z")
    ]
    assert made["session"]["state"] == "released"


def test_P4_P6_people_without_a_phone_are_counted_apart() -> None:
    story, (first, _) = circle("resident", "resident")
    story.adds("resident", "civil")
    story.asks(QueuePerson("p3"))
    story.asks(Leave(), phone(first))
    made = recorded(story)
    assert made["session"]["people"] == {"joined": 2, "without_phone": 2, "present": 3}
    rows = {one["key"]: (one["joined"], one["present"], one["without_phone"]) for one in made["roles"]}
    assert rows["resident"] == (2, 2, 1) and rows["civil"] == (0, 1, 1) and rows["unsaid"] == (0, 0, 0)


def test_the_seal_can_be_made_again_from_the_record() -> None:
    made = recorded(evening())
    rest = {key: value for key, value in made.items() if key != "integrity"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert made["integrity"]["record"] == hashlib.sha256(text.encode()).hexdigest()
    assert recorded(evening()) == made, "the same journal, the same record"


def test_a_session_that_never_began_has_an_empty_record() -> None:
    made = recorded(Story(plan([item("in", "check_in")]), started=False))
    assert made["session"]["opened_at"] is None and made["seatings"] == []


@pytest.mark.parametrize("seed", range(4))
def test_a_record_of_any_evening_is_valid_and_true(seed: int) -> None:
    walk = Walk(seed)
    walk.checking = False
    for step in range(1, 281):
        walk.step()
        if step % 40:
            continue
        made = recorded(walk.story)
        recorded(walk.story, "open")
        room, gaps = walk.story.room, made["session"]["off_record"]
        end = max([0.0, *(row["to_s"] or 0.0 for row in made["seatings"])]) + 1e6
        spans = [
            (row["person"], row["from_s"], end if row["to_s"] is None else row["to_s"])
            for row in made["seatings"]
        ]
        for person, start, stop in spans:
            assert start <= stop
            clash = [one for one in spans if one[0] == person and max(start, one[1]) < min(stop, one[2])]
            assert len(clash) <= 1, "C1"
        said = [(row["from_s"], end if row["to_s"] is None else row["to_s"]) for row in made["turns"]]
        for number, (start, stop) in enumerate(said):
            assert start <= stop, "T3"
            assert all(stop <= gap["from_s"] or start >= gap["to_s"] for gap in gaps), "S5"
            assert number + 1 == len(said) or stop <= said[number + 1][0], "one at a time"
        sitting = {row["person"]: row["chair"] for row in made["seatings"] if row["to_s"] is None}
        assert sitting == dict(room.seat_of)
        waiting = {row["person"] for row in made["queue"] if row["outcome"] == "waiting"}
        assert waiting == set(room.queue)


@pytest.mark.parametrize("seed", range(3))
def test_F4_seat_time_in_the_record_is_what_the_console_showed(seed: int) -> None:
    walk = Walk(seed)
    walk.checking = False
    walk.without = (Undo,)
    for _ in range(250):
        walk.step()
    walk.attempt(CloseSession(), SERVER)
    story = walk.story
    room = story.replayed()
    rows = record(story.journal, room, room.words, "restricted", definitions())["measures"]["seat_time"][
        "by_role"
    ]
    counted = {row["role"]: row["seconds"] for row in rows if row["seconds"]}
    assert counted == pytest.approx({role: seconds for role, seconds in room.seat_s.items() if seconds})


def test_V5_the_record_says_how_many_were_eligible() -> None:
    story, _ = circle("resident", "civil")
    story.asks(OpenStatement("s1"))
    story.joins("civil")
    story.asks(CloseStatement("s1"))
    story.asks(RevealStatement("s1"))
    assert recorded(story)["statements"][0]["votes"][0]["eligible"] == 3
