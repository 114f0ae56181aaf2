"""The facilitator's console, in a real browser: one tap or one key for everything, no scrolling, no surprises."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.async_api import Page, expect

from app.texts import t
from tests.browser.gathering import Gathering, gathering
from tests.browser.screens import Screens, assert_no_scrolling, axe
from tests.serving import Server

KEYS = {
    "call_next": "Space",
    "pause": "p",
    "blank": "b",
    "add_time": "+",
    "swap": "w",
    "silence": "s",
    "off_record": "n",
    "strike": "x",
    "undo": "z",
    "end_item": "e",
    "start_next": "v",
    "open": "o",
    "close": "c",
    "reveal": "r",
    "invite": "i",
    "pairs": "t",
    "helper": "h",
    "hand_over": "g",
    "end_word": "m",
}


async def console_of(screens: Screens, room: Gathering, language: str = "nl", **context: Any) -> Page:
    page = await screens.open(room.session.links["console"], "laptop", language=language, **context)
    await expect(page.locator(".bar")).to_be_visible()
    return page


async def begin(page: Page, room: Gathering, item: str = "") -> None:
    """Start the session and, if named, an item."""
    await page.locator("body").press("v")
    await room.until(lambda view: view["state"] == "live")
    if item:
        await page.locator(f"[data-item={item}] .row").click()
        await page.locator(f"[data-press=item-{item}]").click()
        await room.until(lambda view: view.get("item", {}).get("id") == item)


async def agreed(page: Page) -> None:
    await page.get_by_role("dialog").locator("button.main").click()


async def press(page: Page, how: str, action: str) -> None:
    """Every action has a button in sight, with its key on it."""
    button = page.locator(f"[data-do={action}]").first
    await expect(button).to_be_in_viewport()
    await expect(button).to_have_attribute("aria-disabled", "false")
    key = KEYS[action]
    await expect(button.locator(".key")).to_have_text("spatie" if key == "Space" else key.upper())
    if how == "key":
        await page.locator("body").press(key)
    else:
        await button.click()


Reached = Callable[[Any], object]


@pytest.mark.parametrize("how", ["key", "tap"])
async def test_F3_every_one_tap_action_has_its_button_and_its_key(
    server: Server, screens: Screens, how: str
) -> None:
    async with gathering(server, people=6) as room:
        page = await console_of(screens, room)

        async def does(action: str, reached: Reached) -> None:
            await press(page, how, action)
            await room.until(reached)

        await does("start_next", lambda view: view["state"] == "live")
        await does("start_next", lambda view: view["item"]["id"] == "welcome")
        await does("start_next", lambda view: view["item"]["id"] == "open")
        await room.phones[0].ask("ask_to_speak")
        await room.until(lambda view: view["queue"])
        await does("call_next", lambda view: "until" in view["queue"][0])
        await does("pause", lambda view: view.get("paused"))
        await does("pause", lambda view: not view.get("paused"))
        await does("blank", lambda view: view.get("blank"))
        await does("blank", lambda view: not view.get("blank"))
        await does("add_time", lambda view: view["item"]["length_s"] == 17 * 60)
        await does("undo", lambda view: view["item"]["length_s"] == 15 * 60)
        await does("silence", lambda view: view.get("moment", {}).get("kind") == "silence")
        await does("silence", lambda view: "moment" not in view)
        await does("pairs", lambda view: view.get("moment", {}).get("kind") == "pairs")
        await does("silence", lambda view: "moment" not in view)
        await does("invite", lambda view: view.get("invitation") == "not_yet_spoken")
        await does("off_record", lambda view: view.get("off_record"))
        await does("off_record", lambda view: not view.get("off_record"))
        await does("open", lambda view: view["statements"]["s1"]["state"] == "open")
        await does("close", lambda view: view["statements"]["s1"]["state"] == "closed")
        await does("reveal", lambda view: view["statements"]["s1"]["state"] == "revealed")
        await does("swap", lambda view: view["circle"]["roles"])
        await does("helper", lambda view: "helper" in view["signals"])
        await press(page, how, "strike")
        await agreed(page)
        await room.until(lambda view: "undo" not in view)
        await does("end_item", lambda view: "item" not in view)
        assert (await room.watcher.ask("take_over")).code == "controller_present"
        await press(page, how, "hand_over")
        await agreed(page)
        await room.until(lambda view: view["control"]["by"] == room.watcher.me["console"])


@pytest.mark.parametrize("how", ["key", "tap"])
async def test_F3_a_tap_gives_the_word_and_a_second_stands_somebody_up(
    server: Server, screens: Screens, how: str
) -> None:
    async with gathering(server, people=3) as room:
        page = await console_of(screens, room)
        await begin(page, room, "open")

        async def works(chair: int) -> None:
            if how == "key":
                await page.locator("body").press(str(chair))
            else:
                await page.locator(f"[data-chair='{chair}']").click()

        await works(1)
        picked = page.get_by_role("dialog").locator("[data-person]").first
        await expect(picked).to_be_focused()
        await picked.press("Enter")
        await room.until(lambda view: "person" in view["circle"]["chairs"]["1"])
        await works(1)
        await room.until(lambda view: "word" in view["circle"]["chairs"]["1"])
        await works(1)
        await room.until(lambda view: "person" not in view["circle"]["chairs"]["1"])
        await page.locator("body").press("z")
        await room.until(lambda view: "person" in view["circle"]["chairs"]["1"])
        await page.locator("body").press("Shift+Digit1")
        await room.until(lambda view: "person" not in view["circle"]["chairs"]["1"])


async def test_keys_mean_nothing_while_typing_or_switched_off(server: Server, screens: Screens) -> None:
    async with gathering(server, people=1) as room:
        page = await console_of(screens, room)
        await begin(page, room)
        await page.get_by_role("button", name=t("nl", "part-people"), exact=True).click()
        name = page.get_by_label(t("nl", "console-person-name"))
        await name.press_sequentially("pb 1v")
        assert await name.input_value() == "pb 1v"
        await page.locator("body").click(position={"x": 640, "y": 4})
        await page.locator("body").press("?")
        await page.get_by_role("dialog").get_by_role("checkbox").uncheck()
        await page.keyboard.press("Escape")
        await page.locator("body").press("b")
        await page.locator("body").press("?")
        await page.get_by_role("dialog").get_by_role("checkbox").check()
        await page.keyboard.press("Escape")
        await page.locator("body").press("p")
        await room.until(lambda view: view.get("paused"))
        assert "blank" not in room.view
        assert "item" not in room.view


async def test_the_space_bar_goes_on_meaning_next_after_a_click(server: Server, screens: Screens) -> None:
    async with gathering(server, people=2) as room:
        page = await console_of(screens, room)
        await begin(page, room, "open")
        await room.phones[0].ask("ask_to_speak")
        await room.until(lambda view: view["queue"])
        await page.locator("[data-do=add_time]").click()
        await page.keyboard.press("Space")
        await room.until(lambda view: "until" in view["queue"][0])
        assert room.view["item"]["length_s"] == 17 * 60


PANELS = ("circle", "statements", "harvest", "people")


async def show(page: Page, language: str, panel: str) -> None:
    name = re.compile(rf"^{re.escape(t(language, f'part-{panel}'))}")
    await page.get_by_role("navigation").get_by_role("button", name=name).click()


@pytest.mark.parametrize(("language", "dark"), [("nl", False), ("en", True)])
async def test_everything_fits_a_laptop_and_axe_finds_nothing(
    server: Server, screens: Screens, language: str, dark: bool
) -> None:
    async with gathering(server, people=14, language=language) as room:
        page = await console_of(screens, room, language, dark=dark)
        await assert_no_scrolling(page)
        await axe(page)
        await begin(page, room, "round")
        for phone in room.phones[2:5]:
            await phone.ask("react", kind="help")
        await page.locator("body").press("1")
        await page.locator("body").press("o")
        await room.until(lambda view: view["statements"]["s1"]["state"] == "open")
        for panel in PANELS:
            await show(page, language, panel)
            await assert_no_scrolling(page)
            await expect(page.locator(".bar")).to_be_in_viewport(ratio=1)
            await axe(page)
        await page.locator("body").press("?")
        await axe(page)
        await page.keyboard.press("Escape")
        await page.locator("summary", has_text=t(language, "label-more")).click()
        await axe(page)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_it_works_on_a_facilitators_phone(server: Server, screens: Screens, language: str) -> None:
    async with gathering(server, people=6, language=language) as room:
        page = await screens.open(room.session.links["console"], "phone", language=language)
        await page.locator("[data-do=start_next]").click()
        await room.until(lambda view: view["state"] == "live")
        for panel in ("sheet", *PANELS, "queue"):
            await show(page, language, panel)
            await assert_no_scrolling(page)
            await expect(page.locator("[data-do=call_next]")).to_be_in_viewport(ratio=1)
            await axe(page)
        await show(page, language, "sheet")
        await page.locator("[data-item=open] .row").click()
        await page.locator("[data-press=item-open]").click()
        await room.until(lambda view: view.get("item", {}).get("id") == "open")
        await room.phones[0].ask("ask_to_speak")
        await page.locator("[data-do=call_next][aria-disabled=false]").click()
        await room.until(lambda view: "until" in view["queue"][0])


async def test_P4_somebody_without_a_phone_is_added_and_seated(server: Server, screens: Screens) -> None:
    async with gathering(server, people=1) as room:
        page = await console_of(screens, room)
        await begin(page, room, "open")
        await show(page, "nl", "people")
        await page.get_by_label(t("nl", "console-person-card")).fill("12")
        await page.get_by_role("button", name=t("nl", "console-add")).click()
        await room.until(lambda view: view["counts"]["present"] == 2)
        await page.get_by_role("button", name="Zit: kaart 12").click()
        await room.until(
            lambda view: any(one.get("name") == "kaart 12" for one in view["circle"]["chairs"].values())
        )
        await expect(page.get_by_text("zonder telefoon").first).to_be_visible()


async def test_P6_connected_joined_and_present_are_three_numbers(server: Server, screens: Screens) -> None:
    async with gathering(server, people=3) as room:
        page = await console_of(screens, room)
        await begin(page, room)
        await show(page, "nl", "people")
        await page.get_by_role("button", name=t("nl", "console-add")).click()
        await room.phones[0].close()
        for count, said in (
            ("present", "4 aanwezig"),
            ("joined", "3 op telefoon"),
            ("connected", "2 verbonden"),
        ):
            await expect(page.locator(f"[data-count={count}]")).to_have_text(said)


async def test_F1_a_second_console_watches_asks_and_is_given_control(
    server: Server, screens: Screens
) -> None:
    async with gathering(server, people=1) as room:
        first = await console_of(screens, room)
        await begin(first, room)
        second = await console_of(screens, room)
        await expect(second.get_by_text(t("nl", "console-watching") + ".")).to_be_visible()
        await second.locator("body").press("p")
        await expect(second.locator("[data-do=pause]")).to_have_attribute("aria-disabled", "true")
        await second.get_by_role("button", name=t("nl", "console-do-take-over")).click()
        await agreed(second)
        await expect(second.locator(".refusal")).to_have_text(t("nl", "refusal-controller-present"))
        await first.get_by_role("button", name=t("nl", "console-hand-over-yes")).click()
        await expect(first.get_by_text(t("nl", "console-watching") + ".")).to_be_visible()
        assert "paused" not in room.view
        await second.locator("body").press("p")
        await room.until(lambda view: view.get("paused"))


async def test_coming_back_is_being_the_same_console(server: Server, screens: Screens) -> None:
    async with gathering(server, people=1) as room:
        page = await console_of(screens, room)
        await begin(page, room)
        assert "#" not in page.url, "the key does not stay in the address"
        await page.reload()
        await expect(page.locator(".bar")).to_be_visible()
        again = await screens.another(page, room.session.links["console"])
        await expect(again.locator(".bar")).to_be_visible()
        await again.locator("body").press("p")
        await room.until(lambda view: view.get("paused"))


async def test_J4_a_refusal_is_one_quiet_sentence(server: Server, screens: Screens) -> None:
    async with gathering(server, people=6) as room:
        page = await console_of(screens, room)
        await begin(page, room, "open")
        for phone in room.phones[:4]:
            await phone.ask("take_chair")
        await room.phones[4].ask("ask_to_speak")
        await expect(page.locator("[data-do=call_next]")).to_have_attribute("aria-disabled", "false")
        await page.locator("body").press("Space")
        await expect(page.locator(".refusal")).to_have_text(t("nl", "refusal-no-free-chair"))


async def test_V3_V6_hands_are_counted_in_and_nobody_sees_what(server: Server, screens: Screens) -> None:
    async with gathering(server, people=6) as room:
        page = await console_of(screens, room)
        await begin(page, room, "votes")
        await page.locator("body").press("o")
        await room.until(lambda view: view["statements"]["s1"]["state"] == "open")
        await room.vote({0: "agree", 1: "disagree"})
        await page.locator("summary", has_text=t("nl", "console-counts-add")).click()
        await page.get_by_label(t("nl", "answer-agree"), exact=True).fill("3")
        await page.get_by_role("button", name=t("nl", "console-counts-save")).click()
        await expect(page.locator("[data-statement=s1] .state")).to_have_text("open · 5 van 6 kozen")
        await expect(page.locator(".totals")).to_have_count(0)
        await page.locator("body").press("c")
        await room.until(lambda view: view["statements"]["s1"]["state"] == "closed")
        await expect(page.locator(".totals")).to_have_count(0)
        await page.locator("body").press("r")
        await expect(page.locator("[data-statement=s1] .totals")).to_have_text(
            "4 eens · 1 oneens · 0 weet ik niet · 0 overgeslagen"
        )


async def test_a_note_is_written_and_shown(server: Server, screens: Screens) -> None:
    async with gathering(server, people=1) as room:
        page = await console_of(screens, room)
        await begin(page, room, "harvest")
        await page.get_by_label(t("nl", "console-note-text")).fill("Eén nummer voor de hele buurt.")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name=re.compile("^Toon op het scherm: Eén nummer")).click()
        await room.until(lambda view: any(one.get("shown") for one in view["contributions"].values()))


async def test_private_signals_come_with_their_answers(server: Server, screens: Screens) -> None:
    async with gathering(server, people=2) as room:
        page = await console_of(screens, room)
        await begin(page, room, "welcome")
        await room.phones[0].ask("react", kind="pause")
        await room.phones[1].ask("react", kind="help")
        await expect(page.locator("[data-hint]").first).to_contain_text("wil hulp")
        await (
            page.locator("[data-hint=pause]").get_by_role("button", name=t("nl", "console-do-pause")).click()
        )
        await room.until(lambda view: view.get("paused"))
        await page.locator("[data-hint=pause]").get_by_role("button", name=t("nl", "console-seen")).click()
        await expect(page.locator("[data-hint=pause]")).to_have_count(0)


async def test_closing_asks_first_and_says_where_the_record_is(server: Server, screens: Screens) -> None:
    async with gathering(server, people=1) as room:
        page = await console_of(screens, room)
        await begin(page, room)
        await page.locator("summary", has_text=t("nl", "label-more")).click()
        await page.get_by_role("button", name=t("nl", "console-close-session")).click()
        await page.get_by_role("button", name=t("nl", "console-cancel")).click()
        assert room.view["state"] == "live"
        await page.locator("summary", has_text=t("nl", "label-more")).click()
        await page.get_by_role("button", name=t("nl", "console-close-session")).click()
        await agreed(page)
        await expect(page.get_by_role("link", name=t("nl", "label-record"))).to_have_attribute(
            "href", "/organise"
        )
        await axe(page)


async def test_another_language_at_once(server: Server, screens: Screens) -> None:
    async with gathering(server, people=1) as room:
        page = await console_of(screens, room)
        await page.locator("summary", has_text=t("nl", "label-more")).click()
        await page.get_by_role("button", name="English").click()
        await expect(page.get_by_role("heading", name=t("en", "part-sheet"))).to_be_visible()
        await page.reload()
        await expect(page.get_by_role("heading", name=t("en", "part-sheet"))).to_be_visible()


async def test_without_a_key_there_is_no_console(server: Server, screens: Screens) -> None:
    async with gathering(server, people=0) as room:
        page = await screens.open(room.session.links["console"].partition("#")[0])
        await expect(page.get_by_role("heading")).to_have_text(t("nl", "console-no-key"))
        wrong = await screens.open(room.session.links["console"].partition("#")[0] + "#wrong")
        await expect(wrong.get_by_role("heading")).to_have_text(t("nl", "link-unknown"))
        await axe(wrong)
