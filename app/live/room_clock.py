"""What time it is in one room: the machine's time when the room was opened, and from there on what has really passed.

A machine's clock is put right while it runs, by seconds or by hours, also backwards. In the room time only goes on, at
its own pace: nothing lasts less than nothing (T3), no deadline comes early, and none stays away because the clock went
back. Nothing happens before what came ahead of it, whatever the clock of the node where that was, or of yesterday.
"""

import time
from collections.abc import Callable

SINCE_BOOT = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""A clock that nobody sets; where there is one, it also counts while a laptop sleeps."""


def passed_s() -> float:
    """Seconds since some moment in the past."""
    return time.monotonic() if SINCE_BOOT is None else time.clock_gettime(SINCE_BOOT)


class RoomClock:
    """`wall` gives epoch seconds; one of a test's own is taken as it goes, but not backwards."""

    def __init__(self, wall: Callable[[], float], passed: Callable[[], float] | None = None) -> None:
        self._passed = passed or (passed_s if wall is time.time else wall)
        self._ahead = wall() - self._passed()
        self._latest = wall()

    def __call__(self) -> float:
        self.not_before(self._latest)
        return self._latest

    def not_before(self, at: float) -> None:
        """Something happened at `at`, epoch seconds; what is asked from now on happens later."""
        now = self._passed() + self._ahead
        if now < at:
            self._ahead += at - now
            now = at
        self._latest = max(now, self._latest)
