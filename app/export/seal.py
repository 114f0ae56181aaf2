"""The seal of a record: by which anybody can tell that neither it nor its journal was changed since."""

from collections.abc import Iterable
from hashlib import sha256

from app import wire
from app.core.events import Recorded
from app.core.record.fields import Integrity, Record, Unsealed


def sealed(record: Unsealed, journal: Iterable[Recorded]) -> Record:
    """The record with `integrity`. In it `record`: SHA-256 of everything else in the record as canonical JSON (sorted
    keys, no spaces, UTF-8); `journal`: of its lines "position moment kind", which stay when words are withdrawn."""
    lines = [f"{one.seq} {one.at:.3f} {one.event.type}\n" for one in journal]
    integrity: Integrity = {
        "algorithm": "sha256",
        "record": sha256(wire.canonical(record).encode()).hexdigest(),
        "journal": sha256("".join(lines).encode()).hexdigest(),
        "events": len(lines),
    }
    return {**record, "integrity": integrity}
