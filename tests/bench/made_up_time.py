"""The real room and crowd in time that does not pass: ninety minutes in less than one, with their pauses as they were.

The event loop's clock jumps to the next timer whenever there is nothing else to do. So patches are put together as they
would have been, four a second at most to a phone, and only the sockets and the database are not there: while anything
is planned, nothing may wait for a thread or a file.
"""

import asyncio
import selectors
from collections.abc import Mapping
from itertools import count
from random import Random
from typing import Any, cast

from app.core import views
from app.core.actor import SERVER, Actor
from app.core.commands import Command
from app.core.events import Recorded
from app.core.messages.people import Join
from app.core.messages.session import Prepared
from app.core.plan import Plan
from app.live.answers import Answer, message
from app.live.batch import Ask
from app.live.connection import Connection
from app.live.keys import hashed, new_phone_key
from app.live.outbox import Outbox
from app.live.room import LiveRoom
from app.simulate.company import BEAT_S
from app.simulate.facilitator import Facilitator
from app.simulate.participant import Participant
from app.simulate.people import YES
from app.store.journal import Append, Head, Journal, Stored

START = 1_700_000_000.0
"""When a made-up evening begins, in epoch seconds."""
CODE, LANGUAGE = "SCHATT", "nl"


class MadeUpTime(asyncio.SelectorEventLoop):
    """An event loop whose clock is its own."""

    def __init__(self) -> None:
        self._jumping = Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


class Jumping(selectors.SelectSelector):
    """Does not wait: it is that much later at once."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            # Nothing is planned: it is a thread that is waited for, as when a room is read.
            return super().select()
        self.now += max(0.0, timeout)
        return super().select(0)


class Unwritten:
    """A journal that keeps nothing, and takes no time about it."""

    def __init__(self, prepared: Recorded) -> None:
        self._prepared = prepared
        self._turn = 0

    async def load(self, session: str) -> Stored:
        return Stored(Head(1, 0), [self._prepared], [], {})

    async def append(self, batch: Append) -> int:
        self._turn += 1
        return self._turn


class Evening:
    """A company in a live room. `down`: bytes to each phone so far, frames and all. `closed`: phones that were let go
    before the room was."""

    def __init__(self, live: LiveRoom) -> None:
        self.live = live
        self.closed = 0
        self.down: list[int] = []
        self._loop = asyncio.get_running_loop()
        self._viewed = -1
        self._view: Mapping[str, Any] = {}

    @classmethod
    async def open(cls, plan: Plan) -> "Evening":
        loop = asyncio.get_running_loop()
        journal = Unwritten(Recorded(1, START, "organiser", Prepared(CODE, plan)))
        return cls(await LiveRoom.open("made-up", cast(Journal, journal), lambda: START + loop.time()))

    async def lead(self, facilitator: Facilitator) -> None:
        """As app.simulate.company has it, from inside."""
        while True:
            command = facilitator.act(views.console(self.live.room, LANGUAGE), self._now())
            if command is not None:
                await self.live.submit(command, SERVER)
            await asyncio.sleep(1.0)

    async def listen(self) -> None:
        """Somebody who joins, and then only looks."""
        phone = self._connect()
        await self._ask(phone, "1", Join("resident", YES))

    async def attend(self, participant: Participant, rng: Random, late_s: float) -> None:
        await asyncio.sleep(late_s)
        phone = self._connect()
        for number in count(1):
            me = views.me(self.live.room, self.live.crowd.phones.person_of.get(phone.id, ""))
            command = participant.act(self._phone(), me, self._now())
            if command is not None:
                await self._ask(phone, f"c0ffee-{number}", command)
            await asyncio.sleep(rng.uniform(*BEAT_S))

    def _connect(self) -> Connection:
        number = len(self.down)
        self.down.append(0)

        async def send(text: str) -> None:
            size = len(text.encode())
            self.down[number] += size + (2 if size < 126 else 4)

        async def close(code: int) -> None:
            self.closed += not self.live.ended

        key = new_phone_key()
        made = Connection("phone", hashed(key), LANGUAGE, key, Outbox(send, close))
        self.live.crowd.connect(made)
        return made

    async def _ask(self, phone: Connection, id: str, command: Command) -> None:
        answered = asyncio.Event()

        def say(answer: Answer) -> None:
            phone.outbox.answer(message(answer, id, LANGUAGE, self.live.room.plan.address))
            answered.set()

        self.live.ask(Ask(command, Actor("phone"), id, say, phone.id))
        await answered.wait()

    def _now(self) -> float:
        return START + self._loop.time()

    def _phone(self) -> Mapping[str, Any]:
        if self._viewed != self.live.room.seq:
            self._view, self._viewed = views.phone(self.live.room, LANGUAGE), self.live.room.seq
        return self._view
