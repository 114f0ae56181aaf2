"""A site of its own for every test that asks for one."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.main import build_app
from app.settings import Settings
from tests.web.site import Site, running


class Hands:
    """A clock that a test turns. Epoch seconds."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now

    def later(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def make_site(tmp_path: Path, hands: Hands) -> Iterator[Callable[..., Site]]:
    """make_site(base_url=...) starts another server on the same database."""
    with ExitStack() as opened:

        def make(base_url: str = "") -> Site:
            settings = Settings(
                data=tmp_path, host="127.0.0.1", port=8000, base_url=base_url, secret_key="s" * 32
            )
            announced: list[str] = []
            app = build_app(settings, hands, announced.append)
            return Site(app, opened.enter_context(running(app, base_url or "http://testserver")), announced)

        yield make


@pytest.fixture
def site(make_site: Callable[..., Site]) -> Site:
    return make_site()


@pytest.fixture
def organising(site: Site) -> Site:
    """A site on which an organiser has logged in."""
    site.make_organiser()
    return site
