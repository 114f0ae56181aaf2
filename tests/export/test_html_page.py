"""The record as a page for people."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from app.core.messages.harvest import Contribute, Note, WithdrawWords
from app.core.messages.queue import AskToSpeak, CallNext
from app.core.messages.session import CloseSession, GoOffRecord, GoOnRecord
from app.core.vocabulary import HARVEST_KINDS, LEVELS, Level
from app.export import FORMATS
from app.export.html_page import clock
from app.export.timeline import timeline
from app.texts import LANGUAGES, direction, t
from tests.core.evening import evening, recorded, votes
from tests.core.stories import Story, phone
from tests.parts import ROOT

VOID = {"meta", "br", "path", "rect", "input"}


class Outline(HTMLParser):
    """Whether every element is closed in order, and what is in the page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style" and data.strip():
            self.words.append(" ".join(data.split()))


def read(story: Story, level: Level = "restricted", language: str = "nl") -> Outline:
    outline = Outline()
    outline.feed(FORMATS["html"].make(recorded(story, level), language).decode())
    assert outline.open == []
    return outline


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", LEVELS)
def test_X5_the_page_is_whole_in_every_language_and_runs_and_fetches_nothing(
    level: Level, language: str
) -> None:
    outline = read(evening(), level, language)
    tags = [tag for tag, _ in outline.seen]
    assert ("html", {"lang": language, "dir": direction(language)}) in outline.seen
    assert not {"script", "link", "img", "iframe", "object"} & set(tags)
    for _, attributes in outline.seen:
        assert not {"src", "href", "onclick", "onload"} & set(attributes)
    assert "@import" not in str(outline.seen) and tags.count("h1") == 1
    headings = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(headings))


def test_E2_the_same_record_gives_the_same_bytes() -> None:
    made = recorded(evening())
    assert FORMATS["html"].make(made, "nl") == FORMATS["html"].make(made, "nl")


def test_it_carries_the_tokens_it_uses_and_they_are_the_screens_own() -> None:
    page = FORMATS["html"].make(recorded(evening()), "nl").decode()
    style = page.partition("<style>")[2].partition("</style>")[0]
    carried = set(re.findall(r"(--[\w-]+: [^;]+);", style))
    told = (ROOT / "app/static/tokens.css").read_text().partition("@media")[0]
    assert carried <= set(re.findall(r"(--[\w-]+: [^;]+);", told))
    assert {one.partition(":")[0] for one in carried} == set(re.findall(r"var\((--[\w-]+)\)", style))


def test_a_language_there_are_no_texts_in_falls_back_to_the_sessions_own() -> None:
    made = recorded(evening())
    assert b'<html lang="nl" dir="ltr">' in FORMATS["html"].make(made, "fr")


def test_the_circle_over_time_is_a_picture_with_a_text_and_a_table() -> None:
    outline = read(evening())
    pictures = [
        attributes for tag, attributes in outline.seen if tag == "svg" and attributes.get("role") == "img"
    ]
    (picture,) = pictures
    ids = {attributes.get("id") for _, attributes in outline.seen}
    assert set((picture["aria-labelledby"] or "").split()) <= ids
    assert {"p1", "p6", "p12", "p14"} <= set(outline.words), "the table has who sat, by pseudonym"
    assert "p6" not in read(evening(), "open").words


def test_the_timeline_has_a_row_for_each_chair_and_one_for_who_spoke_from_outside() -> None:
    story = evening(closed=False)
    story.starts("roles")
    story.starts("back")
    story.asks(AskToSpeak(), phone("p6"))
    story.asks(CallNext())
    story.now += 60
    story.asks(GoOffRecord())
    story.now += 60
    story.asks(GoOnRecord())
    story.asks(CloseSession())
    drawn = timeline(recorded(story))
    assert drawn is not None
    assert [chair for chair, _ in drawn.rows] == [1, 2, 3, 4, 5, 6, None]
    assert len(drawn.gaps) == 1 and len(drawn.items) == 5
    for bar in drawn.bars:
        assert bar.x >= 0 and bar.x + bar.width <= drawn.width and bar.y < drawn.height
    assert read(story).words.count(t("nl", "report-outer")) == 1


def test_a_session_in_which_nobody_sat_says_so() -> None:
    story = Story()
    assert timeline(recorded(story)) is None
    assert t("en", "report-nobody-sat") in read(story, language="en").words


def test_every_kind_of_harvest_has_its_place() -> None:
    story = Story()
    for kind in HARVEST_KINDS:
        story.asks(Note(kind, f"Dit is een {kind}"))
    words = read(story).words
    assert {f"Dit is een {kind}" for kind in HARVEST_KINDS} <= set(words)


@pytest.mark.parametrize(
    ("notes", "language", "told"),
    [
        (0, "nl", "geen opbrengst"),
        (1, "nl", "1 opbrengst"),
        (3, "nl", "3 opbrengsten"),
        (0, "en", "no things kept"),
        (1, "en", "1 thing kept"),
    ],
)
def test_the_head_counts_as_people_do(notes: int, language: str, told: str) -> None:
    story = Story()
    for number in range(notes):
        story.asks(Note("insight", f"Inzicht {number}"))
    assert told in " ".join(read(story, language=language).words)


def test_what_people_typed_is_text_and_never_markup() -> None:
    story = evening(closed=False)
    story.asks(Note("insight", "<script>alert(1)</script>"))
    story.asks(CloseSession())
    outline = read(story)
    assert "<script>alert(1)</script>" in outline.words


def test_X2_withdrawn_words_read_withdrawn() -> None:
    story = evening(closed=False)
    story.asks(Contribute("insight", "Neem dit terug"), phone("p2"))
    story.asks(CloseSession())
    story.asks(WithdrawWords(), phone("p2"))
    words = read(story).words
    assert t("nl", "contribution-withdrawn") in words and "Neem dit terug" not in words


def test_V9_a_statement_asked_again_is_shown_side_by_side() -> None:
    story = evening(closed=False)
    votes(story, "s1", [f"p{number}" for number in range(1, 14)], disagree=13)
    story.asks(CloseSession())
    words = read(story, "restricted", "en").words
    assert "Time 1" in words and "Time 2" in words


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0:00"), (65, "1:05"), (3723, "1:02:03"), (-600, "−10:00"), (None, ""), (-0.2, "0:00")],
)
def test_a_length_is_told_in_minutes(seconds: float | None, told: str) -> None:
    assert clock(seconds) == told
