"""What a participant says on the phone: choosing, allowing, writing, and nothing lost on the way."""

import re

from playwright.async_api import expect

from tests.browser.gathering import gathering
from tests.browser.handset import (
    BACK_MS,
    CUT,
    answer_consent,
    begin,
    facilitate,
    join,
    on,
    phone_of,
    says,
    tap,
)
from tests.browser.screens import Screens
from tests.proxy import Proxy
from tests.serving import Server


async def test_V2_a_choice_arrives_can_be_changed_and_comes_too_late(
    server: Server, screens: Screens
) -> None:
    async with gathering(server, 3) as room:
        page = await phone_of(screens, room)
        await begin(room, "votes")
        await on(page, "waiting")
        await facilitate(room, "open_statement", statement="s1")
        await on(page, "vote")
        await tap(page, "answer-agree")
        await expect(page.get_by_text(says("phone-vote-saved"))).to_be_visible()
        await tap(page, "answer-disagree")
        await expect(
            page.get_by_role("button", name=says("answer-disagree"), exact=False, pressed=True)
        ).to_be_visible()
        await expect(page.get_by_text(says("phone-vote-saved"))).to_be_visible()
        await room.until(lambda view: view["statements"]["s1"]["voted"] == 1)
        await page.reload()
        await expect(page.get_by_role("button", name=re.compile(says("answer-disagree")))).to_have_attribute(
            "aria-pressed", "true"
        )
        await facilitate(room, "close_statement", statement="s1")
        await on(page, "vote-closed")
        await facilitate(room, "reveal_statement", statement="s1")
        await on(page, "result")
        await expect(
            page.get_by_text(says("phone-result-part", answer=says("answer-disagree"), count=1)).first
        ).to_be_visible()


async def test_J3_a_choice_made_without_internet_is_kept_and_arrives(
    server: Server, screens: Screens, proxy: Proxy
) -> None:
    async with gathering(server, 3) as room:
        page = await phone_of(screens, room, proxy.through(room.session.links["join"]), tolerates=CUT)
        await begin(room, "votes")
        await facilitate(room, "open_statement", statement="s1")
        await on(page, "vote")
        proxy.cut()
        await tap(page, "answer-agree")
        await expect(page.get_by_text(says("phone-vote-pending"))).to_be_visible()
        await expect(page.get_by_text(says("phone-offline-text"))).to_be_visible()
        proxy.restore()
        await expect(page.get_by_text(says("phone-vote-saved"))).to_be_visible(timeout=BACK_MS)
        await expect(page.get_by_text(says("phone-offline-text"))).to_have_count(0)
        await room.until(lambda view: view["statements"]["s1"]["voted"] == 1)


async def test_J3_a_choice_that_was_under_way_survives_a_reload_and_counts_once(
    server: Server, screens: Screens, proxy: Proxy
) -> None:
    async with gathering(server, 3) as room:
        page = await phone_of(screens, room, proxy.through(room.session.links["join"]), tolerates=CUT)
        await begin(room, "votes")
        await facilitate(room, "open_statement", statement="s1")
        await on(page, "vote")
        # It reaches the server; the answer does not reach the phone.
        proxy.hold("browser")
        await tap(page, "answer-agree")
        await room.until(lambda view: view["statements"]["s1"]["voted"] == 1)
        await expect(page.get_by_text(says("phone-vote-pending"))).to_be_visible()
        proxy.cut()
        proxy.restore()
        await page.reload()
        await expect(page.get_by_text(says("phone-vote-saved"))).to_be_visible()
        assert room.view["statements"]["s1"]["voted"] == 1


