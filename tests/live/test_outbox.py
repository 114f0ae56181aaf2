"""One connection's mail: sent at once, kept within bounds, and never waited for (J7)."""

import asyncio

import pytest

from app.live import outbox
from app.live.outbox import Gone, Outbox


class Line:
    """A transport that takes what it is given while `open`, keeps whoever sends waiting while not, and may break."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.open = asyncio.Event()
        self.open.set()
        self.broken = False
        self.box = Outbox(self._send, self._close)
        self.caught_up = asyncio.Event()
        self.box.caught_up = self.caught_up.set

    async def _send(self, text: str) -> None:
        await self.open.wait()
        if self.broken:
            raise Gone
        self.taken.append(text)

    async def _close(self, code: int) -> None:
        await self._send(f"closed {code}")

    async def reopened(self) -> None:
        """Let mail through, until all there is has gone."""
        self.open.set()
        await asyncio.wait(asyncio.all_tasks() - {asyncio.current_task()})


@pytest.fixture
async def line() -> Line:
    return Line()


async def test_what_can_be_sent_is_sent_before_tell_returns(line: Line) -> None:
    line.box.tell("a")
    line.box.answer("b")
    assert line.taken == ["a", "b"]


async def test_a_blocked_line_keeps_nobody_waiting_and_the_order_stays(line: Line) -> None:
    line.open.clear()
    for text in "abc":
        line.box.tell(text)
    assert line.taken == []
    await line.reopened()
    assert line.taken == ["a", "b", "c"]
    assert not line.caught_up.is_set(), "nothing was lost, so nothing is to be made good"


async def test_overflow_drops_mail_but_for_answers_and_says_when_it_is_over(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "MOST_WAITING", 10)
    line.open.clear()
    line.box.tell("under way")
    line.box.tell("12345")
    line.box.answer("an answer")
    assert line.box.behind
    line.box.tell("too late")
    line.open.set()
    await line.caught_up.wait()
    assert line.taken == ["under way", "an answer"]
    line.box.tell("the whole view")
    assert line.taken[-1] == "the whole view"


async def test_who_asks_and_never_listens_is_let_go(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "MOST_ANSWERS", 2)
    line.open.clear()
    for _ in range(4):
        line.box.answer("an answer")
    assert line.box.closed
    await line.reopened()
    assert "closed 4008" in line.taken


async def test_closing_is_the_last_thing_that_is_sent(line: Line) -> None:
    line.box.close(4009)
    line.box.tell("after that")
    line.box.close(4001)
    assert line.taken == ["closed 4009"]


async def test_a_line_that_breaks_is_left_alone(line: Line) -> None:
    line.open.clear()
    line.box.tell("a")
    line.box.tell("b")
    line.broken = True
    await line.reopened()
    assert line.box.closed
    line.box.tell("c")
    assert line.taken == []
