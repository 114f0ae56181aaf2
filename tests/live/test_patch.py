"""JSON Merge Patch: the examples of RFC 7396, and that a diff always leads to what it was made from."""

from random import Random
from typing import Any

import pytest

from app.live.patch import Json, diff, merge

# RFC 7396, appendix A, those whose target and patch are objects.
EXAMPLES: list[tuple[Json, Json, Json]] = [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]


@pytest.mark.parametrize(("target", "patch", "result"), EXAMPLES)
def test_merge_does_as_the_rfc_shows(target: Json, patch: Json, result: Json) -> None:
    before = repr(target)
    assert merge(target, patch) == result
    assert repr(target) == before, "the target is left alone"


def some(random: Random, depth: int = 3) -> Any:
    """A view, or what may stand in one: no null."""
    if depth < 3 and random.random() < 0.5:
        return random.choice([True, "x", "y", 2, 2.5, [], ["x"], ["x", "y"]])
    return {key: some(random, depth - 1) for key in "abcd" if depth and random.random() < 0.6}


def test_a_diff_leads_from_one_view_to_the_other() -> None:
    random = Random(8)
    for _ in range(3000):
        before, after = some(random), some(random)
        patch = diff(before, after)
        assert merge(before, patch) == after, (before, after)
        assert (patch == {}) == (before == after)


def test_a_diff_says_no_more_than_what_changed() -> None:
    before = {
        "chairs": {"1": {"kind": "open"}, "2": {"kind": "regular", "role": "civil"}},
        "title": "Een avond",
    }
    after = {"chairs": {"1": {"kind": "open"}, "2": {"kind": "regular"}}, "title": "Een avond"}
    assert diff(before, after) == {"chairs": {"2": {"role": None}}}
