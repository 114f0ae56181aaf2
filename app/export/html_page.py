"""The record as one page for people: no script, nothing from elsewhere, and fit for paper."""

from datetime import datetime
from pathlib import Path
from typing import TypedDict

from babel.dates import format_date, format_time, get_timezone
from babel.numbers import format_percent
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.core.plan import say
from app.core.record.fields import Record
from app.core.record.harvest import WITHDRAWN
from app.core.record.record import OTHER
from app.core.vocabulary import ANSWERS, HARVEST_KINDS, SHAPES, HarvestKind, Shape
from app.export.timeline import outline, timeline
from app.export.tokens import light, used_by
from app.texts import choose, direction, t

ZONE = "Europe/Amsterdam"
"""The clock on the wall of the rooms this is for; the record itself is in UTC."""
FIRST: tuple[HarvestKind, ...] = ("commitment", "question", "bottleneck", "possibility")
"""What somebody has to do something with stands above what was seen."""
KINDS = (*FIRST, *(kind for kind in HARVEST_KINDS if kind not in FIRST))


class Look(TypedDict):
    shape: Shape
    color: str


OTHER_ROLE: Look = {"shape": "ring", "color": "#5C6B70"}

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def make(record: Record, language: str) -> bytes:
    session = record["session"]
    language = choose([language, session["language"]])
    roles = {role["key"]: role for role in record["roles"]}

    def text(texts: dict[str, str]) -> str:
        return say(texts, language, session["language"])

    def role(key: str) -> str:
        return t(language, "report-other-roles") if key == OTHER else text(roles[key]["label"])

    def look(key: str) -> Look:
        return OTHER_ROLE if key == OTHER else {"shape": roles[key]["shape"], "color": roles[key]["color"]}

    seated = {row["role"] for row in record["seatings"]}
    page = _environment.get_template("record.html").render(
        record=record,
        session=session,
        language=language,
        direction=direction(language),
        t=lambda key, **values: t(language, key, **values),
        text=text,
        role=role,
        look=look,
        date=lambda moment: format_date(_at(moment), "full", locale=language),
        time=lambda moment: format_time(_at(moment), "short", locale=language),
        clock=clock,
        percent=lambda share: format_percent(share, locale=language),
        timeline=timeline(record),
        shapes={shape: outline(shape) for shape in SHAPES},
        answers=ANSWERS,
        harvest={kind: own for kind in KINDS if (own := [h for h in record["harvest"] if h["kind"] == kind])},
        withdrawn=WITHDRAWN,
        light=light(),
        tokens=used_by("record.html"),
        seen=[key for key in (*roles, OTHER) if key in seated],
    )
    return page.encode()


def clock(seconds: float | None) -> str:
    """ "4:05", "1:02:03"; "" for what has not ended."""
    if seconds is None:
        return ""
    whole = round(abs(seconds))
    hours, minutes = divmod(whole // 60, 60)
    sign = "−" if seconds < 0 and whole else ""
    tail = f"{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"
    return f"{sign}{hours}:{tail}" if hours else f"{sign}{tail}"


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(get_timezone(ZONE))
