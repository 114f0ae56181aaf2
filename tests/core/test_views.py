"""What each audience may see, and what it may not (P1, P6, Q3, V3, S4, F4, T1)."""

import json
from dataclasses import replace
from typing import Any

from app.core import views
from app.core.messages.circle import EndWord, GiveWord, Seat, TakeChair
from app.core.messages.harvest import Contribute, ShowContribution
from app.core.messages.people import Join
from app.core.messages.queue import AskToSpeak, CallNext
from app.core.messages.session import Blank, GoOffRecord, Pause
from app.core.messages.statements import CloseStatement, OpenStatement, RevealStatement, Vote
from app.core.variants import rules_for
from tests.core.stories import SHEET, YES, Story, lit, phone, plan

LANGUAGES = ("nl", "en")


def everything(room: Any, language: str = "nl") -> dict[str, Any]:
    return {
        "phone": views.phone(room, language),
        "stage": views.stage(room, language),
        "console": views.console(room, language),
        "me": {person: views.me(room, person) for person in room.people},
    }


def nulls(value: Any, path: str = "") -> list[str]:
    if value is None:
        return [path]
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, one in parts for found in nulls(one, f"{path}.{key}")]


def busy_room() -> Story:
    story = Story()
    people = story.joins("resident", "resident", "confidant", "civil", "resident")
    story.starts("open")
    story.asks(TakeChair(), phone(people[0]))
    story.asks(AskToSpeak(), phone(people[1]))
    story.asks(AskToSpeak(), phone(people[2]))
    story.asks(CallNext())
    story.asks(GiveWord(people[0]))
    story.asks(OpenStatement("s1"))
    story.asks(Vote("s1", "agree"), phone(people[3]))
    story.asks(Contribute("insight", "Samen lukt het eerder."), phone(people[4]))
    return story


def test_a_view_is_json_without_nulls_so_that_a_merge_patch_can_say_every_change() -> None:
    for story in (Story(started=False), Story(), busy_room()):
        for language in LANGUAGES:
            told = everything(story.room, language)
            assert nulls(told) == []
            assert json.loads(json.dumps(told)) == told


def test_V3_no_view_shows_a_distribution_before_closing_and_revealing() -> None:
    story = Story()
    people = story.joins(*["resident"] * 6)
    story.starts("vote")
    story.asks(OpenStatement("s1"))

    def told() -> dict[str, Any]:
        seen = everything(story.room)
        for own in seen["me"].values():
            own.pop("votes")
        return seen

    for person in people:
        story.asks(Vote("s1", "agree"), phone(person))
    agreed = told()
    for person in people:
        story.asks(Vote("s1", "disagree"), phone(person))
    assert told() == agreed, "the same number of other answers looks the same"
    assert lit(story.room)["statement"] | {"voted": 6, "eligible": 6} == (lit(story.room)["statement"])
    story.asks(CloseStatement("s1"))
    assert "disagree" not in json.dumps(everything(story.room))
    story.asks(RevealStatement("s1"))
    told_now = everything(story.room)
    for shown in (told_now["phone"], told_now["stage"], told_now["console"]):
        result = shown.get("statements", {}).get("s1", shown["statement"])["result"]
        assert result["totals"] == {"agree": 0, "disagree": 6, "dont_know": 0, "skip": 0}


def test_Q3_only_the_facilitator_sees_who_is_queuing() -> None:
    story = busy_room()
    room = story.room
    assert [one["person"] for one in views.console(room, "nl")["queue"]] == ["p2", "p3"]
    assert views.me(room, "p3")["queue"] == {"ahead": 1, "first": False}
    assert views.me(room, "p2")["called"]["chair"] == 2
    for audience in (views.phone, views.stage):
        told = audience(room, "nl")
        assert "queue" not in told
        assert '"p2"' not in json.dumps(told) and '"p3"' not in json.dumps(told)


