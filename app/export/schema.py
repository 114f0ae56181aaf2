"""The record's JSON Schema, read once. `make protocol` makes it of `core.record.fields`; it lets no other key in."""

import json
from pathlib import Path
from typing import Any

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "record.schema.json").read_text("utf-8"))
