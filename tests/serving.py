"""The real server, in a process of its own, for tests that look at it from outside.

`vissenkom serve` as a deployment runs it, on a free port, with a database in a folder of its own.
"""

import asyncio
import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.store.accounts import Accounts
from app.store.database import Database

PATIENCE_S = 60
PROGRAM = Path(sys.executable).with_name("vissenkom")


@dataclass(frozen=True)
class Prepared:
    """A session that was made over the API, as the API answered."""

    id: str
    code: str
    links: dict[str, str]
    keys: dict[str, str]


class Server:
    program: tuple[str | Path, ...] = (PROGRAM,)

    def __init__(self, folder: Path, **settings: str) -> None:
        """`settings` go to the server as VISSENKOM_<NAME>. Without a base_url its links are on whatever address it is
        asked at, which may be a proxy's."""
        self.folder = folder
        self.port = free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        self.database = folder / "vissenkom.sqlite"
        settings = {
            "database_url": f"sqlite+aiosqlite:///{self.database}",
            "secret_key": secrets.token_hex(32),
            "host": "127.0.0.1",
            "port": str(self.port),
            **settings,
        }
        # No proxy, no settings file and no secret of whoever runs the tests.
        inherited = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith("VISSENKOM_") and key not in ("HOST", "PORT", "DATA")
        }
        self.env = inherited | {f"VISSENKOM_{key.upper()}": value for key, value in settings.items()}
        self._process: subprocess.Popen[bytes] | None = None
        self._token = ""

    @property
    def pid(self) -> int:
        assert self._process, "the server does not run"
        return self._process.pid

    def start(self) -> None:
        """Returns when it answers; fails with what it said when it ends before that."""
        assert self._process is None, "the server runs already"
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self.program, "serve"],
                cwd=self.folder,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + PATIENCE_S
        while not self._answers():
            try:
                # A moment for the server, cut short when it gives up.
                status = self._process.wait(0.02)
            except subprocess.TimeoutExpired:
                assert time.monotonic() < end, f"the server did not answer in {PATIENCE_S} s: {self.said()}"
            else:
                self._process = None
                raise AssertionError(f"the server ended with {status}: {self.said()}")

    def stop(self) -> int:
        """As a deployment stops it: with a word in advance. Its exit status."""
        return self._end(signal.SIGTERM)

    def kill9(self) -> None:
        """As a power cut stops it."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        """On the same port and database."""
        self.stop()
        self.start()

    def said(self) -> str:
        """Everything the server printed, from its first start on."""
        return self._log.read_text() if self._log.is_file() else ""

    def run(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Another `vissenkom` command on this server's settings and database."""
        return subprocess.run(
            [*self.program, *arguments],
            cwd=self.folder,
            env=self.env,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )

    @property
    def token(self) -> str:
        """For `Authorization: Bearer`."""
        if not self._token:
            # As `token add` does, without a process for it; in a thread, since the test may be running a loop already.
            with ThreadPoolExecutor(1) as thread:
                self._token = thread.submit(
                    asyncio.run, _new_token(self.env["VISSENKOM_DATABASE_URL"])
                ).result()
        return self._token

    def call(self, method: str, path: str, body: Any = None, token: str = "") -> Any:
        """Ask the API; its JSON. Fails with the answer when that is a problem. `token`: another bearer than ours."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {token or self.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.base_url}{path}", data, headers, method=method)
        try:
            with _direct.open(request, timeout=PATIENCE_S) as answer:
                text = answer.read()
        except urllib.error.HTTPError as problem:
            with problem:
                told = problem.read().decode()
            raise AssertionError(f"{method} {path}: {problem.code} {told}") from None
        return json.loads(text) if text else None

    def prepare(self, **plan: Any) -> Prepared:
        """Make a session: prepare(template="role_round", language="nl"), or a whole plan."""
        made = self.call("POST", "/api/sessions", plan)
        return Prepared(made["id"], made["code"], made["links"], made["keys"])

    def measured(self, name: str) -> float:
        """One figure of /metrics."""
        headers = {"Authorization": f"Bearer {self.env.get('VISSENKOM_METRICS_TOKEN', '')}"}
        with _direct.open(
            urllib.request.Request(f"{self.base_url}/metrics", headers=headers), timeout=PATIENCE_S
        ) as answer:
            found = re.search(rf"^{re.escape(name)} (\S+)$", answer.read().decode(), re.MULTILINE)
        assert found, name
        return float(found[1])

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    def _answers(self) -> bool:
        try:
            with _direct.open(f"{self.base_url}/healthz", timeout=PATIENCE_S) as answer:
                return bool(answer.status == 200)
        except (ConnectionError, urllib.error.URLError):
            return False

    def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        self._process.send_signal(how)
        status = self._process.wait(PATIENCE_S)
        self._process = None
        return status


async def _new_token(database_url: str) -> str:
    database = await Database.open(database_url)
    try:
        return await Accounts(database).create_token("tests")
    finally:
        await database.close()


@contextmanager
def serving(**settings: str) -> Iterator[Server]:
    """One in a folder of its own, while it lasts."""
    with tempfile.TemporaryDirectory(prefix="vissenkom-") as folder:
        server = Server(Path(folder), **settings)
        server.start()
        try:
            yield server
        finally:
            server.stop()


_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One that the tests of a process share, each with sessions of its own. Don't stop it: see `own_server`."""
    yield from _served(Server(tmp_path_factory.mktemp("server")))


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """One for this test alone, to stop, kill and start as it likes."""
    yield from _served(Server(tmp_path))


@pytest.fixture
def make_server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """make_server(database_url=..., ...): started, and as many as the test wants."""
    made: list[Server] = []

    def make(**settings: str) -> Server:
        folder = tmp_path / f"server-{len(made)}"
        folder.mkdir()
        made.append(Server(folder, **settings))
        made[-1].start()
        return made[-1]

    yield make
    for one in made:
        one.stop()


def _served(server: Server) -> Iterator[Server]:
    server.start()
    yield server
    server.stop()
