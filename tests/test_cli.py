"""The commands, as somebody at a terminal uses them: data on stdout, one clear line on stderr, a status that tells."""

import asyncio
import json
import re
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from app import access, logs
from app.cli import app
from app.plans import TEMPLATES
from app.store.database import Database
from app.store.sessions import Created, Sessions
from tests.serving import PROGRAM, Server

COMMANDS = (
    ("serve",), ("demo",), ("rehearse",), ("replay",), ("export",), ("backup",), ("restore",), ("organiser", "add"),
    ("token", "add"),
)  # fmt: skip
SECRETS = ("VISSENKOM_SECRET_KEY", "VISSENKOM_BASE_URL", "HOST", "PORT", "DATA")
"""What must not come from whoever runs the tests."""


def run(server: Server, *command: str, stdin: str = "") -> Result:
    """A command with this server's settings, in this process."""
    return CliRunner().invoke(app, command, input=stdin, env={**dict.fromkeys(SECRETS), **server.env})


def complaint(done: Result, status: int) -> str:
    """What it says, in one line, when it does not do it."""
    assert done.exit_code == status, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("vissenkom: ")
    return line


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself(command: tuple[str, ...]) -> None:
    done = CliRunner().invoke(app, [*command, "--help"])
    assert done.exit_code == 0 and "Usage" in done.stdout and done.stderr == ""


