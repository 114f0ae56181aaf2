"""How much somebody may send: plenty for a person or a script that waits its turn, and an end to a flood (4008).

By connection, never by address: three hundred people come from behind one.
"""

BURST = 200
PER_S = 20.0
MOST = 5000


class Bucket:
    """`now` is any clock that only goes forward, in seconds."""

    def __init__(self, now: float) -> None:
        self._left = float(BURST)
        self._at = now

    def take(self, now: float) -> bool:
        """Whether one more message is all right."""
        self._left = min(float(BURST), self._left + (now - self._at) * PER_S)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def full(self, now: float) -> bool:
        """Whether it is as good as new."""
        return self._left + (now - self._at) * PER_S >= BURST


class Buckets:
    """One for everybody who sends without a connection of their own."""

    def __init__(self) -> None:
        self._of: dict[str, Bucket] = {}

    def take(self, who: str, now: float) -> bool:
        if len(self._of) >= MOST:
            self._of = {one: bucket for one, bucket in self._of.items() if not bucket.full(now)}
        return self._of.setdefault(who, Bucket(now)).take(now)
