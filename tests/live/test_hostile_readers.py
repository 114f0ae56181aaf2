"""Whoever reads nothing: what waits for them is bounded at every place it can wait, and they have their end (J7)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from app.live import flood, outbox
from app.live.connection import Connection
from app.live.outbox import Outbox
from app.web import lines
from tests.live.house import House, Peer
from tests.live.stranger import HELLO, TEXT, Stranger, frame, stranger

pytestmark = pytest.mark.usefixtures("nothing_left")

SOON_S = 0.5
WORDS = "Dit is wat wij in de kring van elkaar hoorden, en wat wij daarna samen opschreven. " * 11


@pytest.fixture
def busy(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house, once it is opened anew, that soon gives up those to whom nothing can be sent, and where much is said."""
    monkeypatch.setattr(lines, "STALLED_S", SOON_S)
    monkeypatch.setattr(flood.Bucket, "take", lambda bucket, now, count=1.0: True)
    monkeypatch.setattr("app.live.channel.PERIOD_S", {"phone": 0.0, "stage": 0.0, "console": 0.0})
    monkeypatch.setattr(outbox, "MOST_WAITING", 16 * 1024)
    return house


@asynccontextmanager
async def deaf(house: House, way: str) -> AsyncIterator[Stranger]:
    """Somebody who was welcomed, and reads no more."""
    async with stranger(house.port) as one:
        path = f"/s/{house.session.code}/live"
        if way == "socket":
            assert await one.upgrade(path) == 101
            one.say(frame(TEXT, HELLO))
            assert b"welcome" in await one.message()
        else:
            one.say(f"GET {path} HTTP/1.1\r\nHost: here\r\nAccept: text/event-stream\r\n\r\n".encode())
            assert (await one.answer()).status == 200
        one.stop_reading()
        yield one


async def box_of_the_other(house: House, known: Peer) -> Outbox:
    crowd = (await house.live()).crowd
    phones: dict[str, Connection] = crowd._by_phone
    mine = crowd.phones.phone_of[known.me["person"]]
    return next(one.outbox for phone, one in phones.items() if phone != mine)


@pytest.mark.parametrize("way", ["socket", "stream"])
@pytest.mark.parametrize("ping_s", [20.0, SOON_S / 2])
async def test_J7_who_reads_nothing_holds_little_and_is_let_go(
    busy: House, monkeypatch: pytest.MonkeyPatch, way: str, ping_s: float
) -> None:
    await busy.reopened(monkeypatch, ping_s)
    async with busy.console() as console, busy.phone() as quick:
        await console.done("start_session")
        async with deaf(busy, way):
            await console.until(lambda one: one.view["counts"]["connected"] == 2)
            box = await box_of_the_other(busy, quick)
            held = said = 0
            while not box.behind and not box.closed:
                seq = await console.done("note", kind="insight", text=WORDS)
                await console.done("show_contribution", contribution=f"h{seq}")
                said += 1
                # Who does not read does not answer pings either.
                while len(quick.view.get("harvest", {})) < said:
                    await quick.hear()
                held = max(held, busy.unsent())
                assert box._size <= outbox.MOST_WAITING
            await console.until(lambda one: one.view["counts"]["connected"] == 1)
        assert held < lines.MOST_WAITING_TO_BE_SENT + 2 * len(quick.raw[-1]) + 64 * 1024
        await quick.done("react", kind="help")


async def test_who_reads_again_in_time_has_missed_nothing(
    busy: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "STALLED_S", 20.0)
    await busy.restart()
    async with busy.console() as console, deaf(busy, "socket") as slow:
        await console.done("start_session")
        slow.read_again()
        async with asyncio.timeout(20):
            while b'"live"' not in await slow.message():
                pass
