"""Simulated people on real sockets: they come, they follow whoever leads, and a real console comes first (F1)."""

import asyncio
import socket
import time
from dataclasses import replace
from random import Random

import pytest
from typer.testing import CliRunner

from app.cli import app
from app.plans import TEMPLATES
from app.simulate import company, evening, rehearsal
from app.simulate.client import FIRST_WAIT_S, WELCOME_S, Client, Closed
from app.simulate.facilitator import Facilitator
from app.simulate.participant import Participant
from app.simulate.people import cast
from app.simulate.rehearsal import Door, door
from app.simulate.served import Served
from app.texts import t
from tests.simulate.conftest import on_both

FAST = 40.0


@on_both
async def test_a_hurried_evening_over_sockets_ends_with_everybody_home(near: Served) -> None:
    whole = evening.plan("nl", 150)
    kept = ("role-round-2", "circle", "statements", "harvest")
    plan = replace(whole, items=tuple(item for item in whole.items if item.id in kept))
    created = await near.sessions.create(plan)
    where = Door(near.address, created.code, created.console_key)
    await rehearsal.rehearse(where, 12, 150, "nl", 1, facilitate=True)
    room = (await near.hub.open(created.id)).room
    assert room.state == "closed"
    assert room.numbered == 12
    assert {room.state_of(item.id).state for item in plan.items} == {"ended"}
    assert all(one.results for one in room.statements.values())


async def test_people_follow_a_real_facilitator(near: Served) -> None:
    created = await near.sessions.create(TEMPLATES["open_fishbowl"]("nl"))
    playing = asyncio.create_task(
        rehearsal.rehearse(Door(near.address, created.code), 6, FAST, "nl", 1, facilitate=False)
    )
    async with Client(near.address, created.code, created.console_key) as console:
        await console.until(lambda: console.view["counts"]["joined"] == 6)
        assert (await console.ask("start_session")).done
        assert (await console.ask("start_item", item="circle")).done
        await console.until(
            lambda: any("person" in one for one in console.view.get("circle", {}).get("chairs", {}).values())
        )
        (await console.ask("add_statement", text={"nl": "Proef."}))
        statement = next(reversed(console.view["statements"]))
        assert (await console.ask("open_statement", statement=statement)).done
        await console.until(lambda: console.view["statements"][statement].get("voted", 0) >= 3)
        assert (await console.ask("close_session")).done
        await playing


async def test_F1_a_simulated_facilitator_hands_over_at_once(near: Served) -> None:
    created = await near.sessions.create(TEMPLATES["open_fishbowl"]("nl"))
    async with (
        Client(near.address, created.code, created.console_key) as simulated,
        Client(near.address, created.code, created.console_key) as real,
    ):
        facilitator = Facilitator(Random(1), FAST, "nl")
        leading = asyncio.create_task(company.lead(simulated, facilitator, FAST))
        await real.until(lambda: real.view["state"] == "live" and not real.me["control"])
        assert (await real.ask("take_over")).code == "controller_present"
        await real.until(lambda: real.me["control"])
        assert await leading
        assert (await real.ask("close_session")).done


async def test_F1_the_first_tap_on_a_real_console_works_in_the_demo(near: Served) -> None:
    created = await near.sessions.create(TEMPLATES["open_fishbowl"]("nl"))
    leading = asyncio.create_task(
        company.lead_inside(near.hub, created.id, Facilitator(Random(1), FAST, "nl"), FAST)
    )
    async with Client(near.address, created.code, created.console_key) as real:
        await real.until(lambda: "item" in real.view)
        assert real.me["control"]
        assert (await real.ask("add_time", seconds=60)).done
        assert await leading


async def test_somebody_whose_role_is_not_in_this_room_takes_another(near: Served) -> None:
    created = await near.sessions.create(TEMPLATES["open_fishbowl"]("nl"))
    stranger = Participant(cast(1)[0], Random(1), FAST, "nl")
    stranger.persona = cast(1)[0].__class__("astronaut")
    client = Client(near.address, created.code)
    attending = asyncio.create_task(company.attend(stranger, client, Random(1), FAST))
    async with Client(near.address, created.code, created.console_key) as console:
        await console.until(lambda: console.view["counts"]["joined"] == 1)
    attending.cancel()
    await asyncio.wait([attending])


async def test_nobody_comes_to_a_door_that_is_not_there(near: Served) -> None:
    with pytest.raises(Closed):
        await rehearsal.rehearse(Door(near.address, "ZZZZZZ"), 3, FAST, "nl", 1, facilitate=False)


def test_a_server_that_is_not_there_is_said_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    for where in (["ABC234", "--url", address], [f"{address}/s/ABC234"]):
        started = time.monotonic()
        outcome = CliRunner().invoke(app, ["rehearse", "--session", *where], env={"LC_ALL": "en"})
        assert time.monotonic() - started < WELCOME_S / 4
        assert outcome.exit_code == 1
        assert outcome.stderr == f"vissenkom: {t('en', 'nobody-there')}\n"


async def test_a_first_try_that_is_refused_is_none_for_who_comes_in_while_a_server_starts() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    phone = Client(address, "ABC234")
    opening = asyncio.create_task(phone.open())
    done, _ = await asyncio.wait([opening], timeout=FIRST_WAIT_S)
    assert not done
    opening.cancel()
    await asyncio.wait([opening])


def test_a_door_is_a_code_or_a_link() -> None:
    assert door("abc 234", "http://there") == Door("http://there", "abc 234")
    assert door("https://a.nl/s/ABC234/console#key", "") == Door("https://a.nl", "ABC234", "key")
    assert door("https://a.nl/s/ABC234/stage#key", "") == Door("https://a.nl", "ABC234")
    with pytest.raises(ValueError, match="not a session's link"):
        door("https://a.nl/organise", "")
