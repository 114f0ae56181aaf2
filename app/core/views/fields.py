"""The fields of every view: what a phone, a stage and a console are sent, and what of it is one person's own.

The client's types and the schemas in docs/asyncapi.yaml are made of these (`make protocol`), and what each audience is
not sent has no field to stand in. Nothing is null: what isn't there is absent. Times are epoch seconds, lengths end in
`_s`. It knows nothing of how a view is made. Where a view is put together of two parts, each has a type of its own: the
type checker wants to see where every field that may be absent comes from. One file, though long: the audiences share
most of it, and it is read beside the client's protocol.ts, which has the same order.
"""

from typing import Literal, NotRequired, TypedDict, final

from app.core.rules.suppression import ShownGroup
from app.core.vocabulary import (
    Address,
    ChairKind,
    Choice,
    GroupBy,
    HarvestKind,
    InvitationKind,
    ItemKind,
    ItemStatus,
    MomentKind,
    Projector,
    QueueOrder,
    ReactionsTo,
    SessionState,
    Shape,
    SharedReaction,
    StatementStatus,
    Variant,
)

Yes = Literal[True]
"""Of what is true or absent."""

# What several audiences see alike


class Head(TypedDict):
    title: str
    subtitle: NotRequired[str]
    state: SessionState
    address: Address
    off_record: NotRequired[Yes]
    """Nothing is kept meanwhile."""


class Role(TypedDict):
    no: int
    """Their order."""
    label: str
    """One person."""
    plural: str
    reason: str
    """Why one is here."""
    shape: Shape
    color: str


class Item(TypedDict):
    """The one that runs."""

    id: str
    kind: ItemKind
    variant: NotRequired[Variant]
    title: str
    question: NotRequired[str]
    no: int
    of: int
    started_at: float
    length_s: int
    ends_at: NotRequired[float]
    """Absent while the item's clock stands still; then `remaining_s` is there."""
    remaining_s: NotRequired[int]


class Following(TypedDict):
    """The item after the one that runs."""

    id: str
    kind: ItemKind
    title: str
    roles: NotRequired[list[str]]


class Moment(TypedDict):
    """Silence, or talk in pairs."""

    kind: MomentKind
    length_s: int
    ends_at: float


class Running(TypedDict):
    roles: dict[str, Role]
    item: NotRequired[Item]
    next: NotRequired[Following]
    paused: NotRequired[Yes]
    moment: NotRequired[Moment]
    invitation: NotRequired[InvitationKind]


class Scene(Head, Running):
    """What every screen shows of the room."""


# The circle


class Speaker(TypedDict):
    """Who has the word without a chair, as in a listen-back."""

    role: NotRequired[str]
    """Absent on a stage that shows nothing of people."""
    name: NotRequired[str]
    """On a stage that shows first names."""
    since: float


class ConsoleSpeaker(TypedDict):
    role: str
    since: float
    person: str
    name: str


class Chair(TypedDict):
    kind: ChairKind
    role: NotRequired[str]
    name: NotRequired[str]
    word: NotRequired[float]
    """Since when whoever sits here has the word."""
    kept: NotRequired[Yes]
    """Nobody sits here, and somebody was called to it."""


_KeptFor = TypedDict("_KeptFor", {"for": NotRequired[str]})


class ConsoleChair(Chair, _KeptFor):
    """`for`: the name of whom it is kept for."""

    person: NotRequired[str]
    since: NotRequired[float]
    no_phone: NotRequired[Yes]


class _Circle(TypedDict):
    roles: list[str]
    """Who may sit; nobody named is everybody."""
    second_row: NotRequired[int]
    """How many wait there."""
    leave_asked: NotRequired[Yes]


class CircleView(_Circle):
    chairs: dict[str, Chair]
    """By number."""


class ConsoleCircle(_Circle):
    chairs: dict[str, ConsoleChair]


# Statements


class Result(TypedDict, total=False):
    """`struck`, or everything else."""

    struck: Yes
    totals: dict[Choice, int]
    eligible: int
    by_hand: Yes
    """Hands or papers were counted as well."""
    k: int
    """No group smaller than that is shown."""
    groups: list[ShownGroup]


class Statement(TypedDict):
    id: str
    no: int
    of: int
    round: int
    """Asked again is the next round."""
    state: StatementStatus
    text: str
    source: NotRequired[str]
    result: NotRequired[Result]
    """Once revealed."""
    before: NotRequired[Result]
    """Of the round before."""


class Turnout(TypedDict, total=False):
    voted: int
    eligible: int


class OfItem(TypedDict, total=False):
    item: str


class CountedStatement(Statement, Turnout):
    """With how many voted: all there is to know of an open vote."""


class ConsoleStatement(CountedStatement, OfItem):
    pass


# The harvest


class Contribution(TypedDict):
    no: int
    """It grows in the order they came."""
    kind: HarvestKind
    text: NotRequired[str]
    withdrawn: NotRequired[Yes]
    shown: NotRequired[Yes]
    noted: NotRequired[Yes]
    """By a note-taker."""


