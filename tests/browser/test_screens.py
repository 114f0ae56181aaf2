"""The eyes of the browser tests see what they must: wrong pages fail, right ones don't."""

import pytest
from playwright.async_api import Browser

from tests.browser.screens import Device, Screens, assert_no_scrolling, axe, ink

RIGHT = """<!doctype html><html lang="nl"><title>Vissenkom</title>
<main><h1>Wie zit er in de kring?</h1><p>Er is een stoel vrij.</p><button>Ik wil spreken</button></main></html>"""


async def test_a_right_page_passes(screens: Screens) -> None:
    page = await screens.open()
    await page.set_content(RIGHT)
    await axe(page)
    await assert_no_scrolling(page)
    assert await ink(page, "h1") > 0.01


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (RIGHT.replace("<p>", "<p style='color: #ccc'>"), "color-contrast"),
        (RIGHT.replace("Ik wil spreken", ""), "button-name"),
        (RIGHT.replace(' lang="nl"', ""), "html-has-lang"),
    ],
)
async def test_axe_finds(screens: Screens, wrong: str, rule: str) -> None:
    page = await screens.open()
    await page.set_content(wrong)
    with pytest.raises(AssertionError, match=rule):
        await axe(page)


async def test_a_page_without_text_is_not_called_right(screens: Screens) -> None:
    page = await screens.open()
    await page.set_content("<!doctype html><html lang='nl'><title>Leeg</title><main><h1></h1></main></html>")
    with pytest.raises(AssertionError, match=r"contrast|empty-heading"):
        await axe(page)


async def test_an_error_in_a_page_fails_its_test(browser: Browser) -> None:
    for page, noted in ((RIGHT, False), (f"{RIGHT}<script>nobody()</script>", True)):
        screens = Screens(browser)
        await (await screens.open()).set_content(page)
        if noted:
            with pytest.raises(AssertionError, match="nobody is not defined"):
                await screens.close()
        else:
            await screens.close()


async def test_what_is_tolerated_is_not_noted(screens: Screens) -> None:
    page = await screens.open(tolerates="nobody")
    await page.set_content(f"{RIGHT}<script>nobody()</script>")


@pytest.mark.parametrize(
    ("device", "width", "touch"), [("phone", 360, True), ("laptop", 1280, False), ("projector", 1920, False)]
)
async def test_the_window_is_as_large_as_the_device(
    screens: Screens, device: Device, width: int, touch: bool
) -> None:
    page = await screens.open(device=device)
    await page.set_content(f"<meta name=viewport content='width=device-width'>{RIGHT}")
    assert await page.evaluate("[innerWidth, navigator.maxTouchPoints > 0, navigator.language]") == [
        width,
        touch,
        "nl",
    ]
    await page.set_content(f"{RIGHT}<div style='width: 3000px'>x</div>")
    with pytest.raises(AssertionError, match="wide"):
        await assert_no_scrolling(page, sideways_only=True)
