"""What a stretch of time costs: processor seconds and memory of a process, and how late the generator itself was."""

import asyncio
import os
from pathlib import Path
from time import monotonic, process_time

from tests.bench.figures import Run, centile

TICK_S = 0.005


def cpu_s(pid: int) -> float:
    """Processor seconds that a process has used, its database's threads included."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rss_kb(pid: int) -> float:
    """Memory that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))


class Meter:
    """`with Meter(server's pid) as meter:`; then `figures()`. A timer that should ring every 5 ms tells how long a
    message may have lain in the generator before it was read."""

    def __init__(self, pid: int = 0) -> None:
        self.server_s = self.generator_s = self.took_s = 0.0
        self.late: list[float] = []
        self._pid = pid
        self._timer: asyncio.TimerHandle

    def __enter__(self) -> "Meter":
        self._server = cpu_s(self._pid) if self._pid else 0.0
        self._own, self._began = process_time(), monotonic()
        self._loop = asyncio.get_running_loop()
        self._wait()
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()
        self.took_s = monotonic() - self._began
        self.generator_s = process_time() - self._own
        self.server_s = cpu_s(self._pid) - self._server if self._pid else 0.0

    def figures(self) -> Run:
        return {
            "took_s": self.took_s,
            "server_cpu_s": self.server_s,
            "generator_cpu_s": self.generator_s,
            "generator_late_ms": centile(self.late, 99) * 1000,
        }

    def _wait(self) -> None:
        self._due = monotonic() + TICK_S
        self._timer = self._loop.call_later(TICK_S, self._ring)

    def _ring(self) -> None:
        self.late.append(max(0.0, monotonic() - self._due))
        self._wait()
