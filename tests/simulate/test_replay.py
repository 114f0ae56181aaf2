"""A recorded room, played through the real server over real sockets, and its record held against what was sent."""

import asyncio
import csv
import html
import io
import json
import random
import re
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from app.cli import app
from app.export.schema import SCHEMA
from app.simulate import replaying
from app.simulate.client import Answer
from app.simulate.confirmed import Confirmed
from app.simulate.organiser import Organiser, Turned
from app.simulate.player import Played
from app.simulate.trace import Line
from tests.serving import Server

PAGE = Path(__file__).parents[2] / "docs" / "replay.md"
CHOICE = {1: "agree", -1: "disagree", 0: "skip"}
Totals = dict[str, dict[str, int]]


def votes_file(path: Path, seed: int, voters: int = 30, comments: int = 6) -> Totals:
    """A file of votes, of which many are changed and none is in its place. Gives what must come of it, by comment."""
    rng = random.Random(seed)
    rows = []
    latest: dict[tuple[int, int], int] = {}
    for at in rng.sample(range(1_600_000_000_000, 1_600_000_900_000), voters * comments):
        rows.append((at, rng.randrange(comments), rng.randrange(voters), rng.choice((1, -1, 0))))
    for _, comment, voter, vote in sorted(rows):
        latest[comment, voter] = vote
    rng.shuffle(rows)
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("vote", "timestamp", "datetime", "voter-id", "comment-id"))
        writer.writerows(
            (vote, at, "a moment, somewhen", voter, comment) for at, comment, voter, vote in rows
        )
    assert len(latest) < len(rows), "some votes are changed"
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for (comment, _), vote in latest.items():
        totals[str(comment)][CHOICE[vote]] += 1
    return {
        comment: {choice: count[choice] for choice in (*CHOICE.values(), "dont_know")}
        for comment, count in totals.items()
    }


async def played(organiser: Organiser, path: Path) -> replaying.Outcome:
    steps: list[None] = []
    found = replaying.read(path, None, "nl")
    outcome = await replaying.replay(organiser, found, 0, lambda: steps.append(None))
    assert len(steps) == len(found.lines)
    return outcome


async def test_V2_one_total_on_the_console_in_the_record_and_in_every_export(
    organiser: Organiser, tmp_path: Path
) -> None:
    expected = votes_file(tmp_path / "votes.csv", seed=11)
    outcome = await played(organiser, tmp_path / "votes.csv")
    assert outcome.complete
    assert not outcome.confirmed.refused
    by_source = {row.source_id: row for row in outcome.rows}
    assert list(by_source) == sorted(expected, key=int)
    for comment, totals in expected.items():
        row = by_source[comment]
        assert row.sent == row.recorded == row.shown == totals
    jsonschema.validate(outcome.record, SCHEMA)
    id = outcome.record["session"]["id"]
    assert _from_csv(await organiser.export(id, "csv")) == expected
    page = _from_html(await organiser.export(id, "html"))
    for comment, totals in expected.items():
        assert page[f"Statement {comment}"][:2] == [totals["agree"], totals["disagree"]]


def _from_csv(archive: bytes) -> Totals:
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        votes = _rows(files.read("votes.csv").decode("utf-8-sig"))
    return {
        one["source_id"]: {choice: int(one[choice]) for choice in (*CHOICE.values(), "dont_know")}
        for one in votes
    }


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def _from_html(page: bytes) -> dict[str, list[int]]:
    """After each statement's text, the numbers that stand beside its answers."""
    text = html.unescape(re.sub(r"<[^>]+>", "\n", page.decode()))
    parts = re.split(r"(Statement \d+)", text)
    return {
        name: [int(number) for number in re.findall(r"^\s*(\d+)\s*$", rest, re.M)]
        for name, rest in zip(parts[1::2], parts[2::2], strict=True)
    }


