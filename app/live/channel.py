"""What one audience is told in one language: the whole view, then what changes in it.

A view is made, compared and encoded once, however many look on. Changes that come close together are told
together; when a round of sending takes longer than its share of the period, the period stretches by itself.
"""

from collections.abc import Callable, Mapping
from typing import Any

from app import meters, wire
from app.core import views
from app.core.room import Room
from app.core.rules import clock
from app.live.connection import Audience, Connection
from app.live.messages import Patch
from app.live.patch import Json, diff

PERIOD_S: dict[Audience, float] = {"phone": 0.25, "stage": 0.1, "console": 0.1}
"""At most 4 patches a second to phones, 10 to stage and console."""
VIEWS: dict[Audience, Callable[[Room, str], Mapping[str, Any]]] = {
    "phone": views.phone,
    "stage": views.stage,
    "console": views.console,
}
LATER_S = 5.0
"""Between two times that phones are told how many endorsed what: a number that many change, and nobody acts on."""
SHARE = 2.0
"""A round that takes t seconds is followed by at least as much time for everything else."""


class Channel:
    def __init__(self, audience: Audience, language: str) -> None:
        self.audience = audience
        self.language = language
        self.connections: set[Connection] = set()
        self.dirty = True
        self.not_before = 0.0
        self._later = False
        self._later_at = 0.0
        self._seq = 0
        self._view: Json = {}
        self._encoded = ""

    def open_for(self, room: Room, now: float, at: float) -> None:
        """Before somebody comes to an empty channel: nobody was told, so what it last said is old."""
        if not self.connections:
            self._later_at = at
            self._take(room, now, at)

    def whole(self) -> str:
        """The members `seq` and `view` of a message, encoded: what everybody here has been told."""
        if not self._encoded:
            self._encoded = wire.encode(self._view).decode()
        return f'"seq":{self._seq},"view":{self._encoded}'

    def mark(self, later: bool = False) -> None:
        """Something may look different now. `later`: nothing that anybody acts on."""
        if later:
            self._later = True
        else:
            self.dirty = True

    @property
    def due(self) -> float | None:
        """When to tell, in the loop's time."""
        if self.connections and self.dirty:
            return self.not_before
        return max(self.not_before, self._later_at) if self.connections and self._later else None

    def tell(self, room: Room, now: float, at: float) -> None:
        """Send what changed. `now` in epoch seconds, `at` in the loop's time."""
        before = self._view
        self._take(room, now, at)
        patch = diff(before, self._view)
        if not patch:
            return
        said: Patch = {"seq": self._seq, "patch": patch}
        message = wire.encode(said).decode()
        for connection in self.connections:
            connection.outbox.tell(message)

    def rest(self, started: float, ended: float) -> None:
        """After a round of telling; both in the loop's time."""
        period = max(PERIOD_S[self.audience], SHARE * (ended - started))
        self.not_before = started + period
        meters.told(self.audience, period)

    def _take(self, room: Room, now: float, at: float) -> None:
        self.dirty = False
        view = dict(VIEWS[self.audience](room, self.language))
        if self.audience != "phone" or at >= self._later_at:
            self._later = False
            self._later_at = at + LATER_S
        elif "endorsed" in view and "endorsed" in self._view:
            # What is kept back now is told then, whatever brought it about.
            self._later |= view["endorsed"] != self._view["endorsed"]
            view["endorsed"] = self._view["endorsed"]
        if now >= clock.reactions_until(room):
            # A half minute's reactions are shown for a while, and then they are over.
            view.pop("tide", None)
            if view.get("reactions"):
                view["reactions"] = {}
        self._seq = room.seq
        self._view = view
        self._encoded = ""
