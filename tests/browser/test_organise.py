"""What an organiser sees and does, in a real browser."""

import json
import re
import secrets
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.screens import Screens, assert_no_scrolling, axe
from tests.serving import Server

PASSWORD = "een hele lange zin"
LOOKS: tuple[dict[str, Any], ...] = (
    {"language": "nl", "device": "laptop"},
    {"language": "en", "device": "phone", "dark": True},
    {"language": "nl", "device": "phone", "forced_colours": True},
)
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


@pytest.fixture
def name(server: Server) -> str:
    """An organiser of the shared server."""
    name = f"Organisator {secrets.token_hex(4)}"
    added = server.run("organiser", "add", name, stdin=f"{PASSWORD}\n")
    assert added.returncode == 0, added.stderr
    return name


async def log_in(page: Page, name: str, password: str = PASSWORD) -> None:
    """From the keyboard alone."""
    await page.get_by_label(re.compile("^(Naam|Name)")).focus()
    await page.keyboard.type(name)
    await page.keyboard.press("Tab")
    await page.keyboard.type(password)
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("/organise$"))


async def make(page: Page, server: Server, title: str = "Samen aan tafel") -> str:
    """A session from the template with role rounds; its page is then open."""
    await page.goto(f"{server.base_url}/organise/new")
    await page.locator("#title").fill(title)
    await page.locator("input[value=role_round]").check()
    await page.locator("form.sheet button.main").click()
    await expect(page.locator("#links")).to_be_visible()
    return page.url.partition("?")[0]


async def test_the_first_link_brings_its_key_and_leaves_it_nowhere(
    own_server: Server, screens: Screens
) -> None:
    found = re.search(r"http\S+#(\S+)", own_server.said())
    assert found
    page = await screens.open(found.group())
    await expect(page.locator("#key")).to_have_value(found.group(1))
    assert "#" not in page.url
    await axe(page)
    await page.get_by_label("Naam of e-mailadres").fill("Organisator")
    await page.locator("#password").fill(PASSWORD)
    await page.locator("#again").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Bijeenkomsten")).to_be_visible()
    await axe(page)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(str(one) for one in look.values()))
async def test_every_page_can_be_read_by_anybody(
    server: Server, screens: Screens, name: str, look: dict[str, Any]
) -> None:
    page = await screens.open(f"{server.base_url}/organise", tolerates="404 .*ZZZZZZ", **look)
    await axe(page)
    await log_in(page, name)
    await page.goto(f"{server.base_url}/organise/new")
    await axe(page)
    session = await make(page, server)
    await axe(page)
    for tab in TABS:
        await page.goto(f"{session}{tab}")
        await page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        await axe(page)
        await assert_no_scrolling(page, sideways_only=True)
    for path in ("", "/?code=ZZZZZZ", "/api/docs", "/organise"):
        await page.goto(f"{server.base_url}{path}")
        await axe(page)
        await assert_no_scrolling(page, sideways_only=True)


async def test_a_mistake_is_said_beside_its_field_and_nothing_typed_is_lost(
    server: Server, screens: Screens, name: str
) -> None:
    page = await screens.open(f"{server.base_url}/organise", tolerates="422")
    await log_in(page, name)
    session = await make(page, server)
    await page.goto(f"{session}/items/role-round")
    await page.locator("#title_nl").fill("Eerst wij")
    await page.locator("summary").click()
    await page.locator("#rule_chairs").fill("99")
    await page.locator("#minutes").fill("0")
    await page.get_by_role("button", name="Bewaren").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await expect(page.locator("#minutes")).to_have_attribute("aria-invalid", "true")
    await expect(page.locator("#minutes-sorry")).to_be_visible()
    await expect(page.locator("#rule_chairs-sorry")).to_be_visible()
    await expect(page.locator("#title_nl")).to_have_value("Eerst wij")
    await axe(page)
    await page.locator("#minutes").fill("25")
    await page.locator("#rule_chairs").fill("7")
    await page.get_by_role("button", name="Bewaren").click()
    await expect(page.get_by_role("status")).to_have_text("Bewaard.")
    await expect(page.get_by_label("Eerst wij: Minuten")).to_have_value("25")


