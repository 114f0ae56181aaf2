"""What commands were answered, so that one sent twice happens once and is answered twice (J3).

Remembered by sender and the id the sender gave; made again from the journal when a room is opened. A command that
could not be saved is not remembered, since trying again is right.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from app import texts
from app.core.events import Joined, Recorded
from app.core.refusal import Refusal
from app.wire import encode

MOST_EACH = 512
"""How many are remembered of each sender; nobody sends a command again that long after."""


@dataclass(frozen=True, slots=True)
class Done:
    """`seq`: the journal's position by then."""

    seq: int


@dataclass(frozen=True, slots=True)
class Refused:
    """`values` fill the sentence."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)


Answer = Done | Refused
NOT_SAVED = Refused("not_saved")
INTERNAL = Refused("internal")
UNKNOWN_SESSION = Refused("unknown_session")


def of(refusal: Refusal) -> Refused:
    return Refused(refusal.code, refusal.values)


def message(answer: Answer, id: str | None, language: str, address: str) -> str:
    """The answer as it is sent; `id` None when the command's own could not be read."""
    match answer:
        case Done(seq):
            said: dict[str, Any] = {"done": id, "seq": seq}
        case Refused(code, values):
            said = {"refused": id, "code": code, "message": sentence(code, language, address, values)}
    return encode(said).decode()


def sentence(code: str, language: str, address: str = "u", values: dict[str, Any] | None = None) -> str:
    """What a person reads about a refusal. `address`: how the session speaks to people, "u" or "je"."""
    return texts.t(language, f"refusal-{code.replace('_', '-')}", **{"address": address, **(values or {})})


class Answers:
    def __init__(self) -> None:
        self._given: dict[str, dict[str, Answer]] = {}

    @classmethod
    def from_journal(cls, journal: Iterable[Recorded]) -> "Answers":
        answers = cls()
        for one in journal:
            if one.command:
                sender = one.event.person if isinstance(one.event, Joined) else one.by
                answers.keep(sender, one.command, Done(one.seq))
        return answers

    def find(self, sender: str, id: str) -> Answer | None:
        return self._given.get(sender, {}).get(id)

    def keep(self, sender: str, id: str, answer: Answer) -> None:
        if not sender or not id:
            return
        of_sender = self._given.setdefault(sender, {})
        of_sender[id] = answer
        if len(of_sender) > MOST_EACH:
            del of_sender[next(iter(of_sender))]
