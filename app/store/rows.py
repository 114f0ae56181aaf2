"""From an event to its row in the journal and back, in the newest version."""

import json
from typing import Any

from app import wire
from app.core.events import Recorded
from app.store.tables import journal

_of = journal.c
KEPT = (_of.seq, _of.at, _of.actor, _of.kind, _of.data, _of.version, _of.command, _of.part)
"""What to select of the journal for `read`."""


def write(session: str, recorded: Recorded) -> dict[str, Any]:
    data = wire.write_event(recorded.event)
    return {
        "session": session,
        "seq": recorded.seq,
        "at": recorded.at,
        "kind": data.pop("type"),
        "actor": recorded.by,
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        "version": wire.VERSION,
        "command": recorded.command,
        "part": recorded.part,
    }


def read(row: Any) -> Recorded:
    """`row`: the columns KEPT of one. Raises wire.Malformed: the journal is damaged, or a newer program's."""
    seq, at, actor, kind, data, version, command, part = row
    return Recorded(seq, at, actor, wire.read_event_json(kind, data, version), command, part)
