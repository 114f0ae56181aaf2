"""Which languages there are, and that each is whole."""

import re

import pytest
from fluent.syntax import FluentParser, ast

from app import texts
from app.texts import DEFAULT, LANGUAGES, LOCALES

FILES = sorted(file.name for file in (LOCALES / DEFAULT).glob("*.ftl"))


def keys(language: str, file: str) -> list[str]:
    resource = FluentParser().parse((LOCALES / language / file).read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)], file
    return [entry.id.name for entry in resource.body if isinstance(entry, ast.Message | ast.Term)]


def test_a_language_is_a_folder_with_a_name_and_a_direction() -> None:
    assert LANGUAGES[0] == DEFAULT
    assert set(LANGUAGES) == {folder.name for folder in LOCALES.iterdir()}
    for language in LANGUAGES:
        assert texts.name(language).strip()
        assert texts.direction(language) in ("ltr", "rtl")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FILES)
def test_every_language_says_the_same_things_in_the_same_order(language: str, file: str) -> None:
    assert keys(language, file) == keys(DEFAULT, file)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_files_and_each_key_once(language: str) -> None:
    assert sorted(file.name for file in (LOCALES / language).glob("*.ftl")) == FILES
    own = [key for file in FILES for key in keys(language, file)]
    assert len(own) == len(set(own))


def test_no_code_names_a_language() -> None:
    """But the default, and the English that programs and the record are given."""
    named = re.compile(rf"""["'](?:{"|".join(one for one in LANGUAGES if one != "en")})["']""")
    source = [*texts.LOCALES.parent.rglob("*.py"), *texts.LOCALES.parent.rglob("*.html")]
    source += [
        file
        for kind in ("*.ts", "*.tsx")
        for file in (texts.LOCALES.parent / "client/src").rglob(kind)
        if ".test." not in file.name
    ]
    found = {file.name for file in source if named.search(file.read_text(encoding="utf-8"))}
    assert found == {"texts.py"}
