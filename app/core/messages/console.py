"""What consoles settle among themselves: control, undoing, signals and hints."""

from dataclasses import dataclass
from typing import Literal

# What may be asked


@dataclass(frozen=True, slots=True)
class CallHelper:
    do: Literal["call_helper"] = "call_helper"


@dataclass(frozen=True, slots=True)
class ClearSignal:
    """Take a private signal or a hint off the console: it has been seen to. `signal` is its key in the view."""

    signal: str
    do: Literal["clear_signal"] = "clear_signal"


@dataclass(frozen=True, slots=True)
class HandOver:
    """`to` None: whoever asked for it."""

    to: str | None = None
    do: Literal["hand_over"] = "hand_over"


@dataclass(frozen=True, slots=True)
class TakeOver:
    do: Literal["take_over"] = "take_over"


@dataclass(frozen=True, slots=True)
class Undo:
    do: Literal["undo"] = "undo"


# What happened


@dataclass(frozen=True, slots=True)
class HintCleared:
    hint: str
    type: Literal["hint_cleared"] = "hint_cleared"


@dataclass(frozen=True, slots=True)
class ControlTaken:
    console: str
    type: Literal["control_taken"] = "control_taken"


@dataclass(frozen=True, slots=True)
class Undone:
    """The action whose first event has position `action` was reversed (F2)."""

    action: int
    type: Literal["undone"] = "undone"


@dataclass(frozen=True, slots=True)
class HelperCalled:
    type: Literal["helper_called"] = "helper_called"


@dataclass(frozen=True, slots=True)
class SignalCleared:
    signal: str
    type: Literal["signal_cleared"] = "signal_cleared"


# Who may ask, and where it is kept

ConsoleCommand = CallHelper | ClearSignal | HandOver | TakeOver | Undo
Journaled = HintCleared | ControlTaken | Undone
Passing = HelperCalled | SignalCleared
ConsoleEvent = Journaled | Passing
