"""One connection's mail. Nobody ever waits for it (J7): what can be sent at once is, the rest waits here, bounded.

Measured: a task for every message costs 40% more than sending in a plain loop. So the first step of a send is taken
right here, and only a send that blocks gets a task. When the bound is passed, the mail is thrown away but for answers
to commands; once the connection takes mail again, it is told so and can be given the whole view (J6).
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from typing import Any

from app import meters

log = logging.getLogger("vissenkom.live")

MOST_WAITING = 128 * 1024
"""Characters of mail that wait, beside what the transport and the network hold."""
MOST_ANSWERS = 512
"""Answers that wait; whoever lets more pile up asks and never listens."""

Sending = Coroutine[Any, Any, None]


class Gone(Exception):
    """Nobody is there any more. `code`: what it was closed with, where that is known."""

    def __init__(self, code: int | None = None) -> None:
        super().__init__(code)
        self.code = code


LOST = (Gone, OSError, RuntimeError)
"""What a send raises by itself for a connection that has ended differs from one server to the next."""


class Outbox:
    """`send` and `close` are the transport's own; `send` raises one of LOST. `caught_up` is called when mail
    that was thrown away should be made good. Codes are those of docs/protocol.md."""

    __slots__ = ("_answers", "_busy", "_close", "_send", "_size", "_waiting", "behind", "caught_up", "closed")

    def __init__(self, send: Callable[[str], Sending], close: Callable[[int], Sending]) -> None:
        self._send = send
        self._close = close
        self._waiting: deque[tuple[str, bool]] = deque()
        self._size = 0
        self._answers = 0
        self._busy: asyncio.Task[None] | None = None
        self.closed = False
        self.behind = False
        self.caught_up: Callable[[], None] = _nothing

    def tell(self, message: str) -> None:
        """Mail that a whole view makes good when it is lost."""
        if self._busy is None and not self.closed:
            self._step(self._send(message))
        elif not self.behind:
            self._put(message, False)

    def answer(self, message: str) -> None:
        """Mail that is kept until it can be sent."""
        self._put(message, True)

    def close(self, code: int) -> None:
        """The last thing that is sent."""
        if self.closed:
            return
        self._end()
        meters.CLOSED.labels(code).inc()
        self._step(self._close(code))

    def _put(self, message: str, keep: bool) -> None:
        if self.closed:
            return
        if self._busy is None:
            self._step(self._send(message))
            return
        self._waiting.append((message, keep))
        self._size += len(message)
        self._answers += keep
        if self._answers > MOST_ANSWERS:
            self.close(4008)
        elif self._size > MOST_WAITING and not self.behind:
            self._fall_behind()

    def _fall_behind(self) -> None:
        self.behind = True
        meters.BEHIND.inc()
        log.info("a connection fell behind, and gets the whole view later")
        self._waiting = deque(one for one in self._waiting if one[1])
        self._size = sum(len(message) for message, _ in self._waiting)

    def _step(self, sending: Sending) -> None:
        try:
            blocked = sending.send(None)
        except StopIteration:
            return
        except LOST:
            self.lose()
        else:
            before, rest = self._busy, _Rest(sending, blocked)
            self._busy = asyncio.get_running_loop().create_task(self._go_on(rest, before), name="outbox")

    async def _go_on(self, rest: "_Rest", before: "asyncio.Task[None] | None") -> None:
        try:
            await rest
            while self._waiting and not self.closed:
                message, keep = self._waiting.popleft()
                self._size -= len(message)
                self._answers -= keep
                await self._send(message)
        except LOST:
            self.lose()
        if before is not None and not before.done():
            # A close overtook the mail that was under way.
            await asyncio.wait([before])
        self._busy = None
        if self.behind and not self.closed:
            self.behind = False
            self.caught_up()

    def lose(self) -> None:
        """Nobody is there any more."""
        self._end()

    def _end(self) -> None:
        self.closed = True
        self._waiting.clear()
        # What it calls holds the connection, which holds this: nothing is to be left for the garbage collector.
        self.caught_up = _nothing


def _nothing() -> None:
    pass


class _Rest:
    """What is left of a coroutine whose first step has been taken and gave `blocked`."""

    def __init__(self, sending: Sending, blocked: Any) -> None:
        self._sending = sending
        self._blocked = blocked

    def __await__(self) -> Generator[Any, Any, None]:
        try:
            while True:
                try:
                    got = yield self._blocked
                except BaseException as error:
                    self._blocked = self._sending.throw(error)
                else:
                    self._blocked = self._sending.send(got)
        except StopIteration:
            return
