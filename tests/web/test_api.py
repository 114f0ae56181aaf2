"""The API of the outside face: what programs rely on."""

from typing import Any

import jsonschema
import pytest
from httpx import Response

from app.core.actor import Actor
from app.core.messages.session import StartItem, StartSession
from app.core.plan import UNSAID
from app.store.database import Unavailable
from tests.web.site import Site

SHEET = [
    {"kind": "check_in", "minutes": 5},
    {"kind": "circle", "id": "kring", "title": "Kring", "minutes": 20},
]


class Program:
    """Speaks to the API with a token."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.headers = site.token()

    def ask(self, method: str, path: str, json: Any = None, **headers: str) -> Response:
        return self.site.client.request(method, path, json=json, headers={**self.headers, **headers})

    def make(self, **fields: Any) -> dict[str, Any]:
        response = self.ask("POST", "/api/sessions", {"title": "Avond", "items": SHEET, **fields})
        assert response.status_code == 201, response.text
        made: dict[str, Any] = response.json()
        return made

    def problem(
        self, status: int, code: str, method: str, path: str, json: Any = None, **headers: str
    ) -> dict[str, Any]:
        """The problem document, which says the same in both languages' words."""
        sentences = set()
        for language in ("nl", "en"):
            response = self.ask(method, path, json, **{"Accept-Language": language, **headers})
            assert response.headers["content-type"] == "application/problem+json", response.text
            body: dict[str, Any] = response.json()
            assert (response.status_code, body["status"], body["code"]) == (status, status, code)
            assert body["title"] and body["type"].endswith(code)
            sentences.add(body["detail"])
        assert len(sentences) == 2
        return body


@pytest.fixture
def program(site: Site) -> Program:
    return Program(site)


def test_a_session_is_made(program: Program) -> None:
    made = program.make()
    code = made["code"]
    assert set(made) == {"id", "code", "links", "keys"} and set(made["keys"]) == {"stage", "console"}
    assert made["links"] == {
        "join": f"http://testserver/s/{code}",
        "stage": f"http://testserver/s/{code}/stage#{made['keys']['stage']}",
        "console": f"http://testserver/s/{code}/console#{made['keys']['console']}",
    }
    check = program.site.services.sessions.check_key
    assert program.site.run(check, made["id"], made["keys"]["stage"]) == "stage"
    assert program.site.run(check, made["id"], made["keys"]["console"]) == "console"


def test_a_new_session_says_where_it_is(program: Program) -> None:
    response = program.ask("POST", "/api/sessions", {"title": "Avond"})
    assert response.headers["location"] == f"/api/sessions/{response.json()['id']}"
    assert program.ask("GET", response.headers["location"]).json()["title"] == "Avond"


def test_a_session_is_made_from_a_template(program: Program) -> None:
    response = program.ask("POST", "/api/sessions", {"template": "role_round", "language": "en"})
    plan = program.site.room(response.json()["id"]).plan
    assert plan.title == "Role round with listen-back" and len(plan.items) == 9 and len(plan.statements) == 3


def test_a_session_is_shown_with_what_was_prepared(program: Program) -> None:
    made = program.make(
        statements=[{"text": {"nl": "Waar.", "en": "True."}, "source_id": "17"}],
        language="nl",
    )
    shown = program.ask("GET", f"/api/sessions/{made['id']}").json()
    assert (shown["id"], shown["code"], shown["state"], shown["title"]) == (
        made["id"],
        made["code"],
        "draft",
        "Avond",
    )
    assert [item["id"] for item in shown["items"]] == ["check-in", "kring"]
    assert shown["statements"][0]["source_id"] == "17" and shown["roles"][-1]["key"] == UNSAID
    assert "keys" not in shown


def test_sessions_are_listed(program: Program) -> None:
    ids = {program.make(title=f"Avond {number}")["id"] for number in range(3)}
    listed = program.ask("GET", "/api/sessions").json()
    assert {one["id"] for one in listed} == ids
    assert set(listed[0]) == {
        "id",
        "code",
        "title",
        "state",
        "links",
        "created_at",
        "opened_at",
        "closed_at",
        "people",
    }


