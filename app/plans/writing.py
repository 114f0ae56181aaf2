"""How a template is written down: a line an item, and its words in evenings.ftl.

The words of an item are under "evening-<template>-<item>": its title there, "-question" and "-what-if" behind it. What
has no title of its own is called what its kind is; a question and a note for the printed sheet are there or not.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from app.core.plan import Item, Plan, Statement, Texts
from app.core.variants import rules_for
from app.core.vocabulary import ItemKind, Variant
from app.plans.people import roles
from app.texts import DEFAULT, choose, everywhere, has, t


@dataclass(frozen=True)
class Sketch:
    """An item without its words. Where they are not under its own id: `words` is the id they are under, `title` and
    `question` the whole key of a text that several evenings share."""

    item: Item
    words: str
    title: str
    question: str

    def drawn(self, template: str, language: str) -> Item:
        key = f"evening-{template}-{self.words}"
        note = f"{key}-what-if"
        return replace(
            self.item,
            title=everywhere(self.title) if self.title else _there(key) or usual_title(self.item.kind),
            question=everywhere(self.question) if self.question else _there(f"{key}-question"),
            what_if=t(choose([language]), note) if has(DEFAULT, note) else "",
        )


def item(
    id: str,
    kind: ItemKind,
    minutes: int,
    variant: Variant | None = None,
    roles: tuple[str, ...] = (),
    words: str = "",
    title: str = "",
    question: str = "",
    **changed: Any,
) -> Sketch:
    """`changed`: parameters of the circle that differ from what its variant usually has."""
    rules = replace(rules_for(kind, variant), **changed)
    return Sketch(Item(id, kind, {}, minutes * 60, variant, {}, roles, rules), words or id, title, question)


def template(
    name: str, *items: Sketch, statements: int = 0, item: str | None = None
) -> Callable[[str], Plan]:
    """language -> a plan called "template-<name>", in which so many statements, s1, s2 ..., all belong to `item`."""

    def plan(language: str) -> Plan:
        return Plan(
            t(choose([language]), f"template-{name}"),
            language,
            roles(),
            tuple(one.drawn(name, language) for one in items),
            tuple(
                Statement(f"s{number}", everywhere(f"evening-{name}-statement-{number}"), item)
                for number in range(1, statements + 1)
            ),
        )

    return plan


def usual_title(kind: ItemKind) -> Texts:
    """What an item of this kind is called."""
    return everywhere(f"kind-{kind}")


def _there(key: str) -> Texts:
    return everywhere(key) if has(DEFAULT, key) else {}
