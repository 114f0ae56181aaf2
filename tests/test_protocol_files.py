"""What is made of the types in app/ is what stands in the repository: who changes a type runs `make protocol`."""

from pathlib import Path

import pytest

from tools.protocol import made
from tools.protocol.__main__ import main

ROOT = Path(__file__).parents[1]


def test_what_is_made_of_the_types_is_what_stands(capsys: pytest.CaptureFixture[str]) -> None:
    files = made()
    assert {path.relative_to(ROOT).as_posix() for path in files} >= {
        "app/client/src/shared/protocol.ts",
        "docs/asyncapi.yaml",
    }
    stale = [path.name for path, text in files.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "`make protocol` makes them anew"


def test_a_file_that_differs_is_named_and_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "protocol.ts"
    file.write_text("old")
    monkeypatch.setattr("tools.protocol.__main__.made", lambda: {file: "new"})
    assert main(["--check"]) == 1
    assert str(file) in capsys.readouterr().err
    assert main([]) == 0 and file.read_text() == "new"
    assert main(["--check"]) == 0
