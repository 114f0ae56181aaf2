"""docs/protocol.md and docs/asyncapi.yaml, held against what is really said."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from app import wire
from app.core import views
from app.core.actor import SERVER
from app.core.commands import ConsoleCommand, PhoneCommand, Tick
from app.core.messages.circle import GiveWord, Seat, Swap
from app.core.messages.console import CallHelper
from app.core.messages.harvest import Contribute, React, ShowContribution, WithdrawWords
from app.core.messages.queue import AskToSpeak
from app.core.messages.session import GoOffRecord, Invite, Pause, StartMoment
from app.core.messages.statements import CloseStatement, OpenStatement, RevealStatement, Vote
from app.core.refusal import REFUSAL_CODES
from app.core.room import Room
from app.live import flood, outbox
from app.live.crowd import REPLACED, RESTART
from app.live.room import UNKNOWN
from app.settings import Settings
from app.web import door, greeting, lines, security, serving, sse
from app.web.socket import HELLO_S
from tests.core.stories import Story, item, phone, plan
from tests.live.house import YES, House

DOCS = Path(__file__).parents[2] / "docs"
PROTOCOL = (DOCS / "protocol.md").read_text()
ASYNCAPI: dict[str, Any] = yaml.safe_load((DOCS / "asyncapi.yaml").read_text())
EXAMPLES = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PROTOCOL, re.S)]


def section(title: str) -> str:
    """The text under a heading, up to the next of its level."""
    level = PROTOCOL[: PROTOCOL.index(f" {title}\n")].rpartition("\n")[2]
    found = re.search(
        rf"^{level} {re.escape(title)}\n(.*?)(?=^#{{2,{len(level)}}} |\Z)", PROTOCOL, re.S | re.M
    )
    assert found, title
    return found[1]


def coded(text: str) -> set[str]:
    """What stands between backticks."""
    return set(re.findall(r"`([^`\n]+)`", text))


# protocol.md


@pytest.mark.parametrize(
    ("title", "union"), [("From a phone", PhoneCommand), ("From a console", ConsoleCommand)]
)
def test_every_command_is_described_with_its_fields(title: str, union: Any) -> None:
    rows = {
        do: coded(line)
        for line in section(title).splitlines()
        if line.startswith("| `")
        for do in coded(line.split("|")[1])
    }
    assert set(rows) == {do for do, kind in wire.COMMANDS.items() if kind in get_args(union)}
    for command in get_args(union):
        named = {field.name for field in fields(command)} - {"do"}
        do = command.__dataclass_fields__["do"].default
        assert named <= rows[do], f"{do}: {named - rows[do]}"


def test_every_code_is_listed_and_nothing_else() -> None:
    rows = [
        line.split("|")[1]
        for line in section("Why something is refused").splitlines()
        if line.startswith("| `")
    ]
    assert [code for row in rows for code in re.findall(r"`([^`]+)`", row)] == list(REFUSAL_CODES)


def test_every_closing_code_is_listed() -> None:
    listed = {
        int(code) for code in re.findall(r"^\| (\d{4}) \|", section("Why a connection is closed"), re.M)
    }
    own = {greeting.UNKNOWN, greeting.NOT_ALLOWED, greeting.FLOOD, greeting.STOP, greeting.LATER}
    of_sockets = {1002, 1007, lines.TOO_BIG, 1011}
    assert listed == own | {UNKNOWN, REPLACED, RESTART} | of_sockets


def test_the_limits_are_those_of_the_code() -> None:
    assert f"{flood.BURST} messages at once and {flood.PER_S:g} a second" in PROTOCOL
    assert f"within {HELLO_S:g} seconds" in PROTOCOL
    assert f"at most {wire.MOST_BYTES // 1024} KB" in PROTOCOL
    assert f"Every {sse.HEARTBEAT_S:g} seconds" in PROTOCOL
    assert f"text of 1 to {wire.MOST_ID} characters" in PROTOCOL


def test_the_limits_of_lines_and_addresses_are_those_of_the_code() -> None:
    limits, one = section("Limits"), Settings()
    assert f"{flood.BURST} messages at once and {flood.PER_S:g} a second" in limits
    assert f"{lines.CONTROL_BURST:g} at once and {lines.CONTROL_PER_S:g} a second" in limits
    assert f"above {outbox.MOST_WAITING // 1024} KB" in limits
    assert f"Above {outbox.MOST_ANSWERS} answers" in limits
    assert f"for {lines.STALLED_S:g} seconds" in limits
    assert f"head within {lines.HEAD_S:g} seconds and at most {lines.MOST_HEAD // 1024} KB" in limits
    assert f"body within {lines.BODY_S:g} more and at most {security.MOST_BODY // 1024**2} MB" in limits
    for name, there_may_be in {
        "sockets_per_address": f"{one.sockets_per_address}",
        "waiting_per_address": f"{one.waiting_per_address}",
        "arrivals_per_address": f"{one.sockets_per_address} at once and {one.arrivals_per_address:g} a second",
        "most_sockets": f"{one.most_sockets}",
        "requests_per_address": f"{one.requests_per_address * door.REQUESTS_BURST_S:g} at once and "
        f"{one.requests_per_address:g} a second",
        "misses_per_address": f"{one.misses_per_address} at once and {door.MISSES_PER_S:g} a second",
        "connections_per_address": f"{one.connections_per_address}",
    }.items():
        row = next(line for line in limits.splitlines() if f"`{name.upper()}`" in line)
        assert there_may_be in row
    closing = section("Why a connection is closed")
    assert (
        f"more than {serving.MOST_READ // 1024**2} MB, or in more than {lines.MOST_FRAGMENTS} pieces"
        in closing
    )
    assert f"not answered for {serving.PING_S:g} seconds" in closing


def kinds() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every example, with the name of the message it is one of."""
    for example in EXAMPLES:
        names = ("hello", "welcome", "patch", "me", "do", "done", "refused", "closed")
        yield next(name for name in names if name in example), example


