"""What happened, in the past tense.

Three kinds of event, told apart by where they may be kept:

- `Journaled`: rows of the session's journal, in order, for good.
- `Apart`: kept in tables of their own, so that each can be removed without touching history (V4, X2, X3).
- `Passing`: evolves the room's memory and is stored nowhere (S5, R2, J8).

Nothing here knows how or where any of it is written down; that is `store`.
"""

from dataclasses import dataclass, fields, replace
from typing import Literal, get_args

from app.core.commands import Consent
from app.core.plan import Plan, Statement
from app.core.vocabulary import (
    AmendmentKind,
    ChairKind,
    Choice,
    CountMode,
    HarvestKind,
    Invitation,
    MomentKind,
    Reaction,
)

HALF_MINUTE = 30
"""Seconds in which reactions are counted together (R2)."""

Counts = dict[str, int]
"""How many gave each answer: {"agree", "disagree", "dont_know", "skip"} -> number of ballots."""


@dataclass(frozen=True, slots=True)
class Group:
    """The ballots of one role, or of several that were pooled because they were too few (V4). Skips are left out."""

    roles: tuple[str, ...]
    counts: Counts


# The session and its run sheet


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
    kind: Invitation
    type: Literal["invited"] = "invited"


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


# People


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody with a phone."""

    person: str
    role: str
    alias: str
    consent: Consent
    type: Literal["joined"] = "joined"


@dataclass(frozen=True, slots=True)
class Added:
    """Somebody without a phone (P4)."""

    person: str
    role: str
    alias: str
    card: str = ""
    type: Literal["added"] = "added"


@dataclass(frozen=True, slots=True)
class Left:
    person: str
    type: Literal["left"] = "left"


@dataclass(frozen=True, slots=True)
class CameBack:
    person: str
    type: Literal["came_back"] = "came_back"


@dataclass(frozen=True, slots=True)
class ConsentChanged:
    person: str
    consent: Consent
    type: Literal["consent_changed"] = "consent_changed"


# The circle, the queue, the word


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


@dataclass(frozen=True, slots=True)
class WordGiven:
    person: str
    type: Literal["word_given"] = "word_given"


@dataclass(frozen=True, slots=True)
class WordEnded:
    type: Literal["word_ended"] = "word_ended"


# Statements, reactions, harvest


@dataclass(frozen=True, slots=True)
class StatementAdded:
    statement: Statement
    type: Literal["statement_added"] = "statement_added"


@dataclass(frozen=True, slots=True)
class StatementOpened:
    """`eligible`: how many were present at that moment (V5)."""

    statement: str
    eligible: int
    type: Literal["statement_opened"] = "statement_opened"


@dataclass(frozen=True, slots=True)
class CountsEntered:
    statement: str
    role: str
    counts: Counts
    mode: CountMode
    type: Literal["counts_entered"] = "counts_entered"


@dataclass(frozen=True, slots=True)
class StatementClosed:
    """`totals` over all four choices; `groups` cover the answers without skips, each at least `smallest_group`, or
    empty when a split would show too few people. `struck`: the outcome was struck from the record (S5)."""

    statement: str
    totals: Counts
    groups: tuple[Group, ...]
    batches: tuple[CountsEntered, ...] = ()
    struck: bool = False
    type: Literal["statement_closed"] = "statement_closed"


@dataclass(frozen=True, slots=True)
class StatementRevealed:
    statement: str
    type: Literal["statement_revealed"] = "statement_revealed"


@dataclass(frozen=True, slots=True)
class Reacted:
    """R2: journaled without a person, at the start of its half minute."""

    kind: Reaction
    type: Literal["reacted"] = "reacted"


@dataclass(frozen=True, slots=True)
class Contributed:
    """`person` "" when the note-taker wrote it down. `words` is the key of the text, which is kept apart (X2)."""

    contribution: str
    kind: HarvestKind
    words: str
    person: str = ""
    type: Literal["contributed"] = "contributed"


@dataclass(frozen=True, slots=True)
class Endorsed:
    contribution: str
    person: str
    type: Literal["endorsed"] = "endorsed"


@dataclass(frozen=True, slots=True)
class ContributionShown:
    contribution: str
    type: Literal["contribution_shown"] = "contribution_shown"


@dataclass(frozen=True, slots=True)
class ContributionHidden:
    contribution: str
    type: Literal["contribution_hidden"] = "contribution_hidden"


@dataclass(frozen=True, slots=True)
class WordsWithdrawn:
    """`words`: the keys whose texts are to be removed everywhere."""

    words: tuple[str, ...]
    type: Literal["words_withdrawn"] = "words_withdrawn"


# Kept apart from the journal


@dataclass(frozen=True, slots=True)
class BallotCast:
    statement: str
    person: str
    choice: Choice
    type: Literal["ballot_cast"] = "ballot_cast"


@dataclass(frozen=True, slots=True)
class Worded:
    words: str
    text: str
    type: Literal["worded"] = "worded"


@dataclass(frozen=True, slots=True)
class Named:
    person: str
    name: str
    type: Literal["named"] = "named"


# Kept nowhere


@dataclass(frozen=True, slots=True)
class WordPassed:
    """Who has the word while off the record; None: nobody."""

    person: str | None
    type: Literal["word_passed"] = "word_passed"


@dataclass(frozen=True, slots=True)
class ReactionMarked:
    """Who reacted, so that nobody counts twice in a half minute and help finds its way; gone with the process."""

    person: str
    kind: Reaction
    type: Literal["reaction_marked"] = "reaction_marked"


@dataclass(frozen=True, slots=True)
class HelperCalled:
    type: Literal["helper_called"] = "helper_called"


@dataclass(frozen=True, slots=True)
class SignalCleared:
    signal: str
    type: Literal["signal_cleared"] = "signal_cleared"


Journaled = (
    Prepared
    | Revised
    | LobbyOpened
    | SessionStarted
    | SessionClosed
    | SessionCancelled
    | SessionReleased
    | Amended
    | ItemStarted
    | ItemEnded
    | ItemSkipped
    | TimeAdded
    | Paused
    | Resumed
    | Blanked
    | Unblanked
    | WentOffRecord
    | WentOnRecord
    | Struck
    | Redacted
    | MomentStarted
    | MomentEnded
    | Invited
    | HintCleared
    | ControlTaken
    | Undone
    | Joined
    | Added
    | Left
    | CameBack
    | ConsentChanged
    | CircleFormed
    | Sat
    | Stood
    | Swapped
    | ChairAdded
    | ChairRemoved
    | LeaveAsked
    | LeavePrompted
    | OpenChairIdled
    | Asked
    | RequestWithdrawn
    | Called
    | CallRepeated
    | CallDeclined
    | CallExpired
    | Heard
    | WordGiven
    | WordEnded
    | StatementAdded
    | StatementOpened
    | CountsEntered
    | StatementClosed
    | StatementRevealed
    | Reacted
    | Contributed
    | Endorsed
    | ContributionShown
    | ContributionHidden
    | WordsWithdrawn
)
Apart = BallotCast | Worded | Named
Passing = WordPassed | ReactionMarked | HelperCalled | SignalCleared
Event = Journaled | Apart | Passing

JOURNALED: frozenset[type] = frozenset(get_args(Journaled))
APART: frozenset[type] = frozenset(get_args(Apart))
PASSING: frozenset[type] = frozenset(get_args(Passing))
"""To be asked with `type(event) in`: no event has subclasses, and isinstance would try sixty types in turn."""

Newcomer = Joined | Added
NEWCOMERS: frozenset[type] = frozenset(get_args(Newcomer))
CARRIES_WORDS: frozenset[type] = frozenset(
    kind for kind in JOURNALED if any(one.name == "words" and one.type is str for one in fields(kind))
)
"""What has the key of a text that is kept apart (X2): whoever adds a kind with `words: str` need not say so again."""


def newcomer(event: Event) -> str:
    """Who came into the room with it, or ""."""
    return event.person if isinstance(event, Newcomer) else ""


def words_in(event: Event) -> str:
    """The key of the text that came with it (X2), or ""."""
    return str(getattr(event, "words", "")) if type(event) in CARRIES_WORDS else ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with when, by whom and as which part of what command it happened.

    seq: position in the journal, from 1; apart and passing events carry the position they came after.
    at: epoch seconds. by: "p7" (a person), "c1" (a console), "organiser", or "" (the server, and reactions).
    command: the id its sender gave the command, or "". part: 0 for a command's first event, then 1, 2 ...
    """

    seq: int
    at: float
    by: str
    event: Event
    command: str = ""
    part: int = 0


def redacted(recorded: Recorded, since: float) -> Recorded:
    """What is left in the journal of an event once `since` was struck (S5): itself, or its place only."""
    happened_until = recorded.at + HALF_MINUTE if isinstance(recorded.event, Reacted) else recorded.at
    if happened_until < since:
        return recorded
    match recorded.event:
        case Reacted() | WordGiven() | WordEnded() | Contributed() | Endorsed() | CountsEntered():
            return Recorded(recorded.seq, recorded.at, "", Redacted())
        case StatementClosed() as closed:
            return replace(recorded, event=replace(closed, totals={}, groups=(), batches=(), struck=True))
        case _:
            return recorded
