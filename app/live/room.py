"""One open room and its single writer.

Commands wait in an inbox. The writer takes all that wait, decides each on the newest state, appends what they brought
about in one go, and only when that is durable answers them and tells the room (J1). It runs in a task of its own, so
that a socket which dies in the middle can't leave the journal ahead of memory. Time is a command like any other.

Other nodes may have the same room open. What they stored comes in between two batches, over the line or else from the
journal; a batch that was decided on less than there is takes its turn (docs/decisions/0013-turns.md).
"""

import asyncio
import logging
import random
from collections.abc import Callable
from time import perf_counter

from app import meters
from app.core.actor import SERVER, Actor
from app.core.commands import Command, Tick
from app.core.messages.console import Undone
from app.core.messages.session import StrikeLast, Struck
from app.core.messages.statements import StatementClosed
from app.core.room import Room
from app.core.rules.clock import next_deadline
from app.live.answers import INTERNAL, NOT_SAVED, UNKNOWN_SESSION, Answer, Done, Refused
from app.live.batch import Ask, Batch
from app.live.crowd import RESTART
from app.live.followed import UNKNOWN, Followed, Whole
from app.live.line import Line
from app.live.news import News
from app.store.database import Conflict, Missing, Unavailable
from app.store.journal import Append, Head, Journal, Stored

__all__ = ["UNKNOWN", "Answer", "Ask", "Done", "LiveRoom", "Refused"]

MOST_AT_ONCE = 250
"""Commands in one batch: what is decided at once holds up everybody else."""
TRIES = 5
"""How often a batch is decided anew when the room has to be read whole first."""
AGAIN_S = 1.0
"""After a deadline could not be stored."""
SOONEST_S = 0.05
"""Between two looks at the clock, should it stand still."""
JITTER_S = 0.1
"""Nodes look at the clock at different moments, so that one does what is due and the others hear of it."""
COUNTS_BALLOTS = (StatementClosed, Undone)
"""Decided by the ballots there are, so that not one may have come in meanwhile."""

log = logging.getLogger("vissenkom.live")


