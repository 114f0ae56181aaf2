"""The centre stays pure, and imports point one way. What may import what is written in pyproject.toml."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

APP = Path(__file__).parents[1] / "app"
CORE = sorted((APP / "core").rglob("*.py"))
IMPURE = {
    "asyncio", "concurrent",  "http", "io", "json", "logging", "multiprocessing", "os", "pathlib", "pickle",
    "queue", "random", "secrets", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib", "uuid", "zoneinfo",
}  # fmt: skip
"""Of the standard library: whatever waits, draws lots, reaches outside, or is the wire's. A datetime may be written
down from what the journal says, and never be asked for: see CLOCKS."""
CLOCKS = {"now", "utcnow", "today"}


def test_imports_point_one_way(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(APP.parent / "pyproject.toml"), cache_dir=None)
    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("file", CORE, ids=lambda file: file.stem)
def test_the_core_does_no_io(file: Path) -> None:
    """Standard library and its own parts only: no async, clock, randomness, database or JSON."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for module in imported(tree):
        top = module.partition(".")[0]
        assert module.startswith("app.core") or top in sys.stdlib_module_names, (
            f"{file.name} imports {module}"
        )
        assert top not in IMPURE, f"{file.name} imports {module}"
    waits = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
    assert not any(isinstance(node, waits) for node in ast.walk(tree)), f"{file.name} waits for something"
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert "datetime" not in imported(tree) or not asked & CLOCKS, f"{file.name} asks a clock"
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"open", "print", "input", "exec", "eval", "__import__"}, (
        f"{file.name} reaches outside"
    )


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their module in full"
            # `from app import texts` brings in app.texts.
            yield from (
                [f"app.{name.name}" for name in node.names] if node.module == "app" else [node.module or ""]
            )


def test_there_is_a_core() -> None:
    assert len(CORE) > 10
