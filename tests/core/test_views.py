"""What each audience may see, and what it may not (P1, P6, Q3, V3, S4, F4, T1)."""

import json
from dataclasses import replace
from typing import Any

from app.core import views
from app.core.messages.circle import EndWord, GiveWord, Seat, TakeChair
from app.core.messages.harvest import Contribute, Endorse, Note, ShowContribution
from app.core.messages.people import AddPerson, Consent, Join, Leave, RemovePerson
from app.core.messages.queue import AskToSpeak, Call, CallNext, QueuePerson
from app.core.messages.session import AddTime, Blank, GoOffRecord, Pause, SkipItem, StartMoment, StartSession
from app.core.messages.statements import (
    AddStatement,
    CloseStatement,
    EnterCounts,
    OpenStatement,
    RevealStatement,
    Vote,
)
from app.core.plan import Statement
from app.core.variants import rules_for
from tests.core.stories import SHEET, START, YES, Story, item, lit, phone, plan

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
    for id, seen in (("open", {"role"}), ("named", {"role", "name"}), ("hidden", set())):
        story.starts(id)
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
    running = lit(story.room)["item"]
    assert running["remaining_s"] == 800 and "ends_at" not in running


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


def test_a_prepared_session_shows_its_title_and_what_comes_first() -> None:
    story = Story(replace(plan(), subtitle="In het buurthuis", address="je"), started=False)
    seen = lit(story.room)
    assert {key: seen[key] for key in ("title", "subtitle", "state", "address", "code")} == {
        "title": "Avond",
        "subtitle": "In het buurthuis",
        "state": "draft",
        "address": "je",
        "code": "KRE7QP",
    }
    assert seen["next"] == {"id": "in", "kind": "check_in", "title": "in"}
    assert "item" not in seen and "off_record" not in seen and "circle" not in seen
    role = seen["roles"]["resident"]
    assert (role["no"], role["label"], role["plural"]) == (1, "Bewoner", "bewoners")
    assert lit(story.room, "en")["roles"]["resident"]["label"] == "Resident"


def test_S3_what_runs_is_shown_with_its_place_its_length_and_what_comes() -> None:
    asked = replace(SHEET[1], question={"nl": "Wat houdt je bezig?"})
    story = Story(plan([SHEET[0], asked, *SHEET[2:]]))
    story.starts("in")
    assert "question" not in lit(story.room)["item"] and "variant" not in lit(story.room)["item"]
    story.asks(SkipItem("roles"))
    story.starts("open")
    story.asks(AddTime(60))
    story.now += 5
    seen = lit(story.room)
    assert seen["item"] == {
        "id": "open",
        "kind": "circle",
        "title": "open",
        "no": 2,
        "of": 8,
        "started_at": START,
        "length_s": 960,
        "variant": "open_chair",
        "question": "Wat houdt je bezig?",
        "ends_at": START + 960,
    }
    assert seen["next"] == {"id": "back", "kind": "listen_back", "title": "back"}, "past what was skipped"
    story.starts("harvest")
    assert "next" not in lit(story.room), "what was passed over is behind"


def test_S3_the_roles_of_what_comes_are_told() -> None:
    story = Story()
    story.starts("open")
    assert lit(story.room)["next"] == {
        "id": "roles", "kind": "circle", "title": "roles", "roles": ["resident"]
    }  # fmt: skip


def test_S3_the_console_has_the_whole_run_sheet_with_what_each_took() -> None:
    story = Story()
    story.starts("in")
    story.asks(AddTime(120))
    story.now += 700
    story.starts("open")
    items = views.console(story.room, "nl")["items"]
    assert items["in"] == {
        "no": 1,
        "kind": "check_in",
        "title": "in",
        "state": "ended",
        "planned_s": 600,
        "added_s": 120,
        "started_at": START,
        "actual_s": 700,
    }
    assert items["open"] == {
        "no": 2,
        "kind": "circle",
        "title": "open",
        "state": "running",
        "planned_s": 900,
        "variant": "open_chair",
        "started_at": START + 700,
    }
    assert items["roles"]["roles"] == ["resident"] and items["roles"]["state"] == "planned"


