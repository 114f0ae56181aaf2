"""A prepared session as programs write it, read into the core's Plan.

Lenient where a person writing JSON by hand would expect it: minutes or seconds, a title as one text or one a language,
ids and rules only where they matter. What it comes to is checked by the core like any other plan.
"""

from dataclasses import replace
from typing import Annotated, Any, Literal, get_type_hints

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, create_model

from app.core.plan import PARAMETERS, UNSAID, Item, Parameter, Plan, Role, Rules, Statement, Texts
from app.core.refusal import Refusal
from app.core.room import Room
from app.core.rules import sheet
from app.core.variants import MINUTES, rules_for
from app.core.vocabulary import (
    MOST_ITEMS,
    MOST_ROLES,
    MOST_STATEMENTS,
    SHAPES,
    Address,
    ItemKind,
    Shape,
    Variant,
)
from app.plans import TEMPLATES
from app.plans.people import roles as usual_roles
from app.plans.people import with_unsaid
from app.plans.writing import usual_title
from app.texts import DEFAULT, Known, t

MINUTES_OF_ANYTHING = 10
MOST_MINUTES = 1e5
"""More is as impossible, and still a whole number of seconds."""
COLORS = ("#0F6CBD", "#A4262C", "#4F7A28", "#6B3FA0", "#80622A", "#5C6B70")