def test_the_examples_are_what_they_say() -> None:
    seen = set()
    for kind, example in kinds():
        seen.add(kind)
        if kind == "do":
            wire.read_command(example, wire.kind_of(example)[0])
            continue
        whole = {"view": views.phone(Story().room, "nl")} if "view" in example else {}
        jsonschema.validate({**example, **whole}, resolved(message(kind)["payload"]))
    assert seen == {"hello", "welcome", "patch", "me", "do", "done", "refused", "closed"}
    assert greeting.read(EXAMPLES[0]).language == "nl"


def evenings() -> Iterator[Story]:
    """Rooms in which something is going on of everything that a view can show."""
    story = Story(plan(items=(item("open", "circle", "open_chair"), item("roles", "circle", "role_round"))))
    yield story
    people = story.joins(*["resident"] * 12, *["civil"] * 3)
    story.adds("researcher")
    story.starts("open")
    yield story
    for person in people[:4]:
        story.asks(Seat(person))
    story.asks(Seat("p16"))
    story.asks(GiveWord(people[0]))
    story.asks(AskToSpeak(), phone(people[5]))
    story.asks(Invite("starter"))
    story.asks(StartMoment("silence"))
    story.asks(CallHelper())
    for kind in ("recognise", "pause", "help"):
        story.asks(React(kind), phone(people[6]))
    yield story
    story.asks(Seat(people[6], 5))
    yield story
    said = f"h{story.room.seq + 1}"
    story.asks(Contribute("insight", "Luisteren helpt."), phone(people[1]))
    story.asks(ShowContribution(said))
    yield story
    story.asks(WithdrawWords(), phone(people[1]))
    for _ in range(2):
        story.asks(OpenStatement("s1"))
        for number, person in enumerate(people):
            story.asks(Vote("s1", "agree" if number % 2 else "disagree"), phone(person))
        yield story
        story.asks(CloseStatement("s1"))
        story.asks(RevealStatement("s1"))
        yield story
    story.starts("roles")
    story.asks(Swap("civil"))
    story.now += 60
    story.asks(Tick(), SERVER)
    yield story
    story.asks(Pause())
    yield story
    story.asks(GoOffRecord())
    yield story