def test_S4_a_pause_and_a_moment_are_on_all_screens() -> None:
    story = Story()
    story.starts("open")
    story.asks(StartMoment("pairs", 120))
    story.now += 20
    assert lit(story.room)["moment"] == {"kind": "pairs", "length_s": 120, "ends_at": START + 120}
    assert "paused" not in lit(story.room)
    story.asks(Pause())
    for seen in (lit(story.room), views.phone(story.room, "nl"), views.console(story.room, "nl")):
        assert {"paused", "moment"} <= set(seen)
    story.asks(Blank())
    assert views.console(story.room, "nl")["blank"] is True


def test_S5_everybody_is_told_that_the_room_is_off_the_record() -> None:
    story = Story()
    story.asks(GoOffRecord())
    for seen in (lit(story.room), views.phone(story.room, "nl"), views.console(story.room, "nl")):
        assert seen["off_record"] is True


def test_C3_a_phone_offers_what_the_item_allows() -> None:
    silent = replace(rules_for("circle", "samoan"), reactions="off", leave=False)
    story = Story(plan([*SHEET, item("out", "check_out"), item("silent", "circle", "samoan", rules=silent)]))
    assert views.phone(story.room, "nl")["ways"] == {}
    expected = {
        "in": {"ask", "react"},
        "open": {"ask", "take", "leave", "react"},
        "back": {"ask", "react"},
        "closed": {"leave", "react"},
        "tap": {"take", "tap_in", "leave", "react"},
        "harvest": {"ask", "react", "contribute"},
        "out": {"ask", "react", "contribute"},
        "silent": {"take"},
    }
    for id, ways in expected.items():
        story.starts(id)
        assert set(views.phone(story.room, "nl")["ways"]) == ways, id


def test_C2_a_phone_offers_a_chair_only_while_one_is_free_for_anybody() -> None:
    story = Story()
    people = story.joins(*["resident"] * 6)
    story.starts("open")
    for person in people[:4]:
        story.asks(TakeChair(), phone(person))
    assert "take" in views.phone(story.room, "nl")["ways"]
    story.asks(Call(people[4]))
    assert "take" not in views.phone(story.room, "nl")["ways"], "the last is kept"
    story.asks(TakeChair(), phone(people[4]))
    assert "take" not in views.phone(story.room, "nl")["ways"]


def test_what_is_ones_own_is_told_to_that_phone_alone() -> None:
    story = Story()
    story.asks(Join("resident", Consent(votes=True, words=True, story=False), name="Noor"), phone())
    (other,) = story.joins("civil")
    assert views.me(story.room, "p1") == {
        "person": "p1",
        "role": "resident",
        "name": "Noor",
        "present": True,
        "consent": {"votes": True, "words": True, "story": False},
        "votes": {},
        "said": {},
        "endorsed": {},
    }
    assert views.me(story.room, "p9") == {}
    story.starts("open")
    story.asks(TakeChair(2), phone("p1"))
    story.asks(GiveWord("p1"))
    story.asks(OpenStatement("s1"))
    story.asks(Vote("s1", "agree"), phone("p1"))
    story.asks(Contribute("insight", "Een"), phone("p1"))
    (id,) = story.room.contributions
    story.asks(ShowContribution(id))
    story.asks(Endorse(id), phone("p1"))
    own = views.me(story.room, "p1")
    assert (own["sat"], own["chair"], own["word"]) == (True, 2, True)
    assert own["votes"] == {"s1.1": "agree"}
    assert own["said"] == {id: {"kind": "insight", "text": "Een"}}
    assert own["endorsed"] == {id: True}
    theirs = views.me(story.room, other)
    assert not (theirs["votes"] or theirs["said"] or theirs["endorsed"])
    assert not {"sat", "chair", "word", "queue", "called", "second_row"} & set(theirs)
    story.asks(CloseStatement("s1"))
    assert views.me(story.room, "p1")["votes"] == {}
    story.asks(OpenStatement("s1"))
    story.asks(Vote("s1", "disagree"), phone("p1"))
    assert views.me(story.room, "p1")["votes"] == {"s1.2": "disagree"}
    story.asks(Leave(), phone("p1"))
    assert views.me(story.room, "p1")["present"] is False


