"""Two languages that nobody speaks, made from English, in a copy of the program that is given them as folders.

`fi` is English with every vowel twice and accented: a third longer, and a vowel without an accent was never translated.
`he` is English in Hebrew letters, so that it runs from right to left and any Latin letter is one that was left. Their
codes are of real languages, since plurals, dates and lists come from libraries that have to know them. Nothing of this
is shipped, and the program is not told that it is tested: a folder is a language.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from app.texts import LANGUAGES
from tests import parts
from tests.serving import Server

VOWELS = {
    "a": "áà",
    "e": "éè",
    "i": "íì",
    "o": "óò",
    "u": "úù",
    "A": "ÁÀ",
    "E": "ÉÈ",
    "I": "ÍÌ",
    "O": "ÓÒ",
    "U": "ÚÙ",
}
HEBREW = "אבגדהוזחטיכלמנסעפצקרשתךםןףץ"
LETTERS = {letter: HEBREW[number % 27] for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
LETTERS |= {letter.upper(): other for letter, other in LETTERS.items()}


@dataclass(frozen=True)
class Pseudo:
    code: str
    name: str
    direction: str
    changed: dict[str, str]
    leftover: str
    """A regular expression (JavaScript's) for what nobody translated."""

    def said(self, english: str) -> str:
        """English as this language has it."""
        return "".join(self.changed.get(letter, letter) for letter in english)


LONG = Pseudo("fi", "Ŀóòñg", "ltr", VOWELS, "[aeiou]")
MIRRORED = Pseudo("he", "".join(LETTERS[letter] for letter in "mirrored"), "rtl", LETTERS, "[A-Za-z]")
PSEUDO = (LONG, MIRRORED)


class _Disguise(Transformer):
    """Text is changed; what is filled in, what is selected on and the names of terms are not."""

    def __init__(self, language: Pseudo) -> None:
        self.language = language

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:
        node.value = self.language.said(node.value)
        return node


def catalogue(english: str, language: Pseudo) -> str:
    """A Fluent file of English in `language`."""
    resource = FluentParser().parse(english)
    return str(FluentSerializer().serialize(_Disguise(language).visit(resource)))


def add(locales: Path, language: Pseudo) -> None:
    """Its folder, beside the others."""
    assert language.code not in LANGUAGES, "somebody speaks this language now: take another code"
    folder = locales / language.code
    folder.mkdir()
    for file in (locales / "en").glob("*.ftl"):
        (folder / file.name).write_text(
            catalogue(file.read_text(encoding="utf-8"), language), encoding="utf-8"
        )
    about = f"language-name = {language.name}\nlanguage-direction = {language.direction}\n"
    (folder / "language.ftl").write_text(about, encoding="utf-8")


def program(folder: Path) -> Path:
    """A copy of the program in `folder` with two languages more, its pages built. Returns its catalogues."""
    shutil.copytree(
        parts.ROOT / "app",
        folder / "app",
        ignore=shutil.ignore_patterns("node_modules", "built", "__pycache__"),
    )
    (folder / "migrations").symlink_to(parts.ROOT / "migrations")
    client = folder / "app/client"
    (client / "node_modules").symlink_to(parts.ROOT / "app/client/node_modules")
    for language in PSEUDO:
        add(folder / "app/locales", language)
    built = subprocess.run(
        [parts.node(), client / "node_modules/vite/bin/vite.js", "build", "--logLevel=warn"],
        cwd=client, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    return folder / "app/locales"


class Disguised(Server):
    """A server of such a copy."""

    def __init__(self, folder: Path, copy: Path) -> None:
        super().__init__(folder)
        self.program = (sys.executable, "-c", "from app.cli import main; main()")
        # What is on this path comes before what is installed, which is the program that was copied.
        self.env |= {"PYTHONPATH": os.fspath(copy)}