CONSENT = {"votes": True, "words": True, "story": False}
EVENING: list[dict[str, Any]] = [
    {"session": {"title": "Proef", "template": "role_round", "statements": []}},
    *(
        {"t": no, "who": f"guest-{no}", "do": "join", "role": role, "consent": CONSENT}
        for no, role in enumerate(["resident"] * 4 + ["civil"] * 3)
    ),
    {"t": 8, "who": "console", "do": "add_person", "role": "researcher", "card": "12", "as": "card"},
    {"t": 9, "who": "console", "do": "start_session"},
    {"t": 10, "who": "console", "do": "start_item", "item": "circle"},
    {"t": 11, "who": "guest-1", "do": "take_chair"},
    {"t": 12, "who": "guest-5", "do": "ask_to_speak"},
    {"t": 13, "who": "console", "do": "call_next"},
    {"t": 14, "who": "guest-5", "do": "take_chair"},
    {"t": 15, "who": "console", "do": "seat", "person": "card"},
    {"t": 16, "who": "console", "do": "give_word", "person": "guest-5"},
    {"t": 17, "who": "guest-2", "do": "react", "kind": "recognise"},
    {"t": 18, "who": "console", "do": "give_word", "person": "card"},
    {"t": 20, "who": "console", "do": "add_statement", "text": {"nl": "We gaan door."}, "source_id": "w1", "as": "on"},
    {"t": 21, "who": "console", "do": "open_statement", "statement": "on"},
    {"t": 22, "who": "guest-1", "do": "vote", "statement": "on", "choice": "agree"},
    {"t": 22, "who": "guest-2", "do": "vote", "statement": "on", "choice": "disagree"},
    {"t": 23, "who": "guest-2", "do": "vote", "statement": "on", "choice": "dont_know"},
    {"t": 23, "who": "console", "do": "enter_counts", "statement": "on", "role": "researcher", "counts": {"agree": 1}},
    {"t": 24, "who": "console", "do": "close_statement", "statement": "s1"},
    {"t": 25, "who": "guest-3", "do": "vote", "statement": "on", "choice": "agree"},
    {"t": 26, "who": "console", "do": "reveal_statement", "statement": "on"},
    {"t": 27, "who": "console", "do": "open_statement", "statement": "on"},
    {"t": 28, "who": "guest-3", "do": "vote", "statement": "on", "choice": "agree"},
    {"t": 30, "who": "console", "do": "start_item", "item": "harvest"},
    {"t": 31, "who": "guest-4", "do": "contribute", "kind": "insight", "text": "Eerst luisteren.", "as": "idea"},
    {"t": 31, "who": "guest-4", "do": "contribute", "kind": "question", "text": "Dit haal ik weg.", "as": "gone"},
    {"t": 32, "who": "console", "do": "show_contribution", "contribution": "idea"},
    {"t": 33, "who": "guest-0", "do": "endorse", "contribution": "idea"},
    {"t": 34, "who": "console", "do": "note", "kind": "commitment", "text": "Volgende week verder."},
    {"t": 35, "who": "guest-4", "do": "withdraw_words", "contribution": "gone"},
]  # fmt: skip


