"""A recorded room as a list of lines, read from JSON lines. Read whole before anything is played: a broken line refuses
the file, and nothing of it happens.

    {"session": {"title": "...", "language": "en", "items": [...]}}        first, if at all: what to prepare
    {"t": 0, "who": "console", "do": "start_session"}
    {"t": 2.5, "who": "p17", "do": "join", "role": "resident", "consent": {...}}
    {"t": 9, "who": "console", "do": "add_person", "role": "resident", "card": "7", "as": "p18"}
    {"t": 30, "who": "console", "do": "give_word", "person": "p17"}

`t` counts seconds. `who` is "console" or a name for a phone, which later lines may use as `person`; `as` gives such a
name to what a line brings into the room, when the server's own id can't be known beforehand.
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app import wire
from app.access import Thing, Who
from app.core.messages.harvest import Contribute, Note
from app.core.messages.people import AddPerson
from app.core.messages.statements import AddStatement
from app.web import asking

CONSOLE = "console"
ROOM = Thing("played")
CONSOLES, PHONES = Who("console", ROOM.session), Who("phone", ROOM.session)
"""Whoever is in the room that is played, wherever that will be."""
NAME = re.compile(r"[\w.:-]{1,64}")
NAMING = (AddPerson, AddStatement, Contribute, Note)
"""What brings something into the room that a later line may have to name."""
OWN = ("t", "who", "as")


class BrokenLine(Exception):
    """`number` counts from 1; `detail` says what is wrong with it."""

    code = "broken_line"

    def __init__(self, number: int, detail: str) -> None:
        super().__init__(f"line {number}: {detail}")
        self.number = number
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Line:
    """One thing somebody did. `t` in seconds from the start; `named`: what later lines call what it brings."""

    number: int
    t: float
    who: str
    command: wire.ClientCommand
    named: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """Lines in order of time. `session`: what POST /api/sessions takes. `speed`: times real time, where none is asked
    for; 0 is as fast as it goes."""

    lines: tuple[Line, ...]
    session: dict[str, Any] = field(default_factory=dict)
    speed: float = 1.0

    @property
    def phones(self) -> list[str]:
        """Everybody with a phone, in the order they first do something."""
        return list(dict.fromkeys(line.who for line in self.lines if line.who != CONSOLE))


def in_order(lines: list[Line]) -> tuple[Line, ...]:
    """By time; lines of one moment stay as they were."""
    return tuple(sorted(lines, key=lambda line: line.t))


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Raises OSError, BrokenLine (not UTF-8)."""
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r")
        except UnicodeDecodeError as error:
            raise BrokenLine(number, "not UTF-8") from error


def read(path: Path, language: str) -> Trace:
    """`language`: of the session, where the file does not say it. Raises OSError, BrokenLine."""
    lines: list[Line] = []
    session: dict[str, Any] = {}
    for number, text in numbered_lines(path):
        if not text.strip():
            continue
        data = _object(number, text)
        if "session" in data and not lines and not session:
            session = _session(number, data)
        else:
            lines.append(_line(number, data, str(session.get("language") or language)))
    if not lines:
        raise BrokenLine(1, "nothing to play")
    return Trace(in_order(lines), session)


def _object(number: int, text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BrokenLine(number, f"not JSON ({error})") from error
    if not isinstance(data, dict):
        raise BrokenLine(number, "not a JSON object")
    return data


def _session(number: int, data: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(data["session"], dict) or len(data) > 1:
        raise BrokenLine(number, "session: an object, by itself")
    return dict(data["session"])


def _line(number: int, data: dict[str, Any], language: str) -> Line:
    t, who, named = data.get("t"), data.get("who"), data.get("as", "")
    if isinstance(t, bool) or not isinstance(t, int | float) or not math.isfinite(t) or t < 0:
        raise BrokenLine(number, "t: a number of seconds, from 0")
    if not isinstance(who, str) or not NAME.fullmatch(who):
        raise BrokenLine(number, 'who: "console" or a name for a phone')
    if not isinstance(named, str) or (named and not NAME.fullmatch(named)):
        raise BrokenLine(number, "as: a name")
    asked = {"id": "line", **{key: value for key, value in data.items() if key not in OWN}}
    try:
        _, command = asking.read(asked, CONSOLES if who == CONSOLE else PHONES, ROOM, language)
    except wire.Malformed as error:
        raise BrokenLine(number, f"{error.code}, {error.detail}") from error
    if named and not isinstance(command, NAMING):
        raise BrokenLine(number, f"as: {command.do} brings nothing new")
    return Line(number, float(t), who, command, named)


def write_line(t: float, who: str, command: wire.ClientCommand) -> str:
    """One line, as `read` takes it."""
    return json.dumps({"t": t, "who": who, **wire.write_command(command)}, ensure_ascii=False)
