"""JSON Merge Patch (RFC 7396): what changed between two views, and a view with a change applied.

Views hold no null, so every change can be said: null in a patch means that a key is gone.
"""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


def diff(before: Mapping[str, Any], after: Mapping[str, Any]) -> Json:
    """The smallest patch for which `merge(before, patch) == after`; {} when nothing changed."""
    patch: Json = {key: None for key in before if key not in after}
    for key, value in after.items():
        was = before.get(key)
        if was == value:
            continue
        # An object that was not there before is said whole: nothing in it is null.
        patch[key] = diff(was, value) if isinstance(was, dict) and isinstance(value, dict) else value
    return patch


def merge(target: Json, patch: Json) -> Json:
    """`target` with `patch` applied, as a new object."""
    merged = dict(target)
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict):
            was = merged.get(key)
            merged[key] = merge(was if isinstance(was, dict) else {}, value)
        else:
            merged[key] = value
    return merged
