"""How a template is written down: one line an item, Dutch beside English."""

from dataclasses import replace
from typing import Any

from app.core.plan import Item, Plan, Role, Statement, Texts
from app.core.variants import ROLES, rules_for, with_unsaid
from app.core.vocabulary import ItemKind, Variant


def both(nl: str, en: str) -> Texts:
    return {"nl": nl, "en": en}


def item(
    id: str,
    kind: ItemKind,
    title: Texts,
    minutes: int,
    variant: Variant | None = None,
    question: Texts | None = None,
    roles: tuple[str, ...] = (),
    what_if: Texts | None = None,
    **changed: Any,
) -> "Sketch":
    """`changed`: parameters of the circle that differ from what its variant usually has."""
    rules = replace(rules_for(kind, variant), **changed)
    return Sketch(Item(id, kind, title, minutes * 60, variant, question or {}, roles, rules), what_if or {})


class Sketch:
    """An item whose note for the printed sheet is not yet in one language."""

    def __init__(self, item: Item, what_if: Texts) -> None:
        self.item, self.what_if = item, what_if

    def drawn(self, language: str) -> Item:
        return replace(self.item, what_if=self.what_if.get(language, self.what_if.get("nl", "")))


def plan(
    language: str,
    title: Texts,
    items: tuple[Sketch, ...],
    statements: tuple[Texts, ...] = (),
    item: str | None = None,
    roles: tuple[Role, ...] = ROLES,
) -> Plan:
    """A plan whose statements s1, s2 ... all belong to `item`."""
    return Plan(
        title.get(language, title["nl"]),
        language,
        with_unsaid(roles),
        tuple(one.drawn(language) for one in items),
        tuple(Statement(f"s{number}", text, item) for number, text in enumerate(statements, 1)),
    )
