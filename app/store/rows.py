"""From an event to its row in the journal and back, in the newest version."""

import json
from typing import Any

from app import wire
from app.core.events import Recorded


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
    """`row`: one of the table `journal`. Raises wire.Malformed: the journal is damaged, or a newer program's."""
    event = wire.read_event(row.kind, json.loads(row.data), row.version)
    return Recorded(row.seq, row.at, row.actor, event, row.command, row.part)
