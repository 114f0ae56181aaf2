"""A disk that is full: a real small file system where the tests may mount one, and everywhere a process that may write
no more than there is.
"""

import os
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

SIZE = 4 * 1024 * 1024
FILLER = "filler"


@contextmanager
def small_disk() -> Iterator[Path]:
    """A file system of `SIZE` bytes."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder]
        subprocess.run(mount, check=True, capture_output=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


@cache
def may_mount() -> bool:
    try:
        with small_disk():
            return True
    except (subprocess.CalledProcessError, FileNotFoundError):
        return False


def fill(disk: Path) -> None:
    """Until not a byte is left."""
    with (disk / FILLER).open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 4096)
        except OSError:
            return


def make_room(disk: Path) -> None:
    (disk / FILLER).unlink()


def read_only(disk: Path, yes: bool) -> None:
    """Nobody may have it open for writing."""
    subprocess.run(["mount", "-o", f"remount,{'ro' if yes else 'rw'}", str(disk)], check=True)


def allow_writing(pid: int, yes: bool) -> None:
    """Whether the process may make any file longer, or write in one at all."""
    most = resource.RLIM_INFINITY if yes else 0
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def drops_rights() -> list[str]:
    """What to put before a command, so that it minds who may write a file also where it is root's."""
    if os.geteuid() != 0:
        return []
    rights = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]
