"""A room full of phones that vote, in a process of its own; prints what it measured as JSON.

Usage: python -m tests.bench.phones '{"url": ..., "stage": key, "console": key, "pid": ..., "phones": 300, ...}'
(pid: of the server)

Meanwhile the room goes on: the facilitator gives the word about, and people react.
"""

import asyncio
import json
import os
import random
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.live.patch import Json, merge
from tests.bench.line import Line

SEED = 15
AT_ONCE = 50
"""How many come in at the same time, as with a door."""
WORD_S = 0.5
"""Between two times that the word is given."""
REACTING = 0.5
"""The share of the people who react in that time."""
YES = {"votes": True, "words": True, "story": False}
PATIENCE_S = 60.0


@dataclass
class Figures:
    """Times in seconds; `bytes_down`: of one phone each, during the vote alone."""

    confirmed: int = 0
    waits: list[float] = field(default_factory=list)
    stage_after: float = 0.0
    all_after: float = 0.0
    bytes_down: list[int] = field(default_factory=list)
    patches: int = 0
    cpu: float = 0.0
    came_in: float = 0.0


class Screen:
    """A phone, stage or console. Only those with `follow` keep their view; the others just count."""

    def __init__(self, follow: bool = False) -> None:
        self.follow = follow
        self.line: Line
        self.view: Json = {}
        self.me: Json = {}
        self.patches = 0
        self._asked: dict[str, tuple[float, asyncio.Future[float]]] = {}
        self._welcome: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.changed = asyncio.Event()
        self._number = 0

    async def open(self, url: str, key: str | None) -> "Screen":
        self.line = await Line.connect(url, self._heard)
        self.line.send({"hello": {"v": 1, "key": key, "lang": "nl"}})
        await self._welcome
        return self

    def _heard(self, text: bytes, now: float) -> None:
        if text.startswith((b'{"done"', b'{"refused"')):
            answer = json.loads(text)
            assert "done" in answer, answer
            sent, done = self._asked.pop(answer["done"])
            done.set_result(now - sent)
            return
        if text.startswith(b'{"welcome"'):
            if self.follow:
                self.view = json.loads(text)["view"]
            self._welcome.set_result(None)
        elif self.follow:
            message = json.loads(text)
            self.view = merge(self.view, message.get("patch", {}))
            self.me = merge(self.me, message.get("me", {}))
        self.patches += b'"patch"' in text[:40]
        self.changed.set()

    def ask(self, do: str, **fields: Any) -> "asyncio.Future[float]":
        """Seconds until it was confirmed."""
        loop = asyncio.get_running_loop()
        self._number += 1
        done: asyncio.Future[float] = loop.create_future()
        self._asked[f"t{self._number}"] = (loop.time(), done)
        self.line.send({"id": f"t{self._number}", "do": do, **fields})
        return done

    async def until(self, key: str, value: int) -> None:
        while self.view.get("statement", {}).get(key) != value:
            self.changed.clear()
            await self.changed.wait()


def cpu_s(pid: int) -> float:
    """Processor seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def run(url: str, stage: str, console: str, pid: int, phones: int, seconds: float) -> Figures:
    loop, chance, figures = asyncio.get_running_loop(), random.Random(SEED), Figures()
    desk, screen = Screen(follow=True), Screen(follow=True)
    await desk.open(url, console)
    await screen.open(url, stage)
    await desk.ask("start_session")
    people: list[Screen] = []
    started = loop.time()
    while len(people) < phones:
        more = min(AT_ONCE, phones - len(people))
        people += await asyncio.gather(*(Screen().open(url, None) for _ in range(more)))
        roles = list(desk.view["roles"])
        await asyncio.gather(
            *(
                one.ask("join", role=roles[no % len(roles)], consent=YES)
                for no, one in enumerate(people[-more:])
            )
        )
    figures.came_in = loop.time() - started
    await desk.ask("start_item", item=next(iter(desk.view["items"])))
    for number in range(1, 5):
        await desk.ask("seat", person=f"p{number}")
    statement = next(iter(desk.view["statements"]))
    await desk.ask("open_statement", statement=statement)

    received, used, begin = [one.line.received for one in people], cpu_s(pid), loop.time()

    async def vote(one: Screen) -> None:
        await asyncio.sleep(chance.uniform(0, seconds))
        figures.waits.append(
            await one.ask("vote", statement=statement, choice=chance.choice(("agree", "disagree")))
        )

    async def react(one: Screen) -> None:
        await asyncio.sleep(chance.uniform(0, seconds))
        await one.ask("react", kind="recognise")

    async def facilitate() -> None:
        number = 0
        while True:
            number += 1
            await desk.ask("give_word", person=f"p{number % 4 + 1}")
            await asyncio.sleep(WORD_S)

    facilitating = asyncio.create_task(facilitate())
    reacting = [asyncio.create_task(react(one)) for one in people if chance.random() < REACTING]
    await asyncio.gather(*(vote(one) for one in people))
    figures.all_after = loop.time() - begin
    await screen.until("voted", phones)
    figures.stage_after = loop.time() - begin - figures.all_after
    await asyncio.gather(*reacting)
    facilitating.cancel()
    figures.confirmed = len(figures.waits)
    figures.cpu = cpu_s(pid) - used
    figures.bytes_down = [one.line.received - before for one, before in zip(people, received, strict=True)]
    figures.patches = round(sum(one.patches for one in people) / phones)
    for one in (*people, desk, screen):
        one.line.close()
    return figures


async def main() -> None:
    async with asyncio.timeout(PATIENCE_S):
        print(json.dumps(vars(await run(**json.loads(sys.argv[1])))))


if __name__ == "__main__":
    asyncio.run(main())
