"""What the server says of itself can be read by a person or by a program."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest

from app import logs
from app.settings import Settings


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    ours = logging.getLogger(logs.OURS)
    before = logging.getLogger().handlers[:], logging.getLogger().level, ours.level
    yield
    logging.getLogger().handlers[:], level, of_ours = before
    logging.getLogger().setLevel(level)
    ours.setLevel(of_ours)


def said(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> str:
    heard = io.StringIO()
    monkeypatch.setattr(sys, "stderr", heard)
    logs.begin(settings)
    logger = logging.getLogger("vissenkom.live")
    # The import linter, in the same process, silences every logger there is.
    monkeypatch.setattr(logger, "disabled", False)
    logger.warning("session %s: not saved", "s1")
    logging.getLogger("vissenkom.live").info("quiet")
    return heard.getvalue()


def test_a_line_of_json_has_its_level_its_time_and_where_it_comes_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = json.loads(said(monkeypatch, Settings(log_format="json")))
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "session s1: not saved", "level": "warning", "logger": "vissenkom.live"}


def test_text_is_for_people_and_the_level_is_the_operators_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "session s1: not saved" in said(monkeypatch, Settings())
    assert "quiet" in said(monkeypatch, Settings(log_level="info"))
    assert said(monkeypatch, Settings(log_level="error")) == ""


@pytest.mark.parametrize("format", ["json", "text"])
def test_X3_a_traceback_shows_no_variable_and_libraries_keep_to_warnings(
    monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    heard = io.StringIO()
    monkeypatch.setattr(sys, "stderr", heard)
    logs.begin(Settings.model_validate({"log_format": format, "log_level": "debug"}))
    ours, theirs = logging.getLogger("vissenkom.live"), logging.getLogger("uvicorn.error")
    for one in (ours, theirs):
        monkeypatch.setattr(one, "disabled", False)
    theirs.info("127.0.0.1 came")
    theirs.debug("a frame: Bel mij terug.")

    def keep(typed: str) -> None:
        raise RuntimeError("a bug")

    try:
        keep("".join(["Bel mij ", "terug."]))
    except RuntimeError:
        ours.exception("session %s: a batch went wrong", "s1")
    assert "a bug" in heard.getvalue() and "test_logs.py" in heard.getvalue()
    assert "Bel mij terug." not in heard.getvalue() and "127.0.0.1" not in heard.getvalue()
