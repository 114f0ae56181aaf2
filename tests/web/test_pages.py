"""What participants, the projector and the facilitator open."""

import html
import json
import re
from collections.abc import Callable

import pytest

from tests.web.site import Site

SPOKEN = [
    {"code": "nl", "name": "Nederlands", "direction": "ltr"},
    {"code": "en", "name": "English", "direction": "ltr"},
]


@pytest.fixture
def code(organising: Site) -> str:
    code: str = organising.room(organising.make_session(title="Armoede <in> Oost")).code
    organising.client.cookies.clear()
    return code


def test_the_way_in_is_a_form_that_needs_no_script(site: Site) -> None:
    page = site.open("/")
    assert "Typ de code van het scherm" in page.text and "code" in page.fields
    assert "Type the code on the screen" in site.open("/", language="en").text
    assert "/organise" in page.addresses


def test_a_page_can_be_asked_for_its_head_alone(site: Site, code: str) -> None:
    for path in ("/", f"/s/{code}", f"/s/{code}/stage", f"/s/{code}/qr.svg", "/healthz", "/readyz"):
        whole, head = site.client.get(path), site.client.request("HEAD", path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"] == whole.headers["content-type"]
    assert site.client.request("HEAD", "/s/ZZZZZZ").status_code == 404


def test_a_language_can_be_chosen_on_any_page(site: Site) -> None:
    response = site.client.get("/?lang=en", headers={"Accept-Language": "nl"})
    assert '<html lang="en" dir="ltr">' in response.text and "set-cookie" not in response.headers
    assert (
        site.client.get("/", headers={"Accept-Language": "fr, en;q=0.5, nl;q=0.2"}).text.count(
            '<html lang="en" dir="ltr">'
        )
        == 1
    )
    assert '<html lang="nl" dir="ltr">' in site.client.get("/", headers={"Accept-Language": "fr"}).text


@pytest.mark.parametrize("write", [str.lower, lambda code: f" {code[:3]}-{code[3:]} ", str.upper])
def test_a_code_is_taken_in_any_case_with_spaces_and_dashes(
    site: Site, code: str, write: Callable[[str], str]
) -> None:
    response = site.client.get("/", params={"code": write(code)}, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, f"/s/{code}")


def test_an_unknown_code_gets_a_kind_page_with_the_field(site: Site) -> None:
    for path in ("/?code=ZZZZZZ", "/s/ZZZZZZ", "/s/ZZZZZZ/stage", "/s/ZZZZZZ/console"):
        page = site.open(path, 404)
        assert "ZZZZZZ kennen wij niet" in page.text and page.fields["code"] == "ZZZZZZ"
    assert "We do not know the code ZZZZZZ" in site.open("/s/ZZZZZZ", 404, "en").text
    page = site.open('/?code=<b>"x', 404)
    assert page.fields["code"] == '<B>"X'


@pytest.mark.parametrize(("path", "name"), [("", "phone"), ("/stage", "stage"), ("/console", "console")])
def test_a_screen_is_a_thin_page_that_says_where_it_is(site: Site, code: str, path: str, name: str) -> None:
    for language in ("nl", "en"):
        response = site.client.get(f"/s/{code.lower()}{path}", headers={"Accept-Language": language})
        site.open(f"/s/{code}{path}", language=language)
        body = re.search(r"<body [^>]*>", response.text)
        assert body and body.group() == (
            f'<body data-page="{name}" data-code="{code}" data-title="Armoede &lt;in&gt; Oost"'
            f' data-lang="{language}" data-languages="{html.escape(json.dumps(SPOKEN)).replace("&quot;", "&#34;")}">'
        )
        assert f'<html lang="{language}" dir="ltr">' in response.text
        assert len(response.content) < 4096
        assert "set-cookie" not in response.headers


def test_a_page_is_sent_compressed_when_that_is_understood(site: Site, code: str) -> None:
    response = site.client.get(f"/s/{code}", headers={"Accept-Encoding": "gzip"})
    assert response.headers["content-encoding"] == "gzip"
    assert int(response.headers["content-length"]) < 1200
    assert "Accept-Encoding" in response.headers["vary"]
    assert "content-encoding" not in site.client.get(f"/s/{code}", headers={"Accept-Encoding": ""}).headers


def test_X5_participants_get_no_cookie_anywhere(site: Site, code: str) -> None:
    for path in (
        "/",
        f"/s/{code}",
        f"/s/{code}/stage",
        f"/s/{code}/uses",
        f"/s/{code}/qr.svg",
        "/api/docs",
        "/healthz",
    ):
        assert "set-cookie" not in site.client.get(path).headers


def test_the_qr_code_is_a_picture_of_the_way_in(make_site: Callable[..., Site]) -> None:
    zxingcpp = pytest.importorskip("zxingcpp", reason="declared among the test dependencies")
    site = make_site(base_url="https://fishbowl.test/")
    site.make_organiser()
    code = site.room(site.make_session()).code
    response = site.client.get(f"/s/{code}/qr.svg")
    assert response.headers["content-type"] == "image/svg+xml"
    assert zxingcpp and _read_svg(response.text) == f"https://fishbowl.test/s/{code}"
    assert site.client.get("/s/ZZZZZZ/qr.svg").status_code == 404


def _read_svg(svg: str) -> str:
    """Draws the dark modules and reads them back."""
    import zxingcpp
    from PIL import Image

    size = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    lines = re.search(r'<path[^>]*stroke="#12262b"[^>]*d="([^"]+)"', svg, re.I) or re.search(
        r'<path[^>]*d="([^"]+)"[^>]*stroke="#12262b"', svg, re.I
    )
    assert size and lines
    width, scale = int(size.group(1)), 6
    image = Image.new("L", (width * scale, width * scale), 255)
    x = y = 0.0
    for step, number, second in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?", lines.group(1)):
        if step == "h":
            box = (
                int(x * scale),
                int((y - 0.5) * scale),
                int((x + float(number)) * scale),
                int((y + 0.5) * scale),
            )
            image.paste(0, box)
            x += float(number)
        else:
            x, y = (
                (float(number), float(second)) if step == "M" else (x + float(number), y + float(second or 0))
            )
    return str(zxingcpp.read_barcodes(image)[0].text)


def test_a_page_that_is_not_there(site: Site) -> None:
    assert "Deze pagina is er niet" in site.open("/nowhere", 404).text
    assert site.client.get("/s/", headers={"Accept": "text/html"}).status_code == 404


def test_healthy_and_ready(site: Site) -> None:
    assert site.client.get("/healthz").text == "ok\n"
    assert site.client.get("/readyz").text == "ok\n"
