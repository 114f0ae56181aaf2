"""What somebody gets who installs Vissenkom has everything that a checkout has, and nothing it was built from."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in it."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (file,) = out.glob("*.whl")
    with zipfile.ZipFile(file) as opened:
        return set(opened.namelist())


def test_it_has_what_the_server_needs(wheel: set[str]) -> None:
    for part in ("app/core", "app/locales", "app/templates", "app/static", "app/export", "app/plans"):
        ours = {
            file.relative_to(ROOT).as_posix()
            for file in (ROOT / part).rglob("*")
            if file.is_file() and file.suffix != ".pyc"
        }
        assert ours, f"{part} is empty"
        assert ours <= wheel, f"missing: {sorted(ours - wheel)}"
    migrations = {f"app/{file.relative_to(ROOT).as_posix()}" for file in (ROOT / "migrations").rglob("*.py")}
    assert migrations <= wheel
    assert "app/static/built/manifest.json" in wheel
    assert any(name.startswith("app/static/built/assets/") and name.endswith(".js") for name in wheel)
    assert any(name.endswith("licenses/LICENSE") for name in wheel)


def test_it_has_nothing_else(wheel: set[str]) -> None:
    assert {name.partition("/")[0].partition("-")[0] for name in wheel} == {"app", "vissenkom"}
    assert not [name for name in wheel if "node_modules" in name or name.startswith("app/client/")]
    assert not [name for name in wheel if name.endswith((".pyc", ".sqlite"))]
