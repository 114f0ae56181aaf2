"""The record as JSON, the same bytes for the same record."""

import json

from app.core.record.fields import Record


def make(record: Record, language: str) -> bytes:
    """UTF-8, indented. It carries its own languages; the one asked for makes no difference."""
    return (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()