def lines_file(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


async def test_an_evening_in_json_lines_comes_back_in_the_record(
    organiser: Organiser, tmp_path: Path
) -> None:
    outcome = await played(organiser, lines_file(tmp_path / "evening.jsonl", EVENING))
    assert outcome.complete, outcome.missing
    assert outcome.confirmed.refused == {"statement_closed": 1}
    record = outcome.record
    assert record["session"]["state"] == "closed"
    first, second = record["statements"][0]["votes"]
    assert record["statements"][0]["source_id"] == "w1"
    assert first["totals"] == {"agree": 2, "disagree": 0, "dont_know": 1, "skip": 0}
    assert (first["mode"], first["eligible"]) == ("mixed", 8)
    assert second["totals"]["agree"] == 1
    assert [row.asked for row in outcome.rows] == [1, 2]
    assert {turn["person"] for turn in record["turns"]} == {"p6", "p8"}
    assert {seat["person"] for seat in record["seatings"]} == {"p2", "p6", "p8"}
    assert [(one["person"], one["outcome"]) for one in record["queue"]] == [("p6", "seated")]
    assert [one["kind"] for one in record["reactions"]] == ["recognise"]
    assert [(one["text"], one["endorsed"]) for one in record["harvest"]] == [
        ("Eerst luisteren.", 1),
        ("withdrawn", 0),
        ("Volgende week verder.", 0),
    ]


async def test_what_the_page_about_it_shows_can_be_played(organiser: Organiser, tmp_path: Path) -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    path = tmp_path / "shown.jsonl"
    path.write_text(shown, encoding="utf-8")
    outcome = await played(organiser, path)
    assert outcome.complete, outcome.missing
    assert not outcome.confirmed.refused


def test_the_command_plays_a_file_on_a_server_of_its_own(tmp_path: Path) -> None:
    expected = votes_file(tmp_path / "votes.csv", seed=3, voters=8, comments=3)
    given = CliRunner().invoke(
        app, ["replay", str(tmp_path / "votes.csv"), "--record", str(tmp_path / "record.json")]
    )
    assert given.exit_code == 0, given.output
    lines = given.stdout.splitlines()
    assert lines[0].split() == ["statement", "source", "sent", "record", "console"]
    assert [line.split()[-1] for line in lines[1:]] == ["same"] * 3
    record = json.loads((tmp_path / "record.json").read_text())
    assert record["session"]["level"] == "restricted"
    assert {one["source_id"]: one["votes"][0]["totals"] for one in record["statements"]} == expected


def test_the_command_plays_on_a_server_that_runs_already(server: Server, tmp_path: Path) -> None:
    expected = votes_file(tmp_path / "votes.csv", seed=5, voters=6, comments=2)
    given = CliRunner().invoke(
        app, ["replay", str(tmp_path / "votes.csv"), "--url", server.base_url, "--token", server.token]
    )
    assert given.exit_code == 0, given.output
    assert len(given.stdout.splitlines()) == 1 + len(expected)


def test_the_record_can_be_the_only_thing_on_stdout(tmp_path: Path) -> None:
    votes_file(tmp_path / "votes.csv", seed=4, voters=4, comments=2)
    given = CliRunner().invoke(app, ["replay", str(tmp_path / "votes.csv"), "--record", "-"])
    assert given.exit_code == 0, given.output
    assert json.loads(given.stdout)["session"]["title"] == "votes"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("votes.csv", "timestamp,comment-id,voter-id,vote\n1,0,a,1\n2,0,a,7\n"),
        (
            "a.jsonl",
            '{"t": 0, "who": "console", "do": "start_session"}\n{"t": 0, "who": "p1", "do": "join"}\n',
        ),
    ],
)
@pytest.mark.parametrize(
    ("language", "words"), [("en_GB.UTF-8", "can't be read"), ("nl_NL.UTF-8", "is niet te lezen")]
)
def test_a_broken_line_has_its_code_and_plays_nothing(
    tmp_path: Path, name: str, text: str, language: str, words: str
) -> None:
    (tmp_path / name).write_text(text)
    database = tmp_path / "room.sqlite"
    number = len(text.splitlines())
    given = CliRunner().invoke(
        app,
        ["replay", str(tmp_path / name), "--database", f"sqlite+aiosqlite:///{database}"],
        env={"LC_ALL": language},
    )
    assert given.exit_code == 2
    assert "broken_line" in given.stderr
    assert str(number) in given.stderr
    assert words in given.stderr
    assert given.stdout == ""
    assert not database.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ["replay", "nowhere.csv"],
        ["replay", "{file}", "--speed", "-1"],
        ["replay", "{file}", "--language", "xx"],
        ["replay", "{file}", "--url", "http://127.0.0.1:9"],
        ["replay", "{file}", "--database", "nonsense"],
        ["rehearse", "--template", "nothing"],
        ["rehearse", "--session", "http://127.0.0.1:9/elsewhere"],
        ["rehearse", "--session", "ABC234", "--facilitate"],
        ["demo", "--pace", "0"],
    ],
)  # fmt: skip
def test_wrong_use_is_status_2(tmp_path: Path, wrong: list[str]) -> None:
    votes_file(tmp_path / "votes.csv", seed=1, voters=3, comments=2)
    given = CliRunner().invoke(app, [part.format(file=tmp_path / "votes.csv") for part in wrong])
    assert given.exit_code == 2
    assert given.stdout == ""


def test_a_database_that_does_not_answer_is_a_line_and_status_1(tmp_path: Path) -> None:
    votes_file(tmp_path / "votes.csv", seed=1, voters=3, comments=2)
    nowhere = f"sqlite+aiosqlite:///{tmp_path / 'votes.csv'}/room.sqlite"
    given = CliRunner().invoke(app, ["replay", str(tmp_path / "votes.csv"), "--database", nowhere])
    assert given.exit_code == 1
    (line,) = given.stderr.splitlines()
    assert line.startswith("vissenkom: the database does not answer")


async def test_a_server_that_will_not_says_why(organiser: Organiser, tmp_path: Path) -> None:
    path = lines_file(
        tmp_path / "a.jsonl", [{"session": {"items": [{"kind": "talk", "minutes": 0}]}}, *EVENING[1:2]]
    )
    with pytest.raises(Turned) as turned:
        await played(organiser, path)
    assert turned.value.code == "impossible_time"
    with pytest.raises(Turned) as turned:
        await played(Organiser(organiser.address, "wrong"), lines_file(path, EVENING))
    assert turned.value.code == "unknown_token"
    with pytest.raises(Turned) as turned:
        await played(Organiser("http://127.0.0.1:9", "wrong"), path)
    assert turned.value.code == "unreachable"


