"""What became of an evening: the record's page, the downloads, who used it, what was added since."""

import io
import json
import zipfile

import pytest

from app.core.messages.session import StartSession
from tests.web.site import Site


@pytest.fixture
def closed(organising: Site) -> str:
    id = organising.make_session(title="Een avond")
    organising.evening(id)
    return id


def download(site: Site, id: str, format: str, **fields: str) -> tuple[int, bytes, str]:
    response = site.send(
        f"/organise/s/{id}/record/download", {"format": format, "why": "onderzoek", "level": "open", **fields}
    )
    return response.status_code, response.content, response.headers.get("content-disposition", "")


def test_before_it_begins_there_is_no_record(organising: Site) -> None:
    id = organising.make_session()
    assert "Er is nog geen verslag" in organising.open(f"/organise/s/{id}/record").text
    assert organising.client.get(f"/organise/s/{id}/record/page").status_code == 409
    assert download(organising, id, "json")[0] == 409


def test_the_record_is_shown_as_a_page_that_runs_nothing(organising: Site, closed: str) -> None:
    page = organising.open(f"/organise/s/{closed}/record")
    framed = next(one for one in page.addresses if "/record/page" in one)
    response = organising.client.get(framed)
    assert response.status_code == 200 and "Een avond" in response.text
    csp = response.headers["content-security-policy"]
    assert "default-src 'none'" in csp and "sandbox" in csp and "frame-ancestors 'self'" in csp
    assert "<script" not in response.text
    english = organising.client.get(framed.replace("lang=nl", "lang=en"))
    assert english.text != response.text


def test_every_format_is_downloaded_with_a_line_on_what_is_inside(organising: Site, closed: str) -> None:
    page = organising.open(f"/organise/s/{closed}/record")
    formats = [value for name, value in page.buttons if name == "format"]
    assert {"json", "csv", "html"} <= set(formats)
    code = organising.room(closed).code
    for format in formats:
        status, body, name = download(organising, closed, format)
        assert status == 200 and body and name.startswith(f'attachment; filename="{code}-open-')
    assert json.loads(download(organising, closed, "json")[1])["session"]["title"] == "Een avond"
    assert zipfile.ZipFile(io.BytesIO(download(organising, closed, "csv")[1])).testzip() is None
    assert b"<html" in download(organising, closed, "html")[1]


def test_X4_every_export_writes_a_line_that_participants_can_see(organising: Site, closed: str) -> None:
    code = organising.room(closed).code
    assert "Niemand heeft het verslag nog opgehaald" in organising.open(f"/s/{code}/uses").text
    download(organising, closed, "json", why="voor de onderzoeker", level="restricted")
    download(organising, closed, "csv", why="<cijfers>")
    organising.client.get(f"/organise/s/{closed}/record/page")
    for path in (f"/organise/s/{closed}/record", f"/s/{code}/uses"):
        text = organising.open(path).text
        assert "Organisator" in text and "Verslag (JSON), beperkt" in text and "voor de onderzoeker" in text
        assert "Tabellen (CSV), open" in text and "<cijfers>" in text
    assert len(organising.run(organising.services.sessions.uses, closed)) == 2
    assert "What for" in organising.open(f"/s/{code}/uses", language="en").text
    organising.open("/s/ZZZZZZ/uses", 404)


def test_X4_a_download_without_a_reason_is_asked_for_one(organising: Site, closed: str) -> None:
    response = organising.send(
        f"/organise/s/{closed}/record/download", {"format": "json", "why": " ", "level": "restricted"}
    )
    assert response.status_code == 422 and "Deelnemers kunnen dit lezen" in response.text
    assert organising.run(organising.services.sessions.uses, closed) == []


def test_an_unknown_format(organising: Site, closed: str) -> None:
    assert download(organising, closed, "docx")[0] == 404


def test_S1_a_closed_session_is_added_to(organising: Site, closed: str) -> None:
    path = f"/organise/s/{closed}/amendments"
    assert organising.sends(path, {"kind": "outcome", "text": "Er kwam een <loket>.\r\nIn mei."}).endswith(
        "#amendments"
    )
    organising.sends(path, {"kind": "correction", "text": "Het was dinsdag."})
    text = organising.open(f"/organise/s/{closed}/record").text
    assert "Er kwam een <loket>." in text and "Het was dinsdag." in text
    record = json.loads(download(organising, closed, "json")[1])
    assert [one["kind"] for one in record["amendments"]] == ["outcome", "correction"]


def test_an_amendment_that_cannot_be_added_is_kept_as_typed(organising: Site, closed: str) -> None:
    page = organising.refused(f"/organise/s/{closed}/amendments", {"kind": "correction", "text": "x" * 1001})
    assert "text-sorry" in page.ids
    assert page.fields["kind"] == "correction" and page.fields["text"] == "x" * 1001
    live = organising.make_session()
    organising.does(live, StartSession())
    assert (
        organising.send(
            f"/organise/s/{live}/amendments", {"kind": "outcome", "text": "Te vroeg."}
        ).status_code
        == 422
    )


def test_a_record_is_released_once(organising: Site, closed: str) -> None:
    assert organising.sends(f"/organise/s/{closed}/state", {"to": "released"}).startswith(
        f"/organise/s/{closed}/record"
    )
    page = organising.open(f"/organise/s/{closed}/record")
    assert "Vrijgegeven" in page.text and ("to", "released") not in page.buttons
    organising.refused(f"/organise/s/{closed}/state", {"to": "released"}, 409)
