"""What every answer carries, and what is turned away at the door."""

from collections.abc import AsyncIterator

import pytest

from app.web.security import MOST_BODY, policy
from tests.web.site import Site

PATHS = (
    "/",
    "/organise/login",
    "/s/ZZZZZZ",
    "/nowhere",
    "/api/sessions",
    "/api/docs",
    "/healthz",
    "/static/pages.css",
)


@pytest.mark.parametrize("path", PATHS)
def test_X5_every_answer_carries_the_headers(site: Site, path: str) -> None:
    headers = site.client.get(path).headers
    csp = headers["content-security-policy"]
    assert "default-src 'self'" in csp and "frame-ancestors 'none'" in csp and "object-src 'none'" in csp
    assert "unsafe" not in csp and "*" not in csp and "http" not in csp
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == ("same-origin" if path.startswith("/organise") else "no-referrer")
    assert "strict-transport-security" not in headers


@pytest.mark.parametrize("path", [path for path in PATHS if not path.startswith("/static")])
def test_X14_no_page_may_use_the_microphone(site: Site, path: str) -> None:
    said = site.client.get(path).headers["permissions-policy"].split(", ")
    assert {"microphone=()", "camera=()"} <= set(said)


def test_a_strange_host_gets_no_place_in_the_policy() -> None:
    assert "ws://fishbowl.test:8000 wss://fishbowl.test:8000" in policy("fishbowl.test:8000")
    assert policy("evil.test; script-src *") == policy("")


def test_a_form_from_another_site_is_turned_away(organising: Site) -> None:
    fields = {"template": "symposium", "title": "Van elders", "language": "nl", "address": "u"}
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.test"},
        {"Origin": "null"},
        {},
    ):
        response = organising.client.post(
            "/organise/new", data=fields, headers={"Accept": "text/html", **headers}
        )
        assert response.status_code == 403 and "andere website" in response.text
    own = {"Origin": "http://testserver"}
    assert (
        organising.client.post("/organise/new", data=fields, headers=own, follow_redirects=False).status_code
        == 303
    )
    assert len(organising.run(organising.services.sessions.list)) == 1


def test_another_site_cannot_log_somebody_in_or_out(organising: Site) -> None:
    for path in ("/organise/login", "/organise/logout", "/organise/first"):
        assert organising.client.post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    organising.open("/organise")


def test_a_body_that_is_too_large(site: Site) -> None:
    token = site.token()
    response = site.client.post("/api/sessions", content=b"x" * (MOST_BODY + 1), headers=token)
    assert response.status_code == 413 and response.json()["code"] == "too_large"

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(MOST_BODY // 65536 + 1):
            yield b"x" * 65536

    response = site.client.post("/api/sessions", content=pieces(), headers=token)
    assert response.status_code == 413 and response.json()["code"] == "too_large"
    assert site.client.get("/healthz").status_code == 200
