"""docs/parameters.md: what can be set of a circle, of the descriptions in app/core/plan.py."""

from pathlib import Path

from app.core.plan import HEADINGS, PARAMETERS, Parameter
from app.core.variants import MINUTES, RULES
from app.texts import t

PAGE = Path(__file__).parents[2] / "docs/parameters.md"
HEAD = """# The parameters of a circle

Made of the types in `app/` by `make protocol`. Each item of a run sheet has its own; these are what a variant has by
itself, and where a cell is empty it has the default. The rules are told in [rules.md](rules.md).
"""


def made() -> dict[Path, str]:
    return {PAGE: "\n".join([HEAD, *_variants(), *(line for group in HEADINGS for line in _group(group))])}


def _variants() -> list[str]:
    minutes = " | ".join(f"{MINUTES[variant]} min" for variant in RULES)
    return [_row("", *_names()), _row(*["---"] * (len(RULES) + 1)), f"| planned | {minutes} |", ""]


def _names() -> list[str]:
    return [t("en", f"variant-{variant.replace('_', '-')}") for variant in RULES]


def _group(group: str) -> list[str]:
    return [
        f"## {t('en', f'rules-{group}')}",
        "",
        _row("parameter", "", "default", "may be", "rule", *_names()),
        _row(*["---"] * (len(RULES) + 5)),
        *(_line(PARAMETERS[name]) for name in HEADINGS[group]),
        "",
    ]


def _line(one: Parameter) -> str:
    own = [getattr(rules, one.name) for rules in RULES.values()]
    differing = ["" if value == one.default else _said(value) for value in own]
    link = f"[{one.serves}](rules.md#{one.serves.lower()})"
    return _row(f"`{one.name}`", t("en", one.text), _said(one.default), _bounds(one), link, *differing)


def _bounds(one: Parameter) -> str:
    if one.choices:
        return ", ".join(f"`{choice}`" for choice in one.choices)
    return "yes or no" if one.most is None else f"{one.least} to {one.most}"


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"`{value}`" if isinstance(value, str) else str(value)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
