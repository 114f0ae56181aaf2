"""What a value keeps to beyond its type, told where the type is told.

Nothing in the core checks it: it stands in `Annotated`, and whoever describes the types to others (tools/protocol)
makes bounds and patterns of it. A plain string in `Annotated` is what the value means.
"""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Within:
    """`least` and `most` are allowed still, `above` is not. `fewest`: of things in a list. `pattern`: of a text."""

    least: float | None = None
    most: float | None = None
    above: float | None = None
    fewest: int | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Like:
    """A dictionary with just the fields of this dataclass, as `asdict` gives them."""

    kind: type


@dataclass(frozen=True, slots=True)
class OneOf:
    """Of these keys, which may all be left out, one is there and the others aren't."""

    keys: tuple[str, ...]


Count = Annotated[int, Within(least=0)]
