"""What is prepared before an evening: roles, the run sheet with its rules, the statements.

A plan is data that the organiser edits and the journal keeps whole in `Prepared`. It knows nothing of who came
or what happened; that is `room`.
"""

from dataclasses import dataclass, field

from app.core.vocabulary import Address, GroupBy, ItemKind, Projector, QueueOrder, ReactionsTo, Shape, Variant

Texts = dict[str, str]
"""One text in several languages: {language code: text}."""

UNSAID = "unsaid"
"""The role of whoever would rather not say; always there, whatever the session's own list."""


@dataclass(frozen=True, slots=True)
class Role:
    """A position people speak from. `label` is one person ("Bewoner"), `plural` the group ("bewoners"), `reason`
    the phone's answer to "why are you here?"."""

    key: str
    label: Texts
    plural: Texts
    reason: Texts
    shape: Shape
    color: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The parameters of a circle (domain.md section 3). All times in whole seconds."""

    chairs: int = 5
    chairs_by_group: bool = False
    """As many chairs as the group that sits has people, between `chairs` and `chairs_most`."""
    chairs_most: int = 10
    open_chairs: int = 0
    case_giver_chairs: int = 0
    """Chairs, of those in `chairs`, whose occupant is never rotated out (C7)."""
    take_free: bool = False
    """A participant may sit down in a free chair without being called."""
    tap_in: bool = False
    """A participant may take the place of somebody who is not speaking."""
    queue: bool = True
    """Participants may ask to speak."""
    leave: bool = True
    """Somebody in the circle may stand up of their own accord."""
    group_by: GroupBy = "none"
    """Who sits together: nobody by rule, a role, or groups counted off in the order people came."""
    queue_order: QueueOrder = "not_yet_spoken_first"
    call_timeout_s: int = 30
    turn_guide_s: int = 180
    leave_prompt_s: int = 60
    idle_chair_s: int = 45
    starters: int = 2
    reactions: ReactionsTo = "facilitator"
    projector: Projector = "roles"
    smallest_group: int = 5
    swap_chairs: bool = True
    """Chairs are really swapped; otherwise the swap is only announced."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the run sheet. `roles` are those who may sit or speak; empty means everybody."""

    id: str
    kind: ItemKind
    title: Texts
    planned_s: int
    variant: Variant | None = None
    question: Texts = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    rules: Rules = field(default_factory=Rules)
    what_if: str = ""
    """The organiser's own note, for the printed run sheet."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The sentence voted on, per language, beside the source in somebody's own words (V8)."""

    id: str
    text: Texts
    item: str | None = None
    source: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole prepared session. `address` is how people are spoken to in Dutch: *u* or *je*."""

    title: str
    language: str
    roles: tuple[Role, ...]
    items: tuple[Item, ...]
    statements: tuple[Statement, ...] = ()
    subtitle: str = ""
    series: str = ""
    address: Address = "u"

    def role(self, key: str) -> Role | None:
        return next((role for role in self.roles if role.key == key), None)


def say(texts: Texts, language: str, otherwise: str) -> str:
    """The text in `language`, else in `otherwise` (the session's own), else in whichever there is, else ""."""
    return texts.get(language) or texts.get(otherwise) or next(iter(texts.values()), "")
