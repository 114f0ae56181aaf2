"""Organisers' pages: sessions, from making one to the last thing that can be done with it."""

import re
from typing import Any

import pytest

from app.core.actor import Actor
from app.core.messages.people import Join
from app.core.messages.session import StartSession
from app.core.plan import UNSAID
from app.plans import TEMPLATES
from app.texts import LANGUAGES
from tests.web.site import CONSOLE, YES, Site

TABS = ("", "/sheet", "/statements", "/settings", "/print", "/record", "/delete", "/cancel")


def test_an_empty_list_says_how_to_begin(organising: Site) -> None:
    page = organising.open("/organise")
    assert "Er is nog geen bijeenkomst" in page.text and "/organise/new" in page.addresses


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_every_template_reads_well_in_both_languages(
    organising: Site, template: str, language: str
) -> None:
    id = organising.make_session(template, "Avond & ochtend <1>", language=language)
    for tab in TABS:
        assert "Avond & ochtend <1>" in organising.open(f"/organise/s/{id}{tab}", language=language).text
    for item in organising.room(id).plan.items:
        organising.open(f"/organise/s/{id}/items/{item.id}", language=language)
    organising.open("/organise", language=language)
    organising.open("/organise/new", language=language)


def test_a_session_from_a_template_with_links_that_are_shown_once(organising: Site) -> None:
    location = organising.sends(
        "/organise/new", {"template": "role_round", "title": "Avond", "language": "en", "address": "je"}
    )
    page = organising.open(location)
    stage, console = (
        next(one for one in page.addresses if f"/{name}#" in one) for name in ("stage", "console")
    )
    room = organising.room(re.search(r"/s/(\w+)\?", location).group(1))  # type: ignore[union-attr]
    assert (room.plan.title, room.plan.language, room.plan.address) == ("Avond", "en", "je")
    assert room.plan.items == TEMPLATES["role_round"]("en").items
    assert f"http://testserver/s/{room.code}" in page.addresses
    assert len(stage.partition("#")[2]) >= 22 and len(console.partition("#")[2]) >= 22
    again = organising.open(location.partition("?")[0])
    assert not any("#" in one and "console" in one for one in again.addresses)


def test_keys_are_those_of_the_session_and_new_ones_replace_them(organising: Site) -> None:
    location = organising.sends(
        "/organise/new", {"template": "symposium", "title": "A", "language": "nl", "address": "u"}
    )
    id = location.partition("?")[0].rpartition("/")[2]

    def keys(location: str) -> list[str]:
        addresses = organising.open(location.partition("#")[0]).addresses
        return [
            one.partition("#")[2] for name in ("stage", "console") for one in addresses if f"/{name}#" in one
        ]

    def opens(key: str) -> Any:
        return organising.run(organising.services.sessions.check_key, id, key)

    old = keys(location)
    assert [opens(key) for key in old] == ["stage", "console"]
    new = keys(organising.sends(f"/organise/s/{id}/keys"))
    assert [opens(key) for key in new] == ["stage", "console"]
    assert [opens(key) for key in old] == [None, None]
    other = organising.make_session()
    assert not any(
        "#" in one and "console" in one for one in organising.open(location.replace(id, other)).addresses
    )


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"title": "  "}, "title", ""),
        ({"title": "x" * 201}, "title", ""),
        ({"template": "dance"}, "template", "sjabloon"),
    ],
)
def test_a_session_that_cannot_be_made(
    organising: Site, changed: dict[str, str], field: str, sentence: str
) -> None:
    fields = {"template": "symposium", "title": "Avond", "language": "en", "address": "je", **changed}
    page = organising.refused("/organise/new", fields)
    assert f"{field}-sorry" in page.ids and sentence in page.text
    assert (page.fields["title"], page.fields["language"], page.fields["address"]) == (
        fields["title"],
        "en",
        "je",
    )


def test_what_needs_attention_comes_first(organising: Site) -> None:
    draft, live, closed, lobby, gone = (
        organising.make_session(title=f"Avond {title}")
        for title in ("concept", "bezig", "dicht", "open", "afgelast")
    )
    organising.does(live, StartSession())
    organising.evening(closed)
    organising.sends(f"/organise/s/{lobby}/state", {"to": "lobby"})
    organising.sends(f"/organise/s/{gone}/state", {"to": "cancelled"})

    def order() -> list[str]:
        titles = re.findall(r"Avond (\w+)", organising.open("/organise").text)
        return list(dict.fromkeys(titles))

    assert order() == ["bezig", "open", "dicht", "concept", "afgelast"]
    assert "Verslag nog niet opgehaald" in organising.open("/organise").text
    organising.send(
        f"/organise/s/{closed}/record/download", {"format": "json", "why": "onderzoek", "level": "open"}
    )
    assert order() == ["bezig", "open", "concept", "afgelast", "dicht"]
    assert "Verslag nog niet opgehaald" not in organising.open("/organise").text
    assert organising.room(draft).state == "draft"


