"""Votes in the columns of Polis' open data, read into a trace."""

from pathlib import Path

import pytest

from app.core.messages.people import Join
from app.core.messages.statements import AddStatement, OpenStatement, Vote
from app.simulate import votes
from app.simulate.trace import BrokenLine

HEADER = "timestamp,comment-id,voter-id,vote"


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def cast(path: Path) -> list[tuple[float, str, str, str]]:
    return [
        (line.t, line.who, line.command.statement, line.command.choice)
        for line in votes.read(path).lines
        if isinstance(line.command, Vote)
    ]


def test_votes_come_in_order_of_time_and_equal_times_as_they_stand(tmp_path: Path) -> None:
    path = written(tmp_path / "v.csv", HEADER, "30,0,a,1", "10,0,b,-1", "30,0,a,0", "20,1,b,1")
    assert cast(path) == [
        (0, "vb", "s1", "disagree"),
        (10, "vb", "s2", "agree"),
        (20, "va", "s1", "agree"),
        (20, "va", "s1", "skip"),
    ]


def test_columns_may_stand_in_any_order_among_others(tmp_path: Path) -> None:
    path = written(tmp_path / "v.csv", "vote,datetime,voter-id,comment-id,timestamp", '1,"Wed, noon",a,0,5')
    assert cast(path) == [(0, "va", "s1", "agree")]


def test_milliseconds_are_known_by_their_size(tmp_path: Path) -> None:
    path = written(tmp_path / "v.csv", HEADER, "1403054214196,0,a,1", "1403054216196,0,b,1")
    assert cast(path)[1][0] == 2


def test_statements_are_in_the_order_of_their_ids_with_what_they_say(tmp_path: Path) -> None:
    path = written(tmp_path / "v.csv", HEADER, "1,10,a,1", "2,9,a,1", "3,x,a,1")
    comments = written(tmp_path / "c.csv", "comment-id,comment-body", '9,"Een zin, met een komma"')
    found = votes.read(path, comments)
    added = [line.command for line in found.lines if isinstance(line.command, AddStatement)]
    assert [one.source_id for one in added] == ["9", "10", "x"]
    assert [one.text for one in added] == [
        {"nl": "Een zin, met een komma"},
        {"nl": "Statement 10"},
        {"nl": "Statement x"},
    ]
    assert [line.command.statement for line in found.lines if isinstance(line.command, OpenStatement)] == [
        "s1",
        "s2",
        "s3",
    ]


def test_each_voter_is_a_phone_of_its_own(tmp_path: Path) -> None:
    found = votes.read(written(tmp_path / "v.csv", HEADER, "1,0,a,1", "2,0,b,1", "3,0,a,1"))
    assert found.phones == ["va", "vb"]
    assert sum(isinstance(line.command, Join) for line in found.lines) == 2


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (1, [""]),
        (1, [HEADER]),
        (1, ["timestamp,comment-id,voter-id", "1,0,a"]),
        (1, [HEADER + ",vote", "1,0,a,1,1"]),
        (3, [HEADER, "1,0,a,1", "1,0,a"]),
        (3, [HEADER, "1,0,a,1", "1,0,a,1,1"]),
        (3, [HEADER, "1,0,a,1", "noon,0,a,1"]),
        (3, [HEADER, "1,0,a,1", "nan,0,a,1"]),
        (3, [HEADER, "1,0,a,1", "1,,a,1"]),
        (3, [HEADER, "1,0,a,1", "1,0,,1"]),
        (3, [HEADER, "1,0,a,1", "1,0,a,2"]),
        (3, [HEADER, "1,0,a,1", "1,0,a,"]),
        (3, [HEADER, "1,0,a,1", '1,0,a,"1']),
    ],
)
def test_a_broken_line_refuses_the_file(tmp_path: Path, number: int, lines: list[str]) -> None:
    with pytest.raises(BrokenLine) as found:
        votes.read(written(tmp_path / "v.csv", *lines))
    assert found.value.number == number
