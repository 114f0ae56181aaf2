"""A whole evening as it happens: a console, a stage and four phones in real browsers, and the record it leaves.

One phone loses its network in the middle of a vote, one comes late, and two take the open chair at once. In the end
the downloaded record is held against what was done here.
"""

import asyncio
import json
import re
import secrets
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.async_api import Page, expect

from app.export.schema import SCHEMA
from tests.browser.handset import BACK_MS
from tests.browser.screens import Screens
from tests.proxy import Proxy, proxy_to
from tests.serving import Prepared, Server

RESIDENT = "I live in the neighbourhood"
CIVIL = "I work for the city"
PROFESSIONAL = "I work for an organisation"
PASSWORD = "a rather long sentence"

STATEMENTS = ["I know whom to ask.", "Asking for help feels safe.", "We will meet again."]
SHEET: list[dict[str, Any]] = [
    {
        "id": "round",
        "kind": "circle",
        "variant": "role_round",
        "minutes": 20,
        "roles": ["resident"],
        "title": "Residents speak",
    },
    {"id": "back", "kind": "listen_back", "minutes": 10, "title": "Listen back"},
    {
        "id": "open",
        "kind": "circle",
        "variant": "open_chair",
        "minutes": 15,
        "title": "Open round",
        "rules": {"chairs": 2, "open_chairs": 1},
    },
    {"id": "votes", "kind": "vote", "minutes": 15, "title": "Three statements"},
]


def prepare(server: Server) -> Prepared:
    statements = [{"text": {"en": text}, "item": "votes"} for text in STATEMENTS]
    return server.prepare(title="An evening", language="en", items=SHEET, statements=statements)


class Phone:
    """A participant's phone, in English."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def tap(self, name: str) -> None:
        await self.page.get_by_role("button", name=re.compile(rf"^{re.escape(name)}")).click()

    async def reads(self, text: str) -> None:
        """Also after a cut, when a phone may wait ten seconds before it tries again."""
        await expect(self.page.get_by_text(text).first).to_be_visible(timeout=BACK_MS)

    async def joins(self, role: str) -> None:
        await self.tap("Join")
        for purpose in await self.page.get_by_role("group").all():
            await purpose.get_by_label("Yes, you may").check()
        await self.tap("Next")
        await self.page.get_by_label(role).check()
        await self.tap("Join")
        await expect(self.page.get_by_text("Why are you here?")).to_have_count(0)

    async def votes(self, answer: str) -> None:
        await self.tap(answer)
        await self.reads("Your choice has arrived")


class Console:
    """The facilitator's, in English: keys where there is one, taps where there isn't."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def tap(self, name: str) -> None:
        await self.page.get_by_role("button", name=re.compile(rf"^{re.escape(name)}")).first.click()

    async def key(self, key: str, button: str) -> None:
        """Press a key as soon as the button it stands for may be pressed."""
        named = self.page.get_by_role("button", name=re.compile(rf"^{re.escape(button)}"))
        await expect(named.first).to_be_enabled()
        await self.page.locator("body").press(key)

    async def starts(self, title: str) -> None:
        await self.tap(title)
        await self.tap(f"Start: {title}")
        await expect(self.page.locator("[aria-current=step]")).to_contain_text(title)


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, server: Server) -> Server:
    """On a database of each kind."""
    if request.param == "sqlite":
        return server
    make: Callable[..., Server] = request.getfixturevalue("make_server")
    return make(database_url=request.getfixturevalue("migrated_postgres_url"))


async def test_an_evening_from_the_first_phone_to_the_record(
    server: Server, proxy: Proxy, screens: Screens
) -> None:
    async with proxy_to(server.port) as late:
        await _an_evening(server, proxy, late, screens)