def test_Q3_each_person_sees_how_many_are_before_them() -> None:
    story = Story()
    people = story.joins(*["resident"] * 3)
    story.starts("open")
    for person in people:
        story.asks(AskToSpeak(), phone(person))
    ahead = [views.me(story.room, person)["queue"]["ahead"] for person in people]
    assert ahead == [0, 1, 2]
    places = views.queue_places(story.room)
    assert [views.me(story.room, person, places)["queue"]["ahead"] for person in people] == ahead


def test_F1_a_console_is_told_who_it_is_and_whether_it_has_control() -> None:
    story = Story(started=False)
    assert views.watcher(story.room, "c2") == {"console": "c2", "control": True}, "nobody has it yet"
    story.asks(StartSession())
    assert views.watcher(story.room, "c1") == {"console": "c1", "control": True}
    assert views.watcher(story.room, "c2") == {"console": "c2", "control": False}
    story.room.memory.gone_since = None
    story.room.memory.asked_by = "c2"
    assert views.console(story.room, "nl")["control"] == {"by": "c1", "consoles": 0, "asked_by": "c2"}


def test_P1_the_stage_has_first_names_and_the_console_whole_ones() -> None:
    rules = replace(rules_for("listen_back", None), projector="first_names")
    story = Story(plan([replace(SHEET[3], rules=rules)]))
    story.asks(Join("civil", YES, name="Noor van Oost"), phone())
    story.starts("back")
    story.asks(AskToSpeak(), phone("p1"))
    story.asks(CallNext())
    assert lit(story.room)["word"] == {"role": "civil", "name": "Noor", "since": story.now}
    assert views.phone(story.room, "nl")["word"] == {"role": "civil", "since": story.now}
    assert views.console(story.room, "nl")["word"]["name"] == "Noor van Oost"
    hidden = Story(plan([replace(SHEET[3], rules=replace(rules, projector="nothing"))]))
    hidden.joins("civil")
    hidden.starts("back")
    hidden.asks(Call("p1"))
    assert lit(hidden.room)["word"] == {"since": hidden.now}


def test_P4_the_console_lists_who_is_here_how_and_whether_they_sat() -> None:
    story = Story()
    story.joins("resident")
    story.asks(AddPerson("civil", card="7"))
    story.starts("open")
    story.asks(Seat("p2"))
    story.asks(Leave(), phone("p1"))
    assert views.console(story.room, "nl")["people"] == {
        "p1": {"no": 1, "name": "Merel", "role": "resident", "phone": True},
        "p2": {"no": 2, "name": "kaart 7", "role": "civil", "card": "7", "present": True, "sat": True},
    }
    assert views.console(story.room, "nl")["circle"]["chairs"]["1"] == {
        "kind": "regular",
        "role": "civil",
        "name": "kaart 7",
        "person": "p2",
        "since": story.now,
        "no_phone": True,
    }


def test_P4_in_a_large_room_the_console_lists_those_who_need_a_hand() -> None:
    story = Story()
    people = story.joins(*["resident"] * 100)
    assert set(views.console(story.room, "nl")["people"]) == set(people)
    (without,) = story.adds("civil")
    story.starts("open")
    story.asks(TakeChair(), phone(people[40]))
    story.asks(AskToSpeak(), phone(people[60]))
    story.asks(QueuePerson(without))
    assert list(views.console(story.room, "nl")["people"]) == [without, people[40], people[60]]


def test_V3_turnout_is_told_on_the_stage_and_not_to_phones() -> None:
    story = Story()
    people = story.joins(*["resident"] * 3)
    story.starts("vote")
    assert "statement" not in lit(story.room)
    console = views.console(story.room, "nl")
    assert console["statements"]["s1"] == {
        "id": "s1", "no": 1, "of": 3, "round": 1, "state": "draft", "text": "Stelling 1", "item": "vote"
    }  # fmt: skip
    story.asks(OpenStatement("s1"))
    story.asks(Vote("s1", "agree"), phone(people[0]))
    story.asks(EnterCounts("s1", "civil", {"agree": 1, "skip": 1}))
    assert lit(story.room)["statement"] == {
        "id": "s1",
        "no": 1,
        "of": 3,
        "round": 1,
        "state": "open",
        "text": "Stelling 1",
        "voted": 3,
        "eligible": 3,
    }
    assert "voted" not in views.phone(story.room, "nl")["statement"]
    story.asks(CloseStatement("s1"))
    assert lit(story.room)["statement"]["state"] == "closed"
    assert (
        lit(story.room)["statement"] | {"voted": 3, "eligible": 3, "round": 1} == lit(story.room)["statement"]
    )