class LiveRoom:
    """Use `open`. `crowd`: everybody who looks on. `line`: to the other nodes, where there are any."""

    def __init__(
        self, session: str, journal: Journal, clock: Callable[[], float], line: Line | None = None
    ) -> None:
        self.session = session
        self.ended = False
        self._journal = journal
        self._loop = asyncio.get_running_loop()
        self._state = Followed(session, journal, clock, line, self)
        self.crowd = self._state.crowd
        self.line = line
        self._clock = self._state.clock
        self._used_at = self._loop.time()
        self._inbox: list[Ask] = []
        self._something = asyncio.Event()
        self._working = False
        self._alarm: asyncio.TimerHandle | None = None
        self._writer: asyncio.Task[None] | None = None

    @classmethod
    async def open(
        cls, session: str, journal: Journal, clock: Callable[[], float], line: Line | None = None
    ) -> "LiveRoom":
        """The room as it is in the journal. Raises Missing, Unavailable."""
        live = cls(session, journal, clock, line)
        await live._state.open()
        live.set_alarm()
        live._writer = asyncio.create_task(live._write_on(), name=f"room {session}")
        return live

    @property
    def room(self) -> Room:
        """To be read, and only without awaiting in between. It may be ahead of the journal by what is being stored."""
        return self.crowd.room

    def follow(self, head: Head | None) -> None:
        """How far the session is by now, when another node stored something. None: it is not there any more."""
        self._state.follow(head)

    def wake(self) -> None:
        self._something.set()

    def touch(self) -> None:
        self._used_at = self._loop.time()

    def idle_since(self, before: float) -> bool:
        """Whether nobody has looked on or asked anything since `before` (the loop's time), and nothing is to happen."""
        quiet = not (self._inbox or self._working or self._alarm) and self.crowd.empty
        return quiet and self._used_at < before

    # Commands

    async def submit(self, command: Command, actor: Actor, id: str = "", phone: str = "") -> Answer:
        """Carry out, and answer once it is durable. `phone`: the hash of the key of the phone it came from."""
        answered: asyncio.Future[Answer] = self._loop.create_future()

        def answer(given: Answer) -> None:
            if not answered.done():
                answered.set_result(given)

        self.ask(Ask(command, actor, id, answer, phone))
        return await answered

    def ask(self, ask: Ask) -> None:
        """Put a command in the inbox; its `answer` is called later."""
        if self.ended:
            ask.answer(NOT_SAVED)
            meters.refused(NOT_SAVED.code)
            return
        self.touch()
        self._inbox.append(ask)
        self._something.set()

    # Writing

    async def _write_on(self) -> None:
        while self._inbox or not self.ended:
            if not (self._inbox or self._state.waiting):
                self._something.clear()
                await self._something.wait()
            self._working = True
            try:
                if self._state.waiting:
                    await self._state.catch_up()
                if self._inbox:
                    # No name for them here: it would hold them, and who asked, until somebody asks again.
                    await self._work(self._take())
            except Exception:
                # A bug in telling must not end the room; what was stored stays stored.
                log.exception("session %s: a batch went wrong", self.session)
                self.crowd.release()
            self._working = False

    def _take(self) -> list[Ask]:
        """The next batch's. Striking ends one, since what follows is decided on the room as it is read anew."""
        waiting = self._inbox[:MOST_AT_ONCE]
        strikes = (no for no, ask in enumerate(waiting, 1) if isinstance(ask.command, StrikeLast))
        count = next(strikes, len(waiting))
        self._inbox = self._inbox[count:]
        return waiting[:count]

    async def _work(self, asks: list[Ask]) -> None:
        for _ in range(TRIES):
            try:
                await self._carry_out(asks)
            except Missing:
                self._fail(asks, UNKNOWN_SESSION)
                self.end(UNKNOWN)
            except Unavailable as error:
                log.warning("session %s: not saved: %s", self.session, error)
                self._fail(asks, NOT_SAVED)
            except Whole:
                if await self._state.reload():
                    continue
                self._fail(asks, NOT_SAVED)
            except Exception:
                log.exception("session %s: a batch could not be stored", self.session)
                self._fail(asks, INTERNAL)
            return
        self._fail(asks, NOT_SAVED)

    async def _carry_out(self, asks: list[Ask]) -> None:
        """Decide and store. Whatever this raises, nothing of it happened; Conflict is not among it."""
        batch = self._decide(asks)
        try:
            turn = await self._journal.append(self._to_store(batch)) if batch.durable else None
        except Conflict as conflict:
            batch.take_back()
            if isinstance(conflict, Missing):
                raise
            meters.CONFLICTS.inc()
            batch, turn = await self._in_turn(asks)
        except BaseException:
            batch.take_back()
            raise
        self._happened(batch, turn)
        if not any(isinstance(one.event, Struck) for one in batch.recorded):
            self._answer(batch)
            self._tell(batch)
            return
        try:
            read = await self._state.read_anew()
        finally:
            self._answer(batch)
        if not read:
            # Nobody may see what was struck; they come back when the journal can be read.
            self.end()

    async def _in_turn(self, asks: list[Ask]) -> tuple[Batch, int | None]:
        """Somebody else appended first: decide on what they left, while the session is held for it."""
        made: list[Batch] = []

        def decide(later: Stored) -> Append | None:
            self._state.come_to(later)
            made.append(self._decide(asks))
            return self._to_store(made[-1]) if made[-1].durable else None

        try:
            people = list(self.room.people)
            turn = await self._journal.take_turn(self.session, self._state.head, people, decide)
        except BaseException:
            for batch in made:
                batch.take_back()
            raise
        return made[-1], turn

    def _to_store(self, batch: Batch) -> Append:
        """From here until it is stored, nobody is told anything."""
        self.crowd.hold()
        exact = any(isinstance(one.event, COUNTS_BALLOTS) for one in batch.recorded)
        turn = self._state.following.turn if exact else None
        return Append(self.session, batch.before, tuple(batch.recorded), tuple(batch.joined.items()), turn)

    def _decide(self, asks: list[Ask]) -> Batch:
        """A bug in one command is that command's alone: the others are decided without it."""
        broken: set[Ask] = set()
        while True:
            batch = Batch(self.room, self.crowd.phones.person_of, self._state.answers)
            for ask in asks:
                if ask in broken:
                    batch.answers.append((ask, "", INTERNAL))
                    continue
                try:
                    batch.take(ask, self._clock())
                except Exception:
                    log.exception("session %s: %s by %s", self.session, ask.command.do, ask.by.kind)
                    batch.take_back()
                    broken.add(ask)
                    break
            else:
                return batch

    def _happened(self, batch: Batch, turn: int | None) -> None:
        """It is in the journal."""
        self.room.settle()
        if turn is not None:
            self._state.following.own(turn, batch.recorded)
        for phone, person in batch.joined.items():
            self.crowd.phones.add(phone, person)
        if self.line is not None and self.line.heard and batch.recorded:
            self.line.tell(News(turn, self.room.seq, tuple(batch.recorded), batch.joined))
        if self._state.following.behind:
            self._state.mind_the_gap()

    def _answer(self, batch: Batch) -> None:
        """Whoever asked first."""
        for ask, sender, answer in batch.answers:
            self._state.answers.keep(sender, ask.id, answer)
            ask.answer(answer)
        _measure(batch)

    def _tell(self, batch: Batch) -> None:
        self.crowd.release()
        self.crowd.tell_touched(batch.touched)
        if self.room.controller != batch.controller:
            self.crowd.tell_consoles()
        self.crowd.mark_touched(batch.touched)
        self.set_alarm()

    def _fail(self, asks: list[Ask], answer: Refused) -> None:
        """It did not happen, and the room is as it was."""
        for ask in asks:
            ask.answer(answer)
            meters.refused(answer.code)
        self.crowd.release()
        self.crowd.mark()
        self.set_alarm(AGAIN_S)

    # Time

    def set_alarm(self, soonest: float = SOONEST_S) -> None:
        if self._alarm:
            self._alarm.cancel()
            self._alarm = None
        now = self._clock()
        at = next_deadline(self.room, now)
        if at is not None and not self.ended:
            jitter = random.uniform(0, JITTER_S) if self.line is not None else 0.0
            self._alarm = self._loop.call_later(max(soonest, at - now) + jitter, self._tick)

    def _tick(self) -> None:
        self._alarm = None
        self.ask(Ask(Tick(), SERVER, "", lambda answer: None))

    # The end

    def end(self, code: int = RESTART) -> None:
        """Take nothing more, and let everybody go."""
        self._take_no_more()
        self.crowd.end(code)

    async def close(self, code: int = RESTART) -> None:
        """Take nothing more; what has been asked is still done and answered, and then everybody is let go."""
        self._take_no_more()
        if self._writer is not None:
            await self._writer
        self.crowd.end(code)

    def _take_no_more(self) -> None:
        self.ended = True
        self._something.set()
        self._state.close()
        if self._alarm:
            self._alarm.cancel()


def _measure(batch: Batch) -> None:
    now = perf_counter()
    meters.confirmed([now - ask.at for ask, _, answer in batch.answers if isinstance(answer, Done)])
    for _, _, answer in batch.answers:
        if isinstance(answer, Refused):
            meters.refused(answer.code)
