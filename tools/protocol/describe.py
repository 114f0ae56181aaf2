"""The types in app/ as JSON Schema: pydantic describes them, after they have been made such that it can.

Two things get lost between a type and its schema, and are put back here: the name of a vocabulary, which a `Literal`
does not know, and what stands below a field as its docstring. The core has TypedDicts of the standard library, which
pydantic reads from Python 3.12 on; so each gets a twin of typing_extensions.
"""

import ast
import dataclasses
import inspect
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import typing_extensions
from pydantic import Field, TypeAdapter

from app import wire
from app.core import refusal, vocabulary
from app.core.limits import Like, OneOf, Within

Schema = dict[str, Any]
VOCABULARIES: tuple[ModuleType, ...] = (vocabulary, refusal)
DEFS = "#/$defs/"


@cache
def literals() -> dict[str, Any]:
    """The vocabularies by name, in the order they stand in. They are known by their words, so no two have the same."""
    found = {
        name: one
        for module in VOCABULARIES
        for name, one in vars(module).items()
        if get_origin(one) is Literal
    }
    assert len({*found.values()}) == len(found), "two vocabularies of the same words"
    return found


def schemas(wanted: Mapping[str, Any]) -> dict[str, Schema]:
    """Of each of `wanted`, by name, and of all they are made of; references begin with DEFS."""
    named = {name: typing_extensions.TypeAliasType(name, readable(one)) for name, one in wanted.items()}
    adapter: Any = TypeAdapter
    made, rest = adapter.json_schemas([(name, "validation", adapter(one)) for name, one in named.items()])
    found: dict[str, Schema] = {**rest.get("$defs", {})}
    for (name, _), one in made.items():
        if one != {"$ref": f"{DEFS}{name}"}:
            found[str(name)] = dict(one)
    return {name: plain(one) for name, one in found.items()}


def message(command: Any) -> Any:
    """What a client sends for a command: its fields and `id`; what has a default may be left out."""
    hints = typing.get_type_hints(command)
    given: dict[str, Any] = {"id": Annotated[str, Field(min_length=1, max_length=wire.MOST_ID)]}
    for one in sorted(dataclasses.fields(command), key=lambda field: field.name != "do"):
        needed = one.name == "do" or (
            one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
        )
        given[one.name] = _field(command, one.name, hints[one.name], needed)
    return _typed_dict(do(command), given, _docs(command.__module__)[command.__name__][0])


def do(command: Any) -> str:
    return str(command.__dataclass_fields__["do"].default)


def readable(one: Any) -> Any:
    """The same type, of parts that pydantic can describe."""
    if typing.is_typeddict(one):
        return _twin(one)
    origin, parts = get_origin(one), get_args(one)
    if origin is Literal:
        name = next((name for name, known in literals().items() if known == one), None)
        return one if name is None else typing_extensions.TypeAliasType(name, one)
    if origin in (Union, types.UnionType):
        return Union[tuple(readable(part) for part in parts)]  # noqa: UP007  # made of what is only known here
    if origin is Annotated:
        return _noted(parts[0], parts[1:])
    if origin is not None:
        return origin[tuple(readable(part) if part is not ... else part for part in parts)]
    if isinstance(one, type) and dataclasses.is_dataclass(one):
        hints = typing.get_type_hints(one)
        given = {
            field.name: _field(one, field.name, hints[field.name], True) for field in dataclasses.fields(one)
        }
        return _typed_dict(one.__name__, given, _docs(one.__module__)[one.__name__][0])
    return one


def _noted(one: Any, notes: tuple[Any, ...]) -> Any:
    """What core/limits.py says beside a type, as pydantic says it. A text there is what the value means."""
    same = readable(one)
    for note in notes:
        match note:
            case str():
                same = Annotated[same, Field(description=note)]
            case Within(least, most, above, fewest, pattern):
                same = Annotated[same, Field(ge=least, le=most, gt=above, min_length=fewest, pattern=pattern)]
            case OneOf(keys):
                ways: Any = [{"required": [key]} for key in keys]
                same = Annotated[same, Field(json_schema_extra={"oneOf": ways})]
            case Like(kind):
                same = readable(kind)
            case _:
                same = Annotated[same, note]
    return same


@cache
def _twin(one: Any) -> Any:
    hints = typing.get_type_hints(one, include_extras=True)
    fields = {name: _field(one, name, hint, name in one.__required_keys__) for name, hint in hints.items()}
    return _typed_dict(one.__name__, fields, _docs(one.__module__).get(one.__name__, ("",))[0])


def _field(of: Any, name: str, hint: Any, needed: bool) -> Any:
    described: Any = readable(get_args(hint)[0] if get_origin(hint) is typing.NotRequired else hint)
    if said := dict(_fields(of.__module__, of.__name__)).get(name):
        described = Annotated[described, Field(description=said)]
    return described if needed else typing_extensions.NotRequired[described]


def _typed_dict(name: str, fields: dict[str, Any], said: str) -> Any:
    made: Any = typing_extensions.TypedDict(name, fields)  # type: ignore[misc]  # known only here
    made.__doc__ = said or None
    return made


@cache
def said_of_names(name: str) -> str:
    """What stands as a docstring below a name of the vocabularies."""
    for module in VOCABULARIES:
        body = ast.parse(inspect.getsource(module)).body
        for one, said in pairwise(body):
            target = one.targets[0] if isinstance(one, ast.Assign) else getattr(one, "target", None)
            if isinstance(target, ast.Name) and target.id == name and isinstance(said, ast.Expr):
                return inspect.cleandoc(ast.literal_eval(said.value))
    return ""


@cache
def _docs(module: str) -> dict[str, tuple[str, dict[str, str], list[str]]]:
    """Of each class in a module: its docstring, those of its fields, and its bases."""
    found = {}
    for one in ast.parse(inspect.getsource(sys.modules[module])).body:
        if isinstance(one, ast.ClassDef):
            fields = {
                field.target.id: inspect.cleandoc(said.value.value)
                for field, said in pairwise(one.body)
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
                if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
                if isinstance(said.value.value, str)
            }
            bases = [base.id for base in one.bases if isinstance(base, ast.Name)]
            found[one.name] = (ast.get_docstring(one) or "", fields, bases)
    return found


def _fields(module: str, name: str) -> Iterator[tuple[str, str]]:
    _, fields, bases = _docs(module).get(name, ("", {}, []))
    for base in bases:
        yield from _fields(module, base)
    yield from fields.items()


def plain(schema: Any) -> Any:
    """Without what pydantic says that says nothing to a reader."""
    if isinstance(schema, list):
        return [plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: {name: plain(one) for name, one in value.items()} if key == "properties" else plain(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
        and not (key == "additionalProperties" and value is True)
    }
    if "const" in kept or "enum" in kept:
        kept.pop("type", None)
    simple = kept.get("anyOf", [])
    if simple and all(one.keys() == {"type"} for one in simple):
        del kept["anyOf"]
        kept["type"] = [one["type"] for one in simple]
    return kept
