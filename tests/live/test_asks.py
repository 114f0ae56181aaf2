"""A1: a room's socket asks whether whoever came in may, at the hello and at every message."""

import pytest

from app import access, wire
from app.access import SERVER, Thing, What, Who
from app.web.greeting import NOT_ALLOWED
from tests.live.conftest import only_sqlite
from tests.live.house import House

pytestmark = only_sqlite


class Strict:
    """Instead of `access.may`: keeps what was asked, and says no to `refused` and to every command."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *refused: What) -> None:
        self.asked: list[tuple[str, What, str]] = []
        self._may, self._refused = access.may, refused
        monkeypatch.setattr(access, "may", self)

    def __call__(self, who: Who, what: What, of: Thing = SERVER) -> bool:
        self.asked.append((who.kind, what, of.session))
        return isinstance(what, str) and what not in self._refused and self._may(who, what, of)


@pytest.mark.parametrize("audience", ["phone", "stage", "console"])
async def test_A1_nobody_looks_on_unasked(
    house: House, monkeypatch: pytest.MonkeyPatch, audience: str
) -> None:
    strict = Strict(monkeypatch, "look_on")
    keys = {"stage": house.session.stage_key, "console": house.session.console_key}
    async with house.knock() as peer:
        await peer.send({"hello": {"v": 1, "key": keys.get(audience)}})
        assert await peer.closed() == NOT_ALLOWED
        assert peer.heard == []
    assert strict.asked == [(audience, "look_on", house.session.id)]


@pytest.mark.parametrize("audience", ["phone", "stage", "console"])
async def test_A1_every_command_is_asked_about(
    house: House, monkeypatch: pytest.MonkeyPatch, audience: str
) -> None:
    strict = Strict(monkeypatch)
    keys = {"stage": house.session.stage_key, "console": house.session.console_key}
    before = (await house.room()).seq
    async with house.peer(keys.get(audience)) as peer:
        for do, kind in wire.COMMANDS.items():
            strict.asked.clear()
            assert await peer.refused(do) == "not_allowed"
            assert strict.asked == [(audience, kind, house.session.id)]
        for unreadable in ({"id": "u1", "do": "dance"}, {"id": "", "do": "vote"}):
            strict.asked.clear()
            await peer.send(unreadable)
            await peer.next("refused")
            assert strict.asked == [(audience, "ask", house.session.id)]
    assert (await house.room()).seq == before and len(wire.COMMANDS) > 50


async def test_A1_another_language_is_asked_about(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house.peer() as peer:
        Strict(monkeypatch, "look_on")
        await peer.send({"lang": "en"})
        assert await peer.closed() == NOT_ALLOWED


async def test_A1_a_key_of_one_session_opens_no_other(house: House) -> None:
    other = await house.prepare()
    async with house.peer(other.console_key, code=other.code) as console:
        token = console.token
    async with house.knock() as peer:
        await peer.send({"hello": {"v": 1, "key": token}})
        await peer.closed()
        assert peer.heard == []
