"""The one way a command is turned down: a code that a person can act on (J4)."""

from typing import Any


class Refusal(Exception):
    """`code` is stable and named in docs/protocol.md; `values` fill its sentence in the person's language."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
