"""What commands were answered, so that one sent twice happens once and is answered twice (J3).

Remembered by sender and the id the sender gave; made again from the journal when a room is opened. A command that
could not be saved is not remembered, since trying again is right.

What is remembered costs memory for as long as the room is open (measured: 170 bytes a command, 13 MB in half an hour
of 500 busy phones), and only what was under way at a cut comes again. So of each sender the last commands are kept,
however old, and more only of the last minute.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from app import texts
from app.core.events import Recorded
from app.core.messages.people import Joined
from app.core.refusal import Refusal, RefusalCode
from app.live import messages
from app.wire import encode

MOST_EACH = 512
"""How many are remembered of each sender at least, of those of the last minute; as many as an outbox lets wait."""
LAST_EACH = 16
"""How many at least, however long ago: who lost the network keeps what it was doing for as long as that takes."""
MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class Done:
    """`seq`: the journal's position by then."""

    seq: int


@dataclass(frozen=True, slots=True)
class Refused:
    """`values` fill the sentence."""

    code: RefusalCode
    values: dict[str, Any] = field(default_factory=dict)


Answer = Done | Refused
NOT_SAVED = Refused("not_saved")
INTERNAL = Refused("internal")
UNKNOWN_SESSION = Refused("unknown_session")


def of(refusal: Refusal) -> Refused:
    # No room says what only organisers are told.
    code = cast(RefusalCode, refusal.code)
    return Refused(code, refusal.values) if refusal.values else _plain(code)


@cache
def _plain(code: RefusalCode) -> Refused:
    """One for all: it is kept for everybody who got it."""
    return Refused(code)


def message(answer: Answer, id: str | None, language: str, address: str) -> str:
    """The answer as it is sent; `id` None when the command's own could not be read."""
    match answer:
        case Done(seq):
            said: messages.Done | messages.Refused = {"done": id or "", "seq": seq}
        case Refused(code, values):
            said = {"refused": id, "code": code, "message": sentence(code, language, address, values)}
    return encode(said).decode()


def sentence(code: str, language: str, address: str = "u", values: dict[str, Any] | None = None) -> str:
    """What a person reads about a refusal. `address`: how the session speaks to people, "u" or "je"."""
    return texts.t(language, f"refusal-{code}", **{"address": address, **(values or {})})


class Answers:
    """`now`: any clock that only goes forward, in seconds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._given: dict[str, _OfSender] = {}

    @classmethod
    def from_journal(cls, journal: Iterable[Recorded]) -> "Answers":
        answers = cls()
        for one in journal:
            if one.command:
                sender = one.event.person if isinstance(one.event, Joined) else one.by
                answers.keep(sender, one.command, Done(one.seq))
        return answers

    def find(self, sender: str, id: str) -> Answer | None:
        given = self._given.get(sender)
        return (given.newer.get(id) or given.older.get(id)) if given else None

    def keep(self, sender: str, id: str, answer: Answer) -> None:
        if not sender or not id:
            return
        given = self._given.get(sender)
        if given is None:
            given = self._given[sender] = _OfSender(self._now())
        given.newer[id] = answer
        count = len(given.newer)
        if count >= MOST_EACH or (count >= LAST_EACH and self._now() - given.since >= MINUTE_S):
            given.older, given.newer, given.since = given.newer, {}, self._now()


class _OfSender:
    """In two parts, so that the older one goes at once. `since`: when the newer one was begun."""

    __slots__ = ("newer", "older", "since")

    def __init__(self, since: float) -> None:
        self.newer: dict[str, Answer] = {}
        self.older: dict[str, Answer] = {}
        self.since = since
