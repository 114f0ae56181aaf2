"""The evening of the demo: the template's role round in less than half an hour, or in as much time as asked."""

from dataclasses import replace

from app.core.plan import Item, Plan
from app.plans import TEMPLATES
from app.texts import choose, t

HALF_MINUTE = 30
EVENING_S = 25 * 60
SWAPS = {"role-round-2": "civil"}
"""In the second role round the civil servants take over from the professionals half-way."""
SHARES = {
    "check-in": 8,
    "role-round": 18,
    "listen-back": 10,
    "role-round-2": 16,
    "listen-back-2": 8,
    "circle": 18,
    "statements": 12,
    "harvest": 8,
    "check-out": 4,
}
"""How much of the time each item gets. Statements take what they take at any length, so theirs is large."""


def plan(language: str, pace: float = 1.0) -> Plan:
    """The run sheet, `pace` times as fast as 25 minutes."""
    template = TEMPLATES["role_round"](language)
    items = (_first_half(item) for item in template.items)
    return replace(
        template,
        title=t(choose([language], "en"), "demo-title"),
        items=tuple(_in_time(item, pace) for item in items),
    )


def _first_half(item: Item) -> Item:
    return replace(item, roles=("professional",)) if item.id in SWAPS else item


def _in_time(item: Item, pace: float) -> Item:
    """Items and the waiting in them go together, or at a high pace nobody would have the time to answer."""
    rules = replace(
        item.rules,
        call_timeout_s=_seconds(item.rules.call_timeout_s / pace),
        turn_guide_s=_seconds(item.rules.turn_guide_s / 3 / pace),
        leave_prompt_s=_seconds(item.rules.leave_prompt_s / pace),
        idle_chair_s=_seconds(item.rules.idle_chair_s / pace),
    )
    length = EVENING_S * SHARES[item.id] / sum(SHARES.values())
    return replace(item, planned_s=_seconds(length / pace, HALF_MINUTE), rules=rules)


def _seconds(length: float, whole: int = 1) -> int:
    """In steps of `whole` where that is nothing to the length."""
    step = whole if length >= 2 * whole else 1
    return max(1, round(length / step) * step)
