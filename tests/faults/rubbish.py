"""Messages that nobody in their right mind sends: valid ones, mutated with knowledge of their structure, and then as
text and bytes. All from one seed.
"""

import dataclasses
import json
import types
from random import Random
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from app.core.commands import ConsoleCommand, PhoneCommand
from app.core.messages.session import CloseSession

PHONE: tuple[type, ...] = get_args(PhoneCommand)
CONSOLE: tuple[type, ...] = tuple(one for one in get_args(ConsoleCommand) if one is not CloseSession)
"""Without the one that ends the room for all that follows."""
KNOWN = {
    "role": ("resident", "civil", "professional", ""),
    "person": ("p1", "p2", "p9", "p99999", "c1"),
    "statement": ("s1", "s2", "s3", "s999"),
    "item": ("in", "open", "roles", "vote", "nowhere"),
    "contribution": ("h5", "h9", "h1000000"),
    "signal": ("help", "pause", "open_chair_idle"),
    "name": ("Reiger", "Ooievaar"),
    "to": ("c00000001", "c1"),
}
TEXTS = (
    "",
    " ",
    "\t\r\n",
    "a" * 900,
    "é" * 5000,
    "\u0000",
    "\ud800",
    "\udfff\ud800",
    "\u202e\u2066txet",
    "👩‍👩‍👧‍👦" * 40,
    "̀" * 300,
    "'; DROP TABLE journal; --",
    "<script>alert(1)</script>",
    "{{7*7}}${7*7}%s%n{0.__class__}",
    "../../../../etc/passwd",
    "\ufeff\ufffe\uffff",
    "NaN",
    "p1\u0000",
    "constructor",
    "__proto__",
)
NUMBERS = (0, -1, 1, 2**31, 2**53 + 1, 2**63, 2**64, -(2**63) - 1, 10**400, 1e308, 5e-324, 0.1, -0.0, 3.0)
RAW = (
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "-0",
    "01",
    "1e",
    "tru",
    "nul",
    "'a'",
    "\\u0000",
    '"\\ud800"',
    "0x10",
    "+1",
)
"""As they may stand in a text in the place of a value; most are no JSON."""

LONGEST = 100_000
MOST_REPEATED = 1000
"""Characters: a long list within a long list within one has no end."""


