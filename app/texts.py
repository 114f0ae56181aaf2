"""One way to every sentence a person reads: `t(language, key, ...)`, over the Fluent files in locales/.

The screens read the same files, so a text has one home. A folder there is a language, and nothing else says which there
are. A missing text is a bug and says so; nothing here decides who reads what language, that is the person's choice.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LOCALES = Path(__file__).parent / "locales"
DEFAULT = "nl"


def _languages() -> tuple[str, ...]:
    there = (file.parent.name for file in LOCALES.glob("*/language.ftl"))
    return tuple(sorted(there, key=lambda language: (language != DEFAULT, language)))


LANGUAGES = _languages()
"""Their codes: the default, then by the alphabet. Each language's own name and direction are in its language.ftl."""

if TYPE_CHECKING:
    Known = str
else:
    Known = Literal[LANGUAGES]
    """One of LANGUAGES, for whoever checks what comes in and documents it."""


@cache
def _bundle(language: str) -> "FluentBundle":
    # With the first text: most commands have nothing to say.
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


@cache
def _plain(language: str, key: str) -> str:
    return _format(language, key, {})


def _format(language: str, key: str, values: dict[str, Any]) -> str:
    assert has(language, key), f"no text {key!r} in {language!r}"
    bundle = _bundle(language)
    message = bundle.get_message(_written(key))
    assert message.value is not None, f"text {key!r} in {language!r} has no value"
    text, errors = bundle.format_pattern(message.value, values)
    assert not errors, f"text {key!r} in {language!r}: {errors}"
    return str(text)


def t(language: str, key: str, /, **values: Any) -> str:
    """The text `key` in `language` (one of LANGUAGES), its variables filled from `values`.

    A word of the vocabulary may be in it as it is: "answer-dont_know" is the text `answer-dont-know`.
    """
    return _format(language, key, values) if values else _plain(language, key)


def everywhere(key: str) -> dict[str, str]:
    """The text `key` in each language there is: {language: text}."""
    return {language: t(language, key) for language in LANGUAGES}


def name(language: str) -> str:
    """What it is called in itself."""
    return t(language, "language-name")


def direction(language: str) -> str:
    """Which way it is written, as HTML's `dir` says it: "ltr" or "rtl"."""
    return t(language, "language-direction")


def has(language: str, key: str) -> bool:
    return bool(_bundle(language).has_message(_written(key)))


def _written(key: str) -> str:
    return key.replace("_", "-")


def sentence(language: str, code: str, **values: Any) -> str:
    """What to tell a person about the refusal or problem `code`: the web's own text for it, else the core's."""
    own = f"problem-{code}"
    return t(language, own if has(language, own) else f"refusal-{code}", **{"address": "u", **values})


def choose(wanted: Iterable[str], otherwise: str = DEFAULT) -> str:
    """The first language of `wanted` ("nl-NL", "en", in order of preference) there are texts in."""
    for one in wanted:
        language = one.split("-")[0].strip().lower()
        if language in LANGUAGES:
            return language
    return otherwise if otherwise in LANGUAGES else DEFAULT


def accepted(header: str) -> list[str]:
    """The languages of an Accept-Language header, best first."""
    weighed = []
    for part in header.split(","):
        language, _, weight = part.partition(";q=")
        try:
            weighed.append((-float(weight or 1), language.strip()))
        except ValueError:
            continue
    return [language for _, language in sorted(weighed, key=lambda one: one[0])]
