"""What is prepared before an evening: roles, the run sheet with its rules, the statements.

A plan is data that the organiser edits and the journal keeps whole in `Prepared`. It knows nothing of who came
or what happened; that is `room`.
"""

from dataclasses import dataclass, field, fields
from typing import Any, get_args

from app.core.refusal import Code
from app.core.vocabulary import (
    MOST_CHAIRS,
    Address,
    GroupBy,
    ItemKind,
    Projector,
    QueueOrder,
    ReactionsTo,
    Shape,
    Variant,
)

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
class Parameter:
    """One field of Rules, as the check, the forms, the API and the docs read it.

    serves: the rule it is for (docs/rules.md). variants: those it does something in; empty: every circle. least, most:
    of a whole number, in seconds where the name ends in `_s`. choices: of a word. Neither: yes or no.
    """

    name: str
    default: int | bool | str
    serves: str
    variants: tuple[Variant, ...] = ()
    least: int = 0
    most: int | None = None
    choices: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The key of its words on a screen; those of a choice have it and the choice behind it."""
        return f"rule-{self.name.replace('_', '-')}"

    def fits(self, value: int) -> bool:
        return self.most is None or self.least <= value <= self.most

    @property
    def refusal(self) -> Code:
        if self.name.endswith("_s"):
            return "impossible_time"
        return "impossible_chairs" if "chairs" in self.name else "impossible_number"


def _number(default: int, least: int, most: int, serves: str, *variants: Variant) -> Any:
    about = {"serves": serves, "variants": variants, "least": least, "most": most}
    return field(default=default, metadata=about)


def _yes_no(default: bool, serves: str, *variants: Variant) -> Any:
    return field(default=default, metadata={"serves": serves, "variants": variants})


def _choice(default: str, vocabulary: Any, serves: str, *variants: Variant) -> Any:
    return field(
        default=default, metadata={"serves": serves, "variants": variants, "choices": get_args(vocabulary)}
    )


@dataclass(frozen=True, slots=True)
class Rules:
    """The parameters of a circle. All times in whole seconds."""

    chairs: int = _number(5, 0, MOST_CHAIRS, "C1")
    chairs_by_group: bool = _yes_no(False, "C5", "role_round")
    """As many chairs as the group that sits has people, between `chairs` and `chairs_most`."""
    chairs_most: int = _number(10, 1, MOST_CHAIRS, "C5", "role_round")
    open_chairs: int = _number(0, 0, MOST_CHAIRS, "C4", "open_chair")
    case_giver_chairs: int = _number(0, 0, MOST_CHAIRS, "C7")
    """Chairs, of those in `chairs`, whose occupant is never rotated out (C7)."""
    take_free: bool = _yes_no(False, "C3", "open_chair", "tap_in", "role_round", "samoan")
    """A participant may sit down in a free chair without being called."""
    tap_in: bool = _yes_no(False, "C3", "tap_in")
    """A participant may take the place of somebody who is not speaking."""
    queue: bool = _yes_no(True, "Q1", "open_chair")
    """Participants may ask to speak."""
    leave: bool = _yes_no(True, "C4")
    """Somebody in the circle may stand up of their own accord."""
    group_by: GroupBy = _choice("none", GroupBy, "C5", "closed_rotation", "role_round")
    """Who sits together: nobody by rule, a role, or groups counted off in the order people came."""
    queue_order: QueueOrder = _choice("not_yet_spoken_first", QueueOrder, "Q2", "open_chair")
    call_timeout_s: int = _number(30, 5, 600, "Q4", "open_chair")
    turn_guide_s: int = _number(180, 0, 3600, "T2")
    leave_prompt_s: int = _number(60, 10, 3600, "C4", "open_chair")
    idle_chair_s: int = _number(45, 10, 3600, "C6", "open_chair")
    starters: int = _number(2, 0, MOST_CHAIRS, "C6", "open_chair")
    reactions: ReactionsTo = _choice("facilitator", ReactionsTo, "R1")
    projector: Projector = _choice("roles", Projector, "X5")
    smallest_group: int = _number(5, 2, 100, "V7")
    swap_chairs: bool = _yes_no(True, "C5", "closed_rotation", "role_round")
    """Chairs are really swapped; otherwise the swap is only announced."""


PARAMETERS: dict[str, Parameter] = {
    one.name: Parameter(one.name, getattr(Rules(), one.name), **one.metadata) for one in fields(Rules)
}
HEADINGS: dict[str, tuple[str, ...]] = {
    "chairs": ("chairs", "open_chairs", "case_giver_chairs", "chairs_by_group", "chairs_most"),
    "way": ("group_by", "take_free", "tap_in", "leave", "swap_chairs"),
    "queue": ("queue", "queue_order", "call_timeout_s", "starters"),
    "time": ("turn_guide_s", "leave_prompt_s", "idle_chair_s"),
    "screen": ("projector", "reactions", "smallest_group"),
}
"""The parameters in the order and under the headings that a person looks for them."""


def parameters_of(kind: ItemKind) -> dict[str, tuple[Parameter, ...]]:
    """Those that matter for an item of this kind, by heading."""
    headings = {"circle": tuple(HEADINGS), "listen_back": ("queue", "screen")}.get(kind, ("screen",))
    return {heading: tuple(PARAMETERS[name] for name in HEADINGS[heading]) for heading in headings}


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
