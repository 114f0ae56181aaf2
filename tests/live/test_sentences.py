"""J4: every refusal has a stable code and one sentence in each language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import app
from app.core.plan import Plan
from app.core.refusal import ORGANISER_CODES, REFUSAL_CODES
from app.live.answers import sentence
from app.texts import LANGUAGES

SOURCE = Path(app.__file__).parent
VALUES = {"most": 1000, "card": "12"}
MAKES = {"Refusal": 0, "Refused": 0, "Malformed": 0, "_unless": 1}
"""What turns somebody down, and which argument is the code."""


def test_J4_every_code_is_said_somewhere() -> None:
    """That no other is said is the type checker's part."""
    said = {code for file in SOURCE.rglob("*.py") for code in _codes(ast.parse(file.read_text()))}
    assert {*REFUSAL_CODES, *ORGANISER_CODES} <= said


def _codes(tree: ast.Module) -> Iterator[str]:
    for call in ast.walk(tree):
        if isinstance(call, ast.AnnAssign) and ast.unparse(call.annotation) == "Code" and call.value:
            yield from _texts(call.value)
        elif isinstance(call, ast.FunctionDef) and call.returns and ast.unparse(call.returns) == "Code":
            for answer in ast.walk(call):
                if isinstance(answer, ast.Return) and answer.value:
                    yield from _texts(answer.value)
        elif isinstance(call, ast.Call) and isinstance(call.func, ast.Name | ast.Attribute):
            name = call.func.id if isinstance(call.func, ast.Name) else call.func.attr
            if name in MAKES and len(call.args) > MAKES[name]:
                yield from _texts(call.args[MAKES[name]])


def _texts(code: ast.expr) -> Iterator[str]:
    if isinstance(code, ast.IfExp):
        yield from _texts(code.body)
        yield from _texts(code.orelse)
    elif isinstance(code, ast.Constant) and isinstance(code.value, str):
        yield code.value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", REFUSAL_CODES)
def test_J4_every_code_has_one_sentence(code: str, language: str) -> None:
    for address in ("u", "je"):
        said = sentence(code, language, address, VALUES)
        assert said[0].isupper() or said[0].isdigit()
        assert said.endswith(".")
        assert said.count(".") == 1 + said.count("1.000"), "one sentence"


def test_J4_a_session_may_say_je_instead_of_u() -> None:
    assert {Plan("", "nl", (), ()).address} == {"u"}
    assert sentence("not_seated", "nl", "u") == "U zit niet in de kring."
    assert sentence("not_seated", "nl", "je") == "Je zit niet in de kring."
