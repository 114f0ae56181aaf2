"""What may be asked of a room, in the imperative. `wire` reads these from JSON; `decide` answers them.

Names and fields are those of docs/protocol.md. A command says what somebody wants and carries no outcome.
"""

from dataclasses import dataclass, field
from typing import Literal

from app.core.plan import Plan, Texts
from app.core.vocabulary import (
    AmendmentKind,
    Choice,
    CountMode,
    HarvestKind,
    Invitation,
    MomentKind,
    Reaction,
)


@dataclass(frozen=True, slots=True)
class Consent:
    """X1: one answer per purpose; no is a full answer."""

    votes: bool
    words: bool
    story: bool


# From a phone


@dataclass(frozen=True, slots=True)
class Join:
    role: str
    consent: Consent
    name: str = ""
    do: Literal["join"] = "join"


@dataclass(frozen=True, slots=True)
class Leave:
    do: Literal["leave"] = "leave"


@dataclass(frozen=True, slots=True)
class AskToSpeak:
    do: Literal["ask_to_speak"] = "ask_to_speak"


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    do: Literal["withdraw_request"] = "withdraw_request"


@dataclass(frozen=True, slots=True)
class TakeChair:
    chair: int | None = None
    do: Literal["take_chair"] = "take_chair"


@dataclass(frozen=True, slots=True)
class LeaveChair:
    do: Literal["leave_chair"] = "leave_chair"


@dataclass(frozen=True, slots=True)
class DeclineCall:
    do: Literal["decline_call"] = "decline_call"


@dataclass(frozen=True, slots=True)
class React:
    kind: Reaction
    do: Literal["react"] = "react"


@dataclass(frozen=True, slots=True)
class Vote:
    statement: str
    choice: Choice
    do: Literal["vote"] = "vote"


@dataclass(frozen=True, slots=True)
class Contribute:
    kind: HarvestKind
    text: str
    do: Literal["contribute"] = "contribute"


@dataclass(frozen=True, slots=True)
class Endorse:
    contribution: str
    do: Literal["endorse"] = "endorse"


@dataclass(frozen=True, slots=True)
class ChangeConsent:
    consent: Consent
    do: Literal["change_consent"] = "change_consent"


@dataclass(frozen=True, slots=True)
class WithdrawWords:
    """Remove what I said: one contribution, or all of them."""

    contribution: str | None = None
    do: Literal["withdraw_words"] = "withdraw_words"


# From the console


@dataclass(frozen=True, slots=True)
class StartSession:
    do: Literal["start_session"] = "start_session"


@dataclass(frozen=True, slots=True)
class StartItem:
    item: str
    again: bool = False
    """Run an item that has already been run, on purpose."""
    do: Literal["start_item"] = "start_item"


@dataclass(frozen=True, slots=True)
class EndItem:
    do: Literal["end_item"] = "end_item"


@dataclass(frozen=True, slots=True)
class SkipItem:
    item: str
    do: Literal["skip_item"] = "skip_item"


@dataclass(frozen=True, slots=True)
class Pause:
    do: Literal["pause"] = "pause"


@dataclass(frozen=True, slots=True)
class Resume:
    do: Literal["resume"] = "resume"


@dataclass(frozen=True, slots=True)
class Blank:
    do: Literal["blank"] = "blank"


@dataclass(frozen=True, slots=True)
class Unblank:
    do: Literal["unblank"] = "unblank"


@dataclass(frozen=True, slots=True)
class GoOffRecord:
    do: Literal["go_off_record"] = "go_off_record"


@dataclass(frozen=True, slots=True)
class GoOnRecord:
    do: Literal["go_on_record"] = "go_on_record"


@dataclass(frozen=True, slots=True)
class StrikeLast:
    seconds: int = 60
    do: Literal["strike_last"] = "strike_last"


@dataclass(frozen=True, slots=True)
class AddTime:
    seconds: int = 120
    do: Literal["add_time"] = "add_time"


@dataclass(frozen=True, slots=True)
class StartMoment:
    """A minute of silence, two minutes in pairs: a clock of its own that ends by itself."""

    kind: MomentKind
    seconds: int = 60
    do: Literal["start_moment"] = "start_moment"


@dataclass(frozen=True, slots=True)
class EndMoment:
    do: Literal["end_moment"] = "end_moment"


@dataclass(frozen=True, slots=True)
class Invite:
    """Show the room an invitation: to those who have not spoken yet, or to a briefed starter."""

    kind: Invitation
    do: Literal["invite"] = "invite"


