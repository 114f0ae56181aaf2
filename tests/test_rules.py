"""docs/rules.md and all that names its rules hold each other: tests prove what stands there, and nobody names another.

A rule is a capital and a number. A test names the rules it proves first of all: `test_S4_S5_a_pause...`, and in the
client `test("S4 a pause...")`. Code names them in comments and docstrings, documents in brackets: (V4, X2).
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
CLIENT = ROOT / "app" / "client"
PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")

RULE = r"[A-Z][1-9][0-9]?"
HEADING = re.compile(rf"^### ({RULE})$", re.M)
WORD = re.compile(rf"\b{RULE}\b")
TEST = re.compile(r"^ *(?:async )?def (test_\w+)", re.M)
NAMED_FIRST = re.compile(rf"test_(?:{RULE}_)*")
TITLE = re.compile(rf'"((?:{RULE} )+)')
REMARK = re.compile(r"//[^\n]*|/\*[\s\S]*?\*/")
IN_BRACKETS = re.compile(rf"\({RULE}(?:, {RULE})*\)")

RULES = set(HEADING.findall(PAGE))
Named = Iterator[tuple[str, Path]]
"""A rule, and a file that names it."""


def test_the_page_has_each_rule_once_in_order_and_says_something_of_it() -> None:
    assert re.findall(r"^###+ (.*)$", PAGE, re.M) == HEADING.findall(PAGE), "a heading of this size is a rule"
    for section in PAGE.split("\n## ")[1:]:
        said = HEADING.split(section)[1:]
        rules, texts = said[::2], said[1::2]
        assert rules == sorted({f"{rules[0][0]}{rule[1:]}" for rule in rules}, key=lambda rule: int(rule[1:]))
        assert all(text.strip() for text in texts), rules


def test_every_rule_is_proved_by_a_test_that_names_it() -> None:
    assert RULES - {rule for rule, _ in by_tests()} == set()


def test_every_rule_is_named_where_it_lives() -> None:
    assert RULES - {rule for rule, _ in by_code("app")} == set()


def test_nothing_names_a_rule_that_is_not_on_the_page() -> None:
    named = (*by_tests(), *by_code("app"), *by_code("tests"), *by_documents())
    assert sorted({(rule, str(file)) for rule, file in named if rule not in RULES}) == []


def test_a_test_names_its_rules_first() -> None:
    late = [
        name
        for _, name in names_of_tests()
        if any(map(WORD.fullmatch, NAMED_FIRST.sub("", name, 1).split("_")))
    ]
    assert late == []


@cache
def by_tests() -> tuple[tuple[str, Path], ...]:
    def named() -> Named:
        for file, name in names_of_tests():
            first = NAMED_FIRST.match(name)
            yield from ((rule, file) for rule in (first[0] if first else "").split("_")[1:-1])
        for file in CLIENT.glob("src/**/*.test.ts"):
            for title in TITLE.findall(file.read_text("utf-8")):
                yield from ((rule, file) for rule in title.split())

    return tuple(named())


def names_of_tests() -> Iterator[tuple[Path, str]]:
    for file in python("tests"):
        yield from ((file, name) for name in TEST.findall(file.read_text("utf-8")))


@cache
def by_code(folder: str) -> tuple[tuple[str, Path], ...]:
    def named() -> Named:
        for file in python(folder):
            yield from ((rule, file) for remark in remarks(file) for rule in WORD.findall(remark))
        for file in (ROOT / folder / "client").glob("src/**/*.ts*"):
            if ".test." not in file.name:
                found = REMARK.findall(file.read_text("utf-8"))
                yield from ((rule, file) for remark in found for rule in WORD.findall(remark))

    return tuple(named())


def by_documents() -> Named:
    for file in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        found = IN_BRACKETS.findall(file.read_text("utf-8"))
        yield from ((rule, file) for brackets in found for rule in WORD.findall(brackets))


def python(folder: str) -> list[Path]:
    return [
        file
        for file in sorted((ROOT / folder).rglob("*.py"))
        if CLIENT not in file.parents and file != Path(__file__)
    ]


def remarks(file: Path) -> Iterator[str]:
    """Comments, and strings that stand alone: docstrings, also those of constants and fields."""
    text = file.read_text("utf-8")
    if WORD.search(text):
        tokens = tokenize.generate_tokens(io.StringIO(text).readline)
        yield from (token.string for token in tokens if token.type == tokenize.COMMENT)
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Expr(ast.Constant(str(alone))):
                    yield alone
                case _:
                    pass
