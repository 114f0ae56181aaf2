"""Everything that a thief of the database would have: its tables, and the bytes of its files."""

from pathlib import Path
from typing import Any

from app.store.database import Database
from app.store.tables import metadata
from tests.store.kept import all_of

WRITE_AHEAD = "-wal"


async def rows_of(database: Database) -> dict[str, list[dict[str, Any]]]:
    return {name: await all_of(database, table) for name, table in metadata.tables.items()}


def raw(path: Path) -> dict[str, bytes]:
    """The database's file and those beside it, whichever there are."""
    return {file.name: file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*"))}


def found_in(files: dict[str, bytes], *needles: bytes) -> list[tuple[str, bytes]]:
    return [(name, needle) for name, body in files.items() for needle in needles if needle in body]
