"""The record as CSV tables."""

import csv
import io
from zipfile import ZipFile

import pytest

from app.export import FORMATS
from app.export.csv_tables import TABLES
from app.texts import LANGUAGES
from tests.core.evening import evening, recorded
from tests.core.stories import Story

MAKE = FORMATS["csv"].make


def tables(level: str = "restricted", language: str = "nl") -> dict[str, list[dict[str, str]]]:
    packed = ZipFile(io.BytesIO(MAKE(recorded(evening(), level), language)))  # type: ignore[arg-type]
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(packed.read(name).decode(), newline="")))
        for name in packed.namelist()
        if name.endswith(".csv")
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", ["open", "restricted"])
def test_the_codebook_says_what_every_column_means(language: str, level: str) -> None:
    made = tables(level, language)
    described = {(row["table"], row["column"]) for row in made["codebook"]}
    assert described == {(table.name, column) for table in TABLES for column in table.columns}
    assert all(row["meaning"] and row["type"] for row in made["codebook"])
    assert set(made) == {*(table.name for table in TABLES), "codebook"}
    for table in TABLES:
        for row in made[table.name]:
            assert list(row) == list(table.columns)


def test_a_table_is_utf_8_with_a_header_and_rows_end_as_rfc_4180_says() -> None:
    packed = ZipFile(io.BytesIO(MAKE(recorded(evening()), "nl")))
    text = packed.read("seatings.csv").decode("utf-8")
    assert text.startswith("person,role,chair,item,from_s,to_s\r\n")
    assert not text.startswith("\ufeff")
    assert "Avond (KRE7QP)" in packed.read("README.txt").decode("utf-8")


def test_E2_the_same_record_gives_the_same_bytes() -> None:
    assert MAKE(recorded(evening()), "nl") == MAKE(recorded(evening()), "nl")
    assert MAKE(recorded(evening()), "nl") != MAKE(recorded(evening()), "en")


def test_rows_are_the_records() -> None:
    made, record = tables(), recorded(evening())
    assert [(row["person"], row["chair"], row["to_s"]) for row in made["seatings"]] == [
        (row["person"], str(row["chair"]), "" if row["to_s"] is None else str(row["to_s"]))
        for row in record["seatings"]
    ]
    assert [row["actual_s"] for row in made["items"] if row["id"] == "open"] == ["300"]
    assert made["session"][0]["record_sha256"] == record["integrity"]["record"]
    assert {row["measure"] for row in made["measures"]} == set(record["measures"])
    assert [row["noted"] for row in made["harvest"]] == ["no", "no", "yes"]


def test_no_cell_is_a_formula_and_a_number_below_zero_is_a_number() -> None:
    made = tables()
    assert made["harvest"][0]["text"] == "'=Wij bellen elkaar op maandag"
    assert [row["deviation_s"] for row in made["items"] if row["id"] == "open"] == ["-600"]


def test_a_session_in_which_nothing_happened_has_every_table() -> None:
    packed = ZipFile(io.BytesIO(MAKE(recorded(Story(started=False)), "en")))
    assert len(packed.namelist()) == len(TABLES) + 2
