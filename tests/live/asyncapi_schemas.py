"""What docs/asyncapi.yaml has to say of a command, from the command itself."""

from dataclasses import MISSING, fields
from typing import Any

from pydantic import TypeAdapter

from app.core.commands import Consent

CONSENT = {"$ref": "#/components/schemas/consent"}


def command_schema(command: type) -> dict[str, Any]:
    """JSON Schema of a command's message: `id`, `do`, and its own fields."""
    made = TypeAdapter(command).json_schema()
    own = [field for field in fields(command) if field.name != "do"]
    do = next(field.default for field in fields(command) if field.name == "do")
    properties = {field.name: _plain(made["properties"][field.name]) for field in own}
    required = [field.name for field in own if field.default is MISSING and field.default_factory is MISSING]
    return {
        "type": "object",
        "required": ["id", "do", *required],
        "properties": {"id": {"$ref": "#/components/schemas/id"}, "do": {"const": do}, **properties},
    }


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """Without what says nothing to a reader."""
    if schema.get("$ref", "").endswith(Consent.__name__):
        return CONSENT
    if "anyOf" in schema:
        # Absent and null are the same.
        return {"type": [one["type"] for one in schema["anyOf"]]}
    kept = {key: value for key, value in schema.items() if key not in ("title", "default", "propertyNames")}
    if "propertyNames" in schema:
        kept["propertyNames"] = {"enum": schema["propertyNames"]["enum"]}
    return kept
