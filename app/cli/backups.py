"""`backup` and `restore`."""

from pathlib import Path

from app import access
from app.cli.ending import refuse, run
from app.settings import Settings
from app.store import backup as backups


def backup(path: Path) -> None:
    async def work() -> None:
        access.allow(access.OPERATOR, "back_up")
        await backups.backup(Settings().database_url, path)

    run(work())


def restore(path: Path) -> None:
    if not path.is_file():
        refuse(f"{path} is not there.", 2)

    async def work() -> None:
        access.allow(access.OPERATOR, "restore")
        await backups.restore(Settings().database_url, path)

    run(work())