Line = Annotated[str, Field(max_length=200)]
Text = Annotated[str, Field(max_length=1000)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Spoken = Text | dict[Language, Text]
"""A text in the session's language, or {language: text}."""


class Input(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def _explained(one: Parameter) -> Any:
    """Bounds that are shown and not checked here: the core refuses what is outside them, with a code."""
    bounds = {} if one.most is None else {"minimum": one.least, "maximum": one.most}
    about = t("en", one.text)
    return Field(default=None, description=f"{about} ({one.serves})", json_schema_extra=dict(bounds))


RulesInput = create_model(
    "RulesInput",
    __config__=ConfigDict(extra="forbid"),
    __doc__="The parameters that differ from what the item's kind and variant usually have.",
    **{name: (hint | None, _explained(PARAMETERS[name])) for name, hint in get_type_hints(Rules).items()},  # type: ignore[call-overload]
)


class RoleInput(Input):
    """A usual role's key says everything else."""

    key: Id
    label: Spoken = ""
    plural: Spoken = ""
    reason: Spoken = ""
    shape: Shape | None = None
    color: Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")] | None = None


class ItemInput(Input):
    kind: ItemKind
    id: Id | None = None
    title: Spoken = ""
    variant: Variant | None = None
    question: Spoken = ""
    minutes: Annotated[float, Field(allow_inf_nan=False)] | None = None
    planned_s: int | None = None
    roles: list[Id] = []
    rules: RulesInput | None = None  # type: ignore[valid-type]
    what_if: Text = ""


class StatementInput(Input):
    text: Spoken
    id: Id | None = None
    item: Id | None = None
    source: Text = ""
    source_id: Line = ""


class SessionInput(Input):
    """What may be changed of a session. Absent fields stay as they are."""

    title: Line | None = None
    subtitle: Line | None = None
    series: Line | None = None
    language: Known | None = None
    address: Address | None = None
    roles: Annotated[list[RoleInput | Id], Field(max_length=MOST_ROLES)] | None = None
    items: Annotated[
        list[ItemInput] | None,
        Field(max_length=MOST_ITEMS, validation_alias=AliasChoices("items", "run_sheet")),
    ] = None
    statements: Annotated[list[StatementInput | Text], Field(max_length=MOST_STATEMENTS)] | None = None


class NewSession(SessionInput):
    template: Line | None = None
    """The name of a template to start from."""


class SessionChange(SessionInput):
    state: Literal["lobby", "cancelled", "released"] | None = None
    """Open the doors, call it off, or let the record be read outside."""


def prepared(given: NewSession) -> Plan:
    """A new plan. Refusals: `unknown_template`, and all of `revised`."""
    language = given.language or DEFAULT
    if given.template is None:
        base = Plan("", language, usual_roles(), ())
    else:
        template = TEMPLATES.get(given.template.strip().lower().replace("-", "_"))
        if template is None:
            raise Refusal("unknown_template", template=given.template, templates=list(TEMPLATES))
        base = template(language)
    plan = revised(base, given)
    sheet.check(Room(), plan)
    return plan


def revised(plan: Plan, given: SessionInput) -> Plan:
    """`plan` with what is given changed. Refusals of numbers and items that can't be; the rest is the core's."""
    language = given.language or plan.language
    roles = plan.roles if given.roles is None else with_unsaid(_roles(given.roles, language))
    items = plan.items if given.items is None else _items(given.items, language)
    statements = plan.statements if given.statements is None else _statements(given.statements, language)
    known = {item.id for item in items}
    for statement in statements:
        if statement.item is not None and statement.item not in known:
            raise Refusal("unknown_item", statement=statement.id)
    return replace(
        plan,
        title=plan.title if given.title is None else given.title.strip(),
        subtitle=plan.subtitle if given.subtitle is None else given.subtitle.strip(),
        series=plan.series if given.series is None else given.series.strip(),
        language=language,
        address=given.address or plan.address,
        roles=roles,
        items=items,
        statements=statements,
    )


def usual_minutes(kind: ItemKind, variant: Variant | None) -> int:
    return MINUTES[variant or "open_chair"] if kind == "circle" else MINUTES_OF_ANYTHING


def free_id(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with the first number behind it that is not taken."""
    if wanted not in taken:
        return wanted
    return next(id for number in range(2, len(taken) + 3) if (id := f"{wanted}-{number}") not in taken)


def _texts(given: Spoken, language: str) -> Texts:
    texts = given if isinstance(given, dict) else {language: given}
    return {key: text.strip() for key, text in texts.items() if text.strip()}


def _roles(given: list[RoleInput | str], language: str) -> tuple[Role, ...]:
    usual = {role.key: role for role in usual_roles()}
    written = [one if isinstance(one, RoleInput) else RoleInput(key=one) for one in given]
    keys = [one.key for one in written]
    if len(set(keys)) < len(keys):
        raise Refusal("double_id")
    roles = []
    for number, one in enumerate(written):
        known = usual.get(one.key)
        label = _texts(one.label, language) or (known.label if known else {language: one.key})
        shape = "ring" if one.key == UNSAID else SHAPES[number % (len(SHAPES) - 1)]
        roles.append(
            Role(
                one.key,
                label,
                _texts(one.plural, language) or (known.plural if known else label),
                _texts(one.reason, language) or (known.reason if known else label),
                one.shape or (known.shape if known else shape),
                one.color or (known.color if known else COLORS[number % (len(COLORS) - 1)]),
            )
        )
    return tuple(roles)


def _items(given: list[ItemInput], language: str) -> tuple[Item, ...]:
    taken = {one.id for one in given if one.id}
    items = []
    for one in given:
        id = one.id
        if id is None:
            id = free_id(one.kind.replace("_", "-"), taken)
            taken.add(id)
        variant = (one.variant or "open_chair") if one.kind == "circle" else None
        seconds = one.planned_s
        if seconds is None:
            minutes = usual_minutes(one.kind, variant) if one.minutes is None else one.minutes
            seconds = round(min(max(minutes, -1), MOST_MINUTES) * 60)
        items.append(
            Item(
                id,
                one.kind,
                _texts(one.title, language) or usual_title(one.kind),
                seconds,
                variant,
                _texts(one.question, language),
                tuple(dict.fromkeys(one.roles)),
                replace(rules_for(one.kind, variant), **_given(one.rules)),
                one.what_if.strip(),
            )
        )
    return tuple(items)


def _given(rules: object) -> dict[str, Any]:
    return rules.model_dump(exclude_none=True) if isinstance(rules, BaseModel) else {}


def _statements(given: list[StatementInput | str], language: str) -> tuple[Statement, ...]:
    """Those without an id get s1, s2 ... as the console's do."""
    written = [one if isinstance(one, StatementInput) else StatementInput(text=one) for one in given]
    taken = {one.id for one in written if one.id}
    free = (id for number in range(1, len(written) * 2 + 1) if (id := f"s{number}") not in taken)
    return tuple(
        Statement(
            one.id or next(free),
            _texts(one.text, language),
            one.item,
            one.source.strip(),
            one.source_id.strip(),
        )
        for one in written
    )
