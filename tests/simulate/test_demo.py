"""The demo is live from its first second, goes on by itself, and ends cleanly."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import app
from app.simulate import demo
from app.simulate.client import Client
from app.simulate.served import Served

PROGRAM = Path(sys.executable).with_name("vissenkom")


async def test_it_begins_in_the_middle_with_everybody_there(near: Served) -> None:
    begun = await demo.begin(near, "nl", 1.0, 1)
    taken = asyncio.Event()
    playing = asyncio.create_task(demo.go_on(near, begun, "nl", 1.0, taken.set))
    async with Client(near.address, begun.created.code, begun.created.console_key) as console:
        view = console.view
        assert view["state"] == "live"
        assert view["items"]["check-in"]["state"] == "ended"
        assert view["items"]["check-in"]["actual_s"] > 60
        assert view["item"]["id"] == "role-round"
        assert any("word" in chair for chair in view["circle"]["chairs"].values())
        await console.until(lambda: console.view["counts"] == {"connected": 22, "joined": 22, "present": 24})
        async with Client(near.address, begun.created.code) as phone:
            consent = {"votes": True, "words": True, "story": True}
            assert (await phone.ask("join", role="resident", consent=consent)).done
        assert not taken.is_set()
        assert (await console.ask("blank")).done
        await console.until(lambda: console.view["control"].get("by") == console.me["console"])
        await taken.wait()
    playing.cancel()
    await asyncio.wait([playing])
    stored = await near.journal.load(begun.created.id)
    assert len(stored.phones) == 23


async def test_only_the_last_few_evenings_stay_and_what_people_made(near: Served) -> None:
    for seed in range(demo.KEPT + 2):
        await demo.begin(near, "nl", 100, seed)
    own = await near.sessions.create((await near.hub.open((await near.sessions.list())[0].id)).room.plan)
    await demo.forget_old(near)
    left = await near.sessions.list()
    assert sum(one.owner == demo.OWNER for one in left) == demo.KEPT
    assert own.id in {one.id for one in left}


def demo_until_told(folder: Path, env: dict[str, str], how: signal.Signals) -> tuple[str, str, str, int]:
    """Run the command until it has said everything and answers, then end it: what it said first, what after that on
    stdout and stderr, and its status."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [PROGRAM, "demo"], cwd=folder, env=env, stdout=pipe, stderr=pipe, text=True
    ) as process:
        try:
            assert process.stdout
            told = ""
            for line in process.stdout:
                told += line
                if "Ctrl-C" in line:
                    break
            address = re.search(r"http://127\.0\.0\.1:\d+", told)
            assert address, told
            with urllib.request.urlopen(f"{address[0]}/healthz") as answer:
                assert answer.status == 200
            process.send_signal(how)
            out, err = process.communicate(timeout=60)
            return told, out, err, process.returncode
        finally:
            process.kill()


@pytest.mark.parametrize(("how", "times"), [(signal.SIGINT, 2), (signal.SIGTERM, 1)])
def test_the_command_prints_every_address_and_ends_cleanly_and_starts_again(
    tmp_path: Path, how: signal.Signals, times: int
) -> None:
    env = {key: value for key, value in os.environ.items() if not key.startswith("VISSENKOM_")}
    env |= {"DATA": str(tmp_path / "data"), "PORT": "0", "HOST": "127.0.0.1", "LC_ALL": "en_GB.UTF-8"}
    firsts = []
    for _ in range(times):
        told, out, err, status = demo_until_told(tmp_path, env, how)
        phone = re.search(r"Phone +(http://127\.0\.0\.1:\d+/s/[2-9A-Z]{6})\n", told)
        assert phone, told
        assert f"{phone[1]}/stage#" in told
        assert f"{phone[1]}/console#" in told
        assert "▀" in told or "█" in told
        firsts.append(re.search(r"Organiser +(http\S+/organise/first#\S+)", told))
        assert status == 0, (out, err)
        assert "Traceback" not in err
    assert all(firsts)
    assert (tmp_path / "data" / "vissenkom.sqlite").exists()


def test_an_address_that_is_taken_is_a_line_and_status_1(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        given = CliRunner().invoke(
            app,
            ["demo", "--port", str(taken.getsockname()[1])],
            env={"DATA": str(tmp_path), "HOST": "127.0.0.1"},
        )
    assert given.exit_code == 1
    assert given.stdout == ""
    assert given.stderr.splitlines()[-1].startswith("vissenkom: ")
    assert "Traceback" not in given.stderr
