"""The circle and the word."""

from dataclasses import dataclass
from typing import Literal

from app.core.vocabulary import ChairKind

# What may be asked


@dataclass(frozen=True, slots=True)
class TakeChair:
    chair: int | None = None
    do: Literal["take_chair"] = "take_chair"


@dataclass(frozen=True, slots=True)
class LeaveChair:
    do: Literal["leave_chair"] = "leave_chair"


@dataclass(frozen=True, slots=True)
class Seat:
    """`chair` None: the chair kept for this person, else the first free one."""

    person: str
    chair: int | None = None
    do: Literal["seat"] = "seat"


@dataclass(frozen=True, slots=True)
class Stand:
    person: str
    do: Literal["stand"] = "stand"


@dataclass(frozen=True, slots=True)
class GiveWord:
    person: str
    do: Literal["give_word"] = "give_word"


@dataclass(frozen=True, slots=True)
class EndWord:
    do: Literal["end_word"] = "end_word"


@dataclass(frozen=True, slots=True)
class Swap:
    """`role` None: the next role (or the next group that was counted off)."""

    role: str | None = None
    do: Literal["swap"] = "swap"


@dataclass(frozen=True, slots=True)
class AddChair:
    do: Literal["add_chair"] = "add_chair"


@dataclass(frozen=True, slots=True)
class RemoveChair:
    """`chair` None: the last free one."""

    chair: int | None = None
    do: Literal["remove_chair"] = "remove_chair"


# What happened


@dataclass(frozen=True, slots=True)
class CircleFormed:
    """The empty chairs of a circle, numbered from 1, and who may sit in them (nobody named: everybody)."""

    chairs: tuple[ChairKind, ...]
    roles: tuple[str, ...]
    type: Literal["circle_formed"] = "circle_formed"


@dataclass(frozen=True, slots=True)
class Sat:
    person: str
    chair: int
    type: Literal["sat"] = "sat"


@dataclass(frozen=True, slots=True)
class Stood:
    person: str
    chair: int
    type: Literal["stood"] = "stood"


@dataclass(frozen=True, slots=True)
class Swapped:
    """C5, in one step: everybody but the case-giver stands, `seated` ({chair: person}) sit, `second_row` wait.
    `group`: the number of the group counted off, from 0."""

    roles: tuple[str, ...]
    chairs: tuple[ChairKind, ...]
    seated: dict[int, str]
    second_row: tuple[str, ...] = ()
    group: int = 0
    type: Literal["swapped"] = "swapped"


@dataclass(frozen=True, slots=True)
class ChairAdded:
    chair: int
    type: Literal["chair_added"] = "chair_added"


@dataclass(frozen=True, slots=True)
class ChairRemoved:
    chair: int
    type: Literal["chair_removed"] = "chair_removed"


@dataclass(frozen=True, slots=True)
class LeaveAsked:
    """C4: the circle is full, the open chair was taken."""

    type: Literal["leave_asked"] = "leave_asked"


@dataclass(frozen=True, slots=True)
class LeavePrompted:
    type: Literal["leave_prompted"] = "leave_prompted"


@dataclass(frozen=True, slots=True)
class OpenChairIdled:
    """C6."""

    type: Literal["open_chair_idled"] = "open_chair_idled"


@dataclass(frozen=True, slots=True)
class WordGiven:
    person: str
    type: Literal["word_given"] = "word_given"


@dataclass(frozen=True, slots=True)
class WordEnded:
    type: Literal["word_ended"] = "word_ended"


@dataclass(frozen=True, slots=True)
class WordPassed:
    """Who has the word while off the record; None: nobody."""

    person: str | None
    type: Literal["word_passed"] = "word_passed"


# Who may ask, and where it is kept

PhoneCommand = TakeChair | LeaveChair
ConsoleCommand = Seat | Stand | GiveWord | EndWord | Swap | AddChair | RemoveChair
Forgotten = WordGiven | WordEnded
"""What striking the last minutes takes out of the journal (S5)."""
Lasting = (
    CircleFormed | Sat | Stood | Swapped | ChairAdded | ChairRemoved | LeaveAsked | LeavePrompted
    | OpenChairIdled
)  # fmt: skip
Journaled = Forgotten | Lasting
Passing = WordPassed
CircleEvent = Journaled | Passing
