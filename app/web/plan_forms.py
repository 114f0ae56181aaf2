"""A plan as an organiser's forms show and send it: flat fields of text, one item or list of rows at a time.

Reading a form never loses what was typed: it gives what could be read and, for each field that could not, the code of
what is wrong, so that the page can be shown again as it was. What a plan may be is the core's to say.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, TypeVar, get_type_hints

from starlette.datastructures import FormData

from app.core.plan import UNSAID, Item, Plan, Role, Rules, Statement, Texts, parameters_of
from app.core.refusal import Refusal
from app.core.room import Room
from app.core.variants import as_usual, rules_for
from app.core.vocabulary import (
    ITEM_KINDS,
    MOST_ITEM_S,
    MOST_LINE,
    MOST_TEXT,
    SHAPES,
    VARIANTS,
    Address,
)
from app.plans.people import with_unsaid
from app.texts import LANGUAGES
from app.web.plan_input import COLORS, free_id

T = TypeVar("T")

Values = dict[str, Any]
Mistakes = dict[str, tuple[str, dict[str, Any]]]
"""Field -> (code, values for its sentence)."""


def current(room: Room) -> Plan:
    """The plan as it stands, with the statements that were added from the console."""
    in_order = sorted(room.statements.values(), key=lambda one: one.number)
    return replace(room.plan, statements=tuple(one.statement for one in in_order))


# An item


def item_values(item: Item) -> Values:
    return {
        **{f"title_{language}": item.title.get(language, "") for language in LANGUAGES},
        **{f"question_{language}": item.question.get(language, "") for language in LANGUAGES},
        "kind": item.kind,
        "variant": item.variant or "open_chair",
        "minutes": minutes(item.planned_s),
        "roles": list(item.roles),
        "what_if": item.what_if,
        **{f"rule_{name}": getattr(item.rules, name) for name in get_type_hints(Rules)},
    }


def typed_item(form: FormData, item: Item) -> Values:
    """The same fields as they were typed, to show them again."""
    ticks = {
        f"rule_{one.name}": False
        for own in parameters_of(item.kind).values()
        for one in own
        if isinstance(one.default, bool)
    }
    return {
        **item_values(item),
        **ticks,
        **{name: str(value) for name, value in form.items() if name != "roles"},
        "roles": [str(role) for role in form.getlist("roles")],
    }


def read_item(form: FormData, item: Item) -> tuple[Item, Mistakes]:
    """`item` with the form's fields. Choosing another kind or variant brings its usual parameters along, unless the
    old ones had been changed by hand."""
    mistakes: Mistakes = {}
    kind = _one_of(form, "kind", ITEM_KINDS, item.kind)
    variant = _one_of(form, "variant", VARIANTS, item.variant or "open_chair") if kind == "circle" else None
    rules = _rules(form, item, mistakes)
    if (kind, variant) != (item.kind, item.variant) and as_usual(rules, item.kind, item.variant):
        rules = rules_for(kind, variant)
    if form.get("do") == "usual":
        rules = rules_for(kind, variant)
    title = _texts(form, "title", MOST_LINE, mistakes)
    if not title and not any(field.startswith("title_") for field in mistakes):
        mistakes[f"title_{LANGUAGES[0]}"] = ("title_missing", {})
    return (
        replace(
            item,
            kind=kind,
            variant=variant,
            title=title,
            question=_texts(form, "question", MOST_TEXT, mistakes),
            planned_s=read_minutes(form, "minutes", item.planned_s, mistakes),
            roles=tuple(str(role) for role in form.getlist("roles")),
            rules=rules,
            what_if=_text(form, "what_if", MOST_TEXT, mistakes),
        ),
        mistakes,
    )


def _rules(form: FormData, item: Item, mistakes: Mistakes) -> Rules:
    changed: dict[str, Any] = {}
    for one in (one for own in parameters_of(item.kind).values() for one in own):
        field = f"rule_{one.name}"
        if one.choices:
            changed[one.name] = _one_of(form, field, one.choices, getattr(item.rules, one.name))
        elif one.most is None:
            changed[one.name] = field in form
        else:
            number = _whole(form.get(field))
            if number is None or not one.fits(number):
                code = "impossible_time" if one.refusal == "impossible_time" else "impossible_number"
                mistakes[field] = (code, {"least": one.least, "most": one.most})
            else:
                changed[one.name] = number
    return replace(item.rules, **changed)


def minutes(seconds: int) -> str:
    """As few characters as say it: "10", "2.5"."""
    return f"{seconds / 60:.2f}".rstrip("0").rstrip(".")


def read_minutes(form: FormData, field: str, otherwise: int, mistakes: Mistakes) -> int:
    """Seconds; with a comma or a point."""
    typed = str(form.get(field, "")).strip().replace(",", ".")
    try:
        value = float(typed)
    except ValueError:
        value = 0.0
    if not 0 < value <= MOST_ITEM_S / 60:
        mistakes[field] = ("impossible_time", {})
        return otherwise
    return round(value * 60)


# The order of things: the same for items, statements and roles


def moved(rows: tuple[T, ...], at: int, by: Literal[-1, 1]) -> tuple[T, ...]:
    """`rows` with the one at `at` a place up or down; unchanged at the ends."""
    to = at + by
    if not (0 <= at < len(rows) and 0 <= to < len(rows)):
        return rows
    changed = list(rows)
    changed[at], changed[to] = changed[to], changed[at]
    return tuple(changed)


# Statements

NEW_STATEMENT = Statement("new", {})


def statement_values(statements: tuple[Statement, ...]) -> list[Values]:
    return [
        {
            "id": one.id,
            **{f"text_{language}": one.text.get(language, "") for language in LANGUAGES},
            "item": one.item or "",
            "source": one.source,
            "source_id": one.source_id,
        }
        for one in statements
    ]


def blank(rows: list[Values], form: FormData | None = None) -> Values:
    """The empty row for a new one, or what was typed in it. `rows`: at least one, for its fields."""
    typed = form or FormData()
    return {field: typed.get(f"{field}:new", "") for field in rows[0]}


def typed_rows(form: FormData, rows: list[Values]) -> list[Values]:
    """Rows as they were typed: a row's fields are called "<field>:<id>"."""
    return [{field: form.get(f"{field}:{row['id']}", value) for field, value in row.items()} for row in rows]


