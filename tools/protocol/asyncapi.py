"""docs/asyncapi.yaml: its head, which says what is said where, is written by hand; messages and schemas are made."""

from pathlib import Path
from typing import Any

import yaml

from tools.protocol.describe import DEFS, Schema, do, schemas
from tools.protocol.messages import BY_NAME, COMMANDS, SAID, VIEWS

FILE = Path(__file__).parents[2] / "docs/asyncapi.yaml"
MADE = "# From here on made of the types in app/ by `make protocol`; what stands above is written by hand.\n"
TITLES = {"lang": "Language", "PhoneCommand": "Command of a phone", "ConsoleCommand": "Command of a console"}


def made() -> dict[Path, str]:
    head = FILE.read_text(encoding="utf-8").partition(MADE)[0]
    body = {"components": {"messages": _messages(), "schemas": _schemas()}}
    return {
        FILE: head + MADE + yaml.dump(body, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
    }


def _messages() -> dict[str, Any]:
    said = {
        name: {
            "title": TITLES.get(name, name.capitalize()),
            "summary": one.__doc__,
            "payload": _ref(_class(one)),
        }
        for name, one in SAID.items()
    }
    commands = {
        name[0].lower() + name[1:]: {
            "title": TITLES[name],
            "payload": {"oneOf": [_ref(do(one)) for one in union]},
        }
        for name, union in COMMANDS.items()
    }
    return {**said, **commands}


def _schemas() -> dict[str, Schema]:
    """The messages first, then the views, the commands, and what they are made of."""
    messages = {_class(one): one for one in SAID.values()}
    found = schemas({**messages, **VIEWS, **BY_NAME})
    first = [*messages, *VIEWS, *BY_NAME]
    rest = sorted(name for name in found if name not in first)
    return {name: _pointed(found[name]) for name in (*first, *rest)}


def _class(one: Any) -> str:
    return str(one.__name__)


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _pointed(schema: Any) -> Any:
    """With its references to where the schemas are in this file."""
    if isinstance(schema, list):
        return [_pointed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: value.replace(DEFS, "#/components/schemas/") if key == "$ref" else _pointed(value)
        for key, value in schema.items()
    }


class _Dumper(yaml.SafeDumper):
    """Lists stand in from what they are of, and nothing refers to what stood before."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True