class Rubbish:
    def __init__(self, seed: int | str) -> None:
        self.random = Random(seed)
        self._number = 0

    def message(self, commands: tuple[type, ...]) -> str | bytes:
        """What to send in the place of a command; now and then a valid one."""
        return self.encoded(self._mutated(self.command(self.random.choice(commands))))

    def hello(self, key: str | None) -> str | bytes:
        """In the place of the first message."""
        return self.encoded(self._mutated({"hello": {"v": 1, "key": key, "lang": "nl", "since": 3}}))

    def command(self, of: type) -> dict[str, Any]:
        """A valid command."""
        self._number += 1
        hints = get_type_hints(of)
        (do,) = get_args(hints["do"])
        fields = {
            one.name: self._valid(one.name, hints[one.name])
            for one in dataclasses.fields(of)
            if one.name != "do" and (one.default is dataclasses.MISSING or self.random.random() < 0.5)
        }
        return {"id": f"f{self._number}", "do": do, **fields}

    def plan(self) -> Any:
        """A session to be made, mutated."""
        plan = {
            "title": "Een avond",
            "language": self.random.choice(("nl", "en")),
            "items": [{"kind": "circle", "variant": "open_chair", "title": {"nl": "Kring"}, "minutes": 15}],
            "statements": [{"text": {"nl": "Een stelling."}, "source": "Wat iemand zei", "source_id": "3"}],
            "roles": [{"key": "resident", "label": {"nl": "bewoner"}}],
            "template": self.random.choice((None, "role_round", "nothing")),
        }
        return self._mutated(plan, least=1)

    def text(self) -> str:
        return self.random.choice(TEXTS)

    def encoded(self, data: Any) -> str | bytes:
        """As JSON, mostly; sometimes no longer."""
        try:
            text = json.dumps(data, ensure_ascii=self.random.random() < 0.5)
        except (ValueError, RecursionError):
            text = "[" * 3000
        text = text[:LONGEST]
        chance = self.random.random()
        if chance < 0.55:
            return self._sendable(text)
        if chance < 0.65:
            return self._sendable(self._raw_value(text))
        if chance < 0.75:
            return self._sendable(text[: self.random.randrange(len(text) + 1)])
        if chance < 0.80:
            return self._sendable(self._doubled(text))
        if chance < 0.85:
            return self._sendable(
                self.random.choice(("[", '{"a":', "[[{")) * self.random.choice((50, 500, 5000))
            )
        if chance < 0.88:
            return self._sendable(text + " " * self.random.choice((15_000, 16_384, 40_000)))
        return self._spoilt(text.encode("utf-8", "surrogatepass"))

    # How

    def _valid(self, name: str, hint: Any) -> Any:
        origin, inside = get_origin(hint), get_args(hint)
        if dataclasses.is_dataclass(hint):
            hints = get_type_hints(hint)
            return {one.name: self._valid(one.name, hints[one.name]) for one in dataclasses.fields(hint)}
        if origin is Literal:
            return self.random.choice(inside)
        if origin in (Union, types.UnionType):
            return self._valid(name, self.random.choice(inside))
        if hint is type(None):
            return None
        if hint is bool:
            return self.random.random() < 0.5
        if hint is int:
            return self.random.choice((1, 2, 3, 60, -60))
        if origin is dict:
            return {"agree": 2} if name == "counts" else {"nl": "Een tekst."}
        return self.random.choice(KNOWN.get(name, ("een tekst", "s1", "p1")))

    def _mutated(self, data: Any, least: int = 0) -> Any:
        for _ in range(max(least, self.random.choice((0, 1, 1, 1, 2, 5)))):
            data = self._mutation(data)
        return data

    def _mutation(self, data: Any) -> Any:
        if isinstance(data, dict) and data and self.random.random() < 0.9:
            key = self.random.choice(list(data))
            match self.random.randrange(6):
                case 0:
                    return {name: value for name, value in data.items() if name != key}
                case 1:
                    return {**data, self.text(): self._anything()}
                case 2:
                    return {self.text() if name == key else name: value for name, value in data.items()}
                case 3:
                    return {**data, key: self._mutation(data[key])}
                case _:
                    return {**data, key: self._anything()}
        if isinstance(data, list) and data and self.random.random() < 0.7:
            if self.random.random() < 0.3 and len(json.dumps(data)) < MOST_REPEATED:
                return (data * 400)[:400]
            return [self._mutation(data[0]), *data[1:]]
        return self._anything()

    def _anything(self) -> Any:
        match self.random.randrange(8):
            case 0:
                return self.random.choice(NUMBERS)
            case 1 | 2:
                return self.text()
            case 3:
                return self.random.choice((None, True, False, [], {}, [[]], {"": None}))
            case 4:
                deep: Any = "diep"
                for _ in range(self.random.choice((3, 30, 250))):
                    deep = [deep] if self.random.random() < 0.5 else {"a": deep}
                return deep
            case 5:
                return {self.text(): self.text(), "nl": self.random.choice(NUMBERS)}
            case 6:
                return [self.random.choice(NUMBERS) for _ in range(self.random.choice((1, 200)))]
            case _:
                known = self.random.choice(list(KNOWN.values()))
                return self.random.choice(known)

    def _raw_value(self, text: str) -> str:
        """With something that is no JSON value in the place of one."""
        at = text.rfind(": ", 0, self.random.randrange(1, len(text) + 1))
        return text if at < 0 else f"{text[: at + 2]}{self.random.choice(RAW)}{text[at + 3 :]}"

    def _doubled(self, text: str) -> str:
        """With each key twice."""
        return f"{text[:-1]}, {text[1:]}" if text.startswith("{") and len(text) > 2 else text + text

    def _spoilt(self, data: bytes) -> bytes:
        spoilt = bytearray(data)
        for _ in range(self.random.choice((1, 3, 30))):
            if spoilt:
                spoilt[self.random.randrange(len(spoilt))] = self.random.randrange(256)
        return bytes(spoilt)

    def _sendable(self, text: str) -> str | bytes:
        """A lone surrogate is no UTF-8: sent as the bytes that careless programs make of it."""
        try:
            text.encode()
        except UnicodeEncodeError:
            return text.encode("utf-8", "surrogatepass")
        return text
