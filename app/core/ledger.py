"""What a room writes, written down before it happens: so that it can be taken back (J1) and undone (F2).

Nothing here knows what a room is about.
"""

from collections.abc import Hashable
from typing import Any, Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Change(NamedTuple):
    """One write: where (a table's or attribute's name, and the key in the table), what was there, what came."""

    target: str
    key: Any
    before: Any
    after: Any


class Log(list[Change]):
    """Of every write, while it is `on`."""

    __slots__ = ("on",)

    def __init__(self) -> None:
        super().__init__()
        self.on = True


class Table(dict[K, V], Generic[K, V]):
    """A dictionary of immutable values whose writes go through its room's log. `None` is never a value."""

    __slots__ = ("log", "name")

    def bind(self, name: str, log: Log) -> None:
        self.name, self.log = name, log

    def __setitem__(self, key: K, value: V) -> None:
        if self.log.on:
            self.log.append(Change(self.name, key, self.get(key), value))
        super().__setitem__(key, value)

    def __delitem__(self, key: K) -> None:
        if self.log.on:
            self.log.append(Change(self.name, key, self[key], None))
        super().__delitem__(key)

    def drop(self, key: K) -> None:
        if key in self:
            del self[key]

    def empty(self) -> None:
        for key in list(self):
            del self[key]
