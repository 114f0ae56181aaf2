"""A prepared session as programs write it: lenient to read, exact in what it becomes."""

from typing import Any

import pytest
from pydantic import ValidationError

from app.core.plan import UNSAID
from app.core.refusal import Refusal
from app.core.variants import RULES, rules_for
from app.plans import TEMPLATES
from app.web.plan_input import NewSession, SessionChange, prepared, revised


def given(**fields: Any) -> NewSession:
    return NewSession.model_validate({"title": "Avond", **fields})


def refusal(**fields: Any) -> Refusal:
    with pytest.raises(Refusal) as refused:
        prepared(given(**fields))
    return refused.value


def test_a_title_is_enough() -> None:
    plan = prepared(given())
    assert (plan.title, plan.language, plan.address, plan.items) == ("Avond", "nl", "u", ())
    assert [role.key for role in plan.roles] == [
        "resident",
        "confidant",
        "professional",
        "civil",
        "researcher",
        UNSAID,
    ]


def test_a_template_may_be_renamed_and_changed() -> None:
    plan = prepared(given(template="role_round", language="en", address="je", statements=["One thing."]))
    assert plan.title == "Avond" and plan.address == "je"
    assert plan.items == TEMPLATES["role_round"]("en").items
    assert [(one.id, one.text) for one in plan.statements] == [("s1", {"en": "One thing."})]
    assert prepared(NewSession.model_validate({"template": "symposium"})).title == "Symposium"


def test_an_item_needs_its_kind_only() -> None:
    plan = prepared(
        given(items=[{"kind": "circle"}, {"kind": "circle"}, {"kind": "listen_back"}, {"kind": "vote"}])
    )
    assert [item.id for item in plan.items] == ["circle", "circle-2", "listen-back", "vote"]
    assert [item.variant for item in plan.items] == ["open_chair", "open_chair", None, None]
    assert [item.planned_s for item in plan.items] == [900, 900, 600, 600]
    assert plan.items[2].rules == rules_for("listen_back", None)
    assert plan.items[0].title == {"nl": "Kring", "en": "Circle"}


def test_minutes_or_seconds_and_a_text_or_texts() -> None:
    items = [
        {"kind": "talk", "minutes": 2.5, "title": "Begin"},
        {"kind": "talk", "planned_s": 61, "title": {"nl": "Dan", "en": "Then"}},
    ]
    plan = prepared(given(run_sheet=items))
    assert [(item.planned_s, item.title) for item in plan.items] == [
        (150, {"nl": "Begin"}),
        (61, {"nl": "Dan", "en": "Then"}),
    ]


def test_rules_are_what_differs_from_the_usual() -> None:
    plan = prepared(
        given(items=[{"kind": "circle", "variant": "role_round", "rules": {"chairs": 8, "leave": False}}])
    )
    rules = plan.items[0].rules
    assert (rules.chairs, rules.leave) == (8, False)
    assert rules.chairs_most == RULES["role_round"].chairs_most and rules.group_by == "role"


def test_roles_of_its_own_are_filled_in() -> None:
    plan = prepared(
        given(roles=[{"key": "parent", "label": "Ouder"}, {"key": "civil", "label": {"nl": "Ambtenaar"}}])
    )
    assert [(role.key, role.shape) for role in plan.roles] == [
        ("parent", "circle"),
        ("civil", "triangle"),
        (UNSAID, "ring"),
    ]
    assert plan.roles[0].plural == {"nl": "Ouder"}
    assert plan.roles[1].plural["nl"] == "ambtenaren"


def test_a_usual_role_needs_its_key_only() -> None:
    plan = prepared(given(roles=["civil", {"key": "resident"}, "neighbour", UNSAID]))
    assert [role.label["nl"] for role in plan.roles] == [
        "Ambtenaar",
        "Bewoner",
        "neighbour",
        "Zonder rol",
    ]


def test_a_template_is_named_with_or_without_dashes() -> None:
    assert prepared(given(template="Role-round")) == prepared(given(template="role_round"))
    assert refusal(template="debate").values["templates"] == list(TEMPLATES)


@pytest.mark.parametrize(
    "seconds", [{"minutes": 0}, {"minutes": -5}, {"minutes": 1e300}, {"planned_s": 86401}, {"planned_s": 0}]
)
def test_an_impossible_time(seconds: dict[str, float]) -> None:
    refused = refusal(items=[{"kind": "talk", "id": "welcome", **seconds}])
    assert refused.code == "impossible_time" and refused.values["item"] == "welcome"


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ({"chairs": 0}, "impossible_chairs"),
        ({"chairs": 25}, "impossible_chairs"),
        ({"open_chairs": 6}, "impossible_chairs"),
        ({"call_timeout_s": 0}, "impossible_time"),
        ({"turn_guide_s": -1}, "impossible_time"),
        ({"smallest_group": 1}, "impossible_number"),
    ],
)
def test_impossible_rules(rules: dict[str, int], code: str) -> None:
    refused = refusal(items=[{"kind": "circle", "rules": rules}])
    assert refused.code == code and refused.values["item"] == "circle"


def test_what_refers_to_nothing() -> None:
    assert refusal(items=[{"kind": "talk", "roles": ["king"]}]).code == "unknown_role"
    assert refusal(statements=[{"text": "Waar.", "item": "vote"}]).code == "unknown_item"
    assert refusal(template="grand_debate").code == "unknown_template"
    assert refusal(items=[{"kind": "talk", "id": "a"}, {"kind": "vote", "id": "a"}]).code == "double_id"
    assert refusal(title="  ").code == "title_missing"
    assert refusal(statements=[{"text": " "}]).code == "statement_without_text"
    assert refusal(roles=[{"key": "a", "label": "A"}, {"key": "a", "label": "B"}]).code == "double_id"


@pytest.mark.parametrize(
    "fields",
    [
        {"items": [{"kind": "dance"}]},
        {"items": [{"kind": "talk", "rules": {"tables": 3}}]},
        {"items": [{"kind": "talk", "minutes": "soon"}]},
        {"language": "ar"},
        {"titel": "Avond"},
        {"title": "x" * 201},
        {"items": [{"kind": "talk"}] * 61},
        {"statements": [{"text": {"Dutch!": "Waar."}}]},
        {"roles": [{"key": "a b", "label": "A"}]},
    ],
)
def test_what_cannot_be_read(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        given(**fields)


def test_a_change_leaves_the_rest() -> None:
    plan = TEMPLATES["open_fishbowl"]("nl")
    changed = revised(plan, SessionChange.model_validate({"subtitle": "derde keer"}))
    assert changed.subtitle == "derde keer"
    assert (changed.items, changed.statements, changed.title) == (plan.items, plan.statements, plan.title)
