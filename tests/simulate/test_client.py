"""The screen without a screen: over a real socket, it is told, it asks, and it comes back as who it was."""

import asyncio
import socket

import pytest

from app.core.messages.people import Join
from app.plans import TEMPLATES
from app.simulate.client import Client, Closed
from app.simulate.people import YES
from app.simulate.served import Served
from app.store.sessions import Created
from app.wire import write_command


@pytest.fixture
async def session(near: Served) -> Created:
    return await near.sessions.create(TEMPLATES["open_fishbowl"]("nl"))


async def test_a_phone_joins_and_a_console_sees_it(near: Served, session: Created) -> None:
    async with (
        Client(near.address, session.code) as phone,
        Client(near.address, session.code, session.console_key) as console,
    ):
        assert (phone.audience, console.audience) == ("phone", "console")
        assert (await phone.command(Join("resident", YES))).done
        await phone.until(lambda: phone.me.get("person") == "p1")
        await console.until(lambda: console.view["counts"]["joined"] == 1)
        assert console.view["people"]["p1"]["role"] == "resident"
        assert phone.received > 100


async def test_a_refusal_has_its_code_and_a_sentence(near: Served, session: Created) -> None:
    async with Client(near.address, session.code) as phone:
        answer = await phone.ask("vote", statement="s1", choice="agree")
    assert not answer.done
    assert answer.code == "not_started"
    assert answer.message.endswith(".")


async def test_J6_after_a_cut_it_is_the_same_person_in_the_room_as_it_is_now(
    near: Served, session: Created
) -> None:
    async with (
        Client(near.address, session.code) as phone,
        Client(near.address, session.code, session.console_key) as console,
    ):
        await phone.command(Join("resident", YES))
        await phone.until(lambda: "person" in phone.me)
        phone.cut()
        assert (await console.ask("start_session")).done
        assert (await console.ask("start_item", item="circle")).done
        await phone.until(lambda: phone.view.get("item", {}).get("id") == "circle")
        assert phone.me["person"] == "p1"
        await console.until(lambda: console.view["counts"] == {"connected": 1, "joined": 1, "present": 1})


async def test_J3_what_was_asked_in_a_cut_is_answered_and_happens_once(
    near: Served, session: Created
) -> None:
    async with Client(near.address, session.code) as phone:
        asked = await phone.send(write_command(Join("resident", YES)))
        phone.cut()
        assert (await asked).done
        assert (await phone.ask("leave")).done
        room = await near.hub.open(session.id)
        assert room.room.joined == 1


async def test_an_unknown_session_or_key_lets_nobody_in(near: Served, session: Created) -> None:
    for code, key in (("ZZZZZZ", ""), (session.code, "not a key")):
        with pytest.raises(Closed) as closed:
            await Client(near.address, code, key).open()
        assert closed.value.code == 4001


async def test_what_waits_ends_with_the_client(near: Served, session: Created) -> None:
    phone = Client(near.address, session.code)
    await phone.open()
    waiting = asyncio.create_task(phone.until(lambda: False))
    await asyncio.sleep(0)
    await phone.close()
    with pytest.raises(Closed):
        await waiting
    with pytest.raises(Closed):
        await phone.ask("leave")


async def test_a_client_that_is_stopped_just_when_it_is_let_in_stops() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        phone = Client(f"http://127.0.0.1:{silent.getsockname()[1]}", "ABC234")
        opening = asyncio.create_task(phone.open())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        phone.audience = "phone"
        phone._news.set()
        opening.cancel()
        await asyncio.wait([opening])
        assert opening.cancelled()
