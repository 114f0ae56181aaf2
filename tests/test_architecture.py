"""docs/architecture.md says what is: its floors are those that the imports are held to, and what it names is there."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]
FOLDERS = "app|client|core|docs|export|live|locales|rules|messages|static|store|views|record|web"
NAMED = sorted(set(re.findall(rf"`((?:{FOLDERS})/[\w./]+|\w+\.py)`", PAGE)))
MOST_LINES = 400


@pytest.mark.parametrize("floor", ["app", "core", "rules"])
def test_the_floors_on_the_page_are_those_that_are_held(floor: str) -> None:
    container = {"app": "app", "core": "app.core", "rules": "app.core.rules"}[floor]
    held = next(one["layers"] for one in CONTRACTS if one.get("containers") == [container])
    line = re.search(rf"^    {floor} +(.+)$", PAGE, flags=re.MULTILINE)
    assert line is not None
    assert [part.strip() for part in line[1].split(" / ")] == held


@pytest.mark.parametrize("name", NAMED)
def test_what_the_page_names_is_there(name: str) -> None:
    places = (ROOT, ROOT / "app", ROOT / "app/core", ROOT / "app/client/src")
    assert any((place / name).exists() for place in places), name


def test_commands_and_events_are_lists_of_unions() -> None:
    """Each message is told with its subject; only the server's own Tick has no subject, and Recorded is no message."""
    for name, own in (("commands", {"Tick"}), ("events", {"Recorded"})):
        tree = ast.parse((ROOT / f"app/core/{name}.py").read_text(encoding="utf-8"))
        assert {node.name for node in tree.body if isinstance(node, ast.ClassDef)} == own


def test_a_long_file_says_why_it_is_one() -> None:
    """About 400 lines is where a file wants to be two."""
    for file in sorted((ROOT / "app").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if len(text.splitlines()) > MOST_LINES and "node_modules" not in file.parts:
            assert "one file" in (ast.get_docstring(ast.parse(text)) or "").lower(), file