def test_V6_V9_a_result_says_that_hands_were_counted_and_what_it_is_held_against() -> None:
    story = Story()
    story.joins(*["resident"] * 3)
    story.starts("vote")
    story.asks(OpenStatement("s1"))
    story.asks(EnterCounts("s1", "resident", {"agree": 3}))
    story.asks(CloseStatement("s1"))
    story.asks(RevealStatement("s1"))
    seen = lit(story.room)["statement"]
    assert seen["result"] == {
        "totals": {"agree": 3, "disagree": 0, "dont_know": 0, "skip": 0}, "eligible": 3, "k": 5, "by_hand": True
    }  # fmt: skip
    assert "before" not in seen
    story.asks(OpenStatement("s1"))
    assert lit(story.room)["statement"]["round"] == 2 and "result" not in lit(story.room)["statement"]
    story.asks(CloseStatement("s1"))
    assert "before" not in lit(story.room)["statement"], "before it is revealed"
    story.asks(RevealStatement("s1"))
    seen = lit(story.room)["statement"]
    assert seen["before"]["totals"]["agree"] == 3 and seen["result"]["totals"]["agree"] == 0
    assert "by_hand" not in seen["result"]


def test_the_statement_on_the_screens_is_the_last_opened_and_else_one_that_is_open() -> None:
    story = Story()
    story.starts("vote")
    story.asks(OpenStatement("s1"))
    story.asks(OpenStatement("s2"))
    assert lit(story.room)["statement"]["id"] == "s2"
    story.starts("harvest")
    assert lit(story.room)["statement"]["id"] == "s1", "still open"
    story.asks(CloseStatement("s1"))
    story.asks(CloseStatement("s2"))
    assert "statement" not in lit(story.room)


def test_V8_the_source_stands_beside_the_statement() -> None:
    story = Story()
    story.asks(AddStatement({"nl": "Zo is het", "en": "So it is"}, None, "Zo is 't gewoon", "q7"))
    story.asks(OpenStatement("s4"))
    seen = lit(story.room, "en")["statement"]
    assert (seen["text"], seen["source"], seen["no"], seen["of"]) == ("So it is", "Zo is 't gewoon", 4, 4)
    assert "item" not in views.console(story.room, "nl")["statements"]["s4"]


def test_R2_a_phone_is_told_how_often_something_was_endorsed_while_the_harvest_is_on() -> None:
    story = Story()
    writer, reader = story.joins("resident", "civil")
    story.starts("harvest")
    story.asks(Note("insight", "Een"))
    story.asks(Contribute("question", "Twee"), phone(writer))
    noted, said = story.room.contributions
    story.asks(ShowContribution(noted))
    assert "endorsed" not in views.phone(story.room, "nl")
    story.asks(Endorse(noted), phone(reader))
    seen = views.phone(story.room, "nl")
    assert seen["endorsed"] == {noted: 1}
    assert seen["harvest"] == {
        noted: {"no": int(noted[1:]), "kind": "insight", "text": "Een", "shown": True, "noted": True}
    }
    assert lit(story.room)["harvest"][noted]["endorsed"] == 1
    console = views.console(story.room, "nl")
    assert set(console["harvest"]) == {noted} and set(console["contributions"]) == {noted, said}
    assert "noted" not in console["contributions"][said] and "shown" not in console["contributions"][said]
    story.starts("in")
    assert "endorsed" not in views.phone(story.room, "nl") and "harvest" in views.phone(story.room, "nl")


