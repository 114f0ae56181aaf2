"""One room's state as it is stored, by whichever node: read from the journal, and what other nodes store comes in after
it.

Nothing is decided here, and nothing is written. What is heard over the line waits for its turn; what does not come over
the line is read from the journal, so that with the bus gone nothing is lost but time.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import Protocol

from app.core.events import Event
from app.core.evolve import evolve, replay
from app.core.messages.people import Joined
from app.core.messages.session import Struck
from app.core.messages.statements import BallotCast
from app.core.room import Room
from app.live.answers import Answers, Done
from app.live.batch import OF_THE_WRITER
from app.live.crowd import Crowd, Phones
from app.live.following import Following
from app.live.line import Line
from app.live.news import News
from app.live.personal import Touched
from app.live.room_clock import RoomClock
from app.store.database import Missing, Unavailable
from app.store.journal import Head, Journal, Stored

UNKNOWN = 4001
GAP_S = 0.1
"""How long a turn that is missing may still come over the line, before the journal is asked."""
log = logging.getLogger("vissenkom.live")


class Whole(Exception):
    """What was struck is as if it had never been, so the room has to be read whole (S5)."""


class Owner(Protocol):
    """Whoever has the state, and alone brings it on."""

    def wake(self) -> None:
        """Something waits to come in."""

    def set_alarm(self) -> None:
        """What time brings next may have changed."""

    def end(self, code: int) -> None:
        """Take nothing more, and let everybody go."""


class Followed:
    """`crowd`: everybody who looks on, with the room that they see. `line`: to the other nodes, where there are any.
    `waiting`: whether something waits for `catch_up`."""

    def __init__(
        self,
        session: str,
        journal: Journal,
        clock: Callable[[], float],
        line: Line | None,
        owner: Owner,
    ) -> None:
        self.session = session
        self._journal = journal
        self._owner = owner
        self._loop = asyncio.get_running_loop()
        self.clock = RoomClock(clock)
        self.crowd = Crowd(Room(), self.clock, line)
        self.answers = Answers()
        self.line = line
        self.following = Following(0)
        self._passed: list[News] = []
        self.waiting = False
        self._stored_until = 0
        self._gap: asyncio.TimerHandle | None = None

    async def open(self) -> None:
        """The room as it is in the journal. Raises Missing, Unavailable."""
        self._become(*await self._load())
        if self.line is not None:
            self.line.lead_to(self)

    def close(self) -> None:
        if self._gap:
            self._gap.cancel()

    @property
    def room(self) -> Room:
        """It may be ahead of the journal by what is being stored."""
        return self.crowd.room

    # What other nodes stored

    def hear(self, news: News) -> None:
        """Over the line; it comes in between two batches."""
        if news.turn is None:
            self._passed.append(news)
        else:
            self.following.hear(news)
        self.waiting = True
        self._owner.wake()

    def follow(self, head: Head | None) -> None:
        """How far the session is: what is missing is read. None: it is not there any more."""
        if head is None:
            self._owner.end(UNKNOWN)
        elif head.turn > self.following.turn:
            if self.line is not None:
                # Whoever stored that may not know that this node has the room open.
                self.line.ask()
            self._stored_until = head.turn
            self.waiting = True
            self._owner.wake()

    @property
    def newest(self) -> int:
        """The last turn that is known to be stored."""
        return self.following.newest

    def reached(self, turn: int) -> None:
        """Another node knows this turn to be stored. Mostly it is on its way."""
        self.following.reach(turn)
        if self.following.behind:
            self.mind_the_gap()

    def presence(self, came: dict[str, float], asked_by: str | None) -> None:
        """Who is connected elsewhere has changed. `came`: phones, and how many seconds ago they came there."""
        for phone, ago in came.items():
            self.crowd.replace(phone, self._loop.time() - ago)
        self.crowd.count()
        if asked_by in self.room.memory.consoles:
            self.room.memory.asked_by = asked_by
        self.crowd.mark("console")

    @property
    def head(self) -> Head:
        """What this room has in it."""
        return Head(self.room.seq, self.following.turn)

    async def catch_up(self) -> None:
        self.waiting = False
        heard, self._passed = self._passed, []
        while (news := self.following.next()) is not None:
            heard.append(news)
        self.mind_the_gap()
        anew = any(isinstance(one.event, Struck) for news in heard for one in news.events)
        if not anew:
            self._come_in(heard)
        if anew or self._stored_until > self.following.turn:
            await self._read(whole=anew)

    async def _read(self, whole: bool) -> None:
        """What is missing, from the journal. When that can't be had now, the next look at it tries again."""
        try:
            if not whole:
                self.come_to(await self._journal.since(self.session, self.head, list(self.room.people)))
                return
        except Missing:
            self._owner.end(UNKNOWN)
            return
        except Unavailable as error:
            log.warning("session %s: not read: %s", self.session, error)
            return
        except Whole:
            pass
        await self.read_anew()

    def come_to(self, later: Stored) -> None:
        """Raises Whole."""
        if any(isinstance(one.event, Struck) for one in later.journal):
            raise Whole
        self.following.read(later.head.turn)
        events = (*later.journal, *later.apart)
        self._come_in([News(later.head.turn, later.head.seq, events, later.phones)])

    def _come_in(self, heard: Iterable[News]) -> None:
        """It happened elsewhere, and is stored: have it happen here."""
        controller, touched, several = self.room.controller, Touched(), False
        for news in heard:
            several = True
            for one in news.events:
                if _known(self.room, one.event):
                    continue
                self.clock.not_before(one.at)
                touched.before(self.room, one.event)
                evolve(self.room, one)
                if one.command:
                    sender = one.event.person if isinstance(one.event, Joined) else one.by
                    self.answers.keep(sender, one.command, Done(news.seq))
            self.room.settle()
            for phone, person in news.phones.items():
                self.crowd.phones.add(phone, person)
        if not several:
            return
        self.crowd.count()
        self.crowd.tell_touched(touched)
        if self.room.controller != controller:
            self.crowd.tell_consoles()
        self.crowd.mark_touched(touched)
        self._owner.set_alarm()

    def mind_the_gap(self) -> None:
        """A turn that does not come over the line soon is read."""
        missing = self.following.newest > self.following.turn
        if not missing and self._gap is not None:
            self._gap.cancel()
            self._gap = None
        elif missing and self._gap is None:
            self._gap = self._loop.call_later(GAP_S, self._fill_gap)

    def _fill_gap(self) -> None:
        self._gap = None
        self.follow(Head(self.room.seq, self.following.newest))

    # Reading

    async def _load(self) -> tuple[Room, Phones, Answers]:
        stored = await self._journal.load(self.session)
        # A long evening takes most of a second to replay, and other rooms go on meanwhile.
        room, answers = await asyncio.to_thread(_made_of, stored)
        self.clock.not_before(max(one.at for one in stored.journal))
        self.following.read(stored.head.turn)
        return room, Phones(stored.phones), answers

    def _become(self, room: Room, phones: Phones, answers: Answers) -> None:
        # Whoever has control gets time to come back after a restart (F1).
        room.memory.gone_since = self.clock() if room.controller else 0.0
        self.crowd.room, self.crowd.phones, self.answers = room, phones, answers
        self.crowd.count()

    async def reload(self) -> bool:
        """Begin from what is stored. False when it can't be read now."""
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

    async def read_anew(self) -> bool:
        """S5: what was struck is as if it had never been, for what came of it as well: the word that was undone, the
        result that was shown. The journal alone knows what is left, so the room is what the journal says (J2), and
        nobody is told of it before. False when it can't be read now."""
        answers = self.answers
        if not await self.reload():
            return False
        self.answers = answers
        self.crowd.release()
        self.crowd.mark()
        self._owner.set_alarm()
        return True


def _made_of(stored: Stored) -> tuple[Room, Answers]:
    return replay(stored.journal, stored.apart), Answers.from_journal(stored.journal)


def _known(room: Room, event: Event) -> bool:
    """Whether it is a ballot that is there already: those that came since are read with all the others."""
    return isinstance(event, BallotCast) and room.ballots.get((event.statement, event.person)) == event.choice
