"""The languages that are made for tests change what is read, and nothing that a program reads."""

from fluent.runtime import FluentBundle, FluentResource

from tests import pseudo
from tests.parts import ROOT

ENGLISH = """\
-thing = chair
page-name = Take a { -thing }, { $name }
taken = { $n ->
    [one] One person in { $place }
   *[other] { NUMBER($n) } people in { $place }
  }
"""


def said(language: pseudo.Pseudo, key: str, **values: str | int) -> str:
    bundle = FluentBundle([language.code], use_isolating=False)
    bundle.add_resource(FluentResource(pseudo.catalogue(ENGLISH, language)))
    pattern = bundle.get_message(key).value
    assert pattern is not None
    text, errors = bundle.format_pattern(pattern, values)
    assert not errors
    return str(text)


def test_what_is_filled_in_and_selected_on_stays() -> None:
    assert said(pseudo.LONG, "page-name", name="Noor") == "Táàkéè áà cháàíìr, Noor"
    assert said(pseudo.LONG, "taken", n=1, place="Oost") == "ÓÒnéè péèrsóòn íìn Oost"
    assert said(pseudo.MIRRORED, "taken", n=3, place="Oost") == "3 עהסעלה טנ Oost"


def test_one_is_a_third_longer_and_the_other_has_no_latin_letter() -> None:
    english = (ROOT / "app/locales/en/phone.ftl").read_text(encoding="utf-8")
    text = "".join(line.partition(" = ")[2] for line in english.splitlines() if "{" not in line)
    assert 1.25 < len(pseudo.LONG.said(text)) / len(text) < 1.4
    assert not any(letter.isascii() and letter.isalpha() for letter in pseudo.MIRRORED.said(text))