def test_a_session_is_changed(program: Program) -> None:
    id = program.make()["id"]
    changed = program.ask(
        "PATCH", f"/api/sessions/{id}", {"title": "Anders", "statements": ["Een.", "Twee."]}
    ).json()
    assert changed["title"] == "Anders" and [one["id"] for one in changed["statements"]] == ["s1", "s2"]
    assert [item["id"] for item in changed["items"]] == ["check-in", "kring"]
    assert program.ask("PATCH", f"/api/sessions/{id}", {"state": "lobby"}).json()["state"] == "lobby"
    assert program.ask("PATCH", f"/api/sessions/{id}", {"state": "lobby"}).status_code == 200
    assert program.ask("PATCH", f"/api/sessions/{id}", {"state": "cancelled"}).json()["state"] == "cancelled"


def test_a_session_is_found_by_its_code_too(program: Program) -> None:
    id = _closed(program)
    code = program.ask("GET", f"/api/sessions/{id}").json()["code"]
    named = (code, f"{code[:3]}-{code[3:]}".lower())
    for path in ("", "/record", "/exports/csv", "/uses"):
        for name in named:
            assert program.ask("GET", f"/api/sessions/{name}{path}").status_code == 200
    uses = program.ask("GET", f"/api/sessions/{code}/uses").json()
    assert uses == program.ask("GET", f"/api/sessions/{id}/uses").json() and len(uses) == 4
    changed = program.ask("PATCH", f"/api/sessions/{code}", {"state": "released"}).json()
    assert (changed["id"], changed["state"]) == (id, "released")
    note = {"kind": "outcome", "text": "Er kwam een loket."}
    assert program.ask("POST", f"/api/sessions/{code}/amendments", note).status_code == 201
    assert program.ask("POST", f"/api/sessions/{code}/keys").json()["id"] == id
    assert program.ask("DELETE", f"/api/sessions/{code}").status_code == 204
    program.problem(404, "unknown_session", "GET", f"/api/sessions/{code}")


def test_the_head_of_whatever_can_be_read(program: Program) -> None:
    id = _closed(program)
    for path in (
        "/api/sessions",
        f"/api/sessions/{id}",
        f"/api/sessions/{id}/uses",
        f"/api/sessions/{id}/record",
        f"/api/sessions/{id}/exports/csv",
        "/api/schema/record",
        "/api/docs",
    ):
        head = program.ask("HEAD", path)
        assert (head.status_code, head.content) == (200, b"")
        whole = program.ask("GET", path)
        for name in ("content-type", "content-length", "content-disposition"):
            assert head.headers.get(name) == whole.headers.get(name), path
    uses = program.ask("GET", f"/api/sessions/{id}/uses").json()
    assert [one["what"] for one in uses] == ["csv (open)", "record (open)"], "a head takes nothing along"
    assert program.ask("HEAD", "/api/sessions/nowhere").status_code == 404
    assert program.ask("HEAD", "/api/sessions", Authorization="").status_code == 401


def test_a_session_is_deleted(program: Program) -> None:
    id = program.make()["id"]
    assert program.ask("DELETE", f"/api/sessions/{id}").status_code == 204
    program.problem(404, "unknown_session", "GET", f"/api/sessions/{id}")
    program.problem(404, "unknown_session", "DELETE", f"/api/sessions/{id}")


def test_new_keys_replace_the_old(program: Program) -> None:
    made = program.make()
    again = program.ask("POST", f"/api/sessions/{made['id']}/keys")
    assert again.status_code == 201 and again.json()["keys"] != made["keys"]
    check = program.site.services.sessions.check_key
    assert program.site.run(check, made["id"], made["keys"]["console"]) is None
    assert program.site.run(check, made["id"], again.json()["keys"]["console"]) == "console"


# What is wrong


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": ""},
        {"Authorization": "Bearer geraden"},
        {"Authorization": "Basic eDp5"},
        {"Authorization": "Bearer "},
    ],
)
def test_a_request_without_a_good_token(program: Program, headers: dict[str, str]) -> None:
    for method, path in (
        ("GET", "/api/sessions"),
        ("POST", "/api/sessions"),
        ("GET", "/api/sessions/x/record"),
        ("DELETE", "/api/sessions/x"),
    ):
        program.problem(401, "unknown_token", method, path, {} if method == "POST" else None, **headers)
        assert program.ask(method, path, **headers).headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("path", ["", "/record", "/exports/json", "/uses"])
def test_an_unknown_session(program: Program, path: str) -> None:
    program.problem(404, "unknown_session", "GET", f"/api/sessions/nowhere{path}")