async def _an_evening(server: Server, proxy: Proxy, late: Proxy, screens: Screens) -> None:
    session = prepare(server)
    console = Console(await screens.open(session.links["console"], "laptop", language="en"))
    stage = await screens.open(session.links["stage"], "projector", language="en")
    cut_off = "Failed to load|ERR_|WebSocket"
    anna, bo, cas = [
        Phone(await screens.open(link, "phone", language="en", tolerates=tolerates))
        for link, tolerates in (
            (session.links["join"], ""),
            (session.links["join"], ""),
            (proxy.through(session.links["join"]), cut_off),
        )
    ]

    # The door.
    for phone, role in ((anna, RESIDENT), (bo, RESIDENT), (cas, CIVIL)):
        await phone.joins(role)
    await expect(stage.get_by_text("3 people are here")).to_be_visible()
    await console.tap("Start the session")

    # A role round: the residents sit at once, and one of them gets the word.
    await console.starts("Residents speak")
    await anna.reads("You are in the circle")
    await bo.reads("You are in the circle")
    await cas.reads("You are listening now")
    await console.page.get_by_role("button", name=re.compile("^Chair 1, .* give the word")).click()
    await anna.reads("You have the word")
    await console.key("m", "End the turn")
    await expect(anna.page.get_by_text("You have the word")).to_have_count(0)

    # The listen-back: the one who listened asks, is called, and speaks from where they are.
    await console.starts("Listen back")
    await cas.tap("I want to speak")
    await cas.reads("You are in the queue")
    await console.key("Space", "Next from the queue")
    await cas.reads("Say what you heard")

    # Somebody comes late, and is let in without ado (P5).
    link = late.through(session.links["join"])
    dee = Phone(await screens.open(link, "phone", language="en", tolerates=cut_off))
    await dee.reads("We have already started")
    await dee.joins(PROFESSIONAL)

    # The open round: two take the one free chair at once, since the news of the first is still on its way to the
    # second. The second is told, and is first in the queue (C2).
    await console.starts("Open round")
    await console.page.get_by_role("button", name=re.compile("^Chair 1, .*seat somebody")).click()
    await console.page.get_by_role("dialog").get_by_role("button", name=re.compile("civil", re.I)).click()
    await cas.reads("You are in the circle")
    take = "I will take the open chair"
    await asyncio.gather(bo.reads(take), dee.reads(take))
    late.hold("browser")
    await bo.tap(take)
    await dee.tap(take)
    late.restore()
    await bo.reads("You are in the circle")
    await dee.reads("Somebody was just ahead of you")
    await bo.tap("I am leaving the circle")
    await console.key("Space", "Next from the queue")
    await dee.reads("It is your turn")
    await dee.tap("I am taking the chair")
    await dee.reads("You are in the circle")

    # Three votes. In the second, one phone is cut off in the middle, and its choice arrives when it is back.
    await console.starts("Three statements")
    everybody = (anna, bo, cas, dee)
    for no, statement in enumerate(STATEMENTS):
        await console.key("o", "Open the vote")
        for phone in everybody:
            await phone.reads(statement)
        if no == 1:
            proxy.cut()
            await cas.tap("Agree")
            await cas.reads("Your choice has not arrived yet")
            await asyncio.gather(anna.votes("Disagree"), bo.votes("Disagree"), dee.votes("Agree"))
            await expect(stage.get_by_text("3 of 4").first).to_be_visible()
            proxy.restore()
            await cas.reads("Your choice has arrived")
        else:
            await asyncio.gather(*(phone.votes("Agree") for phone in everybody))
        if no == 2:
            await anna.votes("I don't know")
            await bo.tap("Skip")
            await expect(bo.page.get_by_role("button", name="Skip", pressed=True)).to_be_visible()
            await bo.reads("Your choice has arrived")
        await expect(stage.get_by_text("4 of 4").first).to_be_visible()
        await expect(stage.get_by_text("Disagree")).to_have_count(0)
        await console.key("c", "Close the vote")
        await expect(stage.get_by_text("Voting is closed")).to_be_visible()
        await console.key("r", "Show the result")
        for phone in everybody:
            await expect(phone.page.locator("html[data-screen=result]")).to_have_count(1)

    # The end.
    await console.page.locator("summary").filter(has_text="More").click()
    await console.tap("Close the session")
    await console.tap("Yes, close the session")
    for phone in everybody:
        await phone.reads("Thank you")
    await expect(stage.get_by_text("The session is over")).to_be_visible()

    record = await _downloaded(server, screens, session)
    _is_what_happened(record)


async def _downloaded(server: Server, screens: Screens, session: Prepared) -> dict[str, Any]:
    """The restricted record, as an organiser takes it along."""
    name = f"Organiser {secrets.token_hex(4)}"
    added = server.run("organiser", "add", name, stdin=f"{PASSWORD}\n")
    assert added.returncode == 0, added.stderr
    page = await screens.open(f"{server.base_url}/organise/login", language="en")
    await page.get_by_label(re.compile("^Name")).fill(name)
    await page.get_by_label(re.compile("^Password")).fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("/organise$"))
    await page.goto(f"{server.base_url}/organise/s/{session.id}/record?level=restricted")
    await page.locator("[name=why]").fill("To see what became of the evening")
    async with page.expect_download() as downloading:
        await page.get_by_role("button", name=re.compile("JSON")).click()
    saved = await (await downloading.value).path()
    record: dict[str, Any] = json.loads(saved.read_text(encoding="utf-8"))
    Draft202012Validator(SCHEMA).validate(record)
    return record


def _is_what_happened(record: dict[str, Any]) -> None:
    assert record["session"]["state"] == "closed"
    assert {role["key"]: role["joined"] for role in record["roles"] if role["joined"]} == {
        "resident": 2,
        "civil": 1,
        "professional": 1,
    }
    assert [item["id"] for item in record["items"] if item["started_at"]] == [
        "round",
        "back",
        "open",
        "votes",
    ]
    seatings = [(one["item"], one["role"]) for one in record["seatings"]]
    assert seatings == [
        ("round", "resident"),
        ("round", "resident"),
        ("open", "civil"),
        ("open", "resident"),
        ("open", "professional"),
    ]
    assert all(one["from_s"] <= one["to_s"] for one in record["seatings"])
    turns = [(one["item"], one["role"]) for one in record["turns"]]
    assert turns[:2] == [("round", "resident"), ("back", "civil")]
    assert [(one["role"], one["outcome"]) for one in record["queue"]] == [
        ("civil", "heard"),
        ("professional", "seated"),
    ]
    totals = [statement["votes"][0]["totals"] for statement in record["statements"]]
    assert totals == [
        {"agree": 4, "disagree": 0, "dont_know": 0, "skip": 0},
        {"agree": 2, "disagree": 2, "dont_know": 0, "skip": 0},
        {"agree": 2, "disagree": 0, "dont_know": 1, "skip": 1},
    ]
    assert [statement["votes"][0]["eligible"] for statement in record["statements"]] == [4, 4, 4]
