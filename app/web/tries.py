"""How often somebody may be wrong about a name, a password or a key. In memory: what is forgotten at a restart is only
how often somebody was wrong.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from app.web.problems import Problem


@dataclass
class Tries:
    """How often somebody may be wrong: `most` times, one more every `every_s` seconds, per name and per address."""

    clock: Callable[[], float]
    most: int = 5
    most_of_address: int = 50
    every_s: float = 60.0
    remembered: int = 10_000
    wrong: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def check(self, name: str, address: str) -> None:
        """Raises `too_many_tries`."""
        for key, most in self._keys(name, address):
            if (over := self._level(key) - most + 1) > 0:
                raise Problem("too_many_tries", retry_after=round(over * self.every_s) or 1)

    def failed(self, name: str, address: str) -> None:
        for key, _ in self._keys(name, address):
            self.wrong[key] = (self._level(key) + 1, self.clock())
            self.wrong.move_to_end(key)
        while len(self.wrong) > self.remembered:
            self.wrong.popitem(last=False)

    def succeeded(self, name: str) -> None:
        self.wrong.pop(f"name:{name.lower()}", None)

    def _keys(self, name: str, address: str) -> tuple[tuple[str, int], tuple[str, int]]:
        return (f"name:{name.lower()}", self.most), (f"address:{address}", self.most_of_address)

    def _level(self, key: str) -> float:
        level, at = self.wrong.get(key, (0.0, 0.0))
        return max(0.0, level - (self.clock() - at) / self.every_s)
