"""Which rooms are open: one of each, opened once, and let go when quiet."""

import asyncio

import pytest

from app.core.actor import Actor
from app.core.messages.session import Blank, StartItem, StartMoment, StartSession
from app.live.answers import Refused
from app.live.room import LiveRoom
from app.store.database import Missing, Unavailable
from tests.live.house import House

CONSOLE = Actor("console", "c1")


async def test_many_who_come_at_once_open_one_room(house: House) -> None:
    rooms = await asyncio.gather(*(house.hub.open(house.session.id) for _ in range(10)))
    assert all(room is rooms[0] for room in rooms)
    assert await house.hub.find(house.session.code.lower()) is rooms[0]


async def test_who_gives_up_waiting_spoils_it_for_nobody(house: House) -> None:
    hasty = asyncio.create_task(house.hub.open(house.session.id))
    await asyncio.sleep(0)
    hasty.cancel()
    assert isinstance(await house.hub.open(house.session.id), LiveRoom)


async def test_a_room_that_could_not_be_opened_is_tried_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Missing):
        await house.hub.open("nobody")
    load = house.journal.load

    async def fails(session: str) -> None:
        raise Unavailable("held up by a test")

    monkeypatch.setattr(house.journal, "load", fails)
    with pytest.raises(Unavailable):
        await house.hub.open(house.session.id)
    async with house.knock() as phone:
        await phone.send({"hello": {"v": 1}})
        assert await phone.closed() == 1013, "come back later"
    monkeypatch.setattr(house.journal, "load", load)
    async with house.peer() as phone:
        assert phone.view["title"] == "Avond"


async def test_a_room_where_something_is_about_to_happen_is_kept(house: House) -> None:
    room = await house.live()
    for command in (StartSession(), StartItem("open"), StartMoment("silence")):
        await room.submit(command, CONSOLE)
    await house.hub.sweep(idle_s=-1)
    assert await house.live() is room, "the silence has an end"


async def test_closing_does_what_was_asked_and_takes_nothing_more(house: House) -> None:
    async with house.peer() as phone:
        room = await house.live()
        asked = asyncio.create_task(room.submit(Blank(), CONSOLE))
        await asyncio.sleep(0)
        await house.hub.close()
        assert (await asked) != Refused("not_saved")
        assert await room.submit(Blank(), CONSOLE) == Refused("not_saved")
        assert await phone.closed() == 1012
