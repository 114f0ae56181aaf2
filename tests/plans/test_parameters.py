"""The parameters of a circle are described once, and whoever checks, shows or explains them reads that."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import FormData

from app.core import variants
from app.core.plan import HEADINGS, PARAMETERS, Parameter, Plan, Rules
from app.core.refusal import Refusal
from app.core.room import Room
from app.core.rules.sheet import check
from app.core.variants import RULES, as_usual, rules_for
from app.core.vocabulary import Variant
from app.plans import TEMPLATES
from app.texts import LANGUAGES, has
from app.web import plan_forms
from app.web.plan_input import RulesInput

PLAN: Plan = TEMPLATES["open_fishbowl"]("nl")
CIRCLE = next(item for item in PLAN.items if item.kind == "circle")
NUMBERS = [one for one in PARAMETERS.values() if one.most is not None]
USUAL = sorted((Path(__file__).parent / "usual").glob("*.json"))
"""What RULES gave, by version: a file more whenever a default moves."""


def test_every_parameter_stands_under_one_heading() -> None:
    placed = [name for names in HEADINGS.values() for name in names]
    assert sorted(placed) == sorted(PARAMETERS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", PARAMETERS.values(), ids=lambda one: one.name)
def test_every_parameter_and_choice_has_words(one: Parameter, language: str) -> None:
    keys = [one.text, *(f"{one.text}-{choice.replace('_', '-')}" for choice in one.choices)]
    assert [key for key in keys if not has(language, key)] == []


@pytest.mark.parametrize("one", NUMBERS, ids=lambda one: one.name)
def test_what_is_out_of_bounds_is_refused_by_the_core_and_said_beside_the_field(one: Parameter) -> None:
    assert one.fits(int(one.default)) and one.most is not None
    for wrong in (one.least - 1, one.most + 1):
        changed: dict[str, Any] = {one.name: wrong}
        item = replace(CIRCLE, rules=replace(CIRCLE.rules, **changed))
        items = tuple(item if each is CIRCLE else each for each in PLAN.items)
        with pytest.raises(Refusal) as refused:
            check(Room(), replace(PLAN, items=items))
        assert (refused.value.code, refused.value.values["field"]) == (one.refusal, one.name)
        form = FormData([(f"rule_{one.name}", str(wrong))])
        _, mistakes = plan_forms.read_item(form, CIRCLE)
        assert mistakes[f"rule_{one.name}"][1] == {"least": one.least, "most": one.most}


def test_programs_are_told_every_parameter_with_its_bounds_and_rule() -> None:
    described = RulesInput.model_json_schema()["properties"]
    assert set(described) == set(PARAMETERS)
    for name, one in PARAMETERS.items():
        assert one.serves in described[name]["description"]
        assert described[name].get("maximum") == one.most


@pytest.mark.parametrize("recorded", USUAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("variant", RULES)
def test_what_was_usual_on_the_day_of_a_plan_was_not_changed_by_hand(
    variant: Variant, recorded: Path
) -> None:
    usual = json.loads(recorded.read_text())
    if variant in usual:
        assert as_usual(Rules(**usual[variant]), "circle", variant)


def test_the_newest_defaults_are_recorded() -> None:
    usual = json.loads(USUAL[-1].read_text())
    assert {name: Rules(**rules) for name, rules in usual.items()} == RULES


def test_a_stored_plan_stays_as_usual_when_a_default_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = rules_for("circle", "samoan")
    moved = replace(stored, chairs=5)
    monkeypatch.setitem(variants.RULES, "samoan", moved)
    assert not as_usual(stored, "circle", "samoan")
    monkeypatch.setitem(variants.FORMER, "samoan", (stored,))
    assert as_usual(stored, "circle", "samoan") and as_usual(moved, "circle", "samoan")
    assert not as_usual(replace(stored, chairs=7), "circle", "samoan")