def test_a_session_that_cannot_be_read_says_where(program: Program) -> None:
    wrong = {"title": "Avond", "items": [{"kind": "talk"}, {"kind": "dance", "minutes": "lang"}]}
    body = program.problem(422, "malformed", "POST", "/api/sessions", wrong)
    assert body["path"] == "items.1.kind"
    assert {one["path"] for one in body["errors"]} == {"items.1.kind", "items.1.minutes"}
    response = program.site.client.post(
        "/api/sessions", content=b"{", headers={**program.headers, "Content-Type": "application/json"}
    )
    assert response.status_code == 422 and response.json()["code"] == "malformed"
    assert "input" not in response.text


@pytest.mark.parametrize(
    ("content", "type"),
    [
        (b"{", "application/json"),
        (b"", "application/json"),
        (b"[]", "application/json"),
        (b"title=Avond", "application/x-www-form-urlencoded"),
        (b'{"title": "Avond"}', "text/plain"),
        (b"{}", ""),
    ],
)
def test_what_is_no_json_is_told_what_is_expected(program: Program, content: bytes, type: str) -> None:
    headers = {**program.headers, **({"Content-Type": type} if type else {})}
    response = program.site.client.post("/api/sessions", content=content, headers=headers)
    body = response.json()
    assert (response.status_code, body["code"], body["path"], body["errors"]) == (422, "malformed", "", [])
    assert "application/json" in body["detail"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"items": [{"kind": "talk", "minutes": 0}]}, "impossible_time"),
        ({"items": [{"kind": "talk", "minutes": 1441}]}, "impossible_time"),
        ({"items": [{"kind": "circle", "rules": {"chairs": 0}}]}, "impossible_chairs"),
        ({"items": [{"kind": "circle", "roles": ["king"]}]}, "unknown_role"),
        ({"statements": [" "]}, "statement_without_text"),
        ({"template": "dance"}, "unknown_template"),
        ({"title": " "}, "title_missing"),
    ],
)
def test_a_session_that_cannot_be(program: Program, fields: dict[str, Any], code: str) -> None:
    program.problem(422, code, "POST", "/api/sessions", {"title": "Avond", **fields})
    assert program.ask("GET", "/api/sessions").json() == []


def test_an_impossible_time_names_the_item_and_changes_nothing(program: Program) -> None:
    id = program.make()["id"]
    before = program.ask("GET", f"/api/sessions/{id}").json()
    body = program.problem(
        422,
        "impossible_time",
        "PATCH",
        f"/api/sessions/{id}",
        {"items": [{"kind": "talk", "id": "t", "minutes": -1}]},
    )
    assert body["item"] == "t"
    assert program.ask("GET", f"/api/sessions/{id}").json() == before


def test_what_has_begun_cannot_be_changed(program: Program) -> None:
    id = program.make()["id"]
    program.site.does(id, StartSession())
    program.site.does(id, StartItem("kring"))
    program.problem(409, "already_begun", "PATCH", f"/api/sessions/{id}", {"items": [{"kind": "talk"}]})
    program.problem(409, "not_closed", "PATCH", f"/api/sessions/{id}", {"state": "released"})
    assert program.ask("PATCH", f"/api/sessions/{id}", {"subtitle": "derde"}).json()["subtitle"] == "derde"


def test_an_address_or_method_that_is_not_there(program: Program) -> None:
    program.problem(404, "unknown_address", "GET", "/api/nowhere")
    program.problem(405, "wrong_method", "PUT", "/api/sessions")
    program.problem(404, "unknown_format", "GET", f"/api/sessions/{_closed(program)}/exports/docx")


