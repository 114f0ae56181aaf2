"""Whose own part of the view an event touches: the people it names, and everybody whose place may have moved."""

from collections.abc import Iterable

from app.core import views
from app.core.events import Event
from app.core.messages.circle import Swapped
from app.core.messages.console import HelperCalled, SignalCleared, Undone
from app.core.messages.harvest import (
    Contributed,
    ContributionHidden,
    ContributionShown,
    Endorsed,
    Reacted,
    ReactionMarked,
    WordsKept,
    WordsWithdrawn,
)
from app.core.messages.people import Added, ConsentChanged, Joined, Named
from app.core.messages.session import Revised, Struck
from app.core.messages.statements import (
    BallotCast,
    CountsEntered,
    StatementAdded,
    StatementClosed,
    StatementOpened,
    StatementRevealed,
)
from app.core.room import Room

TOUCHES_ALL = (Undone, Struck, Revised)
MOVES_NOBODY = (
    Added, BallotCast, ConsentChanged, Contributed, ContributionHidden, ContributionShown, CountsEntered, Endorsed,
    HelperCalled, Joined, Named, Reacted, ReactionMarked, SignalCleared, StatementAdded, StatementClosed,
    StatementOpened, StatementRevealed, WordsKept, WordsWithdrawn,
)  # fmt: skip
"""After anything else somebody may sit, wait or speak elsewhere than before."""


LATER_ON_PHONES = (Endorsed,)
"""Small numbers that go up while a room agrees: many, and nothing that anybody acts on."""
UNSEEN_BY_PHONES = (BallotCast, Reacted, ReactionMarked, HelperCalled, SignalCleared)
"""What a phone's view shows nothing of: most of what happens in a busy room."""


class Touched:
    """Gathers over a batch: `before` ahead of each event's evolve, `named` and `moved` once all have evolved."""

    def __init__(self) -> None:
        self._named: set[str] = set()
        self._moved: set[str] | None = None
        self._all = False
        self.phones = self.phones_later = False
        """Whether a phone's view may look different, or only in what may be told later."""

    def before(self, room: Room, event: Event) -> None:
        if isinstance(event, LATER_ON_PHONES):
            self.phones_later = True
        elif not isinstance(event, UNSEEN_BY_PHONES):
            self.phones = True
        if isinstance(event, TOUCHES_ALL):
            self._all = True
        if self._moved is None and not isinstance(event, MOVES_NOBODY):
            self._moved = set(_placed(room))
        if isinstance(event, WordsWithdrawn):
            self._named.update(one.person for one in room.contributions.values() if one.words in event.words)
        elif isinstance(event, Swapped):
            self._named.update(event.seated.values(), event.second_row)
        else:
            person = getattr(event, "person", None)
            if isinstance(person, str):
                self._named.add(person)

    def named(self, room: Room) -> Iterable[str]:
        """Those it happened to; some may be nobody."""
        return list(room.people) if self._all else self._named

    def moved(self, room: Room) -> set[str]:
        """Others whose place it may have changed: as many as wait, however small the change."""
        if self._all or self._moved is None:
            return set()
        return (self._moved | set(_placed(room))) - self._named


def _placed(room: Room) -> Iterable[str]:
    yield from room.queue
    yield from room.seat_of
    yield from room.second_row
    word = views.speaking(room)
    if word:
        yield word.person
