"""The session and its run sheet."""

from dataclasses import dataclass
from typing import Literal

from app.core.plan import Plan
from app.core.vocabulary import AmendmentKind, InvitationKind, MomentKind

# What may be asked


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

    kind: InvitationKind
    do: Literal["invite"] = "invite"


@dataclass(frozen=True, slots=True)
class CloseSession:
    do: Literal["close_session"] = "close_session"


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


# What happened


@dataclass(frozen=True, slots=True)
class Prepared:
    code: str
    plan: Plan
    type: Literal["prepared"] = "prepared"


@dataclass(frozen=True, slots=True)
class Revised:
    plan: Plan
    type: Literal["revised"] = "revised"


@dataclass(frozen=True, slots=True)
class LobbyOpened:
    type: Literal["lobby_opened"] = "lobby_opened"


@dataclass(frozen=True, slots=True)
class SessionStarted:
    type: Literal["session_started"] = "session_started"


@dataclass(frozen=True, slots=True)
class SessionClosed:
    type: Literal["session_closed"] = "session_closed"


@dataclass(frozen=True, slots=True)
class SessionCancelled:
    type: Literal["session_cancelled"] = "session_cancelled"


@dataclass(frozen=True, slots=True)
class SessionReleased:
    type: Literal["session_released"] = "session_released"


@dataclass(frozen=True, slots=True)
class Amended:
    """S1: added to a closed session. `words` is the key of the text, which is kept apart (X2)."""

    amendment: str
    kind: AmendmentKind
    words: str
    type: Literal["amended"] = "amended"


@dataclass(frozen=True, slots=True)
class ItemStarted:
    item: str
    type: Literal["item_started"] = "item_started"


@dataclass(frozen=True, slots=True)
class ItemEnded:
    item: str
    type: Literal["item_ended"] = "item_ended"


@dataclass(frozen=True, slots=True)
class ItemSkipped:
    item: str
    type: Literal["item_skipped"] = "item_skipped"


@dataclass(frozen=True, slots=True)
class TimeAdded:
    item: str
    seconds: int
    type: Literal["time_added"] = "time_added"


@dataclass(frozen=True, slots=True)
class Paused:
    type: Literal["paused"] = "paused"


@dataclass(frozen=True, slots=True)
class Resumed:
    type: Literal["resumed"] = "resumed"


@dataclass(frozen=True, slots=True)
class Blanked:
    type: Literal["blanked"] = "blanked"


@dataclass(frozen=True, slots=True)
class Unblanked:
    type: Literal["unblanked"] = "unblanked"


@dataclass(frozen=True, slots=True)
class WentOffRecord:
    type: Literal["went_off_record"] = "went_off_record"


@dataclass(frozen=True, slots=True)
class WentOnRecord:
    type: Literal["went_on_record"] = "went_on_record"


@dataclass(frozen=True, slots=True)
class Struck:
    """S5, afterwards: from `since` (epoch seconds) until now nothing said or done is kept."""

    since: float
    type: Literal["struck"] = "struck"


@dataclass(frozen=True, slots=True)
class Redacted:
    """Stands in the journal where a struck event stood, so that positions stay."""

    type: Literal["redacted"] = "redacted"


@dataclass(frozen=True, slots=True)
class MomentStarted:
    kind: MomentKind
    seconds: int
    type: Literal["moment_started"] = "moment_started"


@dataclass(frozen=True, slots=True)
class MomentEnded:
    type: Literal["moment_ended"] = "moment_ended"


@dataclass(frozen=True, slots=True)
class Invited:
    kind: InvitationKind
    type: Literal["invited"] = "invited"


# Who may ask, and where it is kept

ConsoleCommand = (
    StartSession | StartItem | EndItem | SkipItem | Pause | Resume | Blank | Unblank | GoOffRecord
    | GoOnRecord | StrikeLast | AddTime | StartMoment | EndMoment | Invite | CloseSession
)  # fmt: skip
OrganiserCommand = Revise | OpenLobby | CancelSession | Release | Amend
Journaled = (
    Prepared | Revised | LobbyOpened | SessionStarted | SessionClosed | SessionCancelled | SessionReleased
    | Amended | ItemStarted | ItemEnded | ItemSkipped | TimeAdded | Paused | Resumed | Blanked | Unblanked
    | WentOffRecord | WentOnRecord | Struck | Redacted | MomentStarted | MomentEnded | Invited
)  # fmt: skip
SessionEvent = Journaled
