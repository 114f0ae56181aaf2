"""A participant's phone, in a real browser: coming in, being called, going and coming back, in every look."""

import re
from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.gathering import gathering
from tests.browser.handset import (
    CUT,
    answer_consent,
    begin,
    facilitate,
    join,
    last_person,
    on,
    phone_of,
    says,
    tap,
)
from tests.browser.screens import Screens, assert_no_scrolling, axe
from tests.proxy import Proxy
from tests.serving import Server

MOST_BYTES = 40 * 1024


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_P1_X1_coming_in_asks_for_consent_and_a_role_and_no_name(
    server: Server, screens: Screens, language: str
) -> None:
    async with gathering(server, 0, language) as room:
        page = await screens.open(room.session.links["join"], "phone", language=language)
        await on(page, "welcome")
        await expect(page.get_by_text(says("phone-join-noname", language))).to_be_visible()
        await page.locator(".foot .main").click()
        await expect(page.get_by_role("heading", name=says("phone-consent-title", language))).to_be_focused()
        # No answer is chosen beforehand, and none is skipped in silence.
        await expect(page.locator("input:checked")).to_have_count(0)
        await page.locator(".foot .main").click()
        await expect(page.get_by_text(says("phone-consent-missing", language, count=3))).to_be_visible()
        await answer_consent(page, votes=False, words=False, story=False)
        await page.locator("input[name=role]").nth(3).check()
        await page.locator(".foot .main").click()
        await on(page, "lobby")
        await room.until(lambda view: len(view["people"]) == 1)
        (person,) = room.view["people"].values()
        assert person["role"] == "civil"


async def test_what_was_ticked_on_the_way_in_survives_a_reload(server: Server, screens: Screens) -> None:
    async with gathering(server, 0) as room:
        page = await screens.open(room.session.links["join"], "phone")
        await tap(page, "phone-join-name-add")
        await page.get_by_label(says("phone-join-name")).fill("Samira")
        await page.locator(".foot .main").click()
        await page.locator("input[name=votes]").nth(1).check()
        await page.reload()
        await on(page, "consent")
        await expect(page.locator("input[name=votes]").nth(1)).to_be_checked()
        await answer_consent(page)
        await page.locator("input[name=role]").nth(0).check()
        await page.reload()
        await on(page, "role-choice")
        await expect(page.locator("input[name=role]").nth(0)).to_be_checked()
        await page.locator(".foot .main").click()
        await room.until(lambda view: [one["name"] for one in view["people"].values()] == ["Samira"])


async def test_P3_a_reload_is_the_same_person_in_the_same_place(server: Server, screens: Screens) -> None:
    async with gathering(server, 2) as room:
        page = await phone_of(screens, room)
        await begin(room, "open")
        await on(page, "listen")
        await tap(page, "phone-listen-ask")
        await on(page, "queue")
        await page.reload()
        await on(page, "queue")
        assert room.view["counts"]["joined"] == 3


async def test_P5_a_latecomer_is_told_what_is_going_on(server: Server, screens: Screens) -> None:
    async with gathering(server, 1) as room:
        await begin(room, "open")
        page = await screens.open(room.session.links["join"], "phone")
        await expect(page.get_by_text(says("phone-late-text", item="Open ronde"))).to_be_visible()
        await join(page)
        await on(page, "listen")


async def test_a_call_fills_the_screen_and_a_chair_takes_it_away(server: Server, screens: Screens) -> None:
    async with gathering(server, 2) as room:
        page = await phone_of(screens, room)
        person = await last_person(room)
        await begin(room, "open")
        await tap(page, "phone-listen-ask")
        await on(page, "queue")
        await facilitate(room, "call", person=person)
        await on(page, "called")
        await expect(page.get_by_role("heading", name=says("phone-called-title"))).to_be_focused()
        await tap(page, "phone-called-no")
        await on(page, "queue")
        await facilitate(room, "call", person=person)
        await tap(page, "phone-called-yes")
        await on(page, "seated")
        await facilitate(room, "give_word", person=person)
        await expect(page.get_by_role("heading", name=says("phone-seated-word"))).to_be_visible()
        await tap(page, "phone-seated-leave")
        await on(page, "listen")


async def test_a_call_comes_through_an_open_menu(server: Server, screens: Screens) -> None:
    async with gathering(server, 1) as room:
        page = await phone_of(screens, room)
        await begin(room, "open")
        await tap(page, "phone-menu")
        await on(page, "menu")
        await facilitate(room, "call", person=await last_person(room))
        await on(page, "called")


async def test_C2_whoever_comes_second_is_told_and_stands_first(
    server: Server, screens: Screens, proxy: Proxy
) -> None:
    async with gathering(server, 4) as room:
        page = await phone_of(screens, room, proxy.through(room.session.links["join"]), tolerates=CUT)
        await begin(room, "open")
        for phone in room.phones[:3]:
            assert (await phone.ask("take_chair")).done
        await expect(page.get_by_role("button", name=says("phone-listen-take"))).to_be_visible()
        # The news that somebody else has the last chair is still on its way.
        proxy.hold("browser")
        assert (await room.phones[3].ask("take_chair")).done
        await tap(page, "phone-listen-take")
        await room.until(lambda view: len(view["queue"]) == 1)
        proxy.restore()
        await on(page, "queue")
        await expect(page.get_by_role("heading", name=says("phone-second-title"))).to_be_visible()
        await expect(page.get_by_text(says("phone-second-text"))).to_be_visible()


