"""A burst of everything at once on a real server, while it is killed: votes, joins, requests, reactions, words, and
what the facilitator does; over web sockets, and over posts.

Whoever was not answered comes back and asks again with the same id, so that in the end everything is answered.
"""

import asyncio
from random import Random
from typing import Any, TypeVar

from app.core.vocabulary import CHOICES
from app.simulate.client import Answer, Client
from tests.faults.ledger import Ledger
from tests.faults.poster import Poster
from tests.serving import Prepared

Phone = TypeVar("Phone", Client, Poster)
YES = {"votes": True, "words": True, "story": True}
STATEMENTS = 200
PATIENCE_S = 300.0
POSTING = 8
"""One phone in so many posts."""
CLOSING = 0.06
"""How often the facilitator, in a burst, goes on to the next statement."""

PLAN: dict[str, Any] = {
    "title": "Een avond met stroomuitval",
    "language": "nl",
    "items": [{"kind": "circle", "variant": "open_chair", "title": {"nl": "Kring"}, "minutes": 60}],
    "statements": [{"text": {"nl": f"Stelling {number}."}} for number in range(1, STATEMENTS + 1)],
}


async def come_in(phone: Phone) -> Phone:
    """However long the server takes to be there again."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                await phone.open()
            except TimeoutError:
                # What gave up once stays closed.
                phone = phone.another()
            else:
                return phone


class Bursts:
    """`killed` is set by whoever kills the server, once it is dead: then nothing new is begun."""

    def __init__(self, address: str, prepared: Prepared, seed: int) -> None:
        self.ledger = Ledger()
        self.phones: dict[int, Client] = {}
        self.posters: dict[int, Poster] = {}
        self.statement = ""
        self.killed = asyncio.Event()
        self.in_flight = 0
        """How many commands were under way when the server was killed."""
        self.desk: Client
        self._address = address
        self._prepared = prepared
        self._seed = seed
        self._under_way = 0
        self._number = 0
        self._texts = 0
        self._statements: list[str] = []

    async def begin(self, phones: int) -> None:
        console = self._prepared.keys["console"]
        self.desk = await come_in(Client(self._address, self._prepared.code, console))
        assert (await self._ask(self.desk, "start_session")).done
        assert (await self._ask(self.desk, "start_item", item=next(iter(self.desk.view["items"])))).done
        self._statements = list(reversed(self.desk.view["statements"]))
        await self._next_statement()
        await asyncio.gather(*(self._come(number) for number in self._numbers(phones)))

    async def burst(self, newcomers: int, round: int) -> None:
        """Until everything is answered that was asked before the server was killed."""
        self.killed.clear()
        there = self.everybody()
        going = [self._facilitate(Random(f"{self._seed} {round} desk"))]
        going += [self._come(number) for number in self._numbers(newcomers)]
        for number, phone in there:
            chance = Random(f"{self._seed} {round} {number}")
            going += [self._vote_on(number, phone, chance), self._do_other_things(number, phone, chance)]
        await asyncio.gather(*going)

    def note_killed(self) -> None:
        """Called when the server is dead."""
        self.in_flight += self._under_way
        self.killed.set()

    async def end(self) -> None:
        await self.desk.close()
        await asyncio.gather(*(phone.close() for _, phone in self.everybody()))

    def everybody(self) -> "list[tuple[int, Client | Poster]]":
        """All phones that came."""
        return [*self.phones.items(), *self.posters.items()]

    # What they do

    async def _come(self, number: int) -> None:
        """Join and react, each once."""
        phone: Client | Poster
        if number % POSTING == 0:
            phone = self.posters[number] = await come_in(Poster(self._address, self._prepared.code))
        else:
            phone = self.phones[number] = await come_in(Client(self._address, self._prepared.code))
        joined = await self._ask(phone, "join", role=("resident", "civil")[number % 2], consent=YES)
        assert joined.done, joined
        self.ledger.joined += 1
        dead = self.killed.is_set()
        reacted = await self._ask(phone, "react", kind="recognise")
        self.ledger.reactions += reacted.done
        self.ledger.reactions_again += self.killed.is_set() and not dead

    async def _vote_on(self, number: int, phone: Client | Poster, chance: Random) -> None:
        while not self.killed.is_set():
            statement, choice = self.statement, chance.choice(CHOICES)
            answer = await self._ask(phone, "vote", statement=statement, choice=choice)
            if answer.done:
                self.ledger.votes.setdefault(statement, {})[number] = choice
                self.ledger.unsure.discard((statement, number))
            elif self.killed.is_set():
                self.ledger.unsure.add((statement, number))

    async def _do_other_things(self, number: int, phone: Client | Poster, chance: Random) -> None:
        while not self.killed.is_set():
            if chance.random() < 0.3:
                self._texts += 1
                text = f"Tekst {self._texts} van {number}"
                if (await self._ask(phone, "contribute", kind="insight", text=text)).done:
                    self.ledger.texts.append(text)
            elif self.ledger.asked[number] > self.ledger.withdrawn[number]:
                withdrawn = await self._ask(phone, "withdraw_request")
                self.ledger.withdrawn[number] += withdrawn.done
            else:
                asked = await self._ask(phone, "ask_to_speak")
                self.ledger.asked[number] += asked.done

    async def _facilitate(self, chance: Random) -> None:
        while not self.killed.is_set():
            doing = chance.random()
            self._texts += 1
            if doing < CLOSING and len(self._statements) > 1:
                await self._next_statement()
            elif doing < 0.5:
                # There and back, so that it never ends.
                seconds = 60 if self.ledger.times_added % 2 == 0 else -60
                added = await self._ask(self.desk, "add_time", seconds=seconds)
                self.ledger.times_added += added.done
            elif doing < 0.8:
                text = f"Notitie {self._texts}"
                if (await self._ask(self.desk, "note", kind="question", text=text)).done:
                    self.ledger.texts.append(text)
            else:
                card = f"k{self._texts}"
                if (await self._ask(self.desk, "add_person", role="resident", card=card)).done:
                    self.ledger.cards.append(card)

    async def _next_statement(self) -> None:
        if self.statement:
            assert (await self._ask(self.desk, "close_statement", statement=self.statement)).done
            self.ledger.closed.add(self.statement)
        following = self._statements.pop()
        assert (await self._ask(self.desk, "open_statement", statement=following)).done
        self.statement = following

    async def _ask(self, phone: Client | Poster, do: str, **fields: Any) -> Answer:
        self._under_way += 1
        answer = await phone.ask(do, **fields)
        self._under_way -= 1
        self.ledger.done += answer.done
        if not answer.done:
            self.ledger.refused[answer.code] += 1
        return answer

    def _numbers(self, count: int) -> range:
        first = self._number + 1
        self._number += count
        return range(first, self._number + 1)
