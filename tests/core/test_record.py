"""The record: what really held, no more than may be known, and the same numbers everywhere."""

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest

from app.core.actor import SERVER
from app.core.messages.circle import GiveWord, Seat, Stand
from app.core.messages.console import Undo
from app.core.messages.harvest import Contribute, Endorse, Note, ShowContribution, WithdrawWords
from app.core.messages.people import AddPerson, ChangeConsent, Join, Leave
from app.core.messages.queue import AskToSpeak, QueuePerson
from app.core.messages.session import Amend, Blank, CloseSession, Release, StrikeLast
from app.core.messages.statements import (
    AddStatement,
    CloseStatement,
    EnterCounts,
    OpenStatement,
    RevealStatement,
    Vote,
)
from app.core.plan import Rules
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


def test_the_head_of_a_record_says_which_session_and_how_much_of_it() -> None:
    prepared = replace(plan(), subtitle="In het buurthuis", series="De wijk")
    story = Story(prepared)
    story.now += 100
    story.asks(CloseSession())
    head = recorded(story, "open")["session"]
    assert {
        key: head[key] for key in ("code", "title", "subtitle", "series", "language", "level", "state")
    } == {
        "code": "KRE7QP",
        "title": "Avond",
        "subtitle": "In het buurthuis",
        "series": "De wijk",
        "language": "nl",
        "level": "open",
        "state": "closed",
    }
    assert (head["opened_at"], head["closed_at"]) == ("1970-01-12T13:46:40.000Z", "1970-01-12T13:48:20.000Z")
    assert head["off_record"] == [] and head["smallest_group"] == 5
    room = story.replayed()
    made = record(story.journal, room, room.words, "open", definitions())
    assert (made["schema_version"], made["session"]["id"]) == (1, "KRE7QP"), "its code where it has no id"


def test_a_role_is_in_the_record_as_it_was_prepared() -> None:
    rows = recorded(Story())["roles"]
    assert [row["key"] for row in rows] == [role.key for role in plan().roles]
    first = plan().roles[0]
    assert (rows[0]["label"], rows[0]["shape"], rows[0]["color"]) == (first.label, first.shape, first.color)


def test_V7_the_smallest_group_of_a_record_is_the_largest_of_its_run_sheet() -> None:
    def sheet(*smallest: int) -> Story:
        items = [item(f"i{n}", rules=Rules(smallest_group=k)) for n, k in enumerate(smallest)]
        return Story(plan(items), started=False)

    assert recorded(sheet(2, 7, 3))["session"]["smallest_group"] == 7
    assert recorded(sheet(2))["session"]["smallest_group"] == 2
    assert recorded(sheet())["session"]["smallest_group"] == 5


def test_V7_a_role_of_just_enough_people_is_named_and_one_of_fewer_is_not() -> None:
    story, people = circle(*["resident"] * 5, *["civil"] * 5, *["researcher"] * 4, "confidant")
    for number in (0, 5, 10, 14):
        story.now += 1
        story.asks(Seat(people[number]))
    story.asks(CloseSession())
    roles = [row["role"] for row in recorded(story, "open")["seatings"]]
    assert roles == ["resident", "civil", "other", "other"]
    roles = [row["role"] for row in recorded(story)["seatings"]]
    assert roles == ["resident", "civil", "researcher", "confidant"]


def test_an_item_is_in_the_record_with_what_was_prepared_of_it() -> None:
    asked = replace(item("open", "circle", "open_chair", 15, ("resident",)), question={"nl": "Wat nu?"})
    story = Story(plan([asked, item("in", "check_in")]))
    story.starts("open")
    story.now += 60
    first, second = recorded(story)["items"]
    assert (first["kind"], first["variant"], first["roles"]) == ("circle", "open_chair", ["resident"])
    assert (first["title"], first["question"]) == ({"nl": "open"}, {"nl": "Wat nu?"})
    assert (first["state"], first["started_at"], first["ended_at"]) == (
        "running",
        "1970-01-12T13:46:40.000Z",
        None,
    )
    assert (first["actual_s"], first["deviation_s"]) == (None, None), "it still runs"
    assert first["runs"] == [{"from_s": 0, "to_s": None, "paused_s": 0, "added_s": 0}]
    assert (second["state"], second["runs"], second["ended_at"]) == ("planned", [], None)
    story.starts("in")
    assert recorded(story)["items"][0]["ended_at"] == "1970-01-12T13:47:40.000Z"