def test_a_database_that_does_not_answer(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(*_: object) -> None:
        raise Unavailable("locked")

    monkeypatch.setattr(program.site.services.sessions, "create", gone)
    monkeypatch.setattr(program.site.services.database, "ping", gone)
    program.problem(503, "unavailable", "POST", "/api/sessions", {"title": "Avond"})
    assert program.ask("POST", "/api/sessions", {"title": "Avond"}).headers["retry-after"]
    assert program.site.client.get("/readyz").status_code == 503
    assert program.site.client.get("/healthz").status_code == 200


def test_a_bug_is_a_problem_without_its_inside(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise AssertionError("a secret thing")

    monkeypatch.setattr(program.site.services.sessions, "list", broken)
    body = program.problem(500, "internal", "GET", "/api/sessions")
    assert "secret" not in str(body)
    assert "content-security-policy" in program.ask("GET", "/api/sessions").headers


# The record


def _closed(program: Program) -> str:
    id: str = program.make(items=[{"kind": "circle", "id": "circle"}])["id"]
    program.site.evening(id)
    return id


def test_the_record_is_given_at_the_open_level_unless_asked(program: Program) -> None:
    id = _closed(program)
    schema = program.site.client.get("/api/schema/record").json()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    records = {}
    for level in ("open", "restricted"):
        records[level] = program.ask("GET", f"/api/sessions/{id}/record?level={level}").json()
        jsonschema.validate(records[level], schema)
        assert records[level]["session"]["id"] == id
    default = program.ask("GET", f"/api/sessions/{id}/record").json()
    assert [one["session"]["level"] for one in (default, *records.values())] == ["open", "open", "restricted"]
    program.problem(422, "malformed", "GET", f"/api/sessions/{id}/record?level=secret")


def test_a_session_that_has_not_begun_has_no_record(program: Program) -> None:
    id = program.make()["id"]
    program.problem(409, "not_started", "GET", f"/api/sessions/{id}/record")
    program.problem(409, "not_started", "GET", f"/api/sessions/{id}/exports/json")
    program.problem(404, "unknown_format", "GET", f"/api/sessions/{id}/exports/docx")
    program.problem(404, "unknown_session", "GET", "/api/sessions/nowhere/exports/docx")


def test_X4_exports_are_files_and_written_down(program: Program) -> None:
    id = _closed(program)
    for format, type in (("json", "application/json"), ("csv", "application/zip"), ("html", "text/html")):
        response = program.ask("GET", f"/api/sessions/{id}/exports/{format}?why=een+proef&level=restricted")
        assert response.status_code == 200 and response.headers["content-type"].startswith(type)
        assert "attachment" in response.headers["content-disposition"]
    program.ask("GET", f"/api/sessions/{id}/record")
    uses = program.ask("GET", f"/api/sessions/{id}/uses").json()
    assert [one["what"] for one in uses] == [
        "record (open)",
        "html (restricted)",
        "csv (restricted)",
        "json (restricted)",
    ]
    assert {one["who"] for one in uses} == {"Onderzoek"} and uses[-1]["why"] == "een proef"
    nl, en = (
        program.ask("GET", f"/api/sessions/{id}/exports/html?language={one}").text for one in ("nl", "en")
    )
    assert nl != en


def test_S1_a_closed_session_is_added_to(program: Program) -> None:
    id = _closed(program)
    path = f"/api/sessions/{id}/amendments"
    assert program.ask("POST", path, {"kind": "outcome", "text": "Er kwam een loket."}).status_code == 201
    program.problem(422, "text_missing", "POST", path, {"kind": "outcome", "text": " "})
    program.problem(422, "malformed", "POST", path, {"kind": "rumour", "text": "x"})
    record = program.ask("GET", f"/api/sessions/{id}/record").json()
    assert len(record["amendments"]) == 1
    program.problem(
        409,
        "not_started",
        "POST",
        f"/api/sessions/{program.make()['id']}/amendments",
        {"kind": "outcome", "text": "x"},
    )


# Its description


def test_the_api_describes_itself(site: Site) -> None:
    described = site.client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {
        "/api/sessions", "/api/sessions/{id}", "/api/sessions/{id}/keys", "/api/sessions/{id}/amendments",
        "/api/sessions/{id}/record", "/api/sessions/{id}/exports/{format}", "/api/sessions/{id}/uses",
        "/api/schema/record",
    }  # fmt: skip
    assert "Problem" in str(described["paths"]["/api/sessions"]["post"]["responses"]["401"])
    assert "code" in described["components"]["schemas"]["ProblemDocument"]["required"]
    assert "HTTPValidationError" not in described["components"]["schemas"]
    assert (
        described["paths"]["/api/sessions"]["get"]["security"]
        and "security" not in described["paths"]["/api/schema/record"]["get"]
    )


def test_X5_the_docs_page_loads_nothing_from_elsewhere(site: Site) -> None:
    for language in ("nl", "en"):
        page = site.open("/api/docs", language=language)
        assert "/api/sessions/{id}/exports/{format}" in page.text
        assert {"problem-unknown_token", "problem-impossible_time", "NewSession", "ItemInput"} <= set(
            page.ids
        )


def test_the_actor_of_the_api_is_an_organiser(program: Program) -> None:
    id = program.make()["id"]
    program.ask("PATCH", f"/api/sessions/{id}", {"title": "Anders"})
    stored = program.site.run(program.site.services.journal.load, id)
    assert [one.by for one in stored.journal] == ["organiser", Actor("server", "organiser").id]
