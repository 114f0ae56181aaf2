"""The record as JSON, the same bytes for the same record."""

import json
from typing import Any


def make(record: dict[str, Any], language: str) -> bytes:
    """UTF-8, indented. It carries its own languages; the one asked for makes no difference."""
    return (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()
