"""What a hand does with a participant's phone, and a facilitator who makes something happen on it."""

import re
from typing import Any

from playwright.async_api import Page, expect

from app.texts import t
from tests.browser.gathering import Gathering
from tests.browser.screens import Screens

CUT = "Failed to load|ERR_|WebSocket"
"""What a browser says of a connection that was cut."""
BACK_MS = 20_000
"""Longer than a phone waits, at most, before it tries again after a cut."""


def says(key: str, language: str = "nl", **values: Any) -> str:
    return t(language, key, address="u", **values)


async def on(page: Page, screen: str, within_ms: float | None = None) -> None:
    """Until the phone is on this screen."""
    await expect(page.locator(f"main[data-screen='{screen}']")).to_be_visible(timeout=within_ms)


async def tap(page: Page, key: str, language: str = "nl") -> None:
    await page.get_by_role("button", name=re.compile(f"^(✓ )?{re.escape(says(key, language))}")).click()


async def answer_consent(page: Page, votes: bool = True, words: bool = True, story: bool = False) -> None:
    for purpose, yes in (("votes", votes), ("words", words), ("story", story)):
        await page.locator(f"input[name={purpose}]").nth(0 if yes else 1).check()
    await page.locator(".foot .main").click()


async def join(page: Page, role: int = 0, **consent: bool) -> None:
    await on(page, "welcome")
    await page.locator(".foot .main").click()
    await on(page, "consent")
    await answer_consent(page, **consent)
    await on(page, "role-choice")
    await page.locator("input[name=role]").nth(role).check()
    await page.locator(".foot .main").click()
    await expect(page.locator("main[data-screen='role-choice']")).to_have_count(0)


async def phone_of(
    screens: Screens, room: Gathering, address: str = "", language: str = "nl", **context: Any
) -> Page:
    page = await screens.open(address or room.session.links["join"], "phone", language=language, **context)
    await join(page)
    return page


async def facilitate(room: Gathering, do: str, **fields: Any) -> None:
    answer = await room.watcher.ask(do, **fields)
    assert answer.done, answer


async def begin(room: Gathering, item: str) -> None:
    if room.view["state"] != "live":
        await facilitate(room, "start_session")
        await room.until(lambda view: view["state"] == "live")
    await facilitate(room, "start_item", item=item)


async def last_person(room: Gathering) -> str:
    """The pseudonym of whoever came last, which is the real phone."""
    return str(list(room.view["people"])[-1])