class CountedContribution(Contribution):
    endorsed: int
    """By how many."""


# A phone


class Ways(TypedDict, total=False):
    """What a phone may offer now; who may do it also depends on the circle's roles."""

    ask: Yes
    take: Yes
    tap_in: Yes
    leave: Yes
    react: Yes
    contribute: Yes


class PhoneOnly(TypedDict):
    word: NotRequired[Speaker]
    statement: NotRequired[Statement]
    harvest: NotRequired[dict[str, Contribution]]
    endorsed: NotRequired[dict[str, int]]
    """While a harvest runs: by how many, by contribution."""
    dots: int
    """People of the outer circle that are drawn."""
    ways: Ways
    circle: NotRequired[CircleView]


class PhoneView(Scene, PhoneOnly):
    pass


class ConsentGiven(TypedDict):
    votes: bool
    words: bool
    story: bool


class Said(TypedDict):
    kind: HarvestKind
    text: str


class Called(TypedDict):
    until: float
    chair: NotRequired[int]
    again: NotRequired[Yes]
    """The second time."""


class Place(TypedDict):
    """In the queue."""

    ahead: int
    first: bool
    """Came second for a chair."""


class Me(TypedDict, total=False):
    """A phone's own part; empty as long as it has not joined."""

    person: str
    role: str
    name: str
    present: bool
    consent: ConsentGiven
    sat: Yes
    """Has had a chair."""
    chair: int
    word: Yes
    second_row: Yes
    votes: dict[str, Choice]
    """By `statement.round`; of open statements only."""
    said: dict[str, Said]
    endorsed: dict[str, Yes]
    called: Called
    queue: Place


# A stage


class StageOnly(TypedDict):
    word: NotRequired[Speaker]
    statement: NotRequired[CountedStatement]
    harvest: NotRequired[dict[str, CountedContribution]]
    code: str
    outer: int
    """People outside the circle."""
    present: int
    projector: Projector
    circle: NotRequired[CircleView]
    tide: NotRequired[dict[SharedReaction, int]]
    """Reactions of the last half minute, when they are for the room."""


class LitStage(Scene, StageOnly):
    pass


@final
class BlankStage(Head):
    """A blank projector gets nothing but this."""

    blank: Yes


StageView = LitStage | BlankStage


# A console


class Person(TypedDict):
    no: int
    name: str
    role: str
    phone: NotRequired[Yes]
    card: NotRequired[str]
    present: NotRequired[Yes]
    sat: NotRequired[Yes]


class Counts(TypedDict):
    connected: int
    """Phones now."""
    joined: int
    """Phones ever."""
    present: int


class PlannedItem(TypedDict):
    no: int
    kind: ItemKind
    variant: NotRequired[Variant]
    title: str
    roles: NotRequired[list[str]]
    state: ItemStatus
    planned_s: int
    added_s: NotRequired[int]
    started_at: NotRequired[float]
    actual_s: NotRequired[int]


class Queued(TypedDict):
    person: str
    name: str
    role: str
    spoken: NotRequired[Yes]
    no_phone: NotRequired[Yes]
    first: NotRequired[Yes]
    asked_at: float
    until: NotRequired[float]
    """Called, and may come until then."""
    declined: NotRequired[int]
    """How often."""


class Hint(TypedDict):
    at: float
    name: NotRequired[str]
    count: NotRequired[int]
    """Of those who ask for a break."""


class Shares(TypedDict):
    """Each 0 to 1."""

    seat_share: float
    people_share: float


class Control(TypedDict):
    by: NotRequired[str]
    gone_since: NotRequired[float]
    asked_by: NotRequired[str]
    consoles: int


class RulesInForce(TypedDict):
    queue_order: QueueOrder
    turn_guide_s: int
    leave_prompt_s: int
    group_by: GroupBy
    starters: int
    reactions: ReactionsTo
    projector: Projector
    smallest_group: int


class ConsoleOnly(TypedDict):
    word: NotRequired[ConsoleSpeaker]
    statement: NotRequired[Statement]
    harvest: NotRequired[dict[str, CountedContribution]]
    code: str
    blank: NotRequired[Yes]
    people: dict[str, Person]
    """Above 100 people only those without a phone, and those who sit or wait."""
    counts: Counts
    items: dict[str, PlannedItem]
    behind_s: int
    """Later than the sheet; less than 0: ahead."""
    circle: NotRequired[ConsoleCircle]
    queue: list[Queued]
    """In order, next first."""
    statements: dict[str, ConsoleStatement]
    contributions: NotRequired[dict[str, CountedContribution]]
    reactions: dict[SharedReaction, int]
    hints: dict[str, Hint]
    signals: dict[str, Hint]
    balance: dict[str, Shares]
    """By role."""
    control: Control
    undo: NotRequired[str]
    """The name of what can be undone."""
    rules: RulesInForce


class ConsoleView(Scene, ConsoleOnly):
    pass


class Watcher(TypedDict):
    """A console's own part."""

    console: str
    control: bool
    stage_token: NotRequired[str]
    """Of a stage, for a projector that shows no controls."""
