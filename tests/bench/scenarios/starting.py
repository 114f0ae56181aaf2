"""What it costs to start: the program's help, a short command, and the server until it says that it is ready.

Processor time, of the whole process. Bytecode is compiled before anything is counted, in a folder of the bench's own,
whatever the environment says of writing it. The yardstick beside it is what the two largest libraries cost by
themselves: another machine, or a busy one, is slower by a factor, and so is that.
"""

import resource
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from tests.bench.figures import Row, Run
from tests.bench.meter import cpu_s
from tests.serving import PROGRAM, Server

LEAST_RUNS = 5
YARDSTICK = (sys.executable, "-c", "import fastapi, sqlmodel")
ROWS = (
    Row("help_s", "`vissenkom --help`: processor", "s", 0.3),
    Row("add_help_s", "… `organiser add --help`", "s", 0.3),
    Row("token_s", "… `token add`, which opens the database", "s"),
    Row("ready_s", "`vissenkom serve` until /readyz, SQLite: processor", "s", 1.2),
    Row("new_s", "… and makes its database", "s"),
    Row("yardstick_s", "… `import fastapi, sqlmodel` by itself", "s"),
)


def measure(runs: int) -> list[Run]:
    with tempfile.TemporaryDirectory(prefix="vissenkom-bench-") as folder:
        once(Path(folder), Path(folder) / "uncounted")
        return [once(Path(folder), Path(folder) / f"run-{number}") for number in range(max(runs, LEAST_RUNS))]


def once(bytecode: Path, folder: Path) -> Run:
    folder.mkdir()
    server = Server(folder)
    server.env.pop("PYTHONDONTWRITEBYTECODE", None)
    server.env["PYTHONPYCACHEPREFIX"] = str(bytecode)
    return {
        "yardstick_s": spent(server, *YARDSTICK),
        "new_s": until_ready(server),
        "ready_s": until_ready(server),
        "token_s": spent(server, str(PROGRAM), "token", "add", "bench"),
        "help_s": spent(server, str(PROGRAM), "--help"),
        "add_help_s": spent(server, str(PROGRAM), "organiser", "add", "--help"),
    }


def until_ready(server: Server) -> float:
    server.start()
    try:
        with urllib.request.urlopen(f"{server.base_url}/readyz") as answer:
            assert answer.status == 200
        return cpu_s(server.pid)
    finally:
        server.stop()


def spent(server: Server, *command: str) -> float:
    """Of a process from its beginning to its end."""
    before = _children()
    subprocess.run(command, env=server.env, cwd=server.folder, stdout=subprocess.DEVNULL, check=True)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