def read_statements(form: FormData, plan: Plan) -> tuple[tuple[Statement, ...], Mistakes]:
    """The statements with the form's fields, and a new one if its row was filled in."""
    mistakes: Mistakes = {}
    statements = []
    for one in plan.statements:
        if f"text_{LANGUAGES[0]}:{one.id}" in form:
            statements.append(_statement(form, one, plan, mistakes))
        else:
            statements.append(one)
    filled = _statement(form, NEW_STATEMENT, plan, {})
    if filled.text or filled.source:
        statements.append(replace(_statement(form, NEW_STATEMENT, plan, mistakes), id=_next_id(plan)))
    return tuple(statements), mistakes


def _statement(form: FormData, one: Statement, plan: Plan, mistakes: Mistakes) -> Statement:
    texts = _texts(form, "text", MOST_TEXT, mistakes, f":{one.id}")
    if not texts and not any(field.endswith(f":{one.id}") for field in mistakes):
        mistakes[f"text_{LANGUAGES[0]}:{one.id}"] = ("statement_without_text", {})
    item = str(form.get(f"item:{one.id}", ""))
    return replace(
        one,
        text={**{key: text for key, text in one.text.items() if key not in LANGUAGES}, **texts},
        item=item if any(planned.id == item for planned in plan.items) else None,
        source=_text(form, f"source:{one.id}", MOST_TEXT, mistakes),
    )


def _next_id(plan: Plan) -> str:
    numbers = [int(one.id[1:]) for one in plan.statements if one.id[:1] == "s" and one.id[1:].isdigit()]
    return f"s{max(numbers, default=0) + 1}"


# The session itself and its roles


def session_values(plan: Plan) -> Values:
    return {
        "title": plan.title,
        "subtitle": plan.subtitle,
        "series": plan.series,
        "language": plan.language,
        "address": plan.address,
    }


