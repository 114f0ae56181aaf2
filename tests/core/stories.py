"""given(what was done) / when(a command) / then(events or a refusal): how the core's tests read."""

from collections.abc import Iterable
from dataclasses import replace

from app.core import views
from app.core.actor import SERVER, Actor
from app.core.commands import Command, Tick
from app.core.decide import decide, stamp
from app.core.events import APART, JOURNALED, Event, Recorded, redacted
from app.core.evolve import evolve, replay
from app.core.messages.harvest import WordsKept
from app.core.messages.people import AddPerson, Consent, Join
from app.core.messages.session import Prepared, StartItem, StartSession, Struck
from app.core.messages.statements import BallotCast, StatementClosed
from app.core.plan import Item, Plan, Rules, Statement
from app.core.refusal import Refusal
from app.core.room import Room, Word, snapshot
from app.core.variants import rules_for
from app.core.views.fields import LitStage
from app.core.vocabulary import ItemKind, Variant
from app.plans.people import aliases, roles

YES = Consent(votes=True, words=True, story=True)
NO = Consent(votes=False, words=False, story=False)
CONSOLE = Actor("console", "c1")
OTHER_CONSOLE = Actor("console", "c2")
START = 1_000_000.0


def phone(person: str = "") -> Actor:
    return Actor("phone", person)


def item(
    id: str,
    kind: ItemKind = "circle",
    variant: Variant | None = None,
    minutes: int = 10,
    roles: tuple[str, ...] = (),
    rules: Rules | None = None,
) -> Item:
    return Item(
        id, kind, {"nl": id}, minutes * 60, variant, {}, roles, rules if rules else rules_for(kind, variant)
    )


SHEET = (
    item("in", "check_in"),
    item("open", "circle", "open_chair", 15),
    item("roles", "circle", "role_round", 20, ("resident",)),
    item("back", "listen_back"),
    item("closed", "circle", "closed_rotation"),
    item("tap", "circle", "tap_in"),
    item("vote", "vote"),
    item("harvest", "harvest"),
)


def plan(items: Iterable[Item] = SHEET, statements: int = 3) -> Plan:
    texts = tuple(Statement(f"s{n}", {"nl": f"Stelling {n}"}, "vote") for n in range(1, statements + 1))
    items = tuple(items)
    if not any(one.id == "vote" for one in items):
        texts = tuple(replace(one, item=None) for one in texts)
    return Plan("Avond", "nl", roles(), items, texts)


class Story:
    """A room with its journal, driven by commands at a clock of its own (`now`, epoch seconds)."""

    def __init__(self, prepared: Plan | None = None, started: bool = True) -> None:
        self.room = Room()
        self.journal: list[Recorded] = []
        self.apart: list[Recorded] = []
        self.now = START
        self.keep([Recorded(1, self.now, "organiser", Prepared("KRE7QP", prepared or plan()))])
        if started:
            self.does(StartSession())

    def keep(self, recorded: list[Recorded]) -> None:
        """What the live room and the store do with decided events: evolve, journal, keep apart, redact."""
        for one in recorded:
            evolve(self.room, one)
            if type(one.event) in JOURNALED:
                self.journal.append(one)
            elif type(one.event) in APART:
                self.apart.append(one)
            if isinstance(one.event, Struck):
                self.journal = [redacted(entry, one.event.since) for entry in self.journal]
            elif isinstance(one.event, StatementClosed):
                self.apart = [
                    kept
                    for kept in self.apart
                    if not isinstance(kept.event, BallotCast) or kept.event.statement != one.event.statement
                ]
        self.room.settle()
        if any(isinstance(one.event, Struck) for one in recorded):
            # As the live room does: what is struck is as if it had never been, so the journal says what is left.
            memory, self.room = self.room.memory, self.replayed()
            self.room.memory = memory

    def asks(self, command: Command, by: Actor = CONSOLE, id: str = "") -> list[Event]:
        """Carry out a command; raises Refusal and leaves the room as it was."""
        events = decide(self.room, command, by, self.now, aliases(self.room.plan.language))
        self.keep(stamp(self.room, events, by, self.now, id))
        return events

    def does(self, command: Command, by: Actor = CONSOLE) -> list[Event]:
        return self.asks(command, by)

    def refused(self, command: Command, by: Actor = CONSOLE) -> str:
        """The code of the refusal; the room must be just as it was (J4)."""
        before = {
            name: dict(value) if isinstance(value, dict) else value
            for name, value in snapshot(self.room).items()
        }
        try:
            self.asks(command, by)
        except Refusal as refusal:
            assert snapshot(self.room) == before
            return refusal.code
        raise AssertionError(f"{command} was not refused")

    def joins(self, *roles: str, consent: Consent = YES) -> list[str]:
        people = []
        for role in roles:
            self.asks(Join(role, consent), phone())
            people.append(f"p{self.room.numbered}")
        return people

    def adds(self, *roles: str) -> list[str]:
        people = []
        for role in roles:
            self.asks(AddPerson(role))
            people.append(f"p{self.room.numbered}")
        return people

    def starts(self, item: str) -> None:
        self.asks(StartItem(item))

    def later(self, seconds: float) -> list[Event]:
        self.now += seconds
        return self.asks(Tick(), SERVER)

    def replayed(self) -> Room:
        return replay(self.journal, current(self.room, self.apart))


def current(room: Room, apart: Iterable[Recorded]) -> list[Recorded]:
    """What the tables beside the journal would hold now: no withdrawn words."""
    return [one for one in apart if not isinstance(one.event, WordsKept) or one.event.words in room.words]


def word(story: Story) -> Word | None:
    """Who has the word and since when, on the record."""
    return story.room.word


def lit(room: Room, language: str = "nl") -> LitStage:
    """The stage while it is not blank."""
    view = views.stage(room, language)
    assert "code" in view
    return view
