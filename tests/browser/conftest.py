"""What tests of what a person sees may ask for: `screens`, `proxy` (and `server`, from above).

All of them run in one loop, since one browser serves them all; every page is in a context of its own.
"""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests import parts
from tests.browser.screens import Screens, ink
from tests.proxy import Proxy, proxy_to
from tests.serving import Server

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and isinstance(item, pytest.Function):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window, in which text is known to be drawn."""
    program = parts.chromium()
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = parts.node()
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=program.path,
            env={**program.env},
            chromium_sandbox=False,
            args=["--disable-background-networking", "--disable-component-update"],
        )
        page = await launched.new_page()
        await page.set_content(
            "<p style='font: 20px sans-serif; display: inline-block'>Wie zit er? مرحبا</p>"
        )
        assert await ink(page, "p") > 0.02, (
            "text is not drawn: is there a font? (run `make test`, which gets one)"
        )
        await page.close()
        yield launched
        await launched.close()


@pytest_asyncio.fixture(loop_scope="session")
async def screens(browser: Browser) -> AsyncIterator[Screens]:
    """Opens pages; fails in the end for an error in any of their consoles. See tests/browser/screens.py."""
    opened = Screens(browser)
    yield opened
    await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def proxy(server: Server) -> AsyncIterator[Proxy]:
    """A bad network to `server`: page.goto(proxy.through(address))."""
    async with proxy_to(server.port) as opened:
        yield opened
