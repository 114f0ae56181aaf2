"""Which languages there are, that each is whole, and that each text is told once and used."""

import re
from collections import defaultdict

import pytest
from fluent.syntax import FluentParser, ast

from app import texts
from app.texts import DEFAULT, LANGUAGES, LOCALES

SAME_BY_CHANCE = {
    ("answer-skip", "item-skipped"): "a statement somebody passed over; an item that was left out",
    ("console-skip", "phone-vote-pass"): "leaving out an item; giving no answer",
    (
        "evening-open-fishbowl-silence",
        "session-paused",
    ): "what an item is called, until an organiser changes it; a pause",
}
"""Keys whose texts are equal in the languages there are, and that another language may well tell apart."""

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


def spoken(node: ast.BaseNode | None, address: str, names: dict[str, int]) -> str:
    """What a text says, whatever its variables are called, to somebody spoken to as `address`."""
    match node:
        case ast.Pattern():
            return "".join(spoken(one, address, names) for one in node.elements)
        case ast.TextElement() | ast.StringLiteral() | ast.NumberLiteral():
            return node.value
        case ast.Placeable():
            return spoken(node.expression, address, names)
        case ast.VariableReference():
            return f"{{{names.setdefault(node.id.name, len(names))}}}"
        case ast.MessageReference():
            return f"{{={node.id.name}}}"
        case ast.SelectExpression():
            variants = {
                one.key.name if isinstance(one.key, ast.Identifier) else one.key.value: one
                for one in node.variants
            }
            if isinstance(node.selector, ast.VariableReference) and node.selector.id.name == "address":
                return spoken(variants[address].value, address, names)
            told = (f"[{key}]{spoken(one.value, address, names)}" for key, one in variants.items())
            return f"{{{spoken(node.selector, address, names)}->{''.join(told)}}}"
    raise AssertionError(f"a kind of text this does not know: {node}")


def told(language: str) -> dict[str, tuple[str, ...]]:
    """{key: what it says to "u" and to "je"}, without those that only say another text."""
    found = {}
    for file in FILES:
        body = FluentParser().parse((LOCALES / language / file).read_text(encoding="utf-8")).body
        for entry in body:
            if isinstance(entry, ast.Message):
                assert not entry.attributes, f"{entry.id.name}: nothing here reads attributes"
                said = tuple(spoken(entry.value, address, {}) for address in ("u", "je"))
                if not re.fullmatch(r"\{=[^}]*\}", said[0]):
                    found[entry.id.name] = said
    return found


def test_a_text_is_told_under_one_key() -> None:
    """Equal in one language may be chance; equal in all is the same text twice, and belongs in common.ftl."""
    languages = [told(language) for language in LANGUAGES]
    keys_of = defaultdict(list)
    for key in languages[0]:
        keys_of[tuple(texts[key] for texts in languages)].append(key)
    twice = {tuple(sorted(keys)) for keys in keys_of.values() if len(keys) > 1}
    assert twice == set(SAME_BY_CHANCE)


def test_every_text_is_used() -> None:
    """Named whole, or by a beginning to which code adds a word: `answer-${choice}`, f"kind-{kind}", "tab-" ~ name."""
    app = LOCALES.parent
    folders = [app / "client/src", *(one for one in app.iterdir() if one.name not in ("client", "static"))]
    files = [*app.glob("*.py"), *(file for folder in folders for file in folder.rglob("*"))]
    source = "\n".join(
        file.read_text(encoding="utf-8")
        for file in files
        if file.suffix in (".py", ".html", ".ts", ".tsx") and ".test." not in file.name
    )
    named = set(re.findall(r"""["']([a-z][a-z0-9-]*)["']""", source))
    begun = set(re.findall(r"""(?:`|f["'])([a-z][a-z0-9-]*-)\$?\{""", source))
    begun |= set(re.findall(r"""["']([a-z][a-z0-9-]*-)["'] ~""", source))
    begun |= {f"{prefix}-" for prefix in re.findall(r"""_options\(request, "([a-z-]+)\"""", source)}
    catalogue = "\n".join((LOCALES / DEFAULT / file).read_text(encoding="utf-8") for file in FILES)
    named |= set(re.findall(r"\{ ([a-z][a-z0-9-]*) \}", catalogue))
    own = [key for file in FILES for key in keys(DEFAULT, file)]
    assert [key for key in own if key not in named and not key.startswith(tuple(begun))] == []


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
