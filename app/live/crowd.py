"""Everybody who looks on in one room: who is connected, and telling them.

While the room is ahead of what has been stored it is held: then nobody is told anything (J1), and whoever arrives waits
for the release, a few milliseconds later. Telling never awaits (J7). Who is connected is memory, never journal (J8).
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app import wire
from app.core import views
from app.core.room import Room
from app.live.channel import Channel
from app.live.connection import Audience, Connection
from app.live.line import Line
from app.live.messages import MeChanged, Welcomed
from app.live.patch import diff
from app.live.personal import Touched

REPLACED, RESTART = 4009, 1012
MOST_MOVED_AT_ONCE = 50


class Phones:
    """Which phone is whose, both ways; phones by the hash of their key."""

    def __init__(self, person_of: dict[str, str] | None = None) -> None:
        self.person_of = dict(person_of or {})
        self.phone_of = {person: phone for phone, person in self.person_of.items()}

    def add(self, phone: str, person: str) -> None:
        self.person_of[phone], self.phone_of[person] = person, phone


class Crowd:
    """`clock` gives epoch seconds. `line`: to the other nodes, where there are any."""

    def __init__(self, room: Room, clock: Callable[[], float], line: Line | None = None) -> None:
        self.room = room
        self.phones = Phones()
        self._line = line
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._held = False
        self._ended = False
        self._arriving: list[Connection] = []
        self._moved: set[str] = set()
        self._channels: dict[tuple[Audience, str], Channel] = {}
        self._by_phone: dict[str, Connection] = {}
        self._by_console: dict[str, set[Connection]] = {}
        self._timer: asyncio.TimerHandle | None = None

    @property
    def empty(self) -> bool:
        return not self._arriving and not any(one.connections for one in self._channels.values())

    def looking(self) -> Counter[Audience]:
        """How many of each audience are connected."""
        counted: Counter[Audience] = Counter(one.audience for one in self._arriving)
        for channel in self._channels.values():
            counted[channel.audience] += len(channel.connections)
        return counted

    def hold(self) -> None:
        self._held = True

    def release(self) -> None:
        """What the room holds may be told."""
        self._held = False
        self.count()
        arriving, self._arriving = self._arriving, []
        for connection in arriving:
            self._welcome(connection)

    def knows(self, phone: str) -> bool:
        """Whether a phone looks on, or has joined."""
        return phone in self._by_phone or phone in self.phones.person_of

    # Coming and going

    def connect(self, connection: Connection) -> None:
        """Welcome somebody with the whole view, now or at the release. A newer connection of a phone replaces the
        older; one that has been welcomed before is told everything anew."""
        if self._ended:
            connection.outbox.close(RESTART)
        elif self._held:
            self._arriving.append(connection)
        else:
            self._welcome(connection)

    def disconnect(self, connection: Connection) -> None:
        """P2, J8: nothing but the number of those connected changes."""
        if connection in self._arriving:
            self._arriving.remove(connection)
        self._leave_channel(connection)
        if self._by_phone.get(connection.id) is connection:
            del self._by_phone[connection.id]
        consoles = self._by_console.get(connection.id, set())
        consoles.discard(connection)
        if not consoles:
            self._by_console.pop(connection.id, None)
        self.count()
        self.mark("console")

    def speak(self, connection: Connection, language: str) -> None:
        """From now on in another language."""
        if connection.language != language:
            self._leave_channel(connection)
            connection.language = language
            if connection not in self._arriving:
                self._again(connection)

    def language_of(self, audience: Audience, id: str) -> str | None:
        """In which language a phone or console that is connected is spoken to."""
        found = [self._by_phone[id]] if id in self._by_phone else list(self._by_console.get(id, ()))
        return next((one.language for one in found if one.audience == audience), None)

    def count(self) -> None:
        """Bring the room's memory of who is connected up to date (P6, F1)."""
        memory = self.room.memory
        memory.connected = len(self._by_phone)
        memory.consoles = frozenset(self._by_console)
        if self._line is not None:
            memory.connected += self._line.phones
            memory.consoles |= self._line.consoles
        if self.room.controller in memory.consoles:
            memory.gone_since = None
        elif memory.gone_since is None:
            memory.gone_since = self._clock()
        if memory.asked_by not in memory.consoles:
            memory.asked_by = None
        if self._line is not None:
            asked = memory.asked_by if memory.asked_by in self._by_console else None
            self._line.here(len(self._by_phone), self._by_console, asked)

    def replace(self, phone: str, at: float) -> None:
        """A phone came in elsewhere at `at` (the loop's time): what it had here before that is replaced."""
        connection = self._by_phone.get(phone)
        if connection is not None and connection.since < at:
            connection.outbox.close(REPLACED)
            self.disconnect(connection)

    def end(self, code: int) -> None:
        """Let everybody go, and nobody in."""
        self._ended = True
        if self._timer:
            self._timer.cancel()
        for connection in (
            *self._arriving,
            *(one for ch in self._channels.values() for one in ch.connections),
        ):
            connection.outbox.close(code)

    def _welcome(self, connection: Connection) -> None:
        if connection.outbox.closed:
            return
        before = self._by_phone.get(connection.id)
        if before is not None and before is not connection:
            before.outbox.close(REPLACED)
            self.disconnect(before)
        channel = self._channels.setdefault(
            (connection.audience, connection.language), Channel(connection.audience, connection.language)
        )
        channel.open_for(self.room, self._clock(), self._loop.time())
        channel.connections.add(connection)
        if connection.audience == "phone":
            self._by_phone[connection.id] = connection
            if self._line is not None and before is not connection:
                connection.since = self._loop.time()
                self._line.came(connection.id)
        elif connection.audience == "console":
            self._by_console.setdefault(connection.id, set()).add(connection)
        connection.outbox.caught_up = lambda: self._again(connection)
        self.count()
        connection.me = self._me(connection)
        now = self._clock()
        head: Welcomed = {"v": wire.VERSION, "as": connection.audience, "token": connection.token, "now": now}
        own = wire.encode(connection.me)
        connection.outbox.tell(
            f'{{"welcome":{wire.encode(head).decode()},{channel.whole()},"me":{own.decode()}}}'
        )
        self.mark("console")

    def _again(self, connection: Connection) -> None:
        """For somebody who missed mail or reads another language: a welcome replaces all there was (J6)."""
        if not connection.outbox.closed:
            self.connect(connection)

    def _leave_channel(self, connection: Connection) -> None:
        for channel in self._channels.values():
            channel.connections.discard(connection)

    # Telling

    def mark(self, *audiences: Audience) -> None:
        """Something may look different now, to these or to all."""
        for channel in self._channels.values():
            if not audiences or channel.audience in audiences:
                channel.mark()
        self._tell()

    def _tell(self) -> None:
        """Tell every audience whose time has come, and come back for the others."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._held or self._ended:
            return
        later = []
        for channel in self._channels.values():
            due = channel.due
            if due is None:
                continue
            started = self._loop.time()
            if due <= started:
                channel.tell(self.room, self._clock(), started)
                if channel.audience == "phone" and self._moved:
                    moved, self._moved = self._moved, set()
                    self.tell_own(moved)
                channel.rest(started, self._loop.time())
                due = channel.due
            if due is not None and due > started:
                later.append(due)
        if later:
            self._timer = self._loop.call_at(min(later), self._tell)

    def tell_own(self, people: Iterable[str]) -> None:
        """Their own part, at once, to those of `people` who are connected."""
        places: dict[str, int] | None = None
        for person in people:
            connection = self._by_phone.get(self.phones.phone_of.get(person, ""))
            if connection is not None:
                places = views.queue_places(self.room) if places is None else places
                self._tell_me(connection, places)

    def tell_touched(self, touched: Touched) -> None:
        """At once; but when many were only moved, as by everybody who joins a long queue, those with the next patch."""
        self.tell_own(touched.named(self.room))
        moved = touched.moved(self.room)
        if len(moved) > MOST_MOVED_AT_ONCE:
            self._moved |= moved
        else:
            self.tell_own(moved)

    def mark_touched(self, touched: Touched) -> None:
        """For every audience to whom it may look different."""
        for channel in self._channels.values():
            if channel.audience != "phone" or touched.phones:
                channel.mark()
            elif touched.phones_later:
                channel.mark(later=True)
        self._tell()

    def tell_consoles(self) -> None:
        """Who has control (F1)."""
        for consoles in self._by_console.values():
            for connection in consoles:
                self._tell_me(connection)

    def _tell_me(self, connection: Connection, places: dict[str, int] | None = None) -> None:
        me = self._me(connection, places)
        patch = diff(connection.me, me)
        if patch:
            connection.me = me
            said: MeChanged = {"seq": self.room.seq, "me": patch}
            connection.outbox.tell(wire.encode(said).decode())

    def _me(self, connection: Connection, places: dict[str, int] | None = None) -> Mapping[str, Any]:
        if connection.audience == "phone":
            return views.me(self.room, self.phones.person_of.get(connection.id, ""), places)
        if connection.audience == "console":
            return {**views.watcher(self.room, connection.id), **connection.own}
        return {}