async def test_J5_a_server_that_is_killed_on_the_way_loses_nothing_confirmed(
    own_server: Server, tmp_path: Path
) -> None:
    expected = votes_file(tmp_path / "votes.csv", seed=8, voters=12, comments=4)
    found = replaying.read(tmp_path / "votes.csv", None, "nl")
    steps = 0
    again: list[asyncio.Future[None]] = []

    def kill_and_start() -> None:
        own_server.kill9()
        own_server.start()

    def stepped() -> None:
        nonlocal steps
        steps += 1
        if steps == len(found.lines) // 2:
            again.append(asyncio.get_running_loop().run_in_executor(None, kill_and_start))

    token = own_server.token
    outcome = await replaying.replay(Organiser(own_server.base_url, token), found, 0, stepped)
    await asyncio.gather(*again)
    assert outcome.complete, outcome.missing
    assert not outcome.confirmed.refused
    assert {row.source_id: row.recorded for row in outcome.rows} == expected


# What is lost is noticed


def confirmed(path: Path, lines: list[dict[str, Any]]) -> Confirmed:
    """As if the server had confirmed every line."""
    found = replaying.read(lines_file(path, lines), None, "nl")
    people = {f"guest-{no}": f"p{no + 1}" for no in range(7)} | {"card": "p8", "on": "s1"}
    return Confirmed(Played([(line, Answer(line.number)) for line in found.lines], people))


async def test_J5_anything_confirmed_that_is_not_in_the_record_is_told(
    organiser: Organiser, tmp_path: Path
) -> None:
    outcome = await played(organiser, lines_file(tmp_path / "evening.jsonl", EVENING))
    for table, what in (
        ("turns", "with the word"),
        ("reactions", "reactions"),
        ("harvest", "words"),
        ("queue", "in the queue"),
        ("statements", "statements"),
    ):
        lost = {**outcome.record, table: []}
        assert any(line.startswith(what) for line in outcome.confirmed.missing(lost)), table
    no_votes = [{**one, "votes": one["votes"][:1]} for one in outcome.record["statements"]]
    rows = outcome.confirmed.rows({**outcome.record, "statements": no_votes})
    assert [row.same for row in rows] == [False, False]


def test_what_was_struck_or_undone_is_not_expected(tmp_path: Path) -> None:
    nothing = {"session": {"people": {"joined": 8}}, "roles": [], "turns": [], "harvest": [], "reactions": []}
    kept = {"statements": [{"id": "s1", "source_id": "w1", "votes": []}], "queue": [{"person": "p6"}]}
    record = {**nothing, **kept, "seatings": [{"person": "p2"}, {"person": "p6"}, {"person": "p8"}]}
    struck = [*EVENING, {"t": 40, "who": "console", "do": "strike_last", "seconds": 60}]
    after = confirmed(tmp_path / "a.jsonl", struck)
    assert after.missing(record) == []
    assert after.rows(record) == []
    whole = confirmed(tmp_path / "b.jsonl", EVENING)
    assert {line.partition(":")[0] for line in whole.missing(record)} == {
        "with the word",
        "reactions",
        "words",
    }
    assert not any(row.same for row in whole.rows(record))


def test_what_is_said_off_the_record_is_not_expected(tmp_path: Path) -> None:
    off = {"t": 9.5, "who": "console", "do": "go_off_record"}
    after = confirmed(tmp_path / "a.jsonl", [*EVENING, off])
    said = {line.partition(":")[0] for line in after.missing({**EMPTY, "queue": [{"person": "p6"}]})}
    assert "with the word" not in said
    assert "reactions" not in said


EMPTY: dict[str, Any] = {
    "session": {"people": {"joined": 8}},
    "roles": [],
    "statements": [{}],
    "seatings": [{"person": "p2"}, {"person": "p6"}],
    "turns": [],
    "queue": [],
    "harvest": [],
    "reactions": [],
}


def test_a_line_of_a_table_says_what_differs() -> None:
    outcome = confirmed_row(recorded={"agree": 1, "disagree": 0, "dont_know": 0, "skip": 0})
    assert replaying.table(outcome)[1].split() == ["s1", "w1", "2/0/0/0", "1/0/0/0", "-", "DIFFERENT"]


def confirmed_row(recorded: dict[str, int]) -> list[Any]:
    from app.simulate.confirmed import Row

    return [Row("s1", "w1", 1, {"agree": 2, "disagree": 0, "dont_know": 0, "skip": 0}, recorded, None)]


def test_a_trace_that_does_not_close_the_session_ends_there(tmp_path: Path) -> None:
    found = replaying.read(lines_file(tmp_path / "a.jsonl", EVENING[1:]), None, "en")
    last: Line = found.lines[-1]
    assert (last.command.do, last.t) == ("close_session", 35)
    assert found.session == {"title": "a", "language": "en", "template": "role_round", "statements": []}
