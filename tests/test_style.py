"""The style sheets, over their sources: a layout that turns with the language, colours that are
told once, and sizes from one scale."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.parts import ROOT

APP = ROOT / "app"
TOKENS = "app/static/tokens.css"
SIDES_MAY_STAND = {
    ("app/client/src/phone/phone.css", "#app", "padding"): "a notch is where it is",
    (
        "app/client/src/stage/stage.css",
        "from",
        "clip-path",
    ): "a clip has no logical word; scenes.css turns it",
    ("app/client/src/stage/scenes.css", '[dir="rtl"] .bar', "--before-it-grows"): "the other way around",
}
"""(file, selector, name): why what is physical there may be."""

COLOR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([^)]*\)"
    r"|(?<![-\w])(?:white|black|gr[ae]y|silver|red|orange|yellow|green|teal|blue|navy|purple)(?![-\w])",
    re.IGNORECASE,
)
COLORS_MAY_STAND = {
    (
        "app/client/src/stage/result.tsx",
        "#5C6B70",
    ): "the neutral role's, as in plans/people.py: data, not style",
    ("app/static/mark.svg", "#0B5A5E"): "a picture can't link a style sheet: --deep",
    ("app/static/mark.svg", "#E8890C"): "a picture can't link a style sheet: --word",
}
"""(file, colour): why it is there and not in the tokens."""

LENGTH = re.compile(r"(?<![\w.-])\d*\.?\d+(?:px|rem|pt|mm|vw|vh|vmin|vmax)\b")
IN_A_DRAWING = re.compile(r"\.circle |^svg ")
"""There a length is in the drawing's own units, and as large as the drawing makes it."""
SIZES_MAY_STAND = {
    ("app/client/src/stage/stage.css", ":root", "font-size"): "what a rem is there: it follows the screen",
    ("app/client/src/stage/strip.css", ".strip", "font-size"): "for a hand on a laptop, so not by the screen",
}
"""(file, selector, name): why a size is off the scale."""


@dataclass(frozen=True)
class Declaration:
    file: str
    selector: str
    name: str
    value: str

    @property
    def place(self) -> tuple[str, str, str]:
        return self.file, self.selector, self.name


def test_the_layout_is_logical_so_that_it_turns_with_the_language() -> None:
    physical = {one.place: one.value for one in declarations() if _physical(one)}
    assert {place: value for place, value in physical.items() if place not in SIDES_MAY_STAND} == {}
    assert set(SIDES_MAY_STAND) <= set(physical), "an exception that nothing needs"


def test_what_is_built_is_logical_too() -> None:
    """A bundler that thinks of older browsers puts left and right in their place, by a list of languages."""
    built = [*APP.glob("static/built/assets/*.css")]
    assert built, "run `make client`"
    one_by_one = [one for file in built for one in _declared(file.name, file.read_text(encoding="utf-8"))]
    physical = {one.selector: one.value for one in one_by_one if _physical(one)}
    assert set(physical) <= {selector for _, selector, _ in SIDES_MAY_STAND} | {"0%", "[dir=rtl] .bar"}


def test_a_colour_is_told_in_the_tokens_and_nowhere_else() -> None:
    found = {
        (one.file, color)
        for one in declarations()
        if one.file != TOKENS
        for color in COLOR.findall(one.value)
    }
    for file in [
        *APP.glob("templates/**/*.html"),
        *APP.glob("client/src/**/*.tsx"),
        *APP.glob("static/*.svg"),
    ]:
        quoted = re.findall(
            r"""["'](#[0-9a-fA-F]{3,8}|(?:rgb|hsl)a?\([^"']*)["']""", file.read_text(encoding="utf-8")
        )
        found |= {(_named(file), color) for color in quoted}
    assert found - set(COLORS_MAY_STAND) == set()
    assert set(COLORS_MAY_STAND) <= found, "an exception that nothing needs"
    light = {one.value.lower() for one in declarations() if one.file == TOKENS}
    assert {color.lower() for _, color in COLORS_MAY_STAND} <= light


