"""J4, for those who prepare an evening or look after the server: every code has one sentence in each language."""

import pytest

from app.core.refusal import ORGANISER_CODES
from app.texts import LANGUAGES, sentence

VALUES = {
    "field": "",
    "least": 1,
    "most": 2,
    "item": "i1",
    "format": "x",
    "template": "x",
    "templates": [],
    "path": "x",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ORGANISER_CODES)
def test_J4_every_organisers_code_has_a_sentence(code: str, language: str) -> None:
    said = sentence(language, code, **VALUES)
    assert said.endswith(".")
