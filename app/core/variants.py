"""The six variants of a fishbowl, as data (domain.md section 3)."""

from app.core.plan import Rules
from app.core.vocabulary import ItemKind, Variant

RULES: dict[Variant, Rules] = {
    "open_chair": Rules(chairs=5, open_chairs=1, take_free=True),
    "tap_in": Rules(chairs=5, take_free=True, tap_in=True, queue=False),
    "closed_rotation": Rules(chairs=5, queue=False, group_by="count"),
    "role_round": Rules(
        chairs=6, chairs_by_group=True, chairs_most=10, take_free=True, queue=False, group_by="role"
    ),
    "user_experience": Rules(chairs=5, queue=False, leave=False),
    "samoan": Rules(chairs=4, take_free=True, queue=False, turn_guide_s=0),
}
"""The parameters a facilitator expects of each variant."""

MINUTES: dict[Variant, int] = {
    "open_chair": 15,
    "tap_in": 15,
    "closed_rotation": 10,
    "role_round": 20,
    "user_experience": 15,
    "samoan": 45,
}
"""Planned minutes of a circle; the user-experience variant goes on with items of 4, 15 and 10."""

FORMER: dict[Variant, tuple[Rules, ...]] = {}
"""What RULES gave a variant in earlier versions, in full: a plan that still has it was not changed by hand."""

LISTEN_BACK = Rules(queue=True)
"""In a listen-back the circle stays seated and the outer circle is called to say what it heard."""

TALK = Rules(chairs=0)


def rules_for(kind: ItemKind, variant: Variant | None) -> Rules:
    """The default parameters of a run-sheet item."""
    if kind == "circle":
        return RULES[variant or "open_chair"]
    return LISTEN_BACK if kind == "listen_back" else TALK


def as_usual(rules: Rules, kind: ItemKind, variant: Variant | None) -> bool:
    """Whether an item has what its kind and variant have by themselves, or had on the day it was planned."""
    former = FORMER.get(variant or "open_chair", ()) if kind == "circle" else ()
    return rules == rules_for(kind, variant) or rules in former
