"""What a record looks like: every key, its type and what it means, told once.

`record` and `measures` give these, `app/export` reads them, and app/export/record.schema.json is made of them by
`make protocol`: docstrings become its descriptions, so they are written for whoever reads a record. A dictionary over a
vocabulary has each of its words as a key.
"""

from typing import Annotated, Literal, NotRequired, TypedDict

from app.core.limits import Count, Like, OneOf, Within
from app.core.plan import Rules
from app.core.rules.suppression import ShownGroup
from app.core.vocabulary import (
    AmendmentKind,
    Choice,
    HarvestKind,
    ItemKind,
    ItemStatus,
    Level,
    QueueOutcome,
    SessionState,
    Shape,
    SharedReaction,
    Silence,
    StatementStatus,
    Variant,
    VoteMode,
)

Seconds = Annotated[float, "Since the opening; before it, below 0."]
Length = Annotated[float, Within(least=0)]
"""In seconds."""
Share = Annotated[float, Within(least=0, most=1)]
Moment = Annotated[str, Within(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$")]
Pseudonym = Annotated[str, Within(pattern="^p[1-9][0-9]*$")]
Sha256 = Annotated[str, Within(pattern="^[0-9a-f]{64}$")]
TextsTold = Annotated[dict[str, str], "One text by language."]


class HeadCount(TypedDict):
    joined: Count
    """With a phone."""
    without_phone: Count
    present: Count
    """At the end."""


class Gap(TypedDict):
    from_s: Seconds
    to_s: Seconds


class SessionHead(TypedDict):
    id: str
    code: str
    title: str
    subtitle: str
    series: str
    language: str
    level: Level
    """open: without what would show too few people; restricted: all there is, by pseudonym."""
    state: SessionState
    opened_at: Moment | None
    closed_at: Moment | None
    people: HeadCount
    smallest_group: Annotated[int, Within(least=2)]
    """No group smaller than this is shown by itself."""
    off_record: list[Gap]
    """Stretches of which nothing was kept but that they were."""


class RoleRow(TypedDict):
    key: str
    label: TextsTold
    shape: Shape
    color: str
    joined: Count
    present: Count
    without_phone: Count


class RunRow(TypedDict):
    from_s: Seconds
    to_s: Seconds | None
    paused_s: Length
    added_s: int


class ItemRow(TypedDict):
    id: str
    kind: ItemKind
    variant: Variant | None
    title: TextsTold
    question: TextsTold
    roles: list[str]
    """Who might sit or speak; empty: everybody."""
    state: ItemStatus
    planned_s: Annotated[int, Within(above=0)]
    started_at: Moment | None
    ended_at: Moment | None
    actual_s: Length | None
    """Over all runs, pauses included."""
    deviation_s: float | None
    """actual_s minus planned_s."""
    runs: list[RunRow]
    rules: Annotated[dict[str, int | bool | str], Like(Rules)]
    """The parameters in force."""


class SeatingRow(TypedDict):
    person: Pseudonym
    role: str
    chair: Annotated[int, Within(least=1)]
    item: str | None
    from_s: Seconds
    to_s: Seconds | None


class TurnRow(TypedDict):
    person: Pseudonym
    role: str
    item: str | None
    from_s: Seconds
    to_s: Seconds | None


class QueueRow(TypedDict):
    person: Pseudonym
    role: str
    item: str | None
    asked_s: Seconds
    called_s: Seconds | None
    outcome: QueueOutcome
    wait_s: Length | None
    """Until the first call, or until sitting down or being heard uncalled."""
    declined: Count
    """How often a call was answered with: not now."""


class ReactionRow(TypedDict):
    from_s: Seconds
    kind: SharedReaction
    count: Annotated[int, Within(least=1)]


class SilenceRow(TypedDict):
    roles: list[str]
    reason: Silence


class VoteRow(TypedDict):
    opened_s: Seconds
    closed_s: Seconds
    eligible: Count
    mode: VoteMode
    by_hand: Count
    """Of the totals: entered from hands or paper."""
    totals: dict[Choice, Count]
    """Exact, over everybody."""
    by_role: list[Annotated[ShownGroup, OneOf(("counts", "almost", "mixed"))]]
    """Answers without skips. almost: everybody, or all but one."""
    suppressed: list[SilenceRow]


class StatementRow(TypedDict):
    id: str
    source_id: str
    source: str
    """The own words it came from."""
    item: str | None
    state: StatementStatus
    text: TextsTold
    votes: list[VoteRow]


class HarvestRow(TypedDict):
    id: str
    kind: HarvestKind
    text: str
    """ "withdrawn" once it was taken back."""
    at_s: Seconds
    noted: bool
    """Written down by the note-taker."""
    shown: bool
    endorsed: Count
    person: NotRequired[Pseudonym | None]


class AmendmentRow(TypedDict):
    id: str
    kind: AmendmentKind
    text: str
    at: Moment


class Measure(TypedDict):
    definition: str
    """What the number says; read it before the number."""
    n: Count
    """How many people, turns or waits it is about."""


class ShareOfTime(TypedDict):
    role: str
    n: Count
    seconds: Length
    share_of_time: Share | None
    share_of_people: Share
    ratio: Annotated[float, Within(least=0)] | None


class TimeByRole(Measure):
    total_s: Length
    by_role: list[ShareOfTime]


class VoicesOfRole(TypedDict):
    role: str
    n: Count
    value: Count


class Voices(Measure):
    value: Count
    by_role: list[VoicesOfRole]


class Spread(Measure):
    value: Share | None
    median_s: Length | None
    top_fifth_share: Share | None


class WaitOfRole(TypedDict):
    role: str
    n: Count
    median_s: Length


class Waits(Measure):
    median_s: Length | None
    declined: Count
    expired: Count
    by_role: list[WaitOfRole]


class FirstRole(TypedDict):
    item: str
    role: str


class FirstRoles(Measure):
    by_item: list[FirstRole]


class Measures(TypedDict):
    seat_time: TimeByRole
    turn_time: TimeByRole
    voices_heard: Voices
    seat_time_gini: Spread
    wait: Waits
    first_role: FirstRoles


class Integrity(TypedDict):
    algorithm: Literal["sha256"]
    record: Sha256
    """Of the record without `integrity`, as JSON with sorted keys and no spaces, in UTF-8."""
    journal: Sha256
    """Of the journal's lines "position moment kind"."""
    events: Count


class Unsealed(TypedDict):
    """A record before `export.seal`."""

    schema_version: Literal[1]
    session: SessionHead
    roles: list[RoleRow]
    items: list[ItemRow]
    seatings: list[SeatingRow]
    turns: list[TurnRow]
    queue: list[QueueRow]
    reactions: list[ReactionRow]
    """By half minute and kind; a person counts once in each."""
    statements: list[StatementRow]
    harvest: list[HarvestRow]
    amendments: list[AmendmentRow]
    measures: Measures


class Record(Unsealed):
    """Made anew from the session's journal. `_s` are seconds since the opening, or lengths in seconds; `_at` are
    moments in UTC (ISO 8601). `person` is a pseudonym of this session alone."""

    integrity: Integrity
