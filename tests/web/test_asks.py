"""A1: every route asks whether whoever comes may, before it does anything.

The check is real: `access.may` says no to everything, and every route of the app is called, by an organiser who has
logged in, with a token and with a phone's key. Whatever is not turned away did not ask.
"""

from collections.abc import Iterator
from secrets import token_urlsafe

import pytest
from fastapi.routing import iter_route_contexts
from starlette.routing import Mount

from app import access
from app.access import SERVER, Thing, What, Who
from app.core.commands import OrganiserCommand
from app.core.messages.session import Amend, CancelSession, OpenLobby, Release, Revise
from app.core.refusal import Refusal
from app.web.organise import ask
from tests.web.site import Site

GIVEN = {"item": "circle", "format": "json"}
"""What addresses name beside the session."""


class Nobody:
    """Instead of `access.may`: keeps who asked what, and says no."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[tuple[str, What, str]] = []
        monkeypatch.setattr(access, "may", self)

    def __call__(self, who: Who, what: What, of: Thing = SERVER) -> bool:
        self.asked.append((who.kind, what, of.session))
        return False


@pytest.fixture
def closed(organising: Site) -> str:
    """A session whose record can be taken."""
    id = organising.make_session("open_fishbowl")
    organising.evening(id)
    return id


def doors(site: Site) -> Iterator[tuple[str, str]]:
    """Method and path of every way in; a way in that has no method, such as a web socket, as "?"."""
    for route in iter_route_contexts(site.app.routes):
        if isinstance(route.original_route, Mount):
            yield "GET", f"{route.path}/organise.css"
        else:
            yield from ((method, route.path or "?") for method in sorted(route.methods or "?"))


def left_open(site: Site, id: str, nobody: Nobody, token: dict[str, str]) -> list[str]:
    """The doors through which somebody came whom nobody lets in, or who was not asked about."""
    session = site.run(site.services.sessions.get, id)
    named = {**GIVEN, "id": id, "code": session.code}
    key = {"Authorization": f"Bearer {token_urlsafe(16)}"}
    found = []
    for method, path in doors(site):
        nobody.asked.clear()
        if method != "?":
            address = path.format_map(named)
            own = {"Sec-Fetch-Site": "same-origin", **(key if path.startswith("/s/") else token)}
            body = {"data": {}} if path.startswith("/organise") else {"json": {"id": "c1", "do": "leave"}}
            given = {} if method in ("GET", "HEAD") else body
            answer = site.client.request(method, address, follow_redirects=False, headers=own, **given)
            refused = path == "/s/{code}/commands" and answer.json()["code"] == "not_allowed"
            if nobody.asked and (refused or answer.status_code in (401, 403)):
                continue
        found.append(f"{method} {path}")
    return found


def test_A1_every_route_asks(organising: Site, closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    token = organising.token()
    before = organising.run(organising.services.journal.load, closed)
    uses = organising.run(organising.services.sessions.uses, closed)
    listed = organising.run(organising.services.sessions.list)
    with monkeypatch.context() as patch:
        assert left_open(organising, closed, Nobody(patch), token) == []
    assert organising.run(organising.services.journal.load, closed) == before
    assert organising.run(organising.services.sessions.uses, closed) == uses
    assert organising.run(organising.services.sessions.list) == listed
    assert len(list(doors(organising))) > 60


def test_A1_a_route_that_does_not_ask_is_found(
    organising: Site, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    @organising.app.get("/new")
    async def new() -> str:
        return "come in"

    @organising.app.post("/organise/s/{id}/new")
    async def change(id: str) -> str:
        raise Refusal("not_allowed")

    @organising.app.websocket("/new/live")
    async def live() -> None: ...

    token = organising.token()
    found = left_open(organising, closed, Nobody(monkeypatch), token)
    assert sorted(found) == ["? /new/live", "GET /new", "POST /organise/s/{id}/new"]


@pytest.mark.parametrize(
    "command",
    [None, OpenLobby(), CancelSession(), Release(), Amend("outcome", "Het is gebouwd.")],
    ids=lambda command: type(command).__name__,
)
def test_A1_what_an_organiser_asks_of_a_room_is_asked_about(
    organising: Site, monkeypatch: pytest.MonkeyPatch, command: OrganiserCommand | None
) -> None:
    id = organising.make_session()
    room = organising.run(organising.services.hub.open, id)
    command = command or Revise(room.room.plan)
    nobody = Nobody(monkeypatch)
    with pytest.raises(Refusal) as refused:
        organising.run(ask, room, command, Who("token"))
    assert refused.value.code == "not_allowed"
    assert nobody.asked == [("token", type(command), id)]
    assert organising.room(id).state == "draft"


def test_A1_each_route_says_what_it_is(
    organising: Site, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, nobody = organising.token(), Nobody(monkeypatch)

    def asked(method: str, path: str, **headers: str) -> list[tuple[str, What, str]]:
        nobody.asked.clear()
        organising.client.request(method, path, headers={"Sec-Fetch-Site": "same-origin", **headers})
        return nobody.asked

    assert asked("GET", "/organise") == [("organiser", "list_sessions", "")]
    assert asked("POST", f"/organise/s/{closed}/delete") == [("organiser", "delete_session", closed)]
    assert asked("POST", f"/organise/s/{closed}/sheet") == [("organiser", Revise, closed)]
    code = organising.room(closed).code
    assert asked("DELETE", f"/api/sessions/{code}", **token) == [("token", "delete_session", closed)]
    assert asked("GET", f"/s/{code}/uses") == [("visitor", "read_uses", closed)]
    assert asked("GET", "/metrics") == [("operator", "read_measurements", "")]
    assert asked("GET", "/metrics", Forwarded="for=10.0.0.1") == [("visitor", "read_measurements", "")]


def test_A1_a_precise_record_is_asked_for_at_its_level(
    organising: Site, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(access.LEVELS, "token", frozenset({"open"}))
    monkeypatch.setitem(access.LEVELS, "organiser", frozenset({"open"}))
    token = organising.token()
    for path in ("record", "exports/json", "exports/csv"):
        for method in ("GET", "HEAD"):
            there = f"/api/sessions/{closed}/{path}?level="
            assert organising.client.request(method, f"{there}open", headers=token).status_code == 200
            assert organising.client.request(method, f"{there}restricted", headers=token).status_code == 403
    page = f"/organise/s/{closed}/record"
    assert organising.client.get(f"{page}/page").status_code == 200
    assert organising.client.get(f"{page}/page?level=restricted").status_code == 403
    form = {"format": "json", "why": "onderzoek"}
    assert organising.send(f"{page}/download", {**form, "level": "restricted"}).status_code == 403
    assert len(organising.run(organising.services.sessions.uses, closed)) == 3
