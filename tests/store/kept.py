"""A story whose every step is stored: what a live room does with the journal, without the sockets."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from app.core.actor import Actor
from app.core.commands import Command
from app.core.decide import decide, stamp
from app.core.events import JOURNALED, Event, Recorded
from app.core.evolve import replay
from app.core.messages.people import Consent, Join
from app.core.messages.session import Prepared, StartSession
from app.core.plan import Plan
from app.core.room import Room, snapshot
from app.store.database import Database
from app.store.journal import Append, Journal
from app.store.sessions import Created, Sessions
from tests.core.stories import CONSOLE, START, YES, Story, phone, plan

NOW = START


@dataclass
class Clock:
    now: float

    def __call__(self) -> float:
        return self.now


class Stored(Story):
    """A story that keeps what still has to be appended."""

    def __init__(self, first: Recorded) -> None:
        self.waiting: list[tuple[Recorded, ...]] = []
        assert isinstance(first.event, Prepared)
        super().__init__(first.event.plan, started=False)
        self.room, self.journal, self.now = Room(), [], first.at
        self.keep([first])
        self.waiting.clear()

    def keep(self, recorded: list[Recorded]) -> None:
        super().keep(recorded)
        self.waiting.append(tuple(recorded))


class Kept:
    """One session, in memory as a story and in the store."""

    def __init__(self, journal: Journal, created: Created, first: Recorded) -> None:
        self.journal = journal
        self.created = created
        self.id = created.id
        self.story = Stored(first)
        self.seq = 1

    @classmethod
    async def begin(
        cls, journal: Journal, sessions: Sessions, prepared: Plan | None = None, started: bool = True
    ) -> "Kept":
        created = await sessions.create(prepared or plan())
        kept = cls(journal, created, (await journal.load(created.id)).journal[0])
        if started:
            await kept.does(StartSession())
        return kept

    @property
    def room(self) -> Room:
        return self.story.room

    async def does(self, command: Command, by: Actor = CONSOLE, id: str = "") -> list[Event]:
        """Decide, evolve and append; returns when it is stored."""
        events = self.story.asks(command, by, id)
        await self.catch_up()
        return events

    async def catch_up(self, key_hash: str = "") -> None:
        """Append what the story has waiting."""
        for recorded in self.story.waiting:
            phones = ((key_hash, f"p{self.room.numbered}"),) if key_hash else ()
            await self.journal.append(Append(self.id, self.seq, recorded, phones))
            self.seq = max([self.seq, *(one.seq for one in recorded)])
        self.story.waiting.clear()

    async def joins(
        self, role: str = "resident", key_hash: str = "", name: str = "", consent: Consent = YES
    ) -> str:
        self.story.asks(Join(role, consent, name=name), phone())
        await self.catch_up(key_hash)
        return f"p{self.room.numbered}"

    def batch(self, *events: Event, by: str = "c1", command: str = "") -> Append:
        """Events as they would be appended next, whether the room would decide so or not."""
        seq, recorded = self.seq, []
        for part, event in enumerate(events):
            seq += type(event) in JOURNALED
            recorded.append(Recorded(seq, self.story.now, by, event, command, part))
        return Append(self.id, self.seq, tuple(recorded))

    def decided(self, command: Command, by: Actor, id: str = "") -> Append:
        """What a command would append, not yet done."""
        room, now = self.room, self.story.now
        return Append(self.id, self.seq, tuple(stamp(room, decide(room, command, by, now), by, now, id)))

    async def again(self) -> Room:
        """The room as it would be after a restart."""
        stored = await self.journal.load(self.id)
        return replay(stored.journal, stored.apart)

    async def holds(self) -> None:
        """J2, by way of the database."""
        assert snapshot(await self.again()) == snapshot(self.room)


async def all_of(database: Database, table: Table) -> list[dict[str, Any]]:
    def read(connection: Connection) -> list[dict[str, Any]]:
        return [dict(row._mapping) for row in connection.execute(select(table))]

    return await database.read(read)
