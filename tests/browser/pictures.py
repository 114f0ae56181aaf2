"""The pictures in the README, taken anew from the real thing: `python -m tests.browser.pictures`."""

import asyncio
import io
import re
from contextlib import AsyncExitStack
from typing import Any

from PIL import Image
from playwright.async_api import Page, async_playwright, expect

from app.simulate.client import Client
from tests import parts
from tests.browser.handset import answer_consent, on
from tests.browser.screens import Screens
from tests.parts import ROOT
from tests.serving import Server, serving

OUT = ROOT / "docs" / "pictures"
LANGUAGE = "en"
PEOPLE = (
    "confidant",
    "resident",
    "professional",
    "resident",
    "civil",
    "resident",
    "confidant",
    "researcher",
) * 3
CONSENT = {"votes": True, "words": True, "story": False}
GAP = 28


def save(picture: Image.Image, name: str) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").save(OUT / name, optimize=True)


async def taken(page: Page, width: int) -> Image.Image:
    picture = Image.open(io.BytesIO(await page.screenshot()))
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def beside(pictures: list[Image.Image]) -> Image.Image:
    width = sum(one.width for one in pictures) + GAP * (len(pictures) + 1)
    whole = Image.new("RGB", (width, max(one.height for one in pictures) + 2 * GAP), "#9fb1b1")
    x = GAP
    for one in pictures:
        whole.paste(one, (x, GAP))
        x += one.width + GAP
    return whole


async def join(screens: Screens, link: str, role: int) -> Page:
    page = await screens.open(link, "phone", language=LANGUAGE)
    await on(page, "welcome")
    await page.locator(".foot .main").click()
    await answer_consent(page)
    await page.locator("input[name=role]").nth(role).check()
    await page.locator(".foot .main").click()
    await expect(page.locator("main[data-screen='role-choice']")).to_have_count(0)
    return page


async def evening(server: Server, screens: Screens) -> None:
    session = server.prepare(template="role_round", language=LANGUAGE, title="Samen verder")
    async with AsyncExitStack() as stack:
        people = [await stack.enter_async_context(Client(server.base_url, session.code)) for _ in PEOPLE]
        for role, person in zip(PEOPLE, people, strict=True):
            await person.ask("join", role=role, consent=CONSENT)
        desk = await screens.open(session.links["console"], "laptop", language=LANGUAGE)
        stage = await screens.open(session.links["stage"], "projector", language=LANGUAGE)
        await expect(desk.locator("#sheet-title")).to_be_visible()
        # The same console twice: what is asked here is in control on the page as well.
        token = await desk.evaluate("code => localStorage.getItem(`vissenkom:${code}:console`)", session.code)
        console = await stack.enter_async_context(Client(server.base_url, session.code, token, LANGUAGE))

        async def do(what: str, **fields: Any) -> None:
            answer = await console.ask(what, **fields)
            assert answer.done, f"{what}: {answer}"

        items = {
            item["kind"]: id
            for id, item in sorted(console.view["items"].items(), key=lambda one: -one[1]["no"])
        }
        rounds = [id for id, item in console.view["items"].items() if item.get("variant") == "open_chair"]
        listener, voter = [await join(screens, session.links["join"], role) for role in (0, 3)]
        await do("start_session")
        await do("start_item", item=items["circle"])
        await do("give_word", person="p4")
        await expect(stage.locator("main")).to_have_attribute("data-scene", "circle")
        save(await taken(stage, 1280), "stage.png")

        await do("start_item", item=rounds[0])
        for chair, seated in enumerate(("p1", "p2", "p3", "p5"), 1):
            await do("seat", person=seated, chair=chair)
        await do("give_word", person="p2")
        for number in (6, 10, 8):
            await people[number].ask("ask_to_speak")
        await voter.get_by_role("button", name=re.compile("^I want to speak")).click()
        await on(listener, "listen")
        listening = await taken(listener, 360)
        await do("call", person=last_to_come(console))
        await on(voter, "called")
        calling = await taken(voter, 360)
        await expect(desk.locator(".queue .called")).to_have_count(1)
        save(await taken(desk, 1280), "console.png")
        await do("dequeue_person", person=last_to_come(console))

        await do("start_item", item=items["vote"])
        await do("open_statement", statement="s1")
        await on(listener, "vote")
        await listener.get_by_role("button", name=re.compile("^Disagree")).click()
        await expect(listener.get_by_text("Your choice has arrived")).to_be_visible()
        save(beside([listening, calling, await taken(listener, 360)]), "phones.png")
        for number, person in enumerate(people):
            choice = ("disagree", "agree", "disagree", "dont_know", "agree")[number % 5]
            await person.ask("vote", statement="s1", choice=choice)
        await do("close_statement", statement="s1")
        await do("reveal_statement", statement="s1")
        await expect(stage.locator("main")).to_have_attribute("data-scene", "reveal")
        save(await taken(stage, 1280), "reveal.png")


def last_to_come(console: Client) -> str:
    """Of those in the queue; the one with a browser."""
    queued: list[str] = [one["person"] for one in console.view["queue"]]
    return max(queued, key=lambda id: int(id[1:]))


async def main() -> None:
    program = parts.chromium()
    with serving() as server:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=program.path, env={**program.env}, chromium_sandbox=False
            )
            screens = Screens(browser)
            await evening(server, screens)
            await screens.close()


if __name__ == "__main__":
    asyncio.run(main())