def test_F2_the_console_names_what_an_undo_would_take_back() -> None:
    story = Story()
    (person,) = story.joins("resident")
    assert "undo" not in views.console(story.room, "nl")
    story.starts("open")
    assert views.console(story.room, "nl")["undo"] == "start_item"
    story.asks(Seat(person, 1))
    story.asks(Seat(person, 2))
    assert views.console(story.room, "nl")["undo"] == "seat", "standing up first was a part of it"
    story.asks(RemovePerson(person))
    assert views.console(story.room, "nl")["undo"] == "remove_person"


def test_the_rules_in_force_are_the_running_items() -> None:
    rules = replace(
        rules_for("circle", "open_chair"), queue_order="fifo", turn_guide_s=90, starters=4, smallest_group=7
    )
    story = Story(plan([item("own", "circle", "open_chair", rules=rules)]))
    assert views.console(story.room, "nl")["rules"]["turn_guide_s"] == 180
    story.starts("own")
    assert views.console(story.room, "nl")["rules"] == {
        "queue_order": "fifo",
        "turn_guide_s": 90,
        "leave_prompt_s": 60,
        "group_by": "none",
        "starters": 4,
        "reactions": "facilitator",
        "projector": "roles",
        "smallest_group": 7,
    }


def test_F4_only_roles_with_people_here_are_in_the_balance() -> None:
    story = Story()
    resident, civil, _ = story.joins("resident", "civil", "civil")
    story.starts("open")
    assert views.balance(story.room) == {
        "resident": {"seat_share": 0.0, "people_share": 0.333},
        "civil": {"seat_share": 0.0, "people_share": 0.667},
    }
    story.asks(TakeChair(), phone(resident))
    story.now += 30
    story.asks(TakeChair(), phone(civil))
    story.now += 10
    story.asks(Pause())
    assert views.balance(story.room)["civil"]["seat_share"] == 0.2
    story.asks(Leave(), phone(resident))
    assert set(views.balance(story.room)) == {"civil"}


def test_the_stage_counts_who_stands_around() -> None:
    story = Story()
    people = story.joins(*["resident"] * 3)
    story.starts("open")
    story.asks(TakeChair(), phone(people[0]))
    seen = lit(story.room)
    assert (seen["present"], seen["outer"]) == (3, 2)
    assert views.phone(story.room, "nl")["dots"] == 2
    assert seen["circle"]["chairs"]["1"] == {"kind": "regular", "role": "resident"}
    assert "second_row" not in seen["circle"] and "leave_asked" not in seen["circle"]


def test_each_screen_is_in_its_own_language_and_else_in_the_sessions() -> None:
    def said(*languages: str) -> dict[str, str]:
        return {language: f"in {language}" for language in languages}

    role = replace(plan().roles[0], label=said("nl", "de", "en"), plural=said("nl", "de"), reason=said("fr"))
    one = replace(SHEET[1], title=said("nl", "de"), question=said("nl", "de", "en"))
    following = replace(SHEET[0], title=said("nl", "de"))
    texts = Statement("s1", said("nl", "de"))
    story = Story(replace(plan([one, following]), language="de", roles=(role,), statements=(texts,)))
    story.starts("open")
    story.asks(OpenStatement("s1"))
    for seen in (
        lit(story.room, "en"),
        views.phone(story.room, "en"),
        views.console(story.room, "en"),
    ):
        told = seen["roles"]["resident"]
        assert (told["label"], told["plural"], told["reason"]) == ("in en", "in de", "in fr")
        assert (seen["item"]["title"], seen["item"]["question"]) == ("in de", "in en")
        assert (seen["next"]["title"], seen["statement"]["text"]) == ("in de", "in de")
    console = views.console(story.room, "en")
    assert (console["items"]["open"]["title"], console["statements"]["s1"]["text"]) == ("in de", "in de")


def test_times_are_told_to_the_millisecond() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.now += 0.12349
    story.starts("open")
    story.asks(TakeChair(), phone(person))
    story.asks(GiveWord(person))
    assert lit(story.room)["item"]["started_at"] == START + 0.123
    assert views.console(story.room, "nl")["circle"]["chairs"]["1"]["since"] == START + 0.123
    assert lit(story.room)["circle"]["chairs"]["1"]["word"] == START + 0.123