@dataclass(frozen=True, slots=True)
class CallHelper:
    do: Literal["call_helper"] = "call_helper"


@dataclass(frozen=True, slots=True)
class ClearSignal:
    """Take a private signal or a hint off the console: it has been seen to. `signal` is its key in the view."""

    signal: str
    do: Literal["clear_signal"] = "clear_signal"


@dataclass(frozen=True, slots=True)
class AddPerson:
    role: str
    name: str = ""
    card: str = ""
    do: Literal["add_person"] = "add_person"


@dataclass(frozen=True, slots=True)
class RemovePerson:
    person: str
    do: Literal["remove_person"] = "remove_person"


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


@dataclass(frozen=True, slots=True)
class AddStatement:
    text: Texts
    item: str | None = None
    source: str = ""
    source_id: str = ""
    do: Literal["add_statement"] = "add_statement"


@dataclass(frozen=True, slots=True)
class OpenStatement:
    statement: str
    do: Literal["open_statement"] = "open_statement"


@dataclass(frozen=True, slots=True)
class CloseStatement:
    statement: str
    do: Literal["close_statement"] = "close_statement"


@dataclass(frozen=True, slots=True)
class RevealStatement:
    statement: str
    do: Literal["reveal_statement"] = "reveal_statement"


@dataclass(frozen=True, slots=True)
class EnterCounts:
    """V6: paper or hands of one role, entered as a batch; a second entry for the same role replaces the first."""

    statement: str
    role: str
    counts: dict[Choice, int]
    mode: CountMode = "hands"
    do: Literal["enter_counts"] = "enter_counts"


@dataclass(frozen=True, slots=True)
class Note:
    kind: HarvestKind
    text: str
    do: Literal["note"] = "note"


@dataclass(frozen=True, slots=True)
class ShowContribution:
    contribution: str
    do: Literal["show_contribution"] = "show_contribution"


@dataclass(frozen=True, slots=True)
class HideContribution:
    contribution: str
    do: Literal["hide_contribution"] = "hide_contribution"


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


@dataclass(frozen=True, slots=True)
class CloseSession:
    do: Literal["close_session"] = "close_session"


# From the server itself and from organisers


@dataclass(frozen=True, slots=True)
class Tick:
    """A deadline may have passed."""

    do: Literal["tick"] = field(default="tick", init=False)


@dataclass(frozen=True, slots=True)
class Revise:
    """Change what was prepared, as far as it has not begun (S1)."""

    plan: Plan
    do: Literal["revise"] = "revise"


@dataclass(frozen=True, slots=True)
class OpenLobby:
    do: Literal["open_lobby"] = "open_lobby"


@dataclass(frozen=True, slots=True)
class CancelSession:
    do: Literal["cancel_session"] = "cancel_session"


@dataclass(frozen=True, slots=True)
class Release:
    """The record may be read outside the session."""

    do: Literal["release"] = "release"


@dataclass(frozen=True, slots=True)
class Amend:
    """After closing: what became of it, or what was noted wrongly (S1)."""

    kind: AmendmentKind
    text: str
    do: Literal["amend"] = "amend"


PhoneCommand = (
    Join
    | Leave
    | AskToSpeak
    | WithdrawRequest
    | TakeChair
    | LeaveChair
    | DeclineCall
    | React
    | Vote
    | Contribute
    | Endorse
    | ChangeConsent
    | WithdrawWords
)
ConsoleCommand = (
    StartSession
    | StartItem
    | EndItem
    | SkipItem
    | Pause
    | Resume
    | Blank
    | Unblank
    | GoOffRecord
    | GoOnRecord
    | StrikeLast
    | AddTime
    | StartMoment
    | EndMoment
    | Invite
    | CallHelper
    | ClearSignal
    | AddPerson
    | RemovePerson
    | QueuePerson
    | DequeuePerson
    | CallNext
    | Call
    | Seat
    | Stand
    | GiveWord
    | EndWord
    | Swap
    | AddChair
    | RemoveChair
    | AddStatement
    | OpenStatement
    | CloseStatement
    | RevealStatement
    | EnterCounts
    | Note
    | ShowContribution
    | HideContribution
    | HandOver
    | TakeOver
    | Undo
    | CloseSession
)
OrganiserCommand = Revise | OpenLobby | CancelSession | Release | Amend
