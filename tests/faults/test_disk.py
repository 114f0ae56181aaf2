"""A full disk, one that takes nothing any more, and files that may not be written: what cannot be kept is refused,
what was confirmed stays, and the room goes on when there is room again.
"""

import asyncio
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app.core.evolve import replay
from app.simulate.client import Answer, Client
from tests.faults import disk
from tests.faults.burst import come_in
from tests.faults.kills import stored
from tests.serving import PROGRAM, Prepared, Server

PLAN = {
    "title": "Een volle schijf",
    "language": "nl",
    "items": [{"kind": "circle", "variant": "open_chair", "title": {"nl": "Kring"}, "minutes": 30}],
    "statements": [{"text": {"nl": "Een stelling."}}],
}
LONG = "Wij hebben elkaar vanavond gehoord. " * 27
WAYS = ("no writing", *(["full"] if disk.may_mount() else []))
SENTENCE = "Dit kon niet worden bewaard; probeer het zo nog een keer."

Make = Callable[..., Server]


@contextmanager
def trouble(way: str, server: Server, folder: Path) -> Iterator[None]:
    if way == "full":
        disk.fill(folder)
    else:
        disk.allow_writing(server.pid, False)
    try:
        yield
    finally:
        if way == "full":
            disk.make_room(folder)
        else:
            disk.allow_writing(server.pid, True)


@pytest.mark.parametrize("way", WAYS)
def test_a_full_disk_refuses_and_goes_on(way: str, make_server: Make, tmp_path: Path) -> None:
    with ExitStack() as disks:
        folder = disks.enter_context(disk.small_disk()) if way == "full" else tmp_path
        server = make_server(database_url=f"sqlite:///{folder}/evening.sqlite")
        # It goes before its disk does.
        disks.callback(server.stop)
        prepared = server.prepare(**PLAN)
        kept = asyncio.run(through(way, server, prepared, folder))
        server.kill9()
        server.start()
        journal = asyncio.run(stored(server, prepared))
        room = replay(journal.journal, journal.apart)
        assert sorted(room.words[one.words] for one in room.contributions.values()) == sorted(kept)
        assert dict(room.ballots) == {("s1", "p1"): "agree"}


async def through(way: str, server: Server, prepared: Prepared, folder: Path) -> list[str]:
    """What was confirmed of the notes."""
    console = await come_in(Client(server.base_url, prepared.code, prepared.keys["console"]))
    phone = await come_in(Client(server.base_url, prepared.code))
    notes: list[str] = []

    async def note() -> Answer:
        text = f"{len(notes)} {LONG}".strip()
        answer = await console.ask("note", kind="insight", text=text)
        if answer.done:
            notes.append(text)
        return answer

    consent = {"votes": True, "words": True, "story": True}
    assert (await console.ask("start_session")).done
    assert (await phone.ask("join", role="resident", consent=consent)).done
    assert (await console.ask("open_statement", statement="s1")).done
    assert (await phone.ask("vote", statement="s1", choice="agree")).done
    with trouble(way, server, folder):
        # Some room may be left in files that are there already.
        while (refused := await note()).done:
            pass
        assert (refused.code, refused.message) == ("not_saved", SENTENCE)
        assert (await phone.ask("vote", statement="s1", choice="disagree")).code == "not_saved"
        assert (await console.ask("pause")).code == "not_saved"
        await console.until(lambda: len(console.view.get("contributions", {})) == len(notes))
        assert "paused" not in console.view, "screens keep what they have"
        # Whoever comes now sees the room as it is.
        late = await come_in(Client(server.base_url, prepared.code))
        await late.until(lambda: late.view.get("statement", {}).get("id") == "s1")
        await late.close()
    assert (await note()).done, "it goes on by itself"
    await console.close()
    await phone.close()
    assert "Traceback" not in server.said()
    return notes


def refused_to_start(server: Server, *before: str) -> str:
    """What the server says as it gives up."""
    ended = subprocess.run(
        [*before, PROGRAM, "serve"],
        env=server.env,
        cwd=server.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1, ended.stderr
    assert ended.stderr.count("\n") == 1, ended.stderr
    return ended.stderr


def test_a_database_that_may_not_be_written_at_the_start(own_server: Server) -> None:
    own_server.stop()
    folder = own_server.folder
    own_server.database.chmod(0o444)
    folder.chmod(0o555)
    try:
        line = refused_to_start(own_server, *disk.drops_rights())
    finally:
        folder.chmod(0o755)
        own_server.database.chmod(0o644)
    assert line.startswith("vissenkom: the database does not answer:")
    own_server.start()
