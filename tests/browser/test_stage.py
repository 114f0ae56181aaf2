"""The projector, in a real browser: read from ten metres, nothing private, and nothing that needs a hand on it."""

import io
import re
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Page, expect

from app.texts import t
from tests.browser.gathering import Gathering, gathering
from tests.browser.screens import Screens, assert_no_scrolling, axe
from tests.serving import Server

SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]


async def stage_of(screens: Screens, room: Gathering, language: str = "nl", **context: Any) -> Page:
    page = await screens.open(room.session.links["stage"], "projector", language=language, **context)
    await shows(page, "opening")
    return page


async def shows(page: Page, scene: str) -> None:
    await expect(page.locator("main")).to_have_attribute("data-scene", scene)


async def do(room: Gathering, command: str, **fields: Any) -> None:
    answer = await room.watcher.ask(command, **fields)
    assert answer.done, f"{command}: {answer.code}"


async def read_code(page: Page) -> str:
    """What a phone's camera makes of the page."""
    await expect(page.locator(".qr")).to_have_js_property("complete", True)
    picture = Image.open(io.BytesIO(await page.screenshot()))
    return " ".join(found.text for found in zxingcpp.read_barcodes(picture))


@pytest.mark.parametrize(("language", "dark"), [("nl", False), ("en", True)])
async def test_every_scene_is_whole_and_axe_finds_nothing(
    server: Server, screens: Screens, language: str, dark: bool
) -> None:
    async with gathering(server, people=11, language=language) as room:
        page = await stage_of(screens, room, language, dark=dark)

        async def looks(scene: str, join: bool = True) -> None:
            await shows(page, scene)
            await assert_no_scrolling(page)
            await axe(page)
            if join:
                await expect(page.locator(".qr")).to_be_in_viewport(ratio=1)
                await expect(page.locator(".code")).to_be_in_viewport(ratio=1)

        await looks("opening")
        await do(room, "start_session")
        await looks("between")
        await do(room, "start_item", item="welcome")
        await looks("check_in")
        await do(room, "start_item", item="open")
        for phone in room.phones[:3]:
            assert (await phone.ask("take_chair")).done
        await do(room, "give_word", person=room.phones[0].me["person"])
        assert (await room.phones[5].ask("react", kind="recognise")).done
        await expect(page.locator(".tide .up")).to_have_count(1)
        await expect(page.locator(".circle .speaking")).to_have_count(1)
        await looks("circle")
        await do(room, "go_off_record")
        await expect(page.get_by_text(t(language, "stage-off-record"))).to_be_visible()
        await do(room, "go_on_record")
        await do(room, "start_item", item="round")
        await expect(page.locator(".roles li")).to_have_count(2)
        await do(room, "swap")
        await expect(page.get_by_role("heading", name=t(language, "stage-swap"))).to_be_visible()
        await axe(page)
        await do(room, "start_item", item="back")
        await looks("listen_back")
        await do(room, "pause")
        await looks("paused")
        await do(room, "resume")
        await do(room, "start_moment", kind="silence", seconds=60)
        await looks("silence")
        await do(room, "end_moment")
        await do(room, "start_item", item="votes")
        await do(room, "open_statement", statement="s1")
        await room.vote({number: "agree" if number % 3 else "disagree" for number in range(11)})
        await expect(page.locator(".circle .voted")).to_have_count(11)
        await looks("vote")
        await do(room, "close_statement", statement="s1")
        await looks("closed_vote")
        await do(room, "reveal_statement", statement="s1")
        await looks("reveal")
        await do(room, "start_item", item="harvest")
        await looks("harvest")
        await do(room, "note", kind="insight", text="Iedereen wil hetzelfde.")
        await room.until(lambda view: view["contributions"])
        await do(room, "show_contribution", contribution=next(iter(room.view["contributions"])))
        await expect(page.get_by_text("Iedereen wil hetzelfde.")).to_be_visible()
        await looks("harvest")
        await do(room, "close_session")
        await looks("closed", join=False)


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_it_fits_any_projector(server: Server, screens: Screens, width: int, height: int) -> None:
    """Also with a question that is far too long."""
    question = "Wat gebeurt er met u, met uw kinderen en met uw buren als u om hulp vraagt? " * 5
    item = {"id": "open", "kind": "circle", "variant": "open_chair", "title": "Lang", "question": question}
    sheet = [{**item, "minutes": 15}]
    statements = [{"text": {"nl": question}}]
    async with gathering(server, people=6, items=sheet, statements=statements) as room:
        page = await stage_of(screens, room, viewport={"width": width, "height": height})
        await assert_no_scrolling(page)
        assert await read_code(page) == room.session.links["join"]
        await do(room, "start_session")
        await do(room, "start_item", item="open")
        await do(room, "invite", kind="not_yet_spoken")
        await expect(page.locator(".warm")).to_be_in_viewport(ratio=1)
        await assert_no_scrolling(page)
        await expect(page.locator(".code")).to_be_in_viewport(ratio=1)
        assert await read_code(page) == room.session.links["join"], "the small code in the corner is read too"
        await do(room, "open_statement", statement="s1")
        await room.vote({number: "agree" if number else "dont_know" for number in range(6)})
        await do(room, "close_statement", statement="s1")
        await do(room, "reveal_statement", statement="s1")
        await shows(page, "reveal")
        await expect(page.locator(".total .bar")).to_be_in_viewport(ratio=1)
        await assert_no_scrolling(page)


