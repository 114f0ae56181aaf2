"""The journal of every session: appended to in batches, and read whole when a room is opened.

Rooms append at the same time, and a commit costs about the same whatever it holds. So one task takes all batches
that are waiting, writes them in one transaction, and only when that is on the disk tells those who wait (J1, J5).
A batch that came too late, or that breaks, spoils nothing for the others.

With several programs on one database a room may be appended to by another one. Whoever comes too late takes its turn:
it holds the session, reads what came in between, decides on that and appends, so that nobody can come too late twice.
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

from sqlalchemy import Connection

from app import meters
from app.store.apart import NAMES
from app.store.database import Conflict, Database, Missing, Unavailable
from app.store.reading import Head, Stored, heads, stored
from app.store.writing import Append, write

__all__ = ["Append", "Conflict", "Head", "Journal", "Missing", "Stored", "Unavailable"]

NAMES_KEPT_S = 28 * 24 * 3600.0
"""How long after somebody gave a name it is kept (X3)."""
SWEEP_S = 3600.0
"""How often names that have ended are looked for."""
WIPE_AGAIN_S = 1.0
DECIDING_S = 2.0
"""How long a session may be held while a batch is decided for it."""
SPACING_S = 0.01
"""From one commit to the next: under load more goes into each, and whoever comes alone waits for nobody."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """`durable`: the turn that the batch took."""

    batch: Append
    durable: "asyncio.Future[int]"


class Journal:
    def __init__(
        self, database: Database, clock: Callable[[], float] = time.time, names_kept_s: float = NAMES_KEPT_S
    ) -> None:
        self._database = database
        self._clock = clock
        self._names_kept_s = names_kept_s
        self._queue: list[_Waiting] = []
        self._something = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None
        self._closing = False
        self._to_wipe = False
        self._swept_at = float("-inf")
        self._written_at = float("-inf")
        database.before_closing(self.close)

    # Appending

    async def append(self, batch: Append) -> int:
        """Returns once it is on the disk: the session's turn that it took. Raises Conflict, Missing (no such session),
        Unavailable; then none of it is kept."""
        if self._closing:
            raise Unavailable("closing")
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_on(), name="journal")
        waiting = _Waiting(batch, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        self._something.set()
        return await waiting.durable

    async def take_turn(
        self, session: str, known: Head, people: Sequence[str], decide: Callable[[Stored], Append | None]
    ) -> int | None:
        """Append what `decide` makes of all that came after `known`, while nobody else can append to this session;
        the turn it took. `people`: everybody in the room at `known`. `decide` is called in the loop, once and without
        waiting, and may have nothing to append: None then. Raises Missing, Unavailable, and what `decide` raises."""
        if self._closing:
            raise Unavailable("closing")
        loop, now = asyncio.get_running_loop(), self._clock()

        async def decided(later: Stored) -> Append | None:
            return decide(later)

        def work(connection: Connection) -> tuple[Append | None, int | None]:
            later = stored(connection, session, now, known, people, held=True)
            deciding = asyncio.run_coroutine_threadsafe(decided(later), loop)
            try:
                batch = deciding.result(DECIDING_S)
            except TimeoutError:
                deciding.cancel()
                raise
            if batch is None:
                return None, None
            (outcome,) = write(connection, [batch], now + self._names_kept_s)
            if isinstance(outcome, Conflict):
                raise AssertionError(f"{outcome} while it was held")
            return batch, outcome

        started = perf_counter()
        batch, turn = await self._database.write(work)
        if batch is not None:
            meters.committed(1, len(batch.recorded), perf_counter() - started)
            if batch.erases:
                self._to_wipe = not await self._database.wipe()
        return turn

    async def close(self) -> None:
        """Write what is waiting, and take nothing more."""
        self._closing = True
        self._something.set()
        if self._writer is not None:
            await self._writer
            self._writer = None

    async def _write_on(self) -> None:
        group: list[_Waiting] = []
        try:
            while self._queue or not self._closing:
                await self._until_something()
                await self._until_spaced()
                group, self._queue = self._queue, []
                await self._write(group)
                await self._clear_up()
        finally:
            # Only when this task was stopped from outside is anybody still waiting.
            for one in (*group, *self._queue):
                _fail(one, Unavailable("stopped"))
            self._queue.clear()
            self._writer = None

    async def _until_something(self) -> None:
        if self._closing or self._queue:
            return
        self._something.clear()
        try:
            await asyncio.wait_for(self._something.wait(), WIPE_AGAIN_S if self._to_wipe else SWEEP_S)
        except TimeoutError:
            return

    async def _until_spaced(self) -> None:
        if not self._closing:
            await asyncio.sleep(self._written_at + SPACING_S - asyncio.get_running_loop().time())

    async def _write(self, group: list[_Waiting]) -> None:
        if not group:
            return
        self._written_at = asyncio.get_running_loop().time()
        until = self._clock() + self._names_kept_s
        started = perf_counter()
        try:
            outcome = await self._database.write(write, [one.batch for one in group], until)
        except Unavailable as error:
            meters.FAILED_COMMITS.inc()
            for one in group:
                _fail(one, error)
            return
        except Exception as error:
            if len(group) == 1:
                _fail(group[0], error)
                return
            for one in group:
                await self._write([one])
            return
        events = sum(len(one.batch.recorded) for one in group)
        meters.committed(len(group), events, perf_counter() - started)
        if self._to_wipe or any(one.batch.erases for one in group):
            self._to_wipe = not await self._database.wipe()
        for one, turn in zip(group, outcome, strict=True):
            if isinstance(turn, Conflict):
                _fail(one, turn)
            elif not one.durable.done():
                one.durable.set_result(turn)

    async def _clear_up(self) -> None:
        now = self._clock()
        if now - self._swept_at >= SWEEP_S:
            try:
                ended = await self.end_names()
            except Unavailable:
                return
            self._swept_at = now
            self._to_wipe |= ended > 0
        if self._to_wipe:
            self._to_wipe = not await self._database.wipe()

    async def end_names(self) -> int:
        """X3: delete the names whose date has come; how many."""
        return await self._database.write(NAMES.end, self._clock())

    # Reading

    async def load(self, session: str) -> Stored:
        """All that is kept of a session, of one moment. Raises Missing, Unavailable, wire.Malformed (damaged)."""
        return await self._database.read(stored, session, self._clock())

    async def since(self, session: str, known: Head, people: Sequence[str]) -> Stored:
        """What came after `known`, of one moment. `people`: everybody in the room at `known`. Raises Missing,
        Unavailable, wire.Malformed."""
        return await self._database.read(stored, session, self._clock(), known, people)

    async def heads(self, sessions: Iterable[str]) -> dict[str, Head]:
        """How far each of these is, of those that there are. Raises Unavailable."""
        return await self._database.read(heads, list(sessions))


def _fail(waiting: _Waiting, error: Exception) -> None:
    if not waiting.durable.done():
        # A copy each: an exception raised in many places at once would grow their tracebacks together.
        waiting.durable.set_exception(type(error)(*error.args) if isinstance(error, Unavailable) else error)
