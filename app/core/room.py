"""The state of one session, and nothing of how it came about or is told.

Every value in the room is immutable, and every change is written in the room's log before it happens. So a batch
that could not be stored is taken back (`rollback`), and what an action changed can be undone (`rules.undo`, F2).
`Memory` is what the room knows but never journals (J8, R2): it is neither compared nor replayed.
"""

from dataclasses import dataclass, field
from typing import Any

from app.core.ledger import Change, Log, Table
from app.core.messages.people import Consent
from app.core.messages.statements import Counts, CountsEntered, Group
from app.core.plan import Item, Plan, Rules, Statement
from app.core.vocabulary import (
    AmendmentKind,
    ChairKind,
    Choice,
    HarvestKind,
    InvitationKind,
    ItemStatus,
    MomentKind,
    SessionState,
    StatementStatus,
)

TRAIL = 20
"""How many facilitator actions can be undone (F2)."""


@dataclass(frozen=True, slots=True)
class Person:
    """`number` counts from 1 in order of coming. `sat`: has had a chair in this session. `card`: no phone.
    `left`: the journal's position where they last left."""

    role: str
    alias: str
    number: int
    consent: Consent
    phone: bool = True
    card: str = ""
    present: bool = True
    sat: bool = False
    left: int = 0


@dataclass(frozen=True, slots=True)
class ItemState:
    """`paused_s` and `added_s` in seconds; `started_at` and `ended_at` epoch seconds of the last run."""

    state: ItemStatus = "planned"
    started_at: float | None = None
    ended_at: float | None = None
    paused_s: float = 0.0
    added_s: int = 0


@dataclass(frozen=True, slots=True)
class Chair:
    kind: ChairKind
    person: str | None = None
    since: float = 0.0
    reserved_for: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the queue. `head`: 0, or counting from 1 in the order people came second for a chair (C2)."""

    asked_at: float
    number: int
    head: int = 0
    called_at: float | None = None
    times: int = 0
    chair: int | None = None
    declined: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    person: str
    since: float


@dataclass(frozen=True, slots=True)
class Moment:
    kind: MomentKind
    started_at: float
    seconds: int


@dataclass(frozen=True, slots=True)
class Invitation:
    kind: InvitationKind
    at: float


@dataclass(frozen=True, slots=True)
class Result:
    """One vote on a statement, closed. Times in epoch seconds."""

    opened_at: float
    closed_at: float
    eligible: int
    totals: Counts
    groups: tuple[Group, ...]
    batches: tuple[CountsEntered, ...] = ()
    struck: bool = False


@dataclass(frozen=True, slots=True)
class StatementState:
    statement: Statement
    number: int
    state: StatementStatus = "draft"
    opened_at: float = 0.0
    opened: int = 0
    """The journal's position where it was opened."""
    eligible: int = 0
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    kind: HarvestKind
    words: str
    at: float
    person: str = ""
    shown: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Amendment:
    kind: AmendmentKind
    words: str
    at: float


@dataclass(frozen=True, slots=True)
class Hint:
    at: float
    person: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """A facilitator action that can be undone: its command's name and what it changed."""

    seq: int
    name: str
    changes: tuple[Change, ...]


@dataclass(slots=True)
class Memory:
    """Never journaled. `gone_since`: when the controller's last connection ended; None while connected."""

    connected: int = 0
    consoles: frozenset[str] = frozenset()
    gone_since: float | None = 0.0
    asked_by: str | None = None
    word: Word | None = None
    reacted: set[tuple[str, str]] = field(default_factory=set)
    reacted_in: float = 0.0
    signals: dict[str, Hint] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)
    """How often somebody asked for it since it was last seen to, by what they asked for."""


UNLOGGED = frozenset({"log", "memory"})


