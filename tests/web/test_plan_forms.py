"""A plan as forms show and send it: nothing typed is lost, and what is wrong is said beside its field."""

from typing import Any

from starlette.datastructures import FormData, UploadFile

from app.core.plan import UNSAID, Item, Plan
from app.core.variants import rules_for
from app.plans import TEMPLATES
from app.web import plan_forms
from app.web.plan_forms import read_item, read_roles, read_statements

PLAN: Plan = TEMPLATES["open_fishbowl"]("nl")
CIRCLE: Item = PLAN.items[2]


def sent(values: dict[str, Any], **changed: Any) -> FormData:
    """What a browser sends for a page that shows `values`, after `changed` was typed."""
    pairs: list[tuple[str, str | UploadFile]] = []
    for name, value in {**values, **changed}.items():
        if isinstance(value, list):
            pairs += [(name, one) for one in value]
        elif isinstance(value, bool):
            pairs += [(name, "on")] if value else []
        elif value is not None:
            pairs.append((name, str(value)))
    return FormData(pairs)


def test_an_item_that_is_not_touched_stays_the_same() -> None:
    for item in (*PLAN.items, *TEMPLATES["role_round"]("en").items, *TEMPLATES["incident"]("nl").items):
        assert read_item(sent(plan_forms.item_values(item)), item) == (item, {})


def test_every_field_of_an_item_can_be_changed() -> None:
    values = plan_forms.item_values(CIRCLE)
    form = sent(
        values, title_nl="Anders", minutes="12,5", roles=["resident"], what_if="Wacht.", rule_chairs="7",
        rule_queue=False, rule_projector="first_names", question_en="Why?",
    )  # fmt: skip
    item, mistakes = read_item(form, CIRCLE)
    assert mistakes == {}
    assert (item.title["nl"], item.planned_s, item.roles, item.what_if) == (
        "Anders",
        750,
        ("resident",),
        "Wacht.",
    )
    assert (item.rules.chairs, item.rules.queue, item.rules.projector) == (7, False, "first_names")
    assert item.question["en"] == "Why?"


def test_another_variant_brings_its_usual_rules_unless_they_were_changed() -> None:
    values = plan_forms.item_values(CIRCLE)
    item, _ = read_item(sent(values, variant="samoan"), CIRCLE)
    assert item.rules == rules_for("circle", "samoan")
    item, _ = read_item(sent(values, variant="samoan", rule_chairs="6"), CIRCLE)
    assert item.rules.chairs == 6 and item.rules.open_chairs == CIRCLE.rules.open_chairs
    item, _ = read_item(sent(values, variant="samoan", rule_chairs="6", do="usual"), CIRCLE)
    assert item.rules == rules_for("circle", "samoan")


def test_what_is_wrong_is_said_beside_its_field() -> None:
    form = sent(
        plan_forms.item_values(CIRCLE), title_nl="", title_en="", minutes="een uur", rule_call_timeout_s="1",
        rule_starters="veel", what_if="x" * 1001,
    )  # fmt: skip
    _, mistakes = read_item(form, CIRCLE)
    assert {field: code for field, (code, _) in mistakes.items()} == {
        "title_nl": "title_missing",
        "minutes": "impossible_time",
        "rule_call_timeout_s": "impossible_time",
        "rule_starters": "impossible_number",
        "what_if": "text_too_long",
    }
    typed = plan_forms.typed_item(form, CIRCLE)
    assert (typed["minutes"], typed["rule_starters"], typed["title_nl"]) == ("een uur", "veel", "")


def test_a_tick_that_was_taken_away_stays_away_when_shown_again() -> None:
    typed = plan_forms.typed_item(sent(plan_forms.item_values(CIRCLE), rule_take_free=False), CIRCLE)
    assert typed["rule_take_free"] is False and typed["rule_leave"]


def statements_form(plan: Plan, **changed: Any) -> FormData:
    rows = {
        f"{field}:{row['id']}": value
        for row in plan_forms.statement_values(plan.statements)
        for field, value in row.items()
        if field not in ("id", "source_id")
    }
    return sent(rows, **changed)


def test_statements_stay_and_a_new_one_is_added() -> None:
    assert read_statements(statements_form(PLAN), PLAN) == (PLAN.statements, {})
    added = {"text_nl:new": "Nieuw.", "item:new": "statements", "source:new": "Zoals ik het zei"}
    statements, mistakes = read_statements(statements_form(PLAN, **added), PLAN)
    assert mistakes == {}
    assert (statements[3].id, statements[3].text, statements[3].item) == (
        "s4",
        {"nl": "Nieuw."},
        "statements",
    )
    assert statements[3].source == "Zoals ik het zei"


def test_a_statement_without_text() -> None:
    _, mistakes = read_statements(statements_form(PLAN, **{"text_nl:s2": " ", "text_en:s2": ""}), PLAN)
    assert mistakes == {"text_nl:s2": ("statement_without_text", {})}
    _, mistakes = read_statements(statements_form(PLAN, **{"source:new": "Alleen een bron"}), PLAN)
    assert mistakes == {"text_nl:new": ("statement_without_text", {})}


def test_a_new_role_comes_before_the_one_that_says_nothing() -> None:
    roles, mistakes = read_roles(FormData([("label_nl:new", "Ouder & kind")]), PLAN)
    assert mistakes == {}
    assert [role.key for role in roles[-2:]] == ["ouder-kind", UNSAID]
    assert roles[-2].plural == {"nl": "Ouder & kind"}


def test_moving_stops_at_the_ends() -> None:
    assert plan_forms.moved((1, 2, 3), 0, 1) == (2, 1, 3)
    assert plan_forms.moved((1, 2, 3), 0, -1) == (1, 2, 3)
    assert plan_forms.moved((1, 2, 3), 2, 1) == (1, 2, 3)
    assert plan_forms.moved((1, 2, 3), -1, 1) == (1, 2, 3)


def test_minutes_are_written_short() -> None:
    assert [plan_forms.minutes(seconds) for seconds in (600, 90, 61, 6000)] == ["10", "1.5", "1.02", "100"]
