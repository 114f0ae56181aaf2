"""Every template can be run as it is, in both languages."""

from dataclasses import replace

import pytest

from app.core.plan import UNSAID, Plan
from app.core.room import Room
from app.core.rules import sheet
from app.core.rules.sheet import within_bounds
from app.plans import TEMPLATES
from app.texts import LANGUAGES, has
from app.wire import read_plan, write_plan

EVERY = [(name, language) for name in TEMPLATES for language in LANGUAGES]


@pytest.fixture(params=EVERY, ids=lambda one: f"{one[0]}-{one[1]}")
def plan(request: pytest.FixtureRequest) -> Plan:
    name, language = request.param
    return TEMPLATES[name](language)


def test_a_template_is_a_plan_that_can_be_run(plan: Plan) -> None:
    sheet.check(Room(), plan)
    for item in plan.items:
        within_bounds(item)
    assert read_plan(write_plan(plan)) == plan


def test_a_template_speaks_both_languages(plan: Plan) -> None:
    for texts in (*(item.title for item in plan.items), *(one.text for one in plan.statements)):
        assert set(texts) == set(LANGUAGES)
        assert all(text.strip() for text in texts.values())
    for item in plan.items:
        assert set(item.question) in (set(), set(LANGUAGES))


def test_a_template_has_the_role_that_says_nothing_and_ends_in_a_round(plan: Plan) -> None:
    assert plan.roles[-1].key == UNSAID
    assert plan.items[-1].kind == "check_out"


def test_statements_belong_to_an_item_that_is_there(plan: Plan) -> None:
    items = {item.id: item.kind for item in plan.items}
    assert all(items[one.item or ""] == "vote" for one in plan.statements)


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_if_is_in_the_language_asked_for(name: str) -> None:
    dutch, english = TEMPLATES[name]("nl"), TEMPLATES[name]("en")
    assert [item.what_if == "" for item in dutch.items] == [item.what_if == "" for item in english.items]
    assert any(item.what_if for item in dutch.items)
    assert [replace(item, what_if="") for item in dutch.items] == [
        replace(item, what_if="") for item in english.items
    ]


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_is_named_and_described(name: str, language: str) -> None:
    key = f"template-{name.replace('_', '-')}"
    assert has(language, key) and has(language, f"{key}-about")
