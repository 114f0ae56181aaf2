"""The first organiser, logging in and out, and how guessing is slowed down."""

import pytest

from app.web.who import COOKIE
from tests.web.conftest import Hands
from tests.web.site import PASSWORD, Site


def log_in(site: Site, password: str = PASSWORD, name: str = "Organisator", **more: str) -> int:
    return site.send("/organise/login", {"name": name, "password": password, **more}).status_code


def test_the_first_start_announces_a_link_for_the_first_organiser(site: Site) -> None:
    (link,) = site.announced
    address, _, key = link.partition("#")
    assert address.endswith("/organise/first") and len(key) >= 22
    page = site.open("/organise/first")
    assert {"key", "name", "password", "again"} <= set(page.fields)
    site.make_organiser()
    assert "Bijeenkomsten" in site.open("/organise").text


def test_the_link_works_once(site: Site) -> None:
    site.make_organiser()
    key = site.announced[0].partition("#")[2]
    fields = {"key": key, "name": "Ander", "password": PASSWORD, "again": PASSWORD}
    assert "sleutel klopt niet" in site.refused("/organise/first", fields).text
    site.client.cookies.clear()
    assert site.client.get("/organise/first", follow_redirects=False).headers["location"] == "/organise/login"


def test_once_there_is_an_organiser_nothing_is_announced(make_site: object, organising: Site) -> None:
    again: Site = make_site()  # type: ignore[operator]
    assert again.announced == []
    assert log_in(again) == 303


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"key": "geraden"}, "sleutel klopt niet"),
        ({"password": "kort", "again": "kort"}, "ten minste 10 tekens"),
        ({"again": "iets heel anders"}, "niet gelijk"),
        ({"name": " "}, "naam of e-mailadres"),
    ],
)
def test_a_first_organiser_that_cannot_be_made(site: Site, changed: dict[str, str], sentence: str) -> None:
    key = site.announced[0].partition("#")[2]
    fields = {"key": key, "name": "Organisator", "password": PASSWORD, "again": PASSWORD, **changed}
    page = site.refused("/organise/first", fields)
    assert sentence in page.text
    assert page.fields["name"] == fields["name"] and page.fields["password"] == ""
    site.make_organiser()


def test_every_organisers_page_asks_to_log_in_first(site: Site) -> None:
    for path in (
        "/organise",
        "/organise/new",
        "/organise/s/x",
        "/organise/s/x/sheet",
        "/organise/s/x/record",
    ):
        response = site.client.get(path, follow_redirects=False)
        assert response.status_code == 303
        assert response.headers["location"] == f"/organise/login?next={path.replace('/', '%2F')}"
    assert site.send("/organise/new").headers["location"] == "/organise/login?next=%2Forganise"


def test_logging_in_goes_on_where_it_was_asked(organising: Site) -> None:
    organising.sends("/organise/logout")
    assert organising.client.get("/organise", follow_redirects=False).status_code == 303
    form = organising.open("/organise/login?next=/organise/new").form()
    assert (
        organising.sends("/organise/login", {**form, "name": "organisator", "password": PASSWORD})
        == "/organise/new"
    )


@pytest.mark.parametrize(
    "next", ["https://evil.test/", "//evil.test", "/s/KRE7QP", "/organise.evil", "\\\\evil", "javascript:1"]
)
def test_logging_in_leads_nowhere_else(organising: Site, next: str) -> None:
    fields = {"name": "Organisator", "password": PASSWORD, "next": next}
    assert organising.sends("/organise/login", fields) == "/organise"


def test_the_cookie_is_for_organisers_pages_only(make_site: object) -> None:
    site: Site = make_site(base_url="https://fishbowl.test")  # type: ignore[operator]
    key = site.announced[0].partition("#")[2]
    response = site.send(
        "/organise/first", {"key": key, "name": "O", "password": PASSWORD, "again": PASSWORD}
    )
    cookie = response.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=") and "Path=/organise" in cookie
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Secure" in cookie
    assert "strict-transport-security" in response.headers


def test_logging_out_ends_the_session_itself(organising: Site) -> None:
    kept = organising.client.cookies[COOKIE]
    organising.sends("/organise/logout")
    organising.client.cookies.set(COOKIE, kept, path="/organise")
    assert organising.client.get("/organise", follow_redirects=False).status_code == 303


def test_wrong_passwords_are_slowed_down_and_the_right_one_waits_too(organising: Site, hands: Hands) -> None:
    for _ in range(5):
        assert log_in(organising, "fout") == 401
    response = organising.send("/organise/login", {"name": "Organisator", "password": PASSWORD})
    assert response.status_code == 429 and int(response.headers["retry-after"]) > 0
    assert "Te veel pogingen" in response.text
    assert log_in(organising, "fout", "Iemand anders") == 401
    hands.later(61)
    assert log_in(organising) == 303
    assert log_in(organising, "fout") == 401


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(organising: Site) -> None:
    answers = [
        organising.send("/organise/login", {"name": name, "password": "geraden wachtwoord"}).text.replace(
            name, ""
        )
        for name in ("Organisator", "Niemand")
    ]
    assert answers[0] == answers[1] and "horen niet bij elkaar" in answers[0]


def test_a_language_is_kept_for_organisers(organising: Site) -> None:
    answer = organising.client.get("/organise/language?lang=en&next=/organise/new", follow_redirects=False)
    assert answer.headers["location"] == "/organise/new" and "Path=/organise" in answer.headers["set-cookie"]
    assert (
        '<html lang="en" dir="ltr">'
        in organising.client.get("/organise", headers={"Accept-Language": "nl"}).text
    )
    assert '<html lang="nl" dir="ltr">' in organising.client.get("/", headers={"Accept-Language": "nl"}).text