def test_P1_X5_a_name_is_on_the_stage_only_where_the_item_says_so() -> None:
    named = replace(
        SHEET[1], id="named", rules=replace(rules_for("circle", "open_chair"), projector="first_names")
    )
    hidden = replace(
        SHEET[1], id="hidden", rules=replace(rules_for("circle", "open_chair"), projector="nothing")
    )
    story = Story(plan([*SHEET, named, hidden]))
    story.asks(Join("resident", YES, name="Noor van Oost"), phone())
    for item, seen in (("open", {"role"}), ("named", {"role", "name"}), ("hidden", set())):
        story.starts(item)
        story.asks(Seat("p1", 1))
        chair = lit(story.room)["circle"]["chairs"]["1"]
        assert set(chair) - {"kind"} == seen
        assert "name" not in views.phone(story.room, "nl")["circle"]["chairs"]["1"]
    assert views.console(story.room, "nl")["circle"]["chairs"]["1"]["name"] == "Noor van Oost"


def test_P6_connected_joined_and_present_are_three_numbers() -> None:
    story = Story()
    story.joins("resident", "civil")
    story.adds("resident")
    story.room.memory.connected = 1
    assert views.console(story.room, "nl")["counts"] == {"connected": 1, "joined": 2, "present": 3}


def test_S4_a_blank_stage_shows_nothing_and_the_phones_go_on() -> None:
    story = busy_room()
    before = views.phone(story.room, "nl")
    story.asks(Blank())
    assert set(views.stage(story.room, "nl")) == {"blank", "title", "state", "address"}
    assert views.phone(story.room, "nl") == before


def test_T1_a_screen_draws_from_the_deadline_and_gets_what_is_left_while_paused() -> None:
    story = Story()
    story.starts("open")
    assert lit(story.room)["item"]["ends_at"] == story.now + 900
    story.now += 100
    story.asks(Pause())
    item = lit(story.room)["item"]
    assert item["remaining_s"] == 800 and "ends_at" not in item


def test_F4_balance_is_by_role_for_the_facilitator_alone() -> None:
    story = busy_room()
    story.now += 60
    story.asks(Pause())
    assert views.console(story.room, "nl")["balance"]["resident"] == {"seat_share": 1.0, "people_share": 0.6}
    assert "balance" not in {**views.stage(story.room, "nl"), **views.phone(story.room, "nl")}


def test_S5_who_speaks_off_the_record_is_shown_and_not_kept() -> None:
    story = busy_room()
    story.asks(GoOffRecord())
    story.asks(GiveWord("p1"))
    assert "word" in lit(story.room)["circle"]["chairs"]["1"]
    assert story.room.word is None


def test_a_contribution_is_seen_by_its_author_and_by_the_room_once_it_is_shown() -> None:
    story = busy_room()
    (id,) = story.room.contributions
    assert views.me(story.room, "p5")["said"][id]["text"] == "Samen lukt het eerder."
    assert "harvest" not in views.phone(story.room, "nl")
    story.asks(ShowContribution(id))
    assert views.phone(story.room, "nl")["harvest"][id]["text"] == "Samen lukt het eerder."


def test_a_phone_draws_a_crowd_as_no_more_dots_than_fit() -> None:
    story = Story()
    story.joins(*["resident"] * 40)
    assert views.phone(story.room, "nl")["dots"] == views.MOST_DOTS
    assert lit(story.room)["outer"] == 40


def test_whoever_speaks_from_the_outer_circle_is_named_by_role_and_to_the_facilitator_by_name() -> None:
    story = Story()
    story.joins("resident", "civil")
    story.starts("back")
    story.asks(AskToSpeak(), phone("p2"))
    story.asks(CallNext())
    assert lit(story.room)["word"] == {"role": "civil", "since": story.now}
    assert views.phone(story.room, "nl")["word"] == {"role": "civil", "since": story.now}
    assert views.console(story.room, "nl")["word"]["person"] == "p2"


def test_a_result_makes_way_for_whoever_speaks_next() -> None:
    story = busy_room()
    story.asks(CloseStatement("s1"))
    story.asks(RevealStatement("s1"))
    assert lit(story.room)["statement"]["state"] == "revealed"
    story.asks(EndWord())
    story.asks(GiveWord("p1"))
    assert "statement" not in views.stage(story.room, "nl")


def test_F4_the_first_circle_has_its_balance_at_once() -> None:
    story = Story()
    story.joins("resident", "resident", "civil")
    story.starts("open")
    story.asks(TakeChair(), phone("p1"))
    story.asks(TakeChair(), phone("p2"))
    assert views.balance(story.room)["resident"]["seat_share"] == 1.0
    assert views.balance(story.room)["civil"]["seat_share"] == 0.0
