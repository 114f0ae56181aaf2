"""Who asks: a phone, a console, or the server itself."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Actor:
    """`id`: "p7" for a person's phone ("" before joining), "c1" for a console, "" for the server."""

    kind: Literal["phone", "console", "server"]
    id: str = ""


SERVER = Actor("server")


def is_console(by: str) -> bool:
    """Whether a journal's `by` names a console."""
    return by[:1] == "c"
