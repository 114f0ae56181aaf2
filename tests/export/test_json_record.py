"""The record as JSON, and its schema."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from app.core.vocabulary import ANSWERS, CHOICES, HARVEST_KINDS, PRIVATE_REACTIONS, SHARED_REACTIONS
from app.export import FORMATS
from app.export.schema import SCHEMA
from tests.core.evening import VALIDATOR, evening, recorded
from tools.protocol import record as maker

TOLD: dict[str, Any] = {
    "counts": {"agree": 4, "disagree": 1, "dont_know": 1},
    "almost": "agree",
    "mixed": True,
}
"""The ways in which a group of a vote is told."""


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_that_stands_is_the_one_made_of_the_types() -> None:
    for path, text in maker.made().items():
        assert path.read_text("utf-8") == text, f"{path.name}: make protocol"


def test_each_word_of_a_vocabulary_is_in_the_schema_and_no_private_reaction() -> None:
    parts = SCHEMA["$defs"]
    assert parts["HarvestKind"]["enum"] == list(HARVEST_KINDS)
    assert parts["ReactionRow"]["properties"]["kind"] == {"$ref": "#/$defs/SharedReaction"}
    assert parts["SharedReaction"]["enum"] == list(SHARED_REACTIONS)
    assert not any(f'"{kind}"' in json.dumps(SCHEMA) for kind in PRIVATE_REACTIONS)
    assert parts["VoteRow"]["properties"]["totals"]["required"] == list(CHOICES)
    assert parts["ShownGroup"]["properties"]["counts"]["required"] == list(ANSWERS)


def test_what_is_said_beside_a_type_is_in_the_schema() -> None:
    rows = SCHEMA["$defs"]
    assert rows["SessionHead"]["properties"]["smallest_group"] == {
        "type": "integer",
        "minimum": 2,
        "description": "No group smaller than this is shown by itself.",
    }
    assert rows["ShownGroup"]["properties"]["roles"]["minItems"] == 1


@pytest.mark.parametrize(
    "told",
    [[], ["counts"], ["almost"], ["mixed"], ["counts", "almost"], ["almost", "mixed"], ["counts", "mixed"]],
)
def test_V7_a_group_is_told_in_one_way(told: list[str]) -> None:
    made: Any = copy.deepcopy(recorded(evening()))
    vote = next(vote for one in made["statements"] for vote in one["votes"] if vote["by_role"])
    vote["by_role"] = [{"roles": ["civil"], "n": 6, **{way: TOLD[way] for way in told}}]
    assert VALIDATOR.is_valid(made) == (len(told) == 1)


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
            assert set(one["properties"]) - set(one["required"]) <= {"person", *TOLD}


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