async def test_the_words_of_a_narrow_part_stand_above_it(server: Server, screens: Screens) -> None:
    async with gathering(server, people=12) as room:
        page = await stage_of(screens, room)
        await do(room, "start_session")
        await do(room, "start_item", item="votes")
        await do(room, "open_statement", statement="s1")
        choices = dict.fromkeys(range(12), "agree") | {3: "dont_know", 4: "disagree"}
        await room.vote(choices)
        await do(room, "close_statement", statement="s1")
        await do(room, "reveal_statement", statement="s1")
        above = page.locator(".above span")
        await expect(above).to_have_text(["Oneens 1", "Weet ik niet 1"])
        first, second = [await above.nth(number).bounding_box() for number in range(2)]
        bar = await page.locator(".total .bar").bounding_box()
        assert first and second and bar
        assert first["x"] + first["width"] < second["x"], "they do not touch"
        assert second["x"] + second["width"] <= bar["x"] + bar["width"] + 1, "nor leave the bar"
        await expect(page.locator(".total .bar .word")).to_have_text("Eens 10")


async def test_V3_an_open_vote_shows_how_many_and_never_what(server: Server, screens: Screens) -> None:
    async with gathering(server, people=6) as room:
        page = await stage_of(screens, room)
        await do(room, "start_session")
        await do(room, "start_item", item="votes")
        await do(room, "open_statement", statement="s1")
        await room.vote({0: "agree", 1: "disagree", 2: "agree"})
        await expect(page.get_by_role("img", name="3 van de 6 mensen hebben gekozen")).to_be_visible()
        await do(room, "close_statement", statement="s1")
        await shows(page, "closed_vote")
        await expect(page.locator(".bar")).to_have_count(0)
        await do(room, "reveal_statement", statement="s1")
        await expect(page.locator(".total")).to_contain_text("Eens 2")


async def test_V7_almost_everyone_is_said_without_numbers(server: Server, screens: Screens) -> None:
    async with gathering(server, people=25) as room:
        page = await stage_of(screens, room)
        await do(room, "start_session")
        await do(room, "start_item", item="votes")
        await do(room, "open_statement", statement="s1")
        # Phone 0, 5, 10 ... are residents: all of them agree; among the others opinions differ.
        answers = ("agree", "disagree", "dont_know")
        await room.vote({n: "agree" if n % 5 == 0 else answers[n % 3] for n in range(25)})
        await do(room, "close_statement", statement="s1")
        await do(room, "reveal_statement", statement="s1")
        residents = page.locator(".groups > li", has_text="Bewoners")
        await expect(residents).to_contain_text(t("nl", "stage-almost", answer="Eens"))
        await expect(page.locator(".groups .bar")).to_have_count(0)


