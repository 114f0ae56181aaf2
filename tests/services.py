"""Real PostgreSQL and Redis, one of each for every process that runs tests and asks for them.

Both listen on a socket in a folder of their own, so that no port can be taken and nobody else is met; they are
gone, with all they kept, when the tests are done.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import psycopg
import pytest
import redis
from sqlalchemy.engine import make_url

from app.store import dialect
from app.store.migrate import migrate
from tests import parts

NOBODY = 65534
"""Who runs them when the tests are root's: PostgreSQL refuses to be."""
PATIENCE_S = 30
Service = TypeVar("Service", "Postgres", "Redis")


@pytest.fixture(scope="session")
def postgres_socket() -> Iterator[Path]:
    """A running PostgreSQL: the folder its socket is in."""
    with _own(Postgres, "pg") as server:
        yield server.folder


@pytest.fixture
def postgres_url(postgres_socket: Path) -> Iterator[str]:
    """An empty database of this test's own, for VISSENKOM_DATABASE_URL."""
    yield from _made(postgres_socket, "template1")


@pytest.fixture
def other_postgres_url(postgres_socket: Path) -> Iterator[str]:
    """A second empty one."""
    yield from _made(postgres_socket, "template1")


@pytest.fixture(scope="session")
def postgres_template(postgres_socket: Path) -> str:
    """The name of a database with its tables made, to copy."""
    name = "template_vissenkom"
    with _as_postgres(postgres_socket) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    engine = dialect.make_engine(make_url(_url(postgres_socket, name)), PATIENCE_S)
    with engine.begin() as tables:
        migrate(tables)
    engine.dispose()
    return name


@pytest.fixture
def migrated_postgres_url(postgres_socket: Path, postgres_template: str) -> Iterator[str]:
    """As `postgres_url`, with its tables made: for tests that only want to keep something in it."""
    yield from _made(postgres_socket, postgres_template)


@pytest.fixture(scope="session")
def redis_socket() -> Iterator[Path]:
    """A running Redis: its socket."""
    with _own(Redis, "redis") as server:
        yield server.socket


@pytest.fixture
def redis_url(redis_socket: Path) -> str:
    """Of a Redis with nothing in it. It is shared by the tests of one process, one after the other."""
    url = f"unix://{redis_socket}"
    with redis.Redis.from_url(url) as client:
        client.flushall()
    return url


def _made(socket: Path, template: str) -> Iterator[str]:
    name = f"t{secrets.token_hex(8)}"
    with _as_postgres(socket) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield _url(socket, name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _as_postgres(socket: Path) -> psycopg.Connection[tuple[Any, ...]]:
    return psycopg.connect(host=str(socket), user="postgres", autocommit=True)


def plain(url: str) -> str:
    """The address of a database as psycopg takes it."""
    return url.replace("+psycopg", "")


def _url(socket: Path, database: str) -> str:
    return f"postgresql+psycopg://postgres@/{database}?host={socket}"


@pytest.fixture
def own_postgres() -> Iterator[Postgres]:
    """One for this test alone, to stop and start as it likes."""
    with _own(Postgres, "pg") as server:
        yield server


@pytest.fixture
def own_redis() -> Iterator[Redis]:
    """One for this test alone, to stop and start as it likes."""
    with _own(Redis, "redis") as server:
        yield server


@contextmanager
def _own(kind: type[Service], name: str) -> Iterator[Service]:
    with short_folder(name) as folder:
        server = kind(folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def short_folder(name: str) -> Iterator[Path]:
    """A path short enough for a socket (107 bytes), open to whoever runs the server."""
    folder = Path(tempfile.mkdtemp(prefix=f"vissenkom-{name}-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Postgres:
    """`folder`: where its socket is. It can be stopped as by a power cut, and goes on with what it had."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        home = parts.postgres()
        if os.geteuid() == 0:
            # A checkout below /root is closed to nobody, so the programs come along, with the libraries beside them.
            package = home.parent
            shutil.copytree(package.with_suffix(".libs"), folder / f"{package.name}.libs")
            home = Path(shutil.copytree(home, folder / package.name / home.name, symlinks=True))
        self._log, data = folder / "log", folder / "data"
        init = [str(home / "bin/initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "--no-sync"]
        init += ["-E", "UTF8", "--locale=C.UTF-8"]
        done = subprocess.run(
            init, env=self._env, capture_output=True, text=True, check=False, **_as_nobody(folder)
        )
        assert done.returncode == 0, f"initdb failed: {done.stdout}{done.stderr}"
        self._control = [str(home / "bin/pg_ctl"), "-D", str(data), "-l", str(self._log)]
        self._control += ["-t", str(PATIENCE_S), "-w"]

    def start(self, fsync: bool = False) -> None:
        """`fsync`: keep what it says it keeps, also when the power goes."""
        options = f"-c listen_addresses='' -c fsync={'on' if fsync else 'off'} -c unix_socket_directories={self.folder}"
        status = self._run(*self._control, "-o", options, "start")
        assert status == 0, f"PostgreSQL did not start: {self._log.read_text()}"

    def stop(self) -> None:
        self._run(*self._control, "-m", "immediate", "stop")

    @property
    def _env(self) -> dict[str, str]:
        return {**os.environ, "LC_ALL": "C.UTF-8"}

    def _run(self, *command: str) -> int:
        done = subprocess.run(
            command, env=self._env, stdout=subprocess.DEVNULL, check=False, **_as_nobody(self.folder)
        )
        return done.returncode


class Redis:
    """`socket`: where it listens. Whatever it had is gone when it is stopped."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "redis.sock"
        self._folder = folder
        self._server: subprocess.Popen[str] | None = None

    def start(self) -> None:
        program = parts.redis_server()
        # It says on standard output that it is ready, which is what to wait for.
        command = ["redis-server", "--port", "0", "--unixsocket", str(self.socket)]
        command += ["--unixsocketperm", "777", "--dir", str(self._folder), "--save", "", "--appendonly", "no"]
        self._server = subprocess.Popen(
            command,
            executable=program.path,
            env=program.env,
            stdout=subprocess.PIPE,
            text=True,
            **_as_nobody(self._folder),
        )
        assert self._server.stdout
        said = []
        for line in self._server.stdout:
            said.append(line)
            if "ready to accept connections" in line.lower():
                return
        raise AssertionError(f"Redis did not start: {''.join(said)}")

    def stop(self) -> None:
        if self._server is not None:
            self._server.terminate()
            assert self._server.stdout
            self._server.stdout.read()
            self._server.stdout.close()
            self._server.wait()
            self._server = None


def _as_nobody(folder: Path) -> dict[str, Any]:
    """How subprocess starts what must not be root."""
    if os.geteuid() != 0:
        return {"cwd": folder}
    return {"cwd": folder, "user": NOBODY, "group": NOBODY, "extra_groups": []}
