"""Commands decided one after the other on the newest state, ahead of their being stored.

The room evolves as they go, so that each is decided on what came before it. Nobody is told anything of it until the
journal has it all (J1); when it can't be stored, `take_back` leaves the room as it was.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import perf_counter

from app.core.actor import Actor
from app.core.commands import Command
from app.core.decide import decide, stamp
from app.core.events import APART, JOURNALED, Recorded
from app.core.evolve import evolve
from app.core.messages.console import TakeOver
from app.core.messages.harvest import WordsKept
from app.core.messages.people import Joined, Named
from app.core.messages.statements import BallotCast
from app.core.refusal import Refusal
from app.core.room import Memory, Room
from app.live import answers
from app.live.answers import Answer, Answers, Done
from app.live.personal import Touched
from app.plans.people import aliases

KEPT = JOURNALED | APART
LEAVES_MEMORY = (BallotCast, Joined, Named, WordsKept)
"""What comes in hundreds at once and changes nothing that the room only remembers."""
OF_THE_WRITER = ("asked_by", "word", "reacted", "reacted_in", "signals", "counted")
"""The parts of the memory that commands change; the others say who is connected."""


@dataclass(eq=False, slots=True)
class Ask:
    """A command on its way. `phone`: the hash of the key of the phone it came from, and then `by.id` is settled when it
    is decided, since the phone may join meanwhile. `answer` is called once. `at`: when it came, by `perf_counter`."""

    command: Command
    by: Actor
    id: str
    answer: Callable[[Answer], None]
    phone: str = ""
    at: float = field(default_factory=perf_counter)


class Batch:
    """`people`: hash of a phone's key -> person, of those who joined before."""

    def __init__(self, room: Room, people: dict[str, str], given: Answers) -> None:
        self.room = room
        self.before = room.seq
        self.recorded: list[Recorded] = []
        self.joined: dict[str, str] = {}
        self.touched = Touched()
        self.answers: list[tuple[Ask, str, Answer]] = []
        self.controller = room.controller
        self._people = people
        self._given = given
        self._now_given: dict[tuple[str, str], Answer] = {}
        self._memory: Memory | None = None

    @property
    def durable(self) -> bool:
        """Whether there is anything to store."""
        return any(type(one.event) in KEPT for one in self.recorded)

    def take(self, ask: Ask, now: float) -> None:
        """Decide, and evolve. Raises whatever a bug raises; the room is then to be taken back."""
        by, sender = self._who(ask)
        again = None
        if ask.id:
            again = self._given.find(sender, ask.id) or self._now_given.get((sender or ask.phone, ask.id))
        if again is not None:
            self.answers.append((ask, sender, again))
            return
        try:
            events = decide(self.room, ask.command, by, now, aliases(self.room.plan.language))
        except Refusal as refusal:
            if refusal.code == "controller_present" and isinstance(ask.command, TakeOver):
                self._ask_for_control(by.id)
            self._answer(ask, sender, answers.of(refusal))
            return
        for one in stamp(self.room, events, by, now, ask.id):
            self._keep_memory(one)
            self.touched.before(self.room, one.event)
            evolve(self.room, one)
            self.recorded.append(one)
            if isinstance(one.event, Joined):
                sender = one.event.person
                if ask.phone:
                    self.joined[ask.phone] = sender
        self._answer(ask, sender, Done(self.room.seq))

    def take_back(self) -> None:
        self.room.rollback()
        if self._memory is not None:
            memory, kept = self.room.memory, self._memory
            for name in OF_THE_WRITER:
                setattr(memory, name, getattr(kept, name))

    def _who(self, ask: Ask) -> tuple[Actor, str]:
        """The actor as it is by now, and the name its answers are remembered under: none for a phone that has not
        joined, since nothing it asked has happened, and there is no end of phones that could ask."""
        if not ask.phone:
            return ask.by, ask.by.id
        person = self._people.get(ask.phone) or self.joined.get(ask.phone) or ""
        return Actor("phone", person), person

    def _answer(self, ask: Ask, sender: str, answer: Answer) -> None:
        self.answers.append((ask, sender, answer))
        if ask.id:
            self._now_given[sender or ask.phone, ask.id] = answer

    def _ask_for_control(self, console: str) -> None:
        """F1: the controller sees that somebody would like to have control."""
        if console in self.room.memory.consoles:
            self.room.memory.asked_by = console

    def _keep_memory(self, one: Recorded) -> None:
        """The room's log holds no memory, so what it was is kept here in case it has to be taken back."""
        if self._memory is None and not isinstance(one.event, LEAVES_MEMORY):
            memory = self.room.memory
            self._memory = replace(
                memory,
                reacted=set(memory.reacted),
                signals=dict(memory.signals),
                counted=dict(memory.counted),
            )
