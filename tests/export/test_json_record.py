"""The record as JSON, and its schema."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from app.export import FORMATS
from app.export.schema import SCHEMA
from tests.core.evening import VALIDATOR, evening, recorded


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for one in schema.values():
            yield from objects(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from objects(one)


def test_the_schema_lets_no_key_in_that_it_does_not_name() -> None:
    for one in objects(SCHEMA):
        if "properties" in one:
            assert one["additionalProperties"] is False
            assert set(one["properties"]) - set(one["required"]) <= {"person"}


@pytest.mark.parametrize(
    "path",
    [("session", "name"), ("seatings", 0, "name"), ("statements", 0, "votes", 0, "ballots"), ("people",)],
)
def test_a_record_with_more_than_it_should_have_is_not_valid(path: tuple[Any, ...]) -> None:
    made = copy.deepcopy(recorded(evening()))
    place: Any = made
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = "Noor"
    assert not VALIDATOR.is_valid(made)


def test_E2_it_is_the_record_and_the_same_bytes_each_time() -> None:
    made = recorded(evening())
    format = FORMATS["json"]
    assert json.loads(format.make(made, "nl")) == made
    assert format.make(made, "nl") == format.make(recorded(evening()), "en")
    assert (format.media_type, format.filename) == ("application/json", "record.json")