async def test_R1_reactions_go_out_and_only_the_facilitator_hears_a_call_for_help(
    server: Server, screens: Screens
) -> None:
    async with gathering(server, 1) as room:
        page = await phone_of(screens, room)
        await begin(room, "open")
        await tap(page, "phone-react-recognise")
        await room.until(lambda view: view["reactions"]["recognise"] == 1)
        await tap(page, "phone-menu")
        await tap(page, "phone-help")
        await expect(page.get_by_text(says("phone-help-sent")).first).to_be_visible()
        await room.until(lambda view: any(key.startswith("help") for key in view["signals"]))
        await tap(page, "phone-react-pause")
        await room.until(lambda view: view["signals"]["pause"]["count"] == 1)


async def test_S4_S5_a_pause_a_moment_and_off_the_record_are_said(server: Server, screens: Screens) -> None:
    async with gathering(server, 1) as room:
        page = await phone_of(screens, room)
        await begin(room, "open")
        await on(page, "listen")
        await facilitate(room, "go_off_record")
        await expect(page.get_by_text(says("phone-off-record"))).to_be_visible()
        await expect(page.get_by_role("button", name=says("phone-react-recognise"))).to_have_count(0)
        await facilitate(room, "go_on_record")
        await facilitate(room, "pause")
        await on(page, "paused")
        await facilitate(room, "resume")
        await facilitate(room, "start_moment", kind="pairs", seconds=120)
        await on(page, "moment")
        await facilitate(room, "end_moment")
        await facilitate(room, "invite", kind="not_yet_spoken")
        await expect(page.get_by_text(says("phone-invite-not-yet-spoken"))).to_be_visible()


async def test_P2_going_and_coming_back_is_the_persons_own_doing(server: Server, screens: Screens) -> None:
    async with gathering(server, 1) as room:
        page = await phone_of(screens, room)
        await begin(room, "welcome")
        await room.until(lambda view: view["counts"]["present"] == 2)
        await tap(page, "phone-menu")
        await tap(page, "phone-menu-leave")
        await tap(page, "phone-leave-yes")
        await on(page, "gone")
        await room.until(lambda view: view["counts"]["present"] == 1)
        await tap(page, "phone-gone-back")
        await on(page, "talk")
        await room.until(lambda view: view["counts"]["present"] == 2)


async def test_a_second_window_takes_over_and_the_first_says_so(server: Server, screens: Screens) -> None:
    async with gathering(server, 1) as room:
        page = await phone_of(screens, room)
        await on(page, "lobby")
        other = await screens.another(page, room.session.links["join"])
        await on(other, "lobby")
        await on(page, "replaced")
        await tap(page, "phone-replaced-here")
        await on(page, "lobby")
        await on(other, "replaced")


async def test_a_language_is_the_persons_own_and_stays(server: Server, screens: Screens) -> None:
    async with gathering(server, 1) as room:
        page = await phone_of(screens, room)
        await begin(room, "votes")
        await facilitate(room, "open_statement", statement="s1")
        await expect(page.get_by_role("heading", name="Ik weet bij wie ik terechtkan.")).to_be_visible()
        await tap(page, "phone-menu")
        await page.get_by_label("English").check()
        await tap(page, "label-back", "en")
        await expect(page.get_by_role("heading", name="I know whom to turn to.")).to_be_visible()
        assert await page.get_attribute("html", "lang") == "en"
        await page.reload()
        await expect(page.get_by_role("button", name=says("answer-agree", "en"), exact=True)).to_be_visible()


async def test_without_a_web_socket_it_goes_on_by_events_and_posts(server: Server, screens: Screens) -> None:
    async with gathering(server, 1) as room:
        page = await screens.open("", "phone", tolerates=CUT)
        # A proxy that lets no web socket through closes it before it is open.
        await page.route_web_socket(re.compile("/live$"), lambda socket: socket.close(code=1000))
        await page.goto(room.session.links["join"])
        await join(page)
        await begin(room, "votes")
        await facilitate(room, "open_statement", statement="s1")
        await tap(page, "answer-agree")
        await expect(page.get_by_text(says("phone-vote-saved"))).to_be_visible()
        await room.until(lambda view: view["statements"]["s1"]["voted"] == 1)


async def test_the_code_is_typed_in_any_case_with_spaces_and_dashes(server: Server, screens: Screens) -> None:
    async with gathering(server, 0) as room:
        page = await screens.open(server.base_url, "phone")
        code = room.session.code.lower()
        await page.locator("#code").press_sequentially(f"{code[:3]}-{code[3:]}")
        await expect(page.locator("#code")).to_have_value(f"{room.session.code[:3]} {room.session.code[3:]}")
        await page.locator("#code").press("Enter")
        await on(page, "welcome")


