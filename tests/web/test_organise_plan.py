"""The plan of a session in the organiser's pages: its run sheet, its items, its statements."""

from app.core.messages.session import StartItem, StartSession
from app.core.messages.statements import AddStatement, CloseStatement, OpenStatement
from app.plans import TEMPLATES
from tests.web.site import Site

# The run sheet


def test_times_are_changed_on_the_run_sheet(organising: Site) -> None:
    id = organising.make_session()
    form = organising.open(f"/organise/s/{id}/sheet").form()
    organising.sends(f"/organise/s/{id}/sheet", {**form, "minutes:circle": "25", "minutes:welcome": "7,5"})
    planned = {item.id: item.planned_s for item in organising.room(id).plan.items}
    assert (planned["circle"], planned["welcome"], planned["check-in"]) == (1500, 450, 600)


def test_an_impossible_time_is_said_beside_it_and_nothing_typed_is_lost(organising: Site) -> None:
    id = organising.make_session()
    before = organising.room(id).plan
    form = organising.open(f"/organise/s/{id}/sheet").form()
    for wrong in ("0", "-5", "1441", "lang", "", "nan", "inf"):
        page = organising.refused(
            f"/organise/s/{id}/sheet", {**form, "minutes:circle": wrong, "minutes:welcome": "33"}
        )
        assert "minutes-circle-sorry" in page.ids and "Nog niet bewaard" in page.text
        assert (page.fields["minutes:circle"], page.fields["minutes:welcome"]) == (wrong, "33")
    assert organising.room(id).plan == before


def test_items_are_moved_added_and_removed(organising: Site) -> None:
    id = organising.make_session("incident")
    path = f"/organise/s/{id}/sheet"

    def press(do: str, **more: str) -> str:
        return organising.sends(path, {**organising.open(path).form(), "do": do, **more})

    def ids() -> list[str]:
        return [item.id for item in organising.room(id).plan.items]

    assert press("down:choose") == f"{path}?done=saved#item-choose"
    assert ids()[:2] == ["facts", "choose"]
    press("up:choose")
    press("up:choose")
    assert ids()[:2] == ["choose", "facts"]
    press("remove:analysis")
    assert ids() == ["choose", "facts", "advice", "harvest", "check-out"]
    assert press("add", kind="circle") == f"/organise/s/{id}/items/circle?done=added"
    press("add", kind="check_out")
    assert ids()[-2:] == ["circle", "check-out-2"]
    press("up:nothing")
    press("dance:choose")


def test_statements_of_a_removed_item_stay_without_one(organising: Site) -> None:
    id = organising.make_session()
    path = f"/organise/s/{id}/sheet"
    organising.sends(path, {**organising.open(path).form(), "do": "remove:statements"})
    assert [(one.id, one.item) for one in organising.room(id).plan.statements] == [
        ("s1", None),
        ("s2", None),
        ("s3", None),
    ]


# One item


def test_an_item_is_saved_as_it_is_shown(organising: Site) -> None:
    for template in TEMPLATES:
        id = organising.make_session(template)
        before = organising.room(id).plan
        for item in before.items:
            path = f"/organise/s/{id}/items/{item.id}"
            assert (
                organising.sends(path, organising.open(path).form())
                == f"/organise/s/{id}/sheet?done=saved#item-{item.id}"
            )
        assert organising.room(id).plan == before


def test_an_item_is_changed_with_its_parameters(organising: Site) -> None:
    id = organising.make_session()
    path = f"/organise/s/{id}/items/circle"
    form = organising.open(path).form()
    form.pop("rule_take_free")
    changes = {
        "title_nl": "Wat speelt er?",
        "minutes": "12",
        "roles": ["resident", "civil"],
        "rule_chairs": "8",
    }
    organising.sends(path, {**form, **changes, "rule_projector": "first_names", "what_if": "Rust."})
    item = organising.room(id).planned("circle")
    assert item is not None
    assert (item.title["nl"], item.planned_s, item.roles, item.what_if) == (
        "Wat speelt er?",
        720,
        ("resident", "civil"),
        "Rust.",
    )
    assert (item.rules.chairs, item.rules.projector, item.rules.take_free) == (8, "first_names", False)


def test_another_form_of_circle_brings_its_parameters(organising: Site) -> None:
    id = organising.make_session()
    path = f"/organise/s/{id}/items/circle"
    form = organising.open(path).form()
    assert organising.sends(path, {**form, "variant": "samoan"}) == f"{path}?done=rules"
    page = organising.open(f"{path}?done=rules")
    assert page.fields["rule_chairs"] == "4" and "gewone instellingen" in page.text
    organising.sends(path, {**page.form(), "rule_chairs": "6"})
    assert organising.sends(path, {**organising.open(path).form(), "do": "usual"}) == f"{path}?done=rules"
    assert organising.open(path).fields["rule_chairs"] == "4"
    assert organising.sends(path, {**organising.open(path).form(), "kind": "talk"}) == f"{path}?done=rules"
    item = organising.room(id).planned("circle")
    assert item is not None and (item.kind, item.variant) == ("talk", None)


