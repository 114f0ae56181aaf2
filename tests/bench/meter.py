"""What a stretch of time costs: processor seconds and memory of a process, and how late the generator itself was."""

import asyncio
from pathlib import Path
from time import clock_gettime, monotonic, process_time

from tests.bench.figures import Run, centile

TICK_S = 0.005
SCHEDULED = 2
"""Which clock of a process, as Linux numbers them (clock_getcpuclockid)."""


def cpu_s(pid: int) -> float:
    """Processor seconds that a process has used, its database's threads included: from its own clock, since what stands
    in /proc is counted in hundredths, by whoever was seen running then."""
    return clock_gettime(~pid << 3 | SCHEDULED)


def rss_kb(pid: int) -> float:
    """Memory that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))


def rss_mb(pid: int) -> float:
    """The same in MB of 1,000,000 bytes."""
    return rss_kb(pid) * 1024 / 1_000_000


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