async def test_a_first_visit_costs_at_most_40_kilobytes(server: Server, screens: Screens) -> None:
    async with gathering(server, 0) as room:
        page = await screens.open("", "phone")
        tools = await page.context.new_cdp_session(page)
        await tools.send("Network.enable")
        sizes: list[float] = []
        tools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        tools.on(
            "Network.webSocketFrameReceived",
            lambda event: sizes.append(len(event["response"]["payloadData"].encode())),
        )
        await page.goto(room.session.links["join"], wait_until="networkidle")
        await on(page, "welcome")
        assert 20_000 < sum(sizes) <= MOST_BYTES


@pytest.mark.parametrize(
    ("language", "look"),
    [
        ("nl", {}),
        ("en", {}),
        ("nl", {"dark": True}),
        ("en", {"dark": True}),
        ("nl", {"forced_colours": True}),
    ],
)
async def test_axe_finds_nothing_on_any_screen(
    server: Server, screens: Screens, language: str, look: dict[str, Any]
) -> None:
    async with gathering(server, 12, language) as room:
        page = await screens.open(room.session.links["join"], "phone", language=language, **look)

        async def look_at(screen: str) -> None:
            await on(page, screen)
            await axe(page)
            await assert_no_scrolling(page, sideways_only=True)

        await look_at("welcome")
        await page.locator(".foot .main").click()
        await look_at("consent")
        await answer_consent(page)
        await look_at("role-choice")
        await page.locator("input[name=role]").nth(1).check()
        await axe(page)
        await page.locator(".foot .main").click()
        await look_at("lobby")
        await begin(room, "welcome")
        await look_at("talk")
        await begin(room, "round")
        await look_at("seated")
        await begin(room, "back")
        await facilitate(room, "give_word", person="p3")
        await begin(room, "open")
        for phone in room.phones[:2]:
            assert (await phone.ask("take_chair")).done
        await facilitate(room, "give_word", person="p1")
        await facilitate(room, "invite", kind="not_yet_spoken")
        await expect(page.get_by_text(says("phone-invite-not-yet-spoken", language))).to_have_count(0)
        await expect(page.get_by_role("button", name=says("phone-listen-take", language))).to_be_visible()
        await look_at("listen")
        await tap(page, "phone-listen-ask", language)
        await look_at("queue")
        await facilitate(room, "go_off_record")
        await look_at("queue")
        await facilitate(room, "go_on_record")
        await facilitate(room, "call", person=await last_person(room))
        await look_at("called")
        await page.locator(".foot .main").click()
        await look_at("seated")
        await page.locator(".foot .other").click()
        await on(page, "listen")
        await tap(page, "phone-menu", language)
        await look_at("menu")
        await page.locator(".ways .button").nth(0).click()
        await look_at("menu-consent")
        await page.get_by_role("button", name=says("label-back", language)).click()
        await facilitate(room, "pause")
        await look_at("paused")
        await facilitate(room, "resume")
        await facilitate(room, "start_moment", kind="silence", seconds=60)
        await look_at("moment")
        await facilitate(room, "end_moment")
        await begin(room, "votes")
        await look_at("waiting")
        await facilitate(room, "open_statement", statement="s1")
        await look_at("vote")
        await page.locator(".answer").nth(1).click()
        await expect(page.locator(".arrived")).to_be_visible()
        await axe(page)
        await room.vote({number: ("agree", "disagree", "dont_know")[number % 3] for number in range(12)})
        await facilitate(room, "close_statement", statement="s1")
        await look_at("vote-closed")
        await facilitate(room, "reveal_statement", statement="s1")
        await look_at("result")
        await begin(room, "harvest")
        assert (await room.phones[0].ask("contribute", kind="insight", text="Luister.")).done
        await room.until(lambda view: len(view["contributions"]) == 1)
        (shown,) = room.view["contributions"]
        await facilitate(room, "show_contribution", contribution=shown)
        await page.locator("#contribution").fill("Vraag door.")
        await page.locator(".write .main").click()
        await expect(page.locator(".mine")).to_be_visible()
        await look_at("harvest")
        await facilitate(room, "close_session")
        await look_at("after")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_at_200_percent_nothing_is_cut_off(server: Server, screens: Screens, language: str) -> None:
    half = {"width": 180, "height": 370}
    async with gathering(server, 3, language) as room:
        page = await screens.open(room.session.links["join"], "phone", language=language, viewport=half)
        await on(page, "welcome")
        await assert_no_scrolling(page, sideways_only=True)
        await join(page)
        for item in ("open", "harvest"):
            await begin(room, item)
            await expect(page.locator("main")).to_be_visible()
            await assert_no_scrolling(page, sideways_only=True)
        await facilitate(room, "open_statement", statement="s1")
        await on(page, "vote")
        await assert_no_scrolling(page, sideways_only=True)
        answers = page.locator(".foot button")
        for number in range(await answers.count()):
            box = await answers.nth(number).bounding_box()
            assert box and box["height"] >= 44