def test_what_is_wrong_with_an_item_is_said_beside_its_field(organising: Site) -> None:
    id = organising.make_session()
    path = f"/organise/s/{id}/items/circle"
    before = organising.room(id).plan
    form = organising.open(path).form()
    form.pop("rule_leave")
    page = organising.refused(
        path,
        {
            **form,
            "title_nl": "Getypt",
            "minutes": "0",
            "rule_call_timeout_s": "2",
            "rule_chairs": "veel",
            "roles": ["civil"],
        },
    )
    assert {"minutes-sorry", "rule_call_timeout_s-sorry", "rule_chairs-sorry"} <= set(page.ids)
    assert (page.fields["title_nl"], page.fields["rule_chairs"]) == ("Getypt", "veel")
    assert page.chosen["roles"] == ["civil"] and "rule_leave" not in page.chosen
    page = organising.refused(path, {**form, "rule_chairs": "3", "rule_open_chairs": "5"})
    assert "rule_chairs-sorry" in page.ids
    page = organising.refused(path, {**form, "roles": ["king"]})
    assert "item-sorry" in page.ids
    assert organising.room(id).plan == before


def test_what_has_begun_stays_as_it_was(organising: Site) -> None:
    """S1, while the evening runs."""
    id = organising.make_session()
    organising.does(id, StartSession())
    organising.does(id, StartItem("welcome"))
    path = f"/organise/s/{id}/items/welcome"
    page = organising.open(path)
    assert "al geweest of nu bezig" in page.text
    page = organising.refused(path, {**page.form(), "minutes": "44"})
    assert "item-sorry" in page.ids and page.fields["minutes"] == "44"
    later = f"/organise/s/{id}/items/circle"
    organising.sends(later, {**organising.open(later).form(), "minutes": "44"})
    planned = organising.room(id).planned("circle")
    assert planned is not None and planned.planned_s == 2640


def test_an_item_that_is_not_there(organising: Site) -> None:
    id = organising.make_session()
    organising.open(f"/organise/s/{id}/items/nowhere", 422)
    organising.open("/organise/s/nowhere", 404)
    assert organising.send("/organise/s/nowhere/sheet").status_code == 404


# Statements


def test_statements_are_saved_as_they_are_shown(organising: Site) -> None:
    id = organising.make_session("statements_only")
    path = f"/organise/s/{id}/statements"
    before = organising.room(id).plan
    organising.sends(path, organising.open(path).form())
    assert organising.room(id).plan == before


def test_statements_are_added_changed_moved_and_removed(organising: Site) -> None:
    id = organising.make_session()
    path = f"/organise/s/{id}/statements"

    def press(**changes: str) -> str:
        return organising.sends(path, {**organising.open(path).form(), **changes})

    new = {
        "text_nl:new": "Ik durf iets te zeggen.",
        "text_en:new": "I dare to say something.",
        "source:new": "“Ik durf”",
    }
    assert press(do="add", **{**new, "item:new": "statements"}) == f"{path}?done=saved#new"
    press(**{"text_en:s1": "Something new.", "item:s1": ""})
    press(do="up:s4")
    press(do="remove:s2")
    statements = organising.room(id).plan.statements
    assert [one.id for one in statements] == ["s1", "s4", "s3"]
    assert statements[0].text["en"] == "Something new." and statements[0].item is None
    assert (statements[1].text, statements[1].source, statements[1].item) == (
        {"nl": "Ik durf iets te zeggen.", "en": "I dare to say something."}, "“Ik durf”", "statements",
    )  # fmt: skip


def test_a_statement_without_text_keeps_the_rest_as_typed(organising: Site) -> None:
    id = organising.make_session()
    path = f"/organise/s/{id}/statements"
    form = organising.open(path).form()
    page = organising.refused(
        path, {**form, "text_nl:s2": "", "text_en:s2": "", "text_nl:s1": "Anders.", "source:new": "Bron"}
    )
    assert "text_nl-s2-sorry" in page.ids and "text_nl-new-sorry" in page.ids
    assert (page.fields["text_nl:s1"], page.fields["source:new"]) == ("Anders.", "Bron")
    assert organising.room(id).plan.statements[0].text["nl"] == "Vanavond hoorde ik iets nieuws."


def test_V8_a_statement_that_was_voted_on_stays_and_one_from_the_console_is_kept(organising: Site) -> None:
    id = organising.make_session()
    organising.does(id, StartSession())
    organising.does(id, OpenStatement("s1"))
    organising.does(id, CloseStatement("s1"))
    organising.does(id, AddStatement({"nl": "In de zaal bedacht."}))
    path = f"/organise/s/{id}/statements"
    page = organising.open(path)
    assert "Over gestemd" in page.text and "text_nl:s1" not in page.fields
    assert page.fields["text_nl:s4"] == "In de zaal bedacht."
    organising.sends(path, {**page.form(), "text_nl:s2": "Anders."})
    room = organising.room(id)
    texts = [one.statement.text["nl"] for one in sorted(room.statements.values(), key=lambda one: one.number)]
    assert texts[1] == "Anders." and texts[3] == "In de zaal bedacht."
    form = organising.open(f"/organise/s/{id}/sheet").form()
    organising.sends(f"/organise/s/{id}/sheet", form)
    assert "s4" in organising.room(id).statements
