"""Every screen and page in two languages that nobody speaks: a third longer, and from right to left.

Fails on text that is cut, leaves its box or the page, and on text that nobody translated. With VISSENKOM_TEST_PICTURES
set to a folder, a picture of each is left there.
"""

import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from playwright.async_api import Page, expect

from app import texts
from tests import pseudo
from tests.browser.gathering import Gathering, gathering
from tests.browser.handset import answer_consent, begin, facilitate, join, last_person, on, tap
from tests.browser.screens import Screens
from tests.pseudo import MIRRORED, PSEUDO, Pseudo
from tests.serving import Server

HERE = Path(__file__).parent
PASSWORD = "een hele lange zin"
TABS = (
    "",
    "/sheet",
    "/items/role-round",
    "/statements",
    "/settings",
    "/print",
    "/record",
    "/cancel",
    "/delete",
)
NAMES = [*(texts.name(one) for one in texts.LANGUAGES), *(one.name for one in PSEUDO)]
TITLES = [one.said(title) for one in PSEUDO for title in ("Onwards together", "At one table")]
"""Of sessions, which an organiser sees whatever language they are in."""
AND: dict[str, tuple[str, ...]] = {"fi": (" ja ",), "he": ()}
"""What lists of things have before the last one, from the browser's own data."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The program with two languages more; this process reads its catalogues too."""
    folder = tmp_path_factory.mktemp("copy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "LOCALES", pseudo.program(folder))
        yield folder


@pytest.fixture(scope="module")
def server(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    served = pseudo.Disguised(tmp_path_factory.mktemp("disguised"), copy)
    served.start()
    yield served
    served.stop()


@pytest.fixture(params=PSEUDO, ids=lambda one: one.direction)
def language(request: pytest.FixtureRequest) -> Pseudo:
    found: Pseudo = request.param
    return found


@dataclass
class Reader:
    """Reads page after page, and says in the end what could not be read on which."""

    language: Pseudo
    known: list[str] = field(default_factory=list)
    """Data that stands on the pages as it is."""
    wrong: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    async def reads(self, page: Page, what: str, scrolls: bool = True) -> None:
        self.seen.add(what)
        assert await page.get_attribute("html", "dir") == self.language.direction
        found = await page.evaluate(
            _source(),
            {
                "leftover": self.language.leftover,
                "known": [
                    *self.known,
                    *NAMES,
                    *TITLES,
                    *_calendar(self.language.code),
                    *AND[self.language.code],
                ],
                "scrolls": scrolls,
            },
        )
        self.wrong += [f"{what}: {one}" for one in found]
        if pictures := os.environ.get("VISSENKOM_TEST_PICTURES"):
            name = re.sub(r"\W+", "-", f"{self.language.direction}-{page.viewport_size}-{what}")
            await page.screenshot(path=Path(pictures) / f"{name}.png", full_page=True)

    def done(self) -> None:
        assert not self.wrong, "\n".join([f"{self.language.direction}:", *dict.fromkeys(self.wrong)])


@cache
def _source() -> str:
    return (HERE / "unreadable.js").read_text(encoding="utf-8")


@cache
def _calendar(code: str) -> list[str]:
    """Names of months and days, which come from a library."""
    known = Locale(code)
    names = [
        name
        for table in (known.months, known.days)
        for width in ("wide", "abbreviated")
        for use in ("format", "stand-alone")
        for name in table[use][width].values()
    ]
    return sorted(set(names), key=len, reverse=True)


def plan(language: Pseudo) -> dict[str, Any]:
    """A run sheet with every kind of item, in words of the language."""

    def said(english: str) -> dict[str, str]:
        return {language.code: language.said(english)}

    return {
        "title": language.said("Onwards together"),
        "subtitle": language.said("On asking for help"),
        "items": [
            {
                "id": "welcome",
                "kind": "check_in",
                "title": said("Welcome"),
                "question": said("Why are you here?"),
            },
            {
                "id": "open",
                "kind": "circle",
                "variant": "open_chair",
                "title": said("Open round"),
                "question": said("What is one step that we can take together?"),
                "rules": {"chairs": 4, "open_chairs": 1, "reactions": "room"},
            },
            {
                "id": "round",
                "kind": "circle",
                "variant": "role_round",
                "title": said("Role round"),
                "question": said("What happens when you ask for help?"),
                "roles": ["resident", "confidant"],
                "rules": {"chairs": 2, "chairs_by_group": False},
            },
            {"id": "tap", "kind": "circle", "variant": "tap_in", "title": said("Tapping in")},
            {"id": "back", "kind": "listen_back", "title": said("Listen back")},
            {"id": "talk", "kind": "talk", "title": said("A talk")},
            {"id": "break", "kind": "break", "title": said("Break")},
            {"id": "silence", "kind": "silence", "title": said("Silence")},
            {"id": "votes", "kind": "vote", "title": said("Two statements")},
            {
                "id": "harvest",
                "kind": "harvest",
                "title": said("Harvest"),
                "question": said("What do we take away?"),
            },
        ],
        "statements": [
            {"text": said("I know whom to turn to."), "item": "votes"},
            {"text": said("Whoever asks gets a conversation first."), "item": "votes"},
        ],
    }


def reader_of(language: Pseudo, room: Gathering, server: Server) -> Reader:
    return Reader(language, [room.session.code, server.base_url.partition("//")[2]])


async def test_a_phone_can_be_read(server: Server, screens: Screens, language: Pseudo) -> None:
    code = language.code
    async with gathering(server, 12, code, **plan(language)) as room:
        reader = reader_of(language, room, server)
        page = await screens.open(room.session.links["join"], "phone", language=code)

        async def look_at(screen: str) -> None:
            await on(page, screen)
            await reader.reads(page, screen)

        await on(page, "welcome")
        await tap(page, "phone-join-name-add", code)
        await look_at("welcome")
        await page.locator(".foot .main").click()
        await on(page, "consent")
        await page.locator(".foot .main").click()
        await expect(page.locator(".sorry").first).to_be_visible()
        await look_at("consent")
        await answer_consent(page)
        await look_at("role-choice")
        await page.locator("input[name=role]").nth(1).check()
        await page.locator(".foot .main").click()
        await look_at("lobby")
        await begin(room, "welcome")
        await look_at("talk")
        await begin(room, "talk")
        await look_at("talk")
        await begin(room, "break")
        await look_at("break")
        await begin(room, "silence")
        await look_at("silence")
        await begin(room, "round")
        await look_at("second-row")
        await facilitate(room, "swap")
        await begin(room, "back")
        await look_at("listen")
        await facilitate(room, "give_word", person=await last_person(room))
        await look_at("speaking")
        await facilitate(room, "end_word")
        await begin(room, "tap")
        for phone in room.phones[:3]:
            assert (await phone.ask("take_chair")).done
        await look_at("listen")
        await begin(room, "open")
        for phone in room.phones[:2]:
            assert (await phone.ask("take_chair")).done
        await facilitate(room, "give_word", person="p1")
        await facilitate(room, "invite", kind="not_yet_spoken")
        await expect(
            page.get_by_text(texts.t(code, "phone-invite-not-yet-spoken", address="u"))
        ).to_be_visible()
        await look_at("listen")
        await tap(page, "phone-listen-ask", code)
        await look_at("queue")
        await facilitate(room, "go_off_record")
        await look_at("queue")
        await facilitate(room, "go_on_record")
        await facilitate(room, "call", person=await last_person(room))
        await look_at("called")
        await page.locator(".foot .main").click()
        await look_at("seated")
        await facilitate(room, "give_word", person=await last_person(room))
        await look_at("seated")
        await page.locator(".foot .other").click()
        await on(page, "listen")
        await tap(page, "phone-menu", code)
        await look_at("menu")
        for number in range(await page.locator(".ways .button").count()):
            await page.locator(".ways .button").nth(number).click()
            await expect(page.locator("main[data-screen='menu']")).to_have_count(0)
            await reader.reads(page, str(await page.locator("main").get_attribute("data-screen")))
            await page.locator("main button").last.click()
            if await page.locator("main[data-screen='menu']").count() == 0:
                await tap(page, "phone-menu", code)
        await page.get_by_role("button", name=texts.t(code, "label-back")).click()
        await facilitate(room, "pause")
        await look_at("paused")
        await facilitate(room, "resume")
        await facilitate(room, "start_moment", kind="pairs", seconds=60)
        await look_at("moment")
        await facilitate(room, "end_moment")
        await begin(room, "votes")
        await look_at("waiting")
        await facilitate(room, "open_statement", statement="s1")
        await look_at("vote")
        await page.locator(".answer").nth(1).click()
        await expect(page.locator(".arrived")).to_be_visible()
        await look_at("vote")
        await room.vote({number: ("agree", "disagree", "dont_know")[number % 3] for number in range(12)})
        await facilitate(room, "close_statement", statement="s1")
        await look_at("vote-closed")
        await facilitate(room, "reveal_statement", statement="s1")
        await look_at("result")
        await begin(room, "harvest")
        assert (await room.phones[0].ask("contribute", kind="insight", text=language.said("Listen."))).done
        await room.until(lambda view: len(view["contributions"]) == 1)
        (shown,) = room.view["contributions"]
        await facilitate(room, "show_contribution", contribution=shown)
        await page.locator("#contribution").fill(language.said("Ask on."))
        await page.locator(".write .main").click()
        await expect(page.locator(".mine")).to_be_visible()
        await look_at("harvest")
        other = await screens.another(page, room.session.links["join"])
        await on(other, "harvest")
        await look_at("replaced")
        await facilitate(room, "close_session")
        await on(other, "after")
        await reader.reads(other, "after")
        reader.done()


async def test_a_phone_of_a_cancelled_session_can_be_read(
    server: Server, screens: Screens, language: Pseudo
) -> None:
    async with gathering(server, 0, language.code, **plan(language)) as room:
        reader = reader_of(language, room, server)
        page = await screens.open(room.session.links["join"], "phone", language=language.code)
        await join(page)
        server.call("PATCH", f"/api/sessions/{room.session.id}", {"state": "cancelled"})
        await on(page, "cancelled")
        await reader.reads(page, "cancelled")
        reader.done()


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080)])
async def test_the_stage_can_be_read(
    server: Server, screens: Screens, language: Pseudo, width: int, height: int
) -> None:
    code = language.code
    async with gathering(server, 11, code, **plan(language)) as room:
        reader = reader_of(language, room, server)
        address = f"{room.session.links['stage'].replace('/stage', f'/stage?lang={code}')}"
        page = await screens.open(
            address, "projector", language=code, viewport={"width": width, "height": height}
        )

        async def looks(scene: str) -> None:
            await expect(page.locator("main")).to_have_attribute("data-scene", scene)
            await reader.reads(page, scene, scrolls=False)

        await looks("opening")
        await facilitate(room, "start_session")
        await looks("between")
        for item, scene in (
            ("welcome", "check_in"),
            ("talk", "talk"),
            ("break", "break"),
            ("silence", "silence"),
        ):
            await facilitate(room, "start_item", item=item)
            await looks(scene)
        await facilitate(room, "start_item", item="open")
        for phone in room.phones[:3]:
            assert (await phone.ask("take_chair")).done
        await facilitate(room, "give_word", person=room.phones[0].me["person"])
        assert (await room.phones[5].ask("react", kind="recognise")).done
        await expect(page.locator(".tide .up")).to_have_count(1)
        await expect(page.locator(".circle .speaking")).to_have_count(1)
        await facilitate(room, "invite", kind="not_yet_spoken")
        await expect(page.locator(".warm")).to_be_visible()
        await looks("circle")
        await facilitate(room, "go_off_record")
        await expect(page.get_by_text(texts.t(code, "stage-off-record"))).to_be_visible()
        await looks("circle")
        await facilitate(room, "go_on_record")
        await facilitate(room, "start_item", item="round")
        await expect(page.locator(".roles li")).to_have_count(2)
        await looks("circle")
        await facilitate(room, "swap")
        await expect(page.get_by_role("heading", name=texts.t(code, "stage-swap"))).to_be_visible()
        await looks("circle")
        await facilitate(room, "start_item", item="back")
        await looks("listen_back")
        await facilitate(room, "pause")
        await looks("paused")
        await facilitate(room, "resume")
        for kind in ("silence", "pairs"):
            await facilitate(room, "start_moment", kind=kind, seconds=60)
            await looks(kind)
            await facilitate(room, "end_moment")
        await facilitate(room, "start_item", item="votes")
        await facilitate(room, "open_statement", statement="s1")
        await room.vote({number: "agree" if number % 3 else "disagree" for number in range(11)})
        await expect(page.locator(".circle .voted")).to_have_count(11)
        await looks("vote")
        await facilitate(room, "close_statement", statement="s1")
        await looks("closed_vote")
        await facilitate(room, "reveal_statement", statement="s1")
        await looks("reveal")
        await facilitate(room, "start_item", item="harvest")
        await looks("harvest")
        await facilitate(room, "note", kind="insight", text=language.said("Everybody wants the same."))
        await room.until(lambda view: view["contributions"])
        await facilitate(room, "show_contribution", contribution=next(iter(room.view["contributions"])))
        await expect(page.get_by_text(language.said("Everybody wants the same."))).to_be_visible()
        await looks("harvest")
        await facilitate(room, "close_session")
        await looks("closed")
        reader.done()


