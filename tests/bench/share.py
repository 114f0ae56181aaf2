"""A fixed share of the processor for a process, by Linux' control groups: as a node on a small machine of its own.

Where two nodes, their database, their bus and the generator have two cores between them, a whole core for each node
would measure how they fight over them. Needs the right to make a control group.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")
PERIOD_US = 10_000
"""Short, so that a share looks like a slower core rather than like one that comes and goes."""


@contextmanager
def share(pid: int, of_a_core: float) -> Iterator[None]:
    """While it lasts; the process must have ended by then. Raises OSError where that can't be had."""
    old = (GROUPS / "cpu").is_dir()
    group = (GROUPS / "cpu" if old else GROUPS) / f"vissenkom-bench-{pid}"
    group.mkdir()
    try:
        quota = round(PERIOD_US * of_a_core)
        if old:
            (group / "cpu.cfs_period_us").write_text(str(PERIOD_US))
            (group / "cpu.cfs_quota_us").write_text(str(quota))
        else:
            (group / "cpu.max").write_text(f"{quota} {PERIOD_US}")
        (group / "cgroup.procs").write_text(str(pid))
        yield
    finally:
        group.rmdir()


def possible() -> bool:
    root = GROUPS / "cpu" if (GROUPS / "cpu").is_dir() else GROUPS
    return os.access(root, os.W_OK)