def test_every_token_is_used_and_whatever_is_used_is_told() -> None:
    told = {one.name for one in declarations() if one.name.startswith("--")}
    used = {name for one in declarations() for name in re.findall(r"var\((--[\w-]+)\s*\)", one.value)}
    scripts = "".join(file.read_text(encoding="utf-8") for file in APP.glob("client/src/**/*.tsx"))
    told |= set(re.findall(r'"(--[\w-]+)"', scripts))
    assert used <= told
    of_all = [one for one in declarations() if one.file == TOKENS]
    light = [one.name for one in of_all[: len({one.name for one in of_all})]]
    assert len(set(light)) == len(light) and {one.name for one in of_all} == set(light), (
        "the first block has them all, once; dark and paper only say what differs"
    )
    assert set(light) <= used, "a token that nothing needs"


def test_type_and_corners_are_on_the_scale() -> None:
    off = {one.place: one.value for one in declarations() if _sized(one) and LENGTH.search(_ends(one.value))}
    assert {place: value for place, value in off.items() if place not in SIZES_MAY_STAND} == {}
    assert set(SIZES_MAY_STAND) <= set(off), "an exception that nothing needs"


def _sized(one: Declaration) -> bool:
    named = one.name in ("font", "font-size") or re.fullmatch(r"border-(?:[a-z]+-)*radius", one.name)
    return bool(named) and not IN_A_DRAWING.search(one.selector)


def _ends(value: str) -> str:
    """Of what grows with the window only how small and how large it gets."""
    return re.sub(r"\bclamp\(([^,]+),[^,]+,", r"clamp(\1,", value)


def _physical(one: Declaration) -> bool:
    words = re.compile(r"(?<![a-z])(left|right)(?![a-z])")
    if words.search(one.name) or words.search(one.value):
        return True
    if one.name.startswith(("margin", "padding", "inset", "border", "scroll-")):
        return _lopsided(one.value)
    return any(_lopsided(sides) for sides in re.findall(r"\binset\(([^()]*)\)", one.value))


def _lopsided(value: str) -> bool:
    """Four sides of which the second, the right, differs from the fourth, the left."""
    parts, deep = [""], 0
    for one in value.removesuffix("!important").strip():
        deep += (one == "(") - (one == ")")
        if one == " " and not deep:
            parts.append("")
        else:
            parts[-1] += one
    return len(parts) == 4 and parts[1] != parts[3]


@cache
def declarations() -> tuple[Declaration, ...]:
    return tuple(one for file, css in sheets() for one in _declared(file, css))


def sheets() -> Iterator[tuple[str, str]]:
    """(file, text) of every style sheet of ours, of what templates carry with them, and of what scripts set."""
    for file in [*APP.glob("static/*.css"), *APP.glob("client/src/**/*.css")]:
        yield _named(file), file.read_text(encoding="utf-8")
    for file in APP.glob("templates/**/*.html"):
        text = re.sub(r"\{\{.*?\}\}", "0", file.read_text(encoding="utf-8"))
        for css in re.findall(r"<style>(.*?)</style>", text, re.DOTALL):
            yield _named(file), css
        for css in re.findall(r'\bstyle="([^"]*)"', text):
            yield _named(file), f"style {{ {css} }}"
    for file in APP.glob("client/src/**/*.tsx"):
        for fields in re.findall(r"\bstyle=\{\{(.*?)\}\}", file.read_text(encoding="utf-8"), re.DOTALL):
            for name, value in re.findall(r'"?([\w-]+)"?:\s*([^,]+)', fields):
                css = re.sub(r"[A-Z]", lambda capital: f"-{capital[0].lower()}", name)
                yield _named(file), f"style {{ {css}: {re.sub('[{};]', '', value)} }}"


def _declared(file: str, css: str) -> Iterator[Declaration]:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    within: list[str] = []
    start = 0
    for end in re.finditer(r"[{};]", css):
        piece = " ".join(css[start : end.start()].split())
        start = end.end()
        if end[0] == "{":
            within.append(piece)
            continue
        name, colon, value = piece.partition(":")
        if colon and within:
            yield Declaration(file, within[-1], name.strip(), value.strip())
        if end[0] == "}":
            within.pop()
    assert not within, f"{file} does not close what it opens"


def _named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