async def test_the_strip_of_a_console_on_the_stage_can_be_read(
    server: Server, screens: Screens, language: Pseudo
) -> None:
    async with gathering(server, 3, language.code, **plan(language)) as room:
        reader = reader_of(language, room, server)
        await begin(room, "open")
        address = f"{room.session.links['stage'].partition('#')[0]}?lang={language.code}#{room.watcher.key}"
        page = await screens.open(address, "projector", language=language.code)
        await expect(page.locator(".strip")).to_have_class("strip seen")
        await reader.reads(page, "strip", scrolls=False)
        await page.locator("body").press("?")
        await expect(page.get_by_role("dialog")).to_be_visible()
        await reader.reads(page, "help with keys", scrolls=False)
        reader.done()


@pytest.mark.parametrize("device", ["laptop", "phone"])
async def test_the_console_can_be_read(
    server: Server, screens: Screens, language: Pseudo, device: Any
) -> None:
    code = language.code
    async with gathering(server, 8, code, **plan(language)) as room:
        reader = reader_of(language, room, server)
        page = await screens.open(room.session.links["console"], device, language=code)

        async def reads(what: str) -> None:
            tabs = page.locator(".bar [role=tab], .tabs [role=tab], [role=tablist] [role=tab]")
            for number in range(await tabs.count()):
                await tabs.nth(number).click()
                await reader.reads(page, f"{what}, {number}", scrolls=device == "phone")
            await reader.reads(page, what, scrolls=device == "phone")

        await expect(page.locator(".bar")).to_be_visible()
        await reads("before the beginning")
        await page.locator("summary", has_text=texts.t(code, "label-more")).click()
        await reads("menu")
        await page.keyboard.press("Escape")
        await facilitate(room, "start_session")
        for item in ("welcome", "open"):
            await facilitate(room, "start_item", item=item)
        for phone in room.phones[:3]:
            assert (await phone.ask("take_chair")).done
        await facilitate(room, "give_word", person="p1")
        for phone in room.phones[3:7]:
            assert (await phone.ask("ask_to_speak")).done
        assert (await room.phones[7].ask("react", kind="help")).done
        assert (await room.phones[6].ask("react", kind="pause")).done
        await facilitate(room, "call_next")
        await facilitate(room, "add_person", role="civil", card="12")
        await facilitate(room, "go_off_record")
        await expect(page.locator(".queue .called")).to_have_count(1) if device == "laptop" else None
        await reads("an open round")
        await facilitate(room, "go_on_record")
        await facilitate(room, "start_item", item="votes")
        await facilitate(room, "open_statement", statement="s1")
        await room.vote({number: "agree" if number % 3 else "disagree" for number in range(8)})
        await reads("a vote")
        await facilitate(room, "close_statement", statement="s1")
        await reads("a closed vote")
        await facilitate(room, "reveal_statement", statement="s1")
        await reads("a result")
        await facilitate(room, "start_item", item="harvest")
        assert (await room.phones[0].ask("contribute", kind="insight", text=language.said("Listen."))).done
        await facilitate(room, "note", kind="commitment", text=language.said("I will call back."))
        await reads("a harvest")
        await page.locator("body").press("?")
        await expect(page.get_by_role("dialog")).to_be_visible()
        await reader.reads(page, "help with keys", scrolls=device == "phone")
        await page.keyboard.press("Escape")
        await facilitate(room, "pause")
        await reads("a pause")
        await facilitate(room, "close_session")
        await expect(page.get_by_role("link", name=texts.t(code, "label-record"))).to_be_visible()
        await reader.reads(page, "closed")
        reader.done()


