"""What a record can be taken as: one file a format, each from a record to bytes."""

from collections.abc import Callable
from dataclasses import dataclass

from app.core.record.fields import Record
from app.export import csv_tables, html_page, json_record


@dataclass(frozen=True)
class Format:
    """`make(record, language)`: the same bytes for the same record and language (E2), and in them its level (E4)."""

    name: str
    media_type: str
    filename: str
    make: Callable[[Record, str], bytes]


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("json", "application/json", "record.json", json_record.make),
        Format("csv", "application/zip", "tables.zip", csv_tables.make),
        Format("html", "text/html; charset=utf-8", "record.html", html_page.make),
    )
}
