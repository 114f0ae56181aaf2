"""How much somebody may send: plenty for a person or a script that waits its turn, and an end to a flood (4008).

Messages are counted by connection, never by address: three hundred people come from behind one. Who may come in at
which address is web.door's to say.
"""

BURST = 200
PER_S = 20.0
MOST = 5000


class Bucket:
    """`most` at once, and `per_s` a second after that. `now` is in seconds, of a clock that should go forward."""

    __slots__ = ("_at", "_left", "most", "per_s")

    def __init__(self, now: float, most: float | None = None, per_s: float | None = None) -> None:
        self.most = float(BURST) if most is None else most
        self.per_s = PER_S if per_s is None else per_s
        self._left = self.most
        self._at = now

    def take(self, now: float, count: float = 1.0) -> bool:
        """Whether `count` more are all right; when they are not, nothing is taken."""
        self._fill(now)
        if self._left < count:
            return False
        self._left -= count
        return True

    def pour_out(self, now: float, count: float) -> None:
        """Take `count`, or all there is."""
        self._fill(now)
        self._left = max(0.0, self._left - count)

    def full(self, now: float) -> bool:
        """Whether it is as good as new."""
        self._fill(now)
        return self._left >= self.most

    def wait_s(self, now: float, count: float = 1.0) -> float:
        """Seconds until `count` are all right."""
        self._fill(now)
        return max(0.0, (count - self._left) / self.per_s)

    def _fill(self, now: float) -> None:
        self._left = min(self.most, self._left + max(0.0, now - self._at) * self.per_s)
        self._at = now


class Buckets:
    """One for everybody who sends without a connection of their own."""

    def __init__(self) -> None:
        self._of: dict[str, Bucket] = {}

    def take(self, who: str, now: float) -> bool:
        if len(self._of) >= MOST:
            self._of = {one: bucket for one, bucket in self._of.items() if not bucket.full(now)}
        return self._of.setdefault(who, Bucket(now)).take(now)