def role_values(plan: Plan) -> list[Values]:
    return [
        {
            "id": role.key,
            **{f"label_{language}": role.label.get(language, "") for language in LANGUAGES},
            **{f"plural_{language}": role.plural.get(language, "") for language in LANGUAGES},
            **{f"reason_{language}": role.reason.get(language, "") for language in LANGUAGES},
            "shape": role.shape,
            "color": role.color,
        }
        for role in plan.roles
    ]


def read_session(form: FormData, plan: Plan) -> tuple[Plan, Mistakes]:
    mistakes: Mistakes = {}
    address: Address = "je" if form.get("address") == "je" else "u"
    return (
        replace(
            plan,
            title=_text(form, "title", MOST_LINE, mistakes),
            subtitle=_text(form, "subtitle", MOST_LINE, mistakes),
            series=_text(form, "series", MOST_LINE, mistakes),
            language=_one_of(form, "language", LANGUAGES, plan.language),
            address=address,
        ),
        mistakes,
    )


def read_roles(form: FormData, plan: Plan) -> tuple[tuple[Role, ...], Mistakes]:
    """The roles with the form's fields, and a new one before "I'd rather not say" if its row was filled in."""
    mistakes: Mistakes = {}
    roles = [_role(form, role, mistakes) for role in plan.roles if role.key != UNSAID]
    number = len(roles) % (len(SHAPES) - 1)
    new = _role(form, Role("new", {}, {}, {}, SHAPES[number], COLORS[number]), {})
    if new.label:
        taken = {role.key for role in plan.roles}
        key = free_id(_slug(next(iter(new.label.values()))), taken)
        roles.append(replace(_role(form, replace(new, shape=SHAPES[number]), mistakes), key=key))
    unsaid = [_role(form, role, mistakes) for role in plan.roles if role.key == UNSAID]
    return with_unsaid((*roles, *unsaid)), mistakes


def _role(form: FormData, role: Role, mistakes: Mistakes) -> Role:
    suffix = f":{role.key}"
    if f"label_{LANGUAGES[0]}{suffix}" not in form:
        return role
    label = _texts(form, "label", MOST_LINE, mistakes, suffix)
    if not label:
        mistakes[f"label_{LANGUAGES[0]}{suffix}"] = ("text_missing", {})
    return replace(
        role,
        label=label,
        plural=_texts(form, "plural", MOST_LINE, mistakes, suffix) or label,
        reason=_texts(form, "reason", MOST_LINE, mistakes, suffix) or label,
        shape=_one_of(form, f"shape{suffix}", SHAPES, role.shape),
    )


def _slug(label: str) -> str:
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in label.lower())
    return "-".join(part for part in kept.split("-") if part)[:30] or "role"


# One field


def of_refusal(refusal: Refusal, field: str) -> Mistakes:
    """A refusal of the core beside the field it is about: its own where it says so, else `field`."""
    named = refusal.values.get("field")
    fields = {"title_missing": "title", "impossible_time": "minutes", "impossible_chairs": "rule_chairs"}
    return {f"rule_{named}" if named else fields.get(refusal.code, field): (refusal.code, refusal.values)}


def _texts(form: FormData, field: str, most: int, mistakes: Mistakes, suffix: str = "") -> Texts:
    texts = {one: _text(form, f"{field}_{one}{suffix}", most, mistakes) for one in LANGUAGES}
    return {language: text for language, text in texts.items() if text}


def _text(form: Mapping[str, Any], field: str, most: int, mistakes: Mistakes) -> str:
    text = str(form.get(field, "")).replace("\r\n", "\n").strip()
    if len(text) > most:
        mistakes[field] = ("text_too_long", {"most": most})
    return text


def _one_of(form: Mapping[str, Any], field: str, choices: tuple[T, ...], otherwise: T) -> T:
    typed = form.get(field)
    return next((choice for choice in choices if choice == typed), otherwise)


def _whole(typed: Any) -> int | None:
    text = str(typed or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