async def test_V2_a_choice_after_closing_is_said_to_be_late(
    server: Server, screens: Screens, proxy: Proxy
) -> None:
    async with gathering(server, 3) as room:
        page = await phone_of(screens, room, proxy.through(room.session.links["join"]), tolerates=CUT)
        await begin(room, "votes")
        await facilitate(room, "open_statement", statement="s1")
        await on(page, "vote")
        proxy.cut()
        await tap(page, "answer-agree")
        await facilitate(room, "close_statement", statement="s1")
        proxy.restore()
        await on(page, "vote-closed", BACK_MS)
        await expect(page.get_by_text(says("phone-vote-late")).first).to_be_visible()


async def test_X1_no_is_a_full_answer_and_can_be_changed(server: Server, screens: Screens) -> None:
    async with gathering(server, 3) as room:
        page = await screens.open(room.session.links["join"], "phone")
        await join(page, votes=False, words=False, story=False)
        await begin(room, "open")
        await on(page, "listen")
        await expect(page.get_by_text(says("phone-react-no-consent"))).to_be_visible()
        await expect(page.get_by_role("button", name=says("phone-listen-ask"))).to_be_visible()
        await facilitate(room, "open_statement", statement="s1")
        await on(page, "vote")
        await expect(page.get_by_role("button", name=says("answer-agree"), exact=True)).to_have_count(0)
        await tap(page, "phone-vote-allow")
        await on(page, "menu-consent")
        await answer_consent(page, votes=True, words=False)
        await on(page, "vote")
        await tap(page, "answer-agree")
        await expect(page.get_by_text(says("phone-vote-saved"))).to_be_visible()


async def test_X2_what_was_typed_is_kept_sent_endorsed_and_taken_back(
    server: Server, screens: Screens
) -> None:
    async with gathering(server, 3) as room:
        page = await phone_of(screens, room)
        await begin(room, "harvest")
        await on(page, "harvest")
        await page.get_by_label(says("phone-harvest-text")).fill("Ik wil weten wie er terugbelt.")
        await page.reload()
        await expect(page.get_by_label(says("phone-harvest-text"))).to_have_value(
            "Ik wil weten wie er terugbelt."
        )
        await page.get_by_label(says("label-what-is-it")).select_option("question")
        await tap(page, "phone-harvest-send")
        await expect(page.get_by_text(says("phone-harvest-sent")).first).to_be_visible()
        await expect(page.get_by_label(says("phone-harvest-text"))).to_have_value("")
        await room.until(lambda view: len(view["contributions"]) == 1)
        ((mine, said),) = room.view["contributions"].items()
        assert (said["kind"], said["text"]) == ("question", "Ik wil weten wie er terugbelt.")

        assert (await room.phones[0].ask("contribute", kind="insight", text="Eerst luisteren.")).done
        await room.until(lambda view: len(view["contributions"]) == 2)
        other = next(id for id in room.view["contributions"] if id != mine)
        await facilitate(room, "show_contribution", contribution=other)
        await tap(page, "phone-harvest-endorse")
        await expect(page.get_by_text(says("phone-harvest-endorsements", count=1))).to_be_visible()

        await tap(page, "phone-mine-remove-all")
        await tap(page, "phone-mine-remove-yes")
        await expect(page.get_by_text("Ik wil weten wie er terugbelt.")).to_have_count(0)
        await room.until(lambda view: view["contributions"][mine].get("withdrawn"))


async def test_what_was_written_without_internet_arrives(
    server: Server, screens: Screens, proxy: Proxy
) -> None:
    async with gathering(server, 1) as room:
        page = await phone_of(screens, room, proxy.through(room.session.links["join"]), tolerates=CUT)
        await begin(room, "harvest")
        await on(page, "harvest")
        proxy.cut()
        await page.get_by_label(says("phone-harvest-text")).fill("Bel iemand terug.")
        await tap(page, "phone-harvest-send")
        await expect(page.get_by_text(says("phone-harvest-pending"))).to_be_visible()
        proxy.restore()
        await expect(page.get_by_text(says("phone-harvest-sent")).first).to_be_visible(timeout=BACK_MS)
        await room.until(lambda view: len(view["contributions"]) == 1)
