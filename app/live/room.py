"""One open room and its single writer.

Commands wait in an inbox. The writer takes all that wait, decides each on the newest state, appends what they brought
about in one go, and only when that is durable answers them and tells the room (J1). It runs in a task of its own, so
that a socket which dies in the middle can't leave the journal ahead of memory. Time is a command like any other.
"""

import asyncio
import logging
from collections.abc import Callable
from time import perf_counter

from app import meters
from app.core.actor import SERVER, Actor
from app.core.clock import next_deadline
from app.core.commands import StrikeLast, Tick
from app.core.decide import Command
from app.core.events import Struck
from app.core.evolve import replay
from app.core.room import Room
from app.live.answers import INTERNAL, NOT_SAVED, UNKNOWN_SESSION, Answer, Answers, Done, Refused
from app.live.batch import OF_THE_WRITER, Ask, Batch
from app.live.crowd import RESTART, Crowd, Phones
from app.store.database import Conflict, Missing, Unavailable
from app.store.journal import Batch as Stored
from app.store.journal import Journal

__all__ = ["Answer", "Ask", "Done", "LiveRoom", "Refused"]

MOST_AT_ONCE = 250
"""Commands in one batch: what is decided at once holds up everybody else."""
TRIES = 5
"""How often a batch is decided anew when somebody else appended first."""
AGAIN_S = 1.0
"""After a deadline could not be stored."""
SOONEST_S = 0.05
"""Between two looks at the clock, should it stand still."""

UNKNOWN = 4001
log = logging.getLogger("vissenkom.live")


class LiveRoom:
    """Use `open`. `crowd`: everybody who looks on."""

    def __init__(self, session: str, journal: Journal, clock: Callable[[], float]) -> None:
        self.session = session
        self._journal = journal
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._used_at = self._loop.time()
        self.crowd = Crowd(Room(), clock)
        self._answers = Answers()
        self._inbox: list[Ask] = []
        self._something = asyncio.Event()
        self._working = False
        self.ended = False
        self._alarm: asyncio.TimerHandle | None = None
        self._writer: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, session: str, journal: Journal, clock: Callable[[], float]) -> "LiveRoom":
        """The room as it is in the journal. Raises Missing, Unavailable."""
        live = cls(session, journal, clock)
        live._become(*await live._load())
        live._set_alarm()
        live._writer = asyncio.create_task(live._write_on(), name=f"room {session}")
        return live

    @property
    def room(self) -> Room:
        """To be read, and only without awaiting in between. It may be ahead of the journal by what is being stored."""
        return self.crowd.room

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
            if not self._inbox:
                self._something.clear()
                await self._something.wait()
            asks = self._take()
            if not asks:
                continue
            self._working = True
            try:
                await self._work(asks)
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
            batch = self._decide(asks)
            try:
                await self._store(batch)
            except Missing:
                batch.take_back()
                self._fail(asks, UNKNOWN_SESSION)
                self.end(UNKNOWN)
                return
            except Conflict:
                batch.take_back()
                meters.CONFLICTS.inc()
                log.info("session %s: a conflict, decided anew", self.session)
                if not await self._reload():
                    break
            except Unavailable as error:
                log.warning("session %s: not saved: %s", self.session, error)
                batch.take_back()
                break
            except Exception:
                log.exception("session %s: a batch could not be stored", self.session)
                batch.take_back()
                self._fail(asks, INTERNAL)
                return
            else:
                self._happened(batch)
                if any(isinstance(one.event, Struck) for one in batch.recorded):
                    await self._read_anew()
                return
        self._fail(asks, NOT_SAVED)

    async def _store(self, batch: Batch) -> None:
        if batch.durable:
            self.crowd.hold()
            phones = tuple(batch.joined.items())
            await self._journal.append(Stored(self.session, batch.before, tuple(batch.recorded), phones))

    def _decide(self, asks: list[Ask]) -> Batch:
        """A bug in one command is that command's alone: the others are decided without it."""
        broken: set[Ask] = set()
        while True:
            batch = Batch(self.room, self.crowd.phones.person_of, self._answers)
            for ask in asks:
                if ask in broken:
                    batch.answers.append((ask, "", INTERNAL))
                    continue
                try:
                    batch.take(ask, self._clock())
                except Exception:
                    log.exception("session %s: %s by %s", self.session, ask.command.do, ask.by)
                    batch.take_back()
                    broken.add(ask)
                    break
            else:
                return batch

    def _happened(self, batch: Batch) -> None:
        """It is in the journal: now it may be told, to whoever asked first."""
        self.room.settle()
        for phone, person in batch.joined.items():
            self.crowd.phones.add(phone, person)
        for ask, sender, answer in batch.answers:
            self._answers.keep(sender, ask.id, answer)
            ask.answer(answer)
        _measure(batch)
        self.crowd.release()
        self.crowd.tell_own(batch.touched.people(self.room))
        if self.room.controller != batch.controller:
            self.crowd.tell_consoles()
        self.crowd.mark()
        self._set_alarm()

    def _fail(self, asks: list[Ask], answer: Refused) -> None:
        """It did not happen, and the room is as it was."""
        for ask in asks:
            ask.answer(answer)
            meters.refused(answer.code)
        self.crowd.release()
        self.crowd.mark()
        self._set_alarm(AGAIN_S)

    # Reading

    async def _load(self) -> tuple[Room, Phones, Answers]:
        stored = await self._journal.load(self.session)
        room = replay(stored.journal, stored.apart)
        return room, Phones(stored.phones), Answers.from_journal(stored.journal)

    def _become(self, room: Room, phones: Phones, answers: Answers) -> None:
        # Whoever has control gets time to come back after a restart (F1).
        room.memory.gone_since = self._clock() if room.controller else 0.0
        self.crowd.room, self.crowd.phones, self._answers = room, phones, answers
        self.crowd.count()

    async def _reload(self) -> bool:
        """Somebody else appended: begin from what they left. False when it can't be read now."""
        try:
            room, phones, answers = await self._load()
        except (Missing, Unavailable) as error:
            log.warning("session %s: not read again: %s", self.session, error)
            return False
        for name in OF_THE_WRITER:
            setattr(room.memory, name, getattr(self.room.memory, name))
        self._become(room, phones, answers)
        self.crowd.tell_own(room.people)
        self.crowd.tell_consoles()
        return True

    async def _read_anew(self) -> None:
        """S5: what was struck is as if it had never been, for what came of it as well: the word that was undone, the
        result that was shown. The journal alone knows what is left, so the room is what the journal says (J2)."""
        answers = self._answers
        if await self._reload():
            self._answers = answers
            self.crowd.mark()
            self._set_alarm()

    # Time

    def _set_alarm(self, soonest: float = SOONEST_S) -> None:
        if self._alarm:
            self._alarm.cancel()
            self._alarm = None
        now = self._clock()
        at = next_deadline(self.room, now)
        if at is not None and not self.ended:
            self._alarm = self._loop.call_later(max(soonest, at - now), self._tick)

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
        if self._alarm:
            self._alarm.cancel()


def _measure(batch: Batch) -> None:
    now = perf_counter()
    meters.confirmed([now - ask.at for ask, _, answer in batch.answers if isinstance(answer, Done)])
    for _, _, answer in batch.answers:
        if isinstance(answer, Refused):
            meters.refused(answer.code)
