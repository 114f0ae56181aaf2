"""JSON on the outside, frozen dataclasses on the inside: commands, events, plans.

One pydantic adapter over each tagged union validates and writes; the core stays free of both JSON and pydantic.
Rows in the journal carry a version, and `read_event` brings older ones up to date, so an old session opens in a
newer program. Nothing here knows what a command does.
"""

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, get_args

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import from_json, to_json

from app.core.commands import ConsoleCommand, PhoneCommand
from app.core.events import Event
from app.core.plan import Plan
from app.core.refusal import RefusalCode

VERSION: Final = 1
"""Of the messages, and of the events as they are stored."""
MOST_BYTES = 16 * 1024
"""The largest message taken from a client."""
MOST_ID = 64
PURPOSES = {"votes": "votes", "choices": "votes", "words": "words", "story": "story"}
"""What consent is asked for, by the names a client may use."""

ClientCommand = PhoneCommand | ConsoleCommand

_command: TypeAdapter[ClientCommand] = TypeAdapter(Annotated[ClientCommand, Field(discriminator="do")])
_event: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="type")])
_events: dict[str, Callable[[str], Event]] = {
    str(one.__dataclass_fields__["type"].default): TypeAdapter(one).validate_json for one in get_args(Event)
}
"""By the name of an event, what reads it from JSON: quicker than choosing among sixty each time."""
_plan: TypeAdapter[Plan] = TypeAdapter(Plan)


COMMANDS: dict[str, type[ClientCommand]] = {
    str(one.__dataclass_fields__["do"].default): one for one in get_args(ClientCommand)
}
"""By their `do`."""

UPCASTS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""(event type, version it was written with) -> what turns its data into the next version's."""


class Malformed(Exception):
    """What came in can't be read. `code` is stable; `id` is the command's own, where it could be read."""

    def __init__(self, code: RefusalCode, detail: str = "", id: str | None = None) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.id = id


def encode(message: Any) -> bytes:
    return to_json(message)


def decode(message: str | bytes) -> dict[str, Any]:
    """One message from a client. Errors: `too_large`, `malformed` (not a JSON object)."""
    if len(message) > MOST_BYTES or (isinstance(message, str) and len(message.encode()) > MOST_BYTES):
        raise Malformed("too_large", f"more than {MOST_BYTES} bytes")
    if "\\u0000" in message if isinstance(message, str) else b"\\u0000" in message:
        raise Malformed("malformed", "a text with NUL, which not every database takes")
    try:
        data = from_json(message)
    except ValueError as error:
        raise Malformed("malformed", str(error)) from error
    if not isinstance(data, dict):
        raise Malformed("malformed", "not an object")
    return data


def kind_of(data: Mapping[str, Any]) -> tuple[str, type[ClientCommand]]:
    """A command's id, and what kind of command it is. Errors: `malformed`, `unknown_command`."""
    id = data.get("id")
    if not isinstance(id, str) or not 0 < len(id) <= MOST_ID:
        raise Malformed("malformed", f"id: text of 1 to {MOST_ID} characters")
    do = data.get("do")
    kind = COMMANDS.get(do) if isinstance(do, str) else None
    if kind is None:
        raise Malformed("unknown_command", f"do: {do!r:.60}", id)
    return id, kind


def read_command(data: Mapping[str, Any], id: str, language: str | None = None) -> ClientCommand:
    """The command itself, of a kind that `kind_of` knows; a field that is null is one left out. `id`: its own.
    `language`: of a statement given as one text. Errors: `malformed`."""
    given = {name: value for name, value in data.items() if value is not None}
    if "consent" in given:
        given["consent"] = _consent(given["consent"], id)
    if given["do"] == "add_statement" and language and isinstance(given.get("text"), str):
        given["text"] = {language: given["text"]}
    try:
        return _command.validate_python(given)
    except ValidationError as error:
        raise Malformed("malformed", _first(error), id) from error


def _consent(said: object, id: str) -> object:
    """One answer for all purposes, or one for each; a purpose that was not answered is a no (X1)."""
    if isinstance(said, bool):
        return dict.fromkeys(PURPOSES.values(), said)
    if not isinstance(said, dict):
        return said
    unknown = next((one for one in said if one not in PURPOSES), None)
    if unknown is not None:
        # Somebody answered something else than what is asked here, and may not be taken to have said no.
        raise Malformed("malformed", f"consent: {unknown!r:.60}", id)
    return dict.fromkeys(PURPOSES.values(), False) | {PURPOSES[name]: answer for name, answer in said.items()}


def write_command(command: ClientCommand) -> dict[str, Any]:
    adapter: TypeAdapter[Any] = TypeAdapter(type(command))
    written: dict[str, Any] = adapter.dump_python(command, mode="json")
    return written


def write_event(event: Event) -> dict[str, Any]:
    """JSON-ready data with the event's "type"."""
    written: dict[str, Any] = _event.dump_python(event, mode="json")
    return written


def read_event(type: str, data: Mapping[str, Any], version: int = VERSION) -> Event:
    """Errors: `malformed`, which here means a damaged or newer journal."""
    fields = dict(data)
    for written in range(version, VERSION):
        upcast = UPCASTS.get((type, written))
        fields = upcast(fields) if upcast else fields
    try:
        return _event.validate_python({**fields, "type": type})
    except ValidationError as error:
        raise Malformed("malformed", _first(error)) from error


def read_event_json(type: str, data: str, version: int = VERSION) -> Event:
    """`read_event` from the text as it is stored; in one step where nothing has to be brought up to date."""
    reader = _events.get(type)
    if reader is None or version != VERSION:
        return read_event(type, json.loads(data), version)
    try:
        return reader(data)
    except ValidationError as error:
        raise Malformed("malformed", _first(error)) from error


def write_plan(plan: Plan) -> dict[str, Any]:
    written: dict[str, Any] = _plan.dump_python(plan, mode="json")
    return written


def read_plan(data: object) -> Plan:
    """Errors: `malformed` with the path of the first wrong field."""
    try:
        return _plan.validate_python(data)
    except ValidationError as error:
        raise Malformed("malformed", _first(error)) from error


def _first(error: ValidationError) -> str:
    one = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}"


def canonical(data: Any) -> str:
    """JSON with sorted keys and no spaces: the same text for the same data, for hashing."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