async def test_S4_a_blank_stage_is_truly_empty(server: Server, screens: Screens) -> None:
    async with gathering(server, people=4) as room:
        page = await stage_of(screens, room)
        await do(room, "start_session")
        await do(room, "start_item", item="open")
        await shows(page, "circle")
        await do(room, "blank")
        await shows(page, "blank")
        assert (await page.locator("#app").inner_text()).strip() == ""
        picture = Image.open(io.BytesIO(await page.screenshot())).convert("L")
        assert len(set(picture.tobytes())) == 1, "one colour and nothing else"
        await do(room, "unblank")
        await shows(page, "circle")


async def test_T2_zero_is_a_gentle_sign(server: Server, screens: Screens) -> None:
    sheet = [{"id": "short", "kind": "talk", "planned_s": 1, "title": "Kort"}]
    async with gathering(server, people=1, items=sheet, statements=[]) as room:
        page = await stage_of(screens, room)
        await do(room, "start_session")
        await do(room, "start_item", item="short")
        await expect(page.get_by_text(t("nl", "stage-over"))).to_be_visible()
        assert room.view["item"]["id"] == "short"


async def test_X5_nothing_private_is_on_the_stage(server: Server, screens: Screens) -> None:
    """Neither a name nor a place in the queue, in the page or in what it was sent; also with the console's strip."""
    async with gathering(server, people=5) as room:
        page = await stage_of(screens, room)
        await do(room, "start_session")
        await do(room, "start_item", item="open")
        assert (await room.phones[0].ask("take_chair")).done
        assert (await room.phones[1].ask("ask_to_speak")).done
        assert (await room.phones[2].ask("react", kind="help")).done
        await do(room, "hand_over", to=room.watcher.me["console"])
        strip = await screens.another(page, f"{page.url}#{room.watcher.key}")
        await shows(strip, "circle")
        await expect(strip.locator(".strip")).to_have_class(re.compile("seen"))
        names = [one["name"] for one in room.view["people"].values()]
        assert len(names) == 5
        for screen in (page, strip):
            text = await screen.locator("body").inner_html()
            assert not [name for name in names if name in text]


async def test_the_strip_hides_by_itself_and_works_by_keyboard(server: Server, screens: Screens) -> None:
    async with gathering(server, people=3) as room:
        await do(room, "start_session")
        address = f"{room.session.links['stage'].partition('#')[0]}#{room.watcher.key}"
        page = await screens.open(address, "projector")
        strip = page.locator(".strip")
        await expect(strip).to_have_class("strip seen")
        await axe(page)
        await expect(strip).to_have_class("strip", timeout=15_000)
        await page.locator("body").press("v")
        await room.until(lambda view: view["item"]["id"] == "welcome")
        await expect(strip).to_have_class("strip seen")
        await page.locator("body").press("b")
        await shows(page, "blank")
        await page.locator("body").press("b")
        await shows(page, "check_in")
        await page.locator("body").press("?")
        await expect(page.get_by_role("dialog")).to_contain_text(t("nl", "console-do-call-next"))
        await axe(page)
        await page.keyboard.press("Escape")
        await strip.locator("[data-do=pause]").click()
        await room.until(lambda view: view.get("paused"))


async def test_a_plain_stage_has_no_controls(server: Server, screens: Screens) -> None:
    async with gathering(server, people=1) as room:
        page = await stage_of(screens, room)
        await page.locator("body").press("b")
        await page.locator("body").press("v")
        await expect(page.locator(".strip")).to_have_count(0)
        await do(room, "start_session")
        await shows(page, "between")
        assert "blank" not in room.view
        assert "#" not in page.url, "the key does not stay in the address"
        await page.reload()
        await shows(page, "between")


async def test_without_its_key_there_is_no_stage(server: Server, screens: Screens) -> None:
    async with gathering(server, people=0) as room:
        address = room.session.links["stage"].partition("#")[0]
        page = await screens.open(address)
        await expect(page.get_by_role("heading")).to_have_text(t("nl", "stage-no-key"))
        wrong = await screens.open(f"{address}#wrong")
        await expect(wrong.get_by_role("heading")).to_have_text(t("nl", "link-unknown"))
