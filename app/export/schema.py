"""The record's JSON Schema, read once. Every key of `app.core.record` is in it, and nothing else may be."""

import json
from pathlib import Path
from typing import Any

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "record.schema.json").read_text("utf-8"))