def test_what_still_goes_on_has_no_end_in_the_record() -> None:
    story, (person,) = circle("resident")
    story.asks(Seat(person))
    story.asks(GiveWord(person))
    story.asks(AskToSpeak(), phone(story.joins("civil")[0]))
    story.now += 60
    story.asks(Blank())
    made = recorded(story)
    assert [(row["item"], row["from_s"], row["to_s"]) for row in made["turns"]] == [("open", 0, None)]
    assert [(row["item"], row["from_s"], row["to_s"]) for row in made["seatings"]] == [("open", 0, None)]
    assert [(row["item"], row["asked_s"], row["called_s"], row["wait_s"]) for row in made["queue"]] == [
        ("open", 0, None, None)
    ]
    assert made["measures"]["seat_time"]["total_s"] == 60, "so far"


def test_S5_what_goes_on_while_the_record_is_made_off_the_record_ends_at_the_gap() -> None:
    story, (person,) = circle("resident")
    story.asks(Seat(person))
    story.now += 10
    story.asks(GiveWord(person))
    story.now += 50
    story.asks(StrikeLast(20))
    assert [(row["from_s"], row["to_s"]) for row in recorded(story)["turns"]] == [(10, 40)]


def test_R2_X2_the_harvest_says_when_by_whom_and_how_often_it_was_endorsed() -> None:
    story, (person, other) = circle("resident", "civil")
    story.now += 10
    story.asks(Contribute("insight", "Een"), phone(person))
    story.now += 5
    story.asks(Note("question", "Twee"))
    said, noted = story.room.contributions
    story.asks(ShowContribution(said))
    story.asks(Endorse(said), phone(other))
    first, second = recorded(story)["harvest"]
    assert first == {
        "id": said, "kind": "insight", "text": "Een", "at_s": 10, "noted": False, "shown": True, "endorsed": 1,
        "person": person,
    }  # fmt: skip
    assert second == {
        "id": noted, "kind": "question", "text": "Twee", "at_s": 15, "noted": True, "shown": False, "endorsed": 0,
        "person": None,
    }  # fmt: skip
    assert [("person" in row, row["text"]) for row in recorded(story, "open")["harvest"]] == [
        (False, "Een"),
        (False, "Twee"),
    ]


def test_V8_a_statement_is_in_the_record_with_its_source_and_in_its_order() -> None:
    story = Story()
    story.asks(AddStatement({"nl": "Zo is het", "en": "So it is"}, "vote", "Zo is 't gewoon", "q7"))
    rows = recorded(story)["statements"]
    assert [row["id"] for row in rows] == ["s1", "s2", "s3", "s4"]
    assert dict(rows[3]) == {
        "id": "s4",
        "source_id": "q7",
        "source": "Zo is 't gewoon",
        "item": "vote",
        "state": "draft",
        "text": {"nl": "Zo is het", "en": "So it is"},
        "votes": [],
    }


def test_V7_the_record_says_which_roles_are_not_given_by_themselves_and_why() -> None:
    story, people = circle(*["resident"] * 6, *["civil"] * 6)
    votes(story, "s1", people, agree=6, disagree=3, dont_know=3)
    votes(story, "s2", people[:6], agree=3, disagree=3)
    story.asks(CloseSession())
    story.asks(Release(), SERVER)
    split, alone, _ = recorded(story, "open")["statements"]
    assert split["votes"][0]["suppressed"] == [
        {"roles": ["resident"], "reason": "almost_everyone"},
        {"roles": ["civil"], "reason": "complementary"},
    ]
    assert alone["votes"][0]["suppressed"] == [{"roles": [], "reason": "no_split"}]
    assert recorded(story)["statements"][0]["votes"][0]["suppressed"] == []
    everybody, others = circle(*["resident"] * 6, *["civil"] * 6)
    votes(everybody, "s1", others, agree=12)
    everybody.asks(CloseSession())
    vote = recorded(everybody, "open")["statements"][0]["votes"][0]
    assert vote["by_role"] == []
    assert vote["suppressed"] == [{"roles": ["resident", "civil"], "reason": "no_split"}]


def test_X2_words_that_are_kept_nowhere_read_withdrawn() -> None:
    story, (person,) = circle("resident")
    story.asks(Contribute("insight", "Een"), phone(person))
    story.asks(CloseSession())
    story.asks(Amend("outcome", "Twee"), SERVER)
    made = record(story.journal, story.replayed(), {}, "restricted", definitions())
    assert [row["text"] for row in made["harvest"]] == [WITHDRAWN]
    assert [row["text"] for row in made["amendments"]] == [WITHDRAWN]
    assert [row["id"] for row in made["amendments"]] == list(story.room.amendments)