def keys(view: Any) -> Iterator[str]:
    """Every field name in a view; not the ids, numbers and kinds that things are kept under."""
    if isinstance(view, list):
        for one in view:
            yield from keys(one)
    elif isinstance(view, dict):
        for key, value in view.items():
            if isinstance(value, dict) and key in KEYED:
                yield key
                for one in value.values():
                    yield from keys(one)
            else:
                yield key
                yield from keys(value)


KEYED = (
    *("roles", "items", "people", "chairs", "statements", "contributions", "harvest", "hints", "signals"),
    *("balance", "votes", "said", "endorsed", "totals", "counts", "reactions", "tide"),
)
"""What holds things by their id, number or kind."""


def test_every_field_of_every_view_is_described() -> None:
    described = coded(section("The views"))
    shown: set[str] = set()
    for story in evenings():
        room = story.room
        for audience in (views.phone, views.stage, views.console):
            shown.update(keys(audience(room, "nl")))
        for person in room.people:
            shown.update(keys(views.me(room, person)))
        shown.update(keys(views.watcher(room, "c1")))
    assert len(shown) > 90
    assert shown <= described, shown - described


# asyncapi.yaml


def message(name: str) -> dict[str, Any]:
    found: dict[str, Any] = ASYNCAPI["components"]["messages"][name]
    return found


def lookup(reference: str) -> Any:
    at: Any = ASYNCAPI
    for part in reference.removeprefix("#/").split("/"):
        at = at[part]
    return at


def resolved(schema: Any) -> Any:
    """With what it refers to in its place."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            return resolved(lookup(schema["$ref"]))
        return {key: resolved(value) for key, value in schema.items()}
    return [resolved(one) for one in schema] if isinstance(schema, list) else schema


def test_asyncapi_refers_to_what_is_there() -> None:
    assert ASYNCAPI["asyncapi"].startswith("3.")
    references = re.findall(r"\$ref: '?(#/[^\s']+)", (DOCS / "asyncapi.yaml").read_text())
    assert len(references) > 80
    for reference in references:
        lookup(reference)


def closed(schema: Any) -> Any:
    """Nothing but what it says may be there."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        made["additionalProperties"] = False
    for table in ("totals", "counts"):
        words = schema.get(table, {}).get("propertyNames", {}).get("enum")
        if words:
            # protocol.ts counts on all of them.
            made[table]["required"] = words
    return made


def test_every_view_is_what_its_type_says_and_no_more() -> None:
    audiences: dict[str, Callable[[Room, str], Mapping[str, Any]]] = {
        "PhoneView": views.phone,
        "StageView": views.stage,
        "ConsoleView": views.console,
    }
    checks = {
        name: jsonschema.Draft202012Validator(closed(resolved(lookup(f"#/components/schemas/{name}"))))
        for name in (*audiences, "Me", "Watcher")
    }
    for story in evenings():
        for language in ("nl", "en"):
            for name, audience in audiences.items():
                checks[name].validate(audience(story.room, language))
        for person in story.room.people:
            checks["Me"].validate(views.me(story.room, person))
        checks["Watcher"].validate(views.watcher(story.room, "c1"))


async def test_asyncapi_describes_what_is_really_said(house: House) -> None:
    async with house.console() as console, house.phone() as someone:
        await console.done("start_session")
        await someone.ask("take_chair")
        await someone.send("{")
        await someone.next("refused")
        heard = [*console.heard, *someone.heard]
    kinds = ("welcome", "patch", "me", "done", "refused")
    for said in heard:
        kind = next(kind for kind in kinds if kind in said)
        jsonschema.validate(said, resolved(message(kind)["payload"]))
    assert YES.keys() == set(ASYNCAPI["components"]["schemas"]["Consent"]["properties"])