async def test_everything_works_without_scripts(server: Server, screens: Screens, name: str) -> None:
    page = await screens.open(f"{server.base_url}/organise", java_script_enabled=False)
    await log_in(page, name)
    session = await make(page, server, "Zonder script")
    await page.goto(f"{session}/sheet")
    await page.get_by_role("button", name="Terugluisteren omhoog").first.click()
    await expect(page.locator(".runsheet h2 a").nth(1)).to_have_text("Terugluisteren")
    await page.locator(".runsheet input").first.fill("12")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status")).to_have_text("Bewaard.")
    await expect(page.locator(".runsheet input").first).to_have_value("12")
    await page.goto(f"{session}/delete")
    await page.get_by_role("button", name="Ja, alles verwijderen").click()
    await expect(page.get_by_role("status")).to_have_text("De bijeenkomst is weg.")


async def test_a_link_from_the_overview_opens_the_console_and_the_record_comes_home(
    server: Server, screens: Screens, name: str
) -> None:
    page = await screens.open(f"{server.base_url}/organise")
    await log_in(page, name)
    session = await make(page, server)
    console = await page.locator("a.address", has_text="/console#").get_attribute("href")
    assert console
    led = await screens.another(page, console)
    await expect(led.locator("#app > *").first).to_be_visible()
    state = server.call("PATCH", f"/api/sessions/{session.rpartition('/')[2]}", {"state": "lobby"})["state"]
    assert state == "lobby"
    await page.goto(f"{session}/record")
    await expect(page.get_by_text("Er is nog geen verslag")).to_be_visible()


async def test_a_record_is_looked_at_and_downloaded(server: Server, screens: Screens, name: str) -> None:
    # axe knocks at the record's frame, which runs nothing and so does not answer.
    page = await screens.open(f"{server.base_url}/organise", tolerates="postMessage")
    await log_in(page, name)
    session = await make(page, server)
    console = await page.locator("a.address", has_text="/console#").get_attribute("href")
    assert console
    code, _, key = console.rpartition("/s/")[2].partition("/console#")
    done = await page.evaluate(PLAY, [f"/s/{code}/live", key])
    assert done == ["start_session", "start_item", "note", "close_session"]
    await page.goto(f"{session}/record")
    await expect(page.frame_locator("iframe").get_by_text("Een zin over vanavond")).to_be_visible()
    await page.locator("#why").fill("voor het verslag")
    async with page.expect_download() as waiting:
        await page.get_by_role("button", name="Verslag (JSON)").click()
    file = await waiting.value
    assert re.fullmatch(rf"{code}-open-.*\.json", file.suggested_filename)
    record = json.loads((await file.path()).read_text())
    assert record["session"]["title"] == "Samen aan tafel" and record["harvest"]
    await page.reload()
    await expect(page.locator("table.uses")).to_contain_text("voor het verslag")
    await axe(page, without=("frame-tested",))


PLAY = """
([path, key]) => new Promise((resolve, reject) => {
  const socket = new WebSocket(location.origin.replace(/^http/, "ws") + path);
  const steps = [
    {do: "start_session"}, {do: "start_item", item: "check-in"},
    {do: "note", kind: "insight", text: "Een zin over vanavond"}, {do: "close_session"},
  ];
  const done = [];
  socket.onopen = () => socket.send(JSON.stringify({hello: {v: 1, key, lang: "nl"}}));
  socket.onmessage = ({data}) => {
    const said = JSON.parse(data);
    if (said.refused) reject(new Error(data));
    if (said.done) done.push(steps[done.length].do);
    if (done.length === steps.length) { socket.close(); resolve(done); }
    else if (said.welcome || said.done) socket.send(JSON.stringify({id: `t${done.length}`, ...steps[done.length]}));
  };
})
"""
"""A whole evening over a socket: [path, key] -> the commands that were done."""