def loaded(server: Server, *command: str) -> set[str]:
    """The packages (ours: with the part of it, "app.live") that a command brings in, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", PROGRAM, *command],
        env=server.env,
        cwd=server.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    names = re.findall(r"^import time:.*\|\s+(\S+)$", done.stderr, re.MULTILINE)
    assert "typer" in names
    return {".".join(name.split(".")[: 2 if name.startswith("app.") else 1]) for name in names}


@pytest.mark.parametrize("command", [(), *COMMANDS], ids=" ".join)
def test_help_loads_nothing_but_what_shows_it(command: tuple[str, ...], tmp_path: Path) -> None:
    names = loaded(Server(tmp_path), *command, "--help")
    assert {name for name in names if name.startswith("app.")} == {"app.cli", "app.texts"}
    assert not names & {"asyncio", "fastapi", "pydantic", "sqlalchemy"}


def test_a_short_command_loads_neither_the_server_nor_what_makes_tables(server: Server) -> None:
    heavy = {"fastapi", "starlette", "uvicorn", "jinja2", "alembic", "app.web", "app.live", "app.simulate"}
    assert not loaded(server, "token", "add", "kort") & heavy


def test_wrong_use_is_status_2(tmp_path: Path) -> None:
    for wrong in (("dance",), ("serve", "--port", "many"), ("export", "KRE7QP"), ("token", "add")):
        done = run(Server(tmp_path), *wrong)
        assert done.exit_code == 2 and done.stderr and done.stdout == ""


@pytest.mark.parametrize(
    "settings", [{"host": "0.0.0.0"}, {"host": "::"}, {"base_url": "https://fishbowl.test"}]
)
def test_a_public_server_needs_a_secret(tmp_path: Path, settings: dict[str, str]) -> None:
    server = Server(tmp_path, **settings)
    del server.env["VISSENKOM_SECRET_KEY"]
    assert "VISSENKOM_SECRET_KEY" in complaint(run(server, "serve"), 1)


def test_a_server_on_this_machine_needs_none(tmp_path: Path) -> None:
    server = Server(tmp_path)
    del server.env["VISSENKOM_SECRET_KEY"]
    server.start()
    try:
        assert "/organise/first#" in server.said()
        with urllib.request.urlopen(f"{server.base_url}/readyz") as answer:
            assert answer.read() == b"ok\n" and "server" not in {name.lower() for name in answer.headers}
    finally:
        server.stop()


def test_a_server_says_where_it_is_and_that_a_port_is_taken(own_server: Server, tmp_path: Path) -> None:
    assert f"vissenkom: serving at {own_server.base_url}\n" in own_server.said()
    other = Server(tmp_path / "other", port=str(own_server.port))
    said = complaint(run(other, "serve"), 1)
    assert f"port {own_server.port}" in said and "in use" in said
    assert "/organise/first" not in said


def test_logs_for_programs_hold_no_one_time_link(tmp_path: Path) -> None:
    server = Server(tmp_path, log_format="json", log_level="info")
    server.start()
    assert server.stop() == 0
    told = [json.loads(line) for line in server.said().splitlines()]
    assert {"started", "stopping", "stopped"} <= {one["event"] for one in told}
    assert any("organiser add" in one["event"] for one in told)
    assert "#" not in server.said()


def test_a_setting_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    done = Server(tmp_path, port="abc").run("serve")
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("vissenkom: VISSENKOM_PORT: ")


def test_a_token_is_data_and_works_at_once(server: Server) -> None:
    done = run(server, "token", "add", "Onderzoek")
    assert done.exit_code == 0 and done.stderr == "" and len(done.stdout.split()) == 1
    request = urllib.request.Request(f"{server.base_url}/api/sessions")
    request.add_header("Authorization", f"Bearer {done.stdout.strip()}")
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 200


def test_an_organiser_is_added_with_a_password_from_standard_input(own_server: Server) -> None:
    done = run(own_server, "organiser", "add", "Organisator", stdin="een lange zin\n")
    assert done.exit_code == 0 and "can log in now" in done.stderr and done.stdout == ""
    assert "this name" in complaint(
        run(own_server, "organiser", "add", "organisator", stdin="een lange zin\n"), 1
    )
    assert "10 characters" in complaint(run(own_server, "organiser", "add", "Ander", stdin="kort\n"), 1)
    own_server.restart()
    assert own_server.said().count("/organise/first#") == 1


def test_a_record_is_exported_and_that_is_written_down(server: Server, tmp_path: Path) -> None:
    made = server.prepare(template="open_fishbowl", language="nl")
    for place in (made.code.lower(), made.id):
        done = run(server, "export", place, "--format", "json", "--out", str(tmp_path / "record.json"))
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
        assert json.loads((tmp_path / "record.json").read_text())["session"]["id"] == made.id
    done = run(
        server,
        "export",
        made.id,
        "--format",
        "json",
        "--out",
        "-",
        "--level",
        "restricted",
        "--why",
        "een proef",
    )
    assert json.loads(done.stdout)["session"]["level"] == "restricted"
    run(server, "export", made.id, "--format", "csv", "--out", str(tmp_path / "tables.zip"))
    assert zipfile.is_zipfile(tmp_path / "tables.zip")
    uses = server.call("GET", f"/api/sessions/{made.id}/uses")
    assert [one["what"] for one in uses] == ["csv (open)", "json (restricted)", "json (open)", "json (open)"]
    assert uses[1]["why"] == "een proef"


def test_an_export_that_cannot_be_made(server: Server, tmp_path: Path) -> None:
    made, out = server.prepare(title="Avond"), str(tmp_path / "x")
    assert "no such session" in complaint(
        run(server, "export", "ZZZZZZ", "--format", "json", "--out", out), 1
    )
    assert "--format" in complaint(run(server, "export", made.id, "--format", "docx", "--out", out), 2)
    assert "--level" in complaint(
        run(server, "export", made.id, "--format", "json", "--level", "all", "--out", out), 2
    )
    nowhere = str(tmp_path / "no" / "folder")
    assert nowhere in complaint(run(server, "export", made.id, "--format", "json", "--out", nowhere), 1)


def test_a_backup_is_restored(own_server: Server, tmp_path: Path) -> None:
    kept = own_server.prepare(title="Bewaard")
    copy = str(tmp_path / "copy.sqlite")
    assert run(own_server, "backup", copy).exit_code == 0
    assert "there already" in complaint(run(own_server, "backup", copy), 1)
    own_server.prepare(title="Later")
    assert "in use" in complaint(run(own_server, "restore", copy), 1)
    own_server.stop()
    assert run(own_server, "restore", copy).exit_code == 0
    own_server.start()
    assert [one["id"] for one in own_server.call("GET", "/api/sessions")] == [kept.id]
    assert complaint(run(own_server, "restore", str(tmp_path / "nowhere")), 2)


def test_a_database_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    server = Server(tmp_path, database_url=f"sqlite+aiosqlite:///{tmp_path}/file/x.sqlite")
    for command in (("token", "add", "x"), ("serve",)):
        assert "database" in complaint(run(server, *command), 1)


ASKED: dict[tuple[str, ...], access.Act] = {
    ("serve",): "serve",
    ("demo",): "serve",
    ("rehearse",): "serve",
    ("replay",): "serve",
    ("export",): "read_record",
    ("backup",): "back_up",
    ("restore",): "restore",
    ("organiser", "add"): "add_organiser",
    ("token", "add"): "add_token",
}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_A1_every_command_asks(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has the machine may all of it today; that is asked like everything else."""
    server = Server(tmp_path)
    created = asyncio.run(_prepared(server))
    before = server.database.read_bytes()
    trace, copy = tmp_path / "trace.jsonl", tmp_path / "copy.sqlite"
    trace.write_text('{"t": 0, "who": "console", "do": "start_session"}\n')
    copy.write_bytes(before)
    more = {
        ("replay",): [str(trace)],
        ("export",): [created.code, "--format", "json", "--out", str(tmp_path / "out.json")],
        ("backup",): [str(tmp_path / "new.sqlite")],
        ("restore",): [str(copy)],
        ("organiser", "add"): ["Noor"],
        ("token", "add"): ["Onderzoek"],
    }.get(command, [])
    asked: list[tuple[str, access.What]] = []

    def nobody(who: access.Who, what: access.What, of: access.Thing = access.SERVER) -> bool:
        if who.kind != "operator":  # whoever is in a room that was recorded
            return really(who, what, of)
        asked.append((who.kind, what))
        return False

    really = access.may
    monkeypatch.setattr(access, "may", nobody)
    monkeypatch.setattr(logs, "begin", lambda settings: None)
    done = run(server, *command, *more, stdin="een hele lange zin\n")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == "vissenkom: That can't be done from this screen."
    assert asked == [("operator", ASKED[command])]
    assert server.database.read_bytes() == before
    assert not (tmp_path / "out.json").exists() and not (tmp_path / "new.sqlite").exists()


async def _prepared(server: Server) -> Created:
    database = await Database.open(server.env["VISSENKOM_DATABASE_URL"])
    try:
        return await Sessions(database).create(TEMPLATES["open_fishbowl"]("nl"))
    finally:
        await database.close()


def test_A1_no_command_is_left_out() -> None:
    found: set[tuple[str, ...]] = set()
    for name, one in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        found |= {(name, below) for below in getattr(one, "commands", ())} or {(name,)}
    assert found == set(COMMANDS) == set(ASKED)