async def test_screens_without_their_key_can_be_read(
    server: Server, screens: Screens, language: Pseudo
) -> None:
    async with gathering(server, 0, language.code, **plan(language)) as room:
        reader = reader_of(language, room, server)
        for name in ("stage", "console"):
            address = room.session.links[name].partition("#")[0]
            for key in ("", "#wrong"):
                page = await screens.open(f"{address}?lang={language.code}{key}", language=language.code)
                await expect(page.get_by_role("heading")).to_be_visible()
                await reader.reads(page, f"{name}{key}")
        reader.done()


@pytest.mark.parametrize("device", ["laptop", "phone"])
async def test_every_page_can_be_read(
    server: Server, screens: Screens, language: Pseudo, device: Any
) -> None:
    code = language.code
    name = language.said(f"Organiser {secrets.randbelow(10**6)}")
    assert server.run("organiser", "add", name, stdin=f"{PASSWORD}\n").returncode == 0
    reader = Reader(language, [server.base_url.partition("//")[2], "ZZZZZZ"])
    page = await screens.open(
        f"{server.base_url}/organise", device, language=code, tolerates="401|404|422|postMessage"
    )
    await reader.reads(page, "login")
    await page.locator("form button").first.click()
    await page.locator("#name").fill(name)
    await page.locator("#password").fill("wrong")
    await page.keyboard.press("Enter")
    await expect(page.locator(".sorry, [role=alert]").first).to_be_visible()
    await reader.reads(page, "login refused")
    await page.locator("#name").fill(name)
    await page.locator("#password").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("/organise$"))
    await reader.reads(page, "no sessions")
    await page.goto(f"{server.base_url}/organise/new")
    await reader.reads(page, "new")
    await page.locator("#title").fill(language.said("At one table"))
    await page.locator("input[value=role_round]").check()
    await page.locator("form.sheet button.main").click()
    await expect(page.locator("#links")).to_be_visible()
    session = page.url.partition("?")[0]
    console = str(await page.locator("a.address", has_text="/console#").get_attribute("href"))
    made = console.rpartition("/s/")[2].partition("/")[0]
    reader.known.append(made)
    await reader.reads(page, "links")
    for tab in TABS:
        await page.goto(f"{session}{tab}")
        await page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        await reader.reads(page, tab or "session")
    await page.goto(f"{session}/items/role-round")
    await page.locator("summary").first.click()
    await page.locator("#rule_chairs").fill("99")
    await page.locator("#minutes").fill("0")
    await page.locator("form button.main").first.click()
    await expect(page.locator("#minutes-sorry")).to_be_visible()
    await reader.reads(page, "mistakes")
    for path in (
        "",
        "/?code=ZZZZZZ",
        "/s/ZZZZZZ",
        "/organise/s/nothing",
        "/nothing",
        "/organise",
        f"/s/{made}/uses",
    ):
        await page.goto(f"{server.base_url}{path}")
        await reader.reads(page, path or "entry")
    # Addresses, and where a parameter stands, are the API's own words.
    reader.known += ["/openapi.json", "/api/schema/record", "(path", "(query"]
    await page.goto(f"{server.base_url}/api/docs")
    await reader.reads(page, "docs")
    reader.done()


