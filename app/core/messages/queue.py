"""Asking to speak, and being called."""

from dataclasses import dataclass
from typing import Literal

# What may be asked


@dataclass(frozen=True, slots=True)
class AskToSpeak:
    do: Literal["ask_to_speak"] = "ask_to_speak"


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    do: Literal["withdraw_request"] = "withdraw_request"


@dataclass(frozen=True, slots=True)
class DeclineCall:
    do: Literal["decline_call"] = "decline_call"


@dataclass(frozen=True, slots=True)
class QueuePerson:
    """Put somebody without a phone in the queue (P4)."""

    person: str
    do: Literal["queue_person"] = "queue_person"


@dataclass(frozen=True, slots=True)
class DequeuePerson:
    """Take somebody out of the queue who says so aloud."""

    person: str
    do: Literal["dequeue_person"] = "dequeue_person"


@dataclass(frozen=True, slots=True)
class CallNext:
    do: Literal["call_next"] = "call_next"


@dataclass(frozen=True, slots=True)
class Call:
    person: str
    do: Literal["call"] = "call"


# What happened


@dataclass(frozen=True, slots=True)
class Asked:
    """`at_head`: came second for a chair (C2)."""

    person: str
    at_head: bool = False
    type: Literal["asked"] = "asked"


@dataclass(frozen=True, slots=True)
class RequestWithdrawn:
    person: str
    type: Literal["request_withdrawn"] = "request_withdrawn"


@dataclass(frozen=True, slots=True)
class Called:
    """`chair` None: called to speak from where they are (listen-back)."""

    person: str
    chair: int | None = None
    type: Literal["called"] = "called"


@dataclass(frozen=True, slots=True)
class CallRepeated:
    person: str
    type: Literal["call_repeated"] = "call_repeated"


@dataclass(frozen=True, slots=True)
class CallDeclined:
    person: str
    type: Literal["call_declined"] = "call_declined"


@dataclass(frozen=True, slots=True)
class CallExpired:
    person: str
    type: Literal["call_expired"] = "call_expired"


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody in the queue got the word where they are: their entry is done."""

    person: str
    type: Literal["heard"] = "heard"


# Who may ask, and where it is kept

PhoneCommand = AskToSpeak | WithdrawRequest | DeclineCall
ConsoleCommand = QueuePerson | DequeuePerson | CallNext | Call
Journaled = Asked | RequestWithdrawn | Called | CallRepeated | CallDeclined | CallExpired | Heard
QueueEvent = Journaled
