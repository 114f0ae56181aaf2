"""A file is read whole before anything is played, and a broken line is named."""

import json
from pathlib import Path

import pytest

from app.core.messages.circle import GiveWord
from app.core.messages.people import AddPerson, Join
from app.core.messages.session import StartSession
from app.core.messages.statements import AddStatement
from app.simulate.trace import BrokenLine, read, write_line

CONSENT = '{"votes": true, "words": true, "story": false}'
JOIN = f'{{"t": 2, "who": "p1", "do": "join", "role": "resident", "consent": {CONSENT}}}'
START = '{"t": 0, "who": "console", "do": "start_session"}'


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_lines_come_in_order_of_time_and_those_of_one_moment_as_they_stand(tmp_path: Path) -> None:
    late = '{"t": 9, "who": "console", "do": "give_word", "person": "p1"}'
    added = '{"t": 2, "who": "console", "do": "add_person", "role": "civil", "as": "guest"}'
    found = read(written(tmp_path / "a.jsonl", late, START, "", JOIN, added), "nl")
    assert [type(line.command) for line in found.lines] == [StartSession, Join, AddPerson, GiveWord]
    assert [line.number for line in found.lines] == [2, 4, 5, 1]
    assert found.lines[2].named == "guest"
    assert found.phones == ["p1"]


def test_the_first_line_may_say_what_to_prepare(tmp_path: Path) -> None:
    found = read(written(tmp_path / "a.jsonl", '{"session": {"title": "Proef"}}', START), "nl")
    assert found.session == {"title": "Proef"}


@pytest.mark.parametrize(("session", "language"), [({}, "nl"), ({"language": "en"}, "en")])
def test_a_statement_may_be_one_sentence_in_the_language_of_the_session(
    tmp_path: Path, session: dict[str, str], language: str
) -> None:
    added = '{"t": 2, "who": "console", "do": "add_statement", "text": "True."}'
    found = read(written(tmp_path / "a.jsonl", json.dumps({"session": session}), START, added), "nl")
    assert found.lines[1].command == AddStatement({language: "True."})


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    line = read(written(tmp_path / "a.jsonl", JOIN), "nl").lines[0]
    again = read(written(tmp_path / "b.jsonl", write_line(line.t, line.who, line.command)), "nl").lines[0]
    assert again == line


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[]",
        '"start_session"',
        '{"who": "console", "do": "start_session"}',
        '{"t": -1, "who": "console", "do": "start_session"}',
        '{"t": true, "who": "console", "do": "start_session"}',
        '{"t": NaN, "who": "console", "do": "start_session"}',
        '{"t": "0", "who": "console", "do": "start_session"}',
        '{"t": 0, "do": "start_session"}',
        '{"t": 0, "who": "", "do": "start_session"}',
        '{"t": 0, "who": "p1", "do": "start_session"}',
        '{"t": 0, "who": "console", "do": "vote", "statement": "s1", "choice": "agree"}',
        '{"t": 0, "who": "p1", "do": "fly"}',
        '{"t": 0, "who": "p1", "do": "vote", "statement": "s1", "choice": "perhaps"}',
        '{"t": 0, "who": "p1", "do": "ask_to_speak", "as": "x"}',
        '{"t": 0, "who": "console", "do": "add_person", "role": "civil", "as": 3}',
        '{"session": {}}',
    ],
)
def test_a_broken_line_refuses_the_file(tmp_path: Path, broken: str) -> None:
    with pytest.raises(BrokenLine) as found:
        read(written(tmp_path / "a.jsonl", START, broken, JOIN), "nl")
    assert (found.value.code, found.value.number) == ("broken_line", 2)
    assert found.value.detail


def test_what_is_not_text_is_a_broken_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(START.encode() + b"\n" + json.dumps({"who": "\xff"}).encode() + b"\xff\n")
    with pytest.raises(BrokenLine, match="line 2: not UTF-8"):
        read(path, "nl")


def test_an_empty_file_has_nothing_to_play(tmp_path: Path) -> None:
    with pytest.raises(BrokenLine):
        read(written(tmp_path / "a.jsonl", ""), "nl")