@pytest.mark.parametrize("device", ["laptop", "phone"])
async def test_the_record_can_be_read(
    server: Server, screens: Screens, language: Pseudo, device: Any
) -> None:
    code = language.code
    name = language.said(f"Organiser {secrets.randbelow(10**6)}")
    assert server.run("organiser", "add", name, stdin=f"{PASSWORD}\n").returncode == 0
    async with gathering(server, 12, code, **plan(language)) as room:
        await begin(room, "open")
        for phone in room.phones[:3]:
            assert (await phone.ask("take_chair")).done
        await facilitate(room, "give_word", person="p1")
        await facilitate(room, "go_off_record")
        await facilitate(room, "go_on_record")
        await begin(room, "votes")
        await facilitate(room, "open_statement", statement="s1")
        await room.vote({number: ("agree", "disagree", "dont_know")[number % 3] for number in range(12)})
        await facilitate(room, "close_statement", statement="s1")
        await facilitate(room, "reveal_statement", statement="s1")
        await begin(room, "harvest")
        await facilitate(room, "note", kind="commitment", text=language.said("I will call back."))
        await facilitate(room, "close_session")
        reader = reader_of(language, room, server)
        reader.known += [f"p{number}" for number in range(12, 0, -1)]
        page = await screens.open(
            f"{server.base_url}/organise", device, language=code, tolerates="postMessage"
        )
        await page.locator("#name").fill(name)
        await page.locator("#password").fill(PASSWORD)
        await page.keyboard.press("Enter")
        await expect(page).to_have_url(re.compile("/organise$"))
        for path in ("", "/record", "/record?level=restricted"):
            await page.goto(f"{server.base_url}/organise/s/{room.session.id}{path}")
            await reader.reads(page, path or "closed session")
        for level in ("open", "restricted"):
            await page.goto(
                f"{server.base_url}/organise/s/{room.session.id}/record/page?level={level}&lang={code}"
            )
            await page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
            await reader.reads(page, f"record, {level}")
        reader.done()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("<p>Ŵhåt</p>", "not translated: “Ŵhåt”"),
        ('<p><button aria-label="Next">→</button></p>', "not translated: “Next”"),
        ("<p style='width: 4em; overflow: hidden; white-space: nowrap'>אבגדהוזחטיכלמנסעפצ</p>", "cut: "),
        ("<p style='width: 4em; border: 1px solid; white-space: nowrap'>אבגדהוזחטיכלמנסעפצ</p>", "out of its box: "),
        ("<p style='height: 1em; overflow: hidden'>אבגד<br>הוזח<br>טיכל</p>", "cut: "),
        ("<p style='position: absolute; left: 1500px'>אבגד</p>", "off the page: "),
        ("<p style='width: 1600px'>אבגד</p>", "the page is"),
    ],
)  # fmt: skip
async def test_what_can_not_be_read_is_found(screens: Screens, wrong: str, said: str) -> None:
    page = await screens.open()
    await page.set_content(f"<!doctype html><html lang='he' dir='rtl'><title>א</title>{wrong}</html>")
    reader = Reader(MIRRORED)
    await reader.reads(page, "a page")
    assert any(said in one for one in reader.wrong), reader.wrong


async def test_what_can_be_read_is_not_found(screens: Screens) -> None:
    page = await screens.open()
    scrolls = "<div style='overflow: auto; width: 4em; white-space: nowrap'>אבגדהוזחטיכלמנ</div>"
    other = "<p lang='en'>English</p><code>code</code><p style='border: 1px solid'>אבגד</p>"
    await page.set_content(
        f"<!doctype html><html lang='he' dir='rtl'><title>א</title>{scrolls}{other}</html>"
    )
    reader = Reader(MIRRORED)
    await reader.reads(page, "a page")
    reader.done()
