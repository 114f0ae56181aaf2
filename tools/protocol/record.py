"""app/export/record.schema.json, made of `app.core.record.fields`.

Stricter than the schemas of messages: no key is let in that is not named, and a table by the words of a vocabulary has
every one of them.
"""

import json
from pathlib import Path
from typing import Any

from app.core.record.fields import Record
from tools.protocol.describe import DEFS, Schema, schemas

FILE = Path(__file__).parents[2] / "app/export/record.schema.json"


def made() -> dict[Path, str]:
    return {FILE: json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"}


def schema() -> Schema:
    parts = schemas({"Record": Record})
    parts = {name: _strict(one, parts) for name, one in parts.items()}
    whole = parts.pop("Record")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:vissenkom:record:{whole['properties']['schema_version']['const']}",
        "title": "The record of a fishbowl session",
        **whole,
        "$defs": parts,
    }


def _strict(one: Any, parts: dict[str, Schema]) -> Any:
    if isinstance(one, list):
        return [_strict(each, parts) for each in one]
    if not isinstance(one, dict):
        return one
    if "propertyNames" in one:
        words = one["propertyNames"]
        words = parts[words["$ref"].removeprefix(DEFS)] if "$ref" in words else words
        rest = {
            key: value for key, value in one.items() if key not in ("propertyNames", "additionalProperties")
        }
        value = one["additionalProperties"]
        one = {**rest, "properties": dict.fromkeys(words["enum"], value), "required": list(words["enum"])}
    if one.get("type") == "object" and "properties" in one:
        one = {**one, "additionalProperties": False}
    if isinstance(one.get("description"), str):
        one = {**one, "description": " ".join(one["description"].split())}
    return {key: _strict(value, parts) for key, value in one.items()}
