"""Which turns of its session a room has in it, and what other nodes' turns still wait for an earlier one.

Positions in the journal have no gaps, so whoever appends has all that came before. Ballots take no position: two nodes
store some at the same time, and each hears of the other's a moment later. So a room may have a turn of its own in it
while one before that is still on its way; a ballot that comes so late counts only where no later one was cast (V2).
"""

from collections.abc import Iterable
from dataclasses import replace

from app.core.events import Recorded
from app.core.messages.statements import BallotCast
from app.live.news import News


class Following:
    """`turn`: the room has every turn up to this one in it."""

    def __init__(self, turn: int) -> None:
        self.turn = turn
        self._reached = turn
        self._own: set[int] = set()
        self._cast: dict[tuple[str, str], int] = {}
        self._waiting: dict[int, News] = {}

    @property
    def behind(self) -> bool:
        """Whether a later turn is here, or known of, than one that is missing."""
        return bool(self._own or self._waiting or self._reached > self.turn)

    @property
    def newest(self) -> int:
        """The last turn that is known of."""
        return max((self.turn, self._reached, *self._own, *self._waiting))

    def own(self, turn: int, recorded: Iterable[Recorded]) -> None:
        """The room itself stored a batch, and it took `turn`."""
        if turn == self.turn + 1 and not self._own:
            self.turn = turn
            return
        self._own.add(turn)
        for one in recorded:
            if isinstance(one.event, BallotCast):
                self._cast[one.event.statement, one.event.person] = turn

    def hear(self, news: News) -> None:
        if news.turn is not None and news.turn > self.turn and news.turn not in self._own:
            self._waiting[news.turn] = news

    def reach(self, turn: int) -> None:
        """Another node knows this turn to be stored."""
        self._reached = max(self._reached, turn)

    def next(self) -> News | None:
        """What the room is to be told next, if it is there; without the ballots that were overtaken."""
        while self.turn + 1 in self._own:
            self.turn += 1
            self._own.discard(self.turn)
        if not self._own:
            self._cast.clear()
        news = self._waiting.pop(self.turn + 1, None)
        if news is None:
            return None
        self.turn += 1
        if not self._cast:
            return news
        turn = self.turn
        return replace(news, events=tuple(one for one in news.events if not self._overtaken(one, turn)))

    def read(self, turn: int) -> None:
        """The room was brought up to `turn` from the journal."""
        self.turn = turn
        self._own = {one for one in self._own if one > turn}
        self._waiting = {one: news for one, news in self._waiting.items() if one > turn}

    def _overtaken(self, one: Recorded, turn: int) -> bool:
        return (
            isinstance(one.event, BallotCast)
            and self._cast.get((one.event.statement, one.event.person), 0) > turn
        )
