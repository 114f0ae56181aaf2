"""A company of simulated people in a real room: everyone on a socket of their own, and somebody at the console.

Whoever runs the room for real is followed: people go on behaving, and the simulated facilitator stops at once.
"""

import asyncio
import logging
import time
from random import Random

from app.core import views
from app.core.actor import SERVER
from app.core.messages.console import HandOver
from app.core.messages.people import Join
from app.live.hub import Hub
from app.simulate.client import Client, Closed
from app.simulate.facilitator import Facilitator
from app.simulate.participant import Participant

BEAT_S = (0.7, 1.4)
"""How often each person looks up from their phone, from and to."""
GOING_ON = ("draft", "lobby", "live")
log = logging.getLogger("vissenkom.simulate")


async def attend(
    participant: Participant, client: Client, rng: Random, pace: float, late_s: float = 0.0
) -> None:
    """One person's evening, until it is over. `late_s`: how long before coming in."""
    await asyncio.sleep(late_s / pace)
    try:
        await client.open()
        while True:
            command = participant.act(client.view, client.me, time.time())
            if command is not None:
                answer = await client.command(command)
                if not answer.done:
                    log.debug("%s: %s", command.do, answer.code)
                if isinstance(command, Join):
                    if not answer.done:
                        return
                    await client.until(lambda: "person" in client.me)
            elif client.view["state"] not in GOING_ON:
                return
            await asyncio.sleep(rng.uniform(*BEAT_S) / pace)
    except Closed:
        return
    finally:
        await client.close()


async def lead_inside(hub: Hub, session: str, facilitator: Facilitator, pace: float) -> bool:
    """Run the sheet from inside the server, which leaves control free for the first real console that does something
    (F1). Until one does; False when the session is over."""
    while True:
        live = await hub.open(session)
        if live.room.controller is not None:
            return True
        if live.room.state not in GOING_ON:
            return False
        command = facilitator.act(views.console(live.room, live.room.plan.language), time.time())
        if command is not None:
            await live.submit(command, SERVER)
        await asyncio.sleep(1 / pace)


async def lead(console: Client, facilitator: Facilitator, pace: float) -> bool:
    """Run the sheet from a console, until another one asks for control, which it gets at once. False when the session
    is over. Raises Closed."""
    while True:
        control = console.view.get("control", {})
        if control.get("by") not in (None, console.me.get("console")):
            return True
        if control.get("asked_by"):
            await console.command(HandOver())
            return True
        if console.view["state"] not in GOING_ON:
            return False
        command = facilitator.act(console.view, time.time())
        if command is not None:
            await console.command(command)
        await asyncio.sleep(1 / pace)