# The session itself


def test_settings_are_saved_as_they_are_shown(organising: Site) -> None:
    id = organising.make_session()
    path = f"/organise/s/{id}/settings"
    before = organising.room(id).plan
    organising.sends(path, organising.open(path).form())
    assert organising.room(id).plan == before


def test_settings_and_roles_are_changed(organising: Site) -> None:
    id = organising.make_session()
    path = f"/organise/s/{id}/settings"
    form = organising.open(path).form()
    changes = {
        "title": "Samen",
        "subtitle": "derde keer",
        "series": "Oost",
        "language": "en",
        "address": "je",
    }
    organising.sends(
        path,
        {**form, **changes, "label_nl:resident": "Buur", "label_nl:new": "Ouder", "label_en:new": "Parent"},
    )
    plan = organising.room(id).plan
    assert (plan.title, plan.subtitle, plan.series, plan.language, plan.address) == (
        "Samen",
        "derde keer",
        "Oost",
        "en",
        "je",
    )
    assert plan.roles[0].label["nl"] == "Buur"
    assert [role.key for role in plan.roles[-2:]] == ["ouder", UNSAID]
    organising.sends(path, {**organising.open(path).form(), "do": "remove:researcher"})
    assert "researcher" not in {role.key for role in organising.room(id).plan.roles}
    assert "Samen" in organising.open("/organise").text


def test_a_role_that_somebody_has_stays(organising: Site) -> None:
    id = organising.make_session()
    organising.does(id, Join("civil", YES), Actor("phone", ""))
    path = f"/organise/s/{id}/settings"
    page = organising.refused(path, {**organising.open(path).form(), "title": "Nieuw", "do": "remove:civil"})
    assert "roles-sorry" in page.ids and page.fields["title"] == "Nieuw"
    page = organising.refused(path, {**page.form(), "title": "", "do": "save"})
    assert "title-sorry" in page.ids


def test_the_printed_sheet_has_a_clock_and_a_what_if(organising: Site) -> None:
    page = organising.open(f"/organise/s/{organising.make_session('role_round')}/print")
    for text in (
        "0:00",
        "0:15",
        "0:35",
        "Wat als",
        "Het wordt een debat",
        "1. Ik weet bij wie ik terechtkan",
    ):
        assert text in page.text


# Copy, doors, calling off, deleting


def test_a_copy_has_the_plan_and_nothing_that_happened(organising: Site) -> None:
    id = organising.make_session()
    organising.evening(id)
    copy = organising.sends(f"/organise/s/{id}/copy").partition("?")[0].rpartition("/")[2]
    old, new = organising.room(id), organising.room(copy)
    assert new.plan.title == "Kopie van Een avond" and new.plan.items == old.plan.items
    assert (new.state, new.joined) == ("draft", 0) and new.code != old.code


def test_doors_are_opened_and_an_evening_is_called_off(organising: Site) -> None:
    id = organising.make_session()
    organising.sends(f"/organise/s/{id}/state", {"to": "lobby"})
    assert organising.room(id).state == "lobby"
    assert "state-sorry" in organising.refused(f"/organise/s/{id}/state", {"to": "lobby"}, 409).ids
    assert "Afgelast" not in organising.open(f"/organise/s/{id}").text.partition("Overzicht")[0]
    organising.open(f"/organise/s/{id}/cancel")
    organising.sends(f"/organise/s/{id}/state", {"to": "cancelled"})
    assert "Afgelast" in organising.open(f"/organise/s/{id}").text
    organising.refused(f"/organise/s/{id}/state", {"to": "released"}, 409)
    assert organising.send(f"/organise/s/{id}/state", {"to": "party"}).status_code == 422


def test_deleting_says_what_will_be_lost_and_then_it_is(organising: Site) -> None:
    id = organising.make_session()
    organising.evening(id)
    code = organising.room(id).code
    page = organising.open(f"/organise/s/{id}/delete")
    assert (
        "8 onderdelen en 3 stellingen" in page.text
        and "6 mensen" in page.text
        and "het verslag van" in page.text
    )
    assert organising.sends(f"/organise/s/{id}/delete") == "/organise?done=deleted"
    organising.open(f"/organise/s/{id}", 404)
    organising.open(f"/s/{code}", 404)
    assert "weg" in organising.open("/organise?done=deleted").text
    assert organising.client.get(f"/organise/s/{id}/qr.svg").status_code == 404


def test_a_notice_is_one_of_ours(organising: Site) -> None:
    assert "gekaapt" not in organising.open("/organise?done=gekaapt").text
    assert CONSOLE.id == "organiser"
