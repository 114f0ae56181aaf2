"""V2, V7: one total, and one silence, across the screens, the record and every export."""

import csv
import io
import json
import re
from zipfile import ZipFile

import pytest

from app.core.messages.statements import OpenStatement, RevealStatement, Vote
from app.core.rules.suppression import shown
from app.core.vocabulary import Level
from app.export import FORMATS
from app.live.channel import VIEWS
from app.texts import LANGUAGES, LOCALES
from tests.core.evening import evening, recorded, votes
from tests.core.stories import Story, phone


def changed_minds() -> Story:
    """Twelve people who vote, and most of them again: 7 agree, 3 disagree, 1 does not know, 1 skips."""
    story = Story()
    people = story.joins(*["resident"] * 6, *["civil"] * 6)
    story.starts("vote")
    story.asks(OpenStatement("s1"))
    for person in people[:9]:
        story.asks(Vote("s1", "disagree"), phone(person))
    votes(story, "s1", people, agree=7, disagree=3, dont_know=1, skip=1)
    story.asks(RevealStatement("s1"))
    return story


TOTALS = {"agree": 7, "disagree": 3, "dont_know": 1, "skip": 1}


def table(story: Story, name: str, level: Level) -> list[dict[str, str]]:
    packed = ZipFile(io.BytesIO(FORMATS["csv"].make(recorded(story, level), "en")))
    return list(csv.DictReader(io.StringIO(packed.read(f"{name}.csv").decode(), newline="")))


@pytest.mark.parametrize("level", ["open", "restricted"])
def test_V2_a_changed_vote_counts_once_everywhere(level: Level) -> None:
    story = changed_minds()
    for audience in VIEWS.values():
        seen = audience(story.room, "en")
        result = seen.get("statement", {}).get("result") or seen["statements"]["s1"]["result"]
        assert result["totals"] == TOTALS
    made = recorded(story, level)
    assert made["statements"][0]["votes"][0]["totals"] == TOTALS
    (row,) = table(story, "votes", level)
    assert {answer: int(row[answer]) for answer in TOTALS} == TOTALS
    assert (row["votes"], row["answers"]) == ("12", "11")
    page = FORMATS["html"].make(made, "en").decode()
    assert [int(number) for number in re.findall(r"</i>[^<]+: <b>(\d+)</b>", page)] == [7, 3, 1]
    assert "12 of 12 people voted; one of them skipped it." in page


def test_V7_what_the_stage_hides_is_hidden_in_the_open_record_and_its_exports() -> None:
    story = evening()
    stage = shown(story.room.statements["s1"].results[0].groups)
    made = recorded(story, "open")
    assert made["statements"][0]["votes"][0]["by_role"] == stage
    assert stage and not any("counts" in one for one in stage)
    rows = table(story, "votes_by_role", "open")
    assert [(row["roles"], row["agree"], row["hidden"]) for row in rows] == [
        ("civil", "", "complementary"),
        ("researcher+resident", "", "almost_everyone"),
    ]
    page = FORMATS["html"].make(made, "en").decode()
    assert "almost everyone: agree" in page and "Groups that are too small are not shown separately." in page


def test_V7_no_small_role_is_named_beside_a_person_in_any_open_export() -> None:
    made = recorded(evening(), "open")
    for name in ("seatings", "turns", "queue"):
        assert {row["role"] for row in table(evening(), name, "open")} <= {"civil", "other"}
    assert "resident" not in json.dumps([made["seatings"], made["turns"], made["measures"]])


@pytest.mark.parametrize(
    ("level", "said"), [("open", "the open record"), ("restricted", "the restricted record")]
)
def test_E4_every_format_says_its_level_inside(level: Level, said: str) -> None:
    story = evening()
    made = recorded(story, level)
    assert json.loads(FORMATS["json"].make(made, "en"))["session"]["level"] == level
    assert [row["level"] for row in table(story, "session", level)] == [level]
    assert said in FORMATS["html"].make(made, "en").decode()


def test_every_text_of_the_record_is_there_in_every_language() -> None:
    keys = {
        language: re.findall(
            r"^([a-z][a-z0-9-]*) =", (LOCALES / language / "record.ftl").read_text("utf-8"), re.M
        )
        for language in LANGUAGES
    }
    assert all(own == keys["nl"] for own in keys.values())
