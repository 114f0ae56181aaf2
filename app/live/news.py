"""What the nodes that have one room open tell each other, and how it is written on the bus.

A line on the bus is never kept: it names persons beside their ballots (V4), and whatever is lost of it is read from
the journal. One node's line can't be wrong for another one, only late.
"""

from dataclasses import dataclass, field
from typing import Any

from pydantic_core import from_json

from app import wire
from app.core.events import Recorded

EVERYBODY = ""
"""The name of all nodes together."""


@dataclass(frozen=True, slots=True)
class News:
    """A batch that was stored, or, without a `turn`, what passed and is stored nowhere. `seq`: the journal's last
    position after it. `phones`: hash of a phone's key -> person, of those who joined."""

    turn: int | None
    seq: int
    events: tuple[Recorded, ...]
    phones: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """Who is connected to the room at one node (J8). `came`: the phones that came just now, by the hash of their keys,
    and how many seconds ago. `asked_by`: the console that would like to have control (F1). `turn`: the last the node
    knows to be stored, since what was said before it was known to be there was not said to it."""

    phones: int = 0
    consoles: tuple[str, ...] = ()
    came: dict[str, float] = field(default_factory=dict)
    asked_by: str | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Who:
    """Asks the others for their shares."""


@dataclass(frozen=True, slots=True)
class Left:
    """The node has let the room go."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """The session is not there any more."""


@dataclass(frozen=True, slots=True)
class Beat:
    """The node is there, and hears the bus."""


Message = News | Share | Who | Left | Deleted | Beat


def write(message: Message) -> bytes:
    match message:
        case News(turn, seq, events, phones):
            said: list[Any] = ["news", turn, seq, [_row(one) for one in events], phones]
        case Share(count, consoles, came, asked_by, turn):
            said = ["share", count, consoles, came, asked_by, turn]
        case Who():
            said = ["who"]
        case Left():
            said = ["left"]
        case Deleted():
            said = ["deleted"]
        case Beat():
            said = ["beat"]
    return wire.encode(said)


def read(text: bytes) -> Message:
    """Raises wire.Malformed, which here means a node of another version."""
    try:
        match from_json(text):
            case ["news", turn, seq, rows, phones]:
                return News(turn, seq, tuple(_recorded(*row) for row in rows), phones)
            case ["share", count, consoles, came, asked_by, turn]:
                return Share(count, tuple(consoles), came, asked_by, turn)
            case ["who"]:
                return Who()
            case ["left"]:
                return Left()
            case ["deleted"]:
                return Deleted()
            case ["beat"]:
                return Beat()
            case other:
                raise wire.Malformed("malformed", f"{other!r:.60}")
    except (ValueError, TypeError) as error:
        raise wire.Malformed("malformed", str(error)) from error


def _row(one: Recorded) -> list[Any]:
    return [one.seq, one.at, one.by, wire.write_event(one.event), one.command, one.part]


def _recorded(seq: int, at: float, by: str, event: dict[str, Any], command: str, part: int) -> Recorded:
    return Recorded(seq, at, by, wire.read_event(event["type"], event), command, part)