class Room:
    """One session as it is. Read freely; write only from `evolve`."""

    def __init__(self) -> None:
        self.log = Log()
        self.memory = Memory()
        self.seq = 0
        self.code = ""
        self.plan = Plan("", "", (), ())
        self.state: SessionState = "draft"
        self.opened_at: float | None = None
        self.closed_at: float | None = None
        self.controller: str | None = None
        self.undo: tuple[Action, ...] = ()
        # run sheet
        self.items: Table[str, ItemState] = Table()
        self.current: str | None = None
        self.paused_at: float | None = None
        self.blanked = False
        self.off_since: float | None = None
        self.gaps: tuple[tuple[float, float], ...] = ()
        self.moment: Moment | None = None
        self.invitation: Invitation | None = None
        self.hints: Table[str, Hint] = Table()
        # people
        self.people: Table[str, Person] = Table()
        self.numbered = 0
        self.present = 0
        self.joined = 0
        self.present_by_role: Table[str, int] = Table()
        self.names: Table[str, str] = Table()
        self.phoneless: Table[str, int] = Table()
        """By person, their number: a view never walks everybody to find these few."""
        # circle
        self.chairs: Table[int, Chair] = Table()
        self.seat_of: Table[str, int] = Table()
        self.roles: tuple[str, ...] = ()
        self.group = 0
        self.second_row: tuple[str, ...] = ()
        self.word: Word | None = None
        self.resume_word: str | None = None
        self.full_at: float | None = None
        self.leave_asked: float | None = None
        self.idle_since: float | None = None
        self.circle_item: str | None = None
        self.seat_s: Table[str, float] = Table()
        self.counted_at = 0.0
        # queue
        self.queue: Table[str, Entry] = Table()
        self.asked = 0
        self.heads = 0
        # statements
        self.statements: Table[str, StatementState] = Table()
        self.showing: str | None = None
        self.ballots: Table[tuple[str, str], Choice] = Table()
        self.voted: Table[str, int] = Table()
        self.batches: Table[tuple[str, str], CountsEntered] = Table()
        # reactions and harvest
        self.reactions: Table[str, int] = Table()
        self.reactions_from: float = 0.0
        self.contributions: Table[str, Contribution] = Table()
        self.endorsed: Table[tuple[str, str], float] = Table()
        self.endorsements: Table[str, int] = Table()
        self.words: Table[str, str] = Table()
        self.amendments: Table[str, Amendment] = Table()
        self.log.clear()

    def __setattr__(self, name: str, value: Any) -> None:
        held = self.__dict__
        if name not in UNLOGGED:
            if isinstance(value, Table):
                value.bind(name, self.log)
            elif self.log.on:
                self.log.append(Change(name, None, held.get(name), value))
        held[name] = value

    def write(self, target: str, key: Any, value: Any) -> None:
        """Put `value` at a place named by a `Change`; None removes a key. Logged like any other write."""
        table = getattr(self, target)
        if not isinstance(table, Table):
            setattr(self, target, value)
        elif value is None:
            table.drop(key)
        else:
            table[key] = value

    def rollback(self) -> None:
        """Take back every change since `settle`: the batch could not be stored (J1)."""
        changes = list(reversed(self.log))
        for change in changes:
            self.write(change.target, change.key, change.before)
        self.log.clear()

    def settle(self) -> None:
        """What was changed has been stored."""
        self.log.clear()

    # What is running, by name

    def item(self) -> Item | None:
        return self.planned(self.current) if self.current else None

    def planned(self, item: str) -> Item | None:
        return next((one for one in self.plan.items if one.id == item), None)

    def rules(self) -> Rules:
        item = self.item()
        return item.rules if item else Rules()

    def state_of(self, item: str) -> ItemState:
        return self.items.get(item, ItemState())

    def free_chairs(self) -> list[int]:
        return [no for no, chair in sorted(self.chairs.items()) if chair.person is None]

    def is_open(self, statement: str) -> bool:
        state = self.statements.get(statement)
        return state is not None and state.state == "open"


def snapshot(room: Room) -> dict[str, Any]:
    """Everything that replay has to give again (J2): all of the room but its memory and its log."""
    return {name: value for name, value in vars(room).items() if name not in UNLOGGED}
