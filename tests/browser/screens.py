"""What a person looks at, and what must be true of any page: no error in it, text that is drawn, nothing for axe.

Playwright's asynchronous side is used, since its other side leaves a running loop behind that asynchronous tests
in the same process can't live with.
"""

import io
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from PIL import Image
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Response

from tests.parts import ROOT

PATIENCE_MS = 20_000
AXE = ROOT / "app/client/node_modules/axe-core/axe.min.js"
WCAG_22_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")

Device = Literal["phone", "laptop", "projector"]
DEVICES: dict[Device, dict[str, Any]] = {
    "phone": {
        "viewport": {"width": 360, "height": 740},
        "device_scale_factor": 2,
        "has_touch": True,
        "is_mobile": True,
    },
    "laptop": {"viewport": {"width": 1280, "height": 720}},
    "projector": {"viewport": {"width": 1920, "height": 1080}},
}


@dataclass
class Screen:
    """One person's browser, with nothing of anybody else's in it, and what went wrong there."""

    page: Page
    tolerates: str
    """A regular expression for what may be in the console: a cut network, for example, is told there."""
    wrong: list[str] = field(default_factory=list)

    def heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._note(f"console: {message.text} ({message.location.get('url', '')})")

    def failed(self, error: Exception) -> None:
        self._note(f"uncaught: {error}")

    def answered(self, response: Response) -> None:
        if response.status >= 500:
            self._note(f"{response.status} from {response.url}")

    def _note(self, what: str) -> None:
        if not (self.tolerates and re.search(self.tolerates, what)):
            self.wrong.append(what)


class Screens:
    """Opens pages: `page = await screens.open(url, "phone", language="nl")`. The fixture of this name closes them and
    fails for what went wrong on any."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._opened: list[Screen] = []

    async def open(
        self,
        url: str = "",
        device: Device = "laptop",
        *,
        language: str = "nl",
        dark: bool = False,
        forced_colours: bool = False,
        tolerates: str = "",
        **context: Any,
    ) -> Page:
        """A page in a browser of its own. `context` goes to Playwright's new_context as it is. Motion is reduced, so
        that what is looked at stands still; `reduced_motion="no-preference"` moves it."""
        options = {
            "locale": language,
            "color_scheme": "dark" if dark else "light",
            "forced_colors": "active" if forced_colours else "none",
            "reduced_motion": "reduce",
            "timezone_id": "Europe/Amsterdam",
            **DEVICES[device],
            **context,
        }
        made = await self.browser.new_context(**options)
        made.set_default_timeout(PATIENCE_MS)
        return await self._open(made, url, tolerates)

    async def another(self, page: Page, url: str = "", *, tolerates: str = "") -> Page:
        """A second tab of the same person's browser."""
        return await self._open(page.context, url, tolerates)

    async def close(self) -> None:
        for context in {screen.page.context for screen in self._opened}:
            await context.close()
        wrong = [f"{screen.page.url}: {what}" for screen in self._opened for what in screen.wrong]
        assert not wrong, "\n".join(["what went wrong on the pages:", *wrong])

    async def _open(self, context: BrowserContext, url: str, tolerates: str) -> Page:
        page = await context.new_page()
        screen = Screen(page, tolerates)
        self._opened.append(screen)
        page.on("console", screen.heard)
        page.on("pageerror", screen.failed)
        page.on("response", screen.answered)
        if url:
            await page.goto(url)
        return page


async def axe(page: Page, *, without: tuple[str, ...] = ()) -> None:
    """Fails with what axe finds wrong with the page as it is now. `without`: rules that don't apply, by their id.

    Contrast is checked only where text is drawn, so a page on which axe could not check it fails too.
    """
    await page.evaluate(_axe_source())
    options: dict[str, Any] = {
        "runOnly": {"type": "tag", "values": list(WCAG_22_AA)},
        "rules": {rule: {"enabled": False} for rule in without},
        "resultTypes": ["violations", "passes"],
    }
    found = await page.evaluate("options => axe.run(document, options)", options)
    wrong = [
        f"{rule['id']}: {rule['help']}: {node['html']}\n    {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
    assert not wrong, "\n".join([f"axe on {page.url}:", *wrong])
    if "color-contrast" not in without and not await _forced_colours(page):
        assert any(rule["id"] == "color-contrast" for rule in found["passes"]), (
            f"axe could not check the contrast of any text on {page.url}"
        )


async def assert_no_scrolling(page: Page, *, sideways_only: bool = False) -> None:
    """Everything fits in the window; or at least nobody has to scroll sideways."""
    width, height, inner_width, inner_height = await page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.scrollHeight, innerWidth, innerHeight]"
    )
    assert width <= inner_width, f"{page.url} is {width} wide in a window of {inner_width}"
    assert sideways_only or height <= inner_height, (
        f"{page.url} is {height} high in a window of {inner_height}"
    )


async def ink(page: Page, selector: str) -> float:
    """What share of an element's picture differs from its corner: 0 when nothing is drawn in it."""
    picture = Image.open(io.BytesIO(await page.locator(selector).screenshot())).convert("L")
    ground = picture.tobytes()[0]
    tones = picture.histogram()
    return sum(count for tone, count in enumerate(tones) if abs(tone - ground) > 48) / sum(tones)


async def _forced_colours(page: Page) -> bool:
    """Then colours are the system's, and axe leaves them alone."""
    return bool(await page.evaluate("matchMedia('(forced-colors: active)').matches"))


@cache
def _axe_source() -> str:
    assert AXE.is_file(), f"{AXE.relative_to(ROOT)} is not there: run `make client`."
    return AXE.read_text(encoding="utf-8")
