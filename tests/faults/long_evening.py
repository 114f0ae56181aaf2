"""A room that never rests, for a soak: phones vote, react, ask, write, get lost and come back, while the facilitator
goes on from item to item and from statement to statement.

What was confirmed is kept here, to be held against the record afterwards.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from app.core.vocabulary import CHOICES
from app.simulate.client import Answer, Client
from tests.serving import Prepared

YES = {"votes": True, "words": True, "story": True}
KINDS = ("recognise", "touched", "question", "unclear")
STATEMENTS = 12
ROUND_S = 12.0
"""How long a statement is open."""
TALK_S = 8.0
"""How long the circle goes on between two statements; the word is given about meanwhile."""
WORD_S = 2.0
SITTING = 4
COMING_S = 0.02
"""Between two phones that come in at the beginning."""
NOTED = 3
"""Rounds for each note of the note-taker."""
WRITERS = 10
"""One phone in so many writes something, once; the others' rooms would fill with words, which is no leak."""

PLAN: dict[str, Any] = {
    "title": "Een lange avond",
    "language": "nl",
    "items": [
        {"kind": "circle", "variant": "open_chair", "title": {"nl": "Open kring"}, "minutes": 15},
        {"kind": "vote", "title": {"nl": "Stellingen"}, "minutes": 10},
        {"kind": "harvest", "title": {"nl": "Opbrengst"}, "minutes": 10},
    ],
    "statements": [{"text": {"nl": f"Stelling {number}."}} for number in range(1, STATEMENTS + 1)],
}


@dataclass
class Round:
    """One time a statement was asked. `votes`: phone -> its last confirmed choice."""

    statement: str
    votes: dict[int, str] = field(default_factory=dict)


@dataclass
class Heard:
    """`refused`: code -> how often. `lost`: commands that were never answered."""

    done: int = 0
    lost: int = 0
    cuts: int = 0
    left: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    rounds: list[Round] = field(default_factory=list)

    def take(self, answer: Answer) -> bool:
        if answer.done:
            self.done += 1
        else:
            self.refused[answer.code] += 1
        return answer.done


class LongEvening:
    """`pause_s`: the mean time between two things that one phone does."""

    def __init__(self, address: str, prepared: Prepared, phones: int, pause_s: float, seed: int) -> None:
        self.heard = Heard()
        self._address = address
        self._prepared = prepared
        self._phones = phones
        self._pause_s = pause_s
        self._seed = seed
        self._open: Round | None = None
        self._over = asyncio.Event()
        self._in = 0
        self.everybody = asyncio.Event()
        """Set when all phones have joined."""

    async def run(self) -> None:
        """Until `end`; then until everything that was asked is answered."""
        async with Client(self._address, self._prepared.code, self._prepared.keys["console"]) as desk:
            self.heard.take(await desk.ask("start_session"))
            async with asyncio.TaskGroup() as room:
                for number in range(self._phones):
                    room.create_task(self._attend(number))
                room.create_task(self._facilitate(desk))
            self.heard.take(await desk.ask("close_session"))

    def end(self) -> None:
        self._over.set()

    # Phones

    async def _attend(self, number: int) -> None:
        chance = Random(f"{self._seed} {number}")
        await self._rest(number * COMING_S)
        phone = Client(self._address, self._prepared.code)
        await phone.open()
        asked = False
        try:
            roles = sorted(phone.view["roles"])
            self.heard.take(await phone.ask("join", role=roles[number % len(roles)], consent=YES))
            self._in += 1
            if self._in == self._phones:
                self.everybody.set()
            if number % WRITERS == 0:
                self.heard.take(await phone.ask("contribute", kind="insight", text=f"Wat {number} meeneemt."))
            while not await self._rest(chance.expovariate(1 / self._pause_s)):
                happening = chance.random()
                if happening < 0.03:
                    self.heard.cuts += 1
                    phone.cut()
                elif happening < 0.06:
                    self.heard.left += 1
                    phone = await self._away(phone, chance)
                else:
                    asked = await self._act(number, phone, chance, asked)
        finally:
            await phone.close()

    async def _away(self, phone: Client, chance: Random) -> Client:
        """Gone for a while, and back with the same key."""
        await phone.close()
        await self._rest(chance.expovariate(1 / self._pause_s))
        back = Client(self._address, self._prepared.code, phone.key)
        await back.open()
        return back

    async def _act(self, number: int, phone: Client, chance: Random, queued: bool) -> bool:
        """One thing; whether they are in the queue by then, as far as they know."""
        asked = self._open
        if asked and chance.random() < 0.6:
            choice = chance.choice(CHOICES)
            if self.heard.take(await phone.ask("vote", statement=asked.statement, choice=choice)):
                asked.votes[number] = choice
        elif chance.random() < 0.6:
            self.heard.take(await phone.ask("react", kind=chance.choice(KINDS)))
        else:
            self.heard.take(await phone.ask("withdraw_request" if queued else "ask_to_speak"))
            return not queued
        return queued

    # The facilitator

    async def _facilitate(self, desk: Client) -> None:
        items = list(desk.view["items"])
        statements = list(desk.view["statements"])
        number = 0
        await self._first(desk, items[0])
        while not self._over.is_set():
            await self._ask_all(desk, statements[number % len(statements)])
            number += 1
            await self._talk(desk)
            if number % NOTED == 0:
                self.heard.take(await desk.ask("note", kind="question", text=f"Vraag na ronde {number}."))
                # The circle every time, and once in a while something else in between.
                other = items[1 + number // NOTED % (len(items) - 1)]
                self.heard.take(await desk.ask("start_item", item=other, again=True))
                await self._first(desk, items[0])

    async def _first(self, desk: Client, circle: str) -> None:
        """The circle, with people in it."""
        self.heard.take(await desk.ask("start_item", item=circle, again=True))
        for person in range(1, SITTING + 1):
            self.heard.take(await desk.ask("seat", person=f"p{person}"))

    async def _ask_all(self, desk: Client, statement: str) -> None:
        if not self.heard.take(await desk.ask("open_statement", statement=statement)):
            return
        asked = Round(statement)
        self.heard.rounds.append(asked)
        self._open = asked
        await self._rest(ROUND_S)
        self._open = None
        self.heard.take(await desk.ask("close_statement", statement=statement))
        self.heard.take(await desk.ask("reveal_statement", statement=statement))

    async def _talk(self, desk: Client) -> None:
        until = asyncio.get_running_loop().time() + TALK_S
        turn = 0
        while asyncio.get_running_loop().time() < until and not await self._rest(WORD_S):
            turn += 1
            self.heard.take(await desk.ask("give_word", person=f"p{turn % SITTING + 1}"))
            waiting = desk.view.get("queue")
            if waiting:
                self.heard.take(await desk.ask("dequeue_person", person=waiting[0]["person"]))

    async def _rest(self, seconds: float) -> bool:
        """Whether it is over."""
        try:
            await asyncio.wait_for(self._over.wait(), seconds)
        except TimeoutError:
            return False
        return True
