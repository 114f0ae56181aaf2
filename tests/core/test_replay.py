"""J2: whatever is asked of a room, in whatever order, replaying its journal gives the same room."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, get_args

import pytest

from app import wire
from app.core.actor import SERVER, Actor
from app.core.commands import Command, ConsoleCommand, OrganiserCommand, PhoneCommand, Tick
from app.core.events import Recorded
from app.core.messages.circle import (
    AddChair,
    EndWord,
    GiveWord,
    LeaveChair,
    RemoveChair,
    Seat,
    Stand,
    Swap,
    TakeChair,
)
from app.core.messages.console import CallHelper, ClearSignal, HandOver, TakeOver, Undo
from app.core.messages.harvest import (
    Contribute,
    Endorse,
    HideContribution,
    Note,
    React,
    ShowContribution,
    WithdrawWords,
)
from app.core.messages.people import AddPerson, ChangeConsent, Consent, Join, Leave, RemovePerson
from app.core.messages.queue import (
    AskToSpeak,
    Call,
    CallNext,
    DeclineCall,
    DequeuePerson,
    QueuePerson,
    WithdrawRequest,
)
from app.core.messages.session import (
    AddTime,
    Amend,
    Blank,
    CancelSession,
    CloseSession,
    EndItem,
    EndMoment,
    GoOffRecord,
    GoOnRecord,
    Invite,
    OpenLobby,
    Pause,
    Release,
    Resume,
    Revise,
    SkipItem,
    StartItem,
    StartMoment,
    StartSession,
    StrikeLast,
    Unblank,
)
from app.core.messages.statements import (
    AddStatement,
    CloseStatement,
    EnterCounts,
    OpenStatement,
    RevealStatement,
    Vote,
)
from app.core.refusal import Refusal
from app.core.room import Room, snapshot
from app.core.rules import queue
from app.core.vocabulary import CHOICES, HarvestKind, Reaction
from tests.core.stories import CONSOLE, OTHER_CONSOLE, Story, phone

STEPS = 2_400
SESSION = 300
"""Steps before the session is closed and the next begins, so that a whole replay after each step stays quick."""

Pick = Callable[[], Command]


class Walk:
    """Random commands of all kinds, likelier ones more often, from whoever could send them."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.accepted: set[type] = set()
        self.checking = True
        self.without: tuple[type, ...] = ()
        self.story = Story()
        self.steps = 0

    def one_of(self, things: Any, otherwise: Any) -> Any:
        return self.random.choice(sorted(things)) if things else otherwise

    def commands(self) -> tuple[list[tuple[int, Pick]], list[tuple[int, Pick]]]:
        room, pick = self.story.room, self.random
        person = self.one_of(room.people, "p1")
        queued = self.one_of(room.queue, person)
        seated = self.one_of(room.seat_of, person)
        chair = self.one_of(room.chairs, 1)
        item = self.one_of([one.id for one in room.plan.items], "in")
        statement = self.one_of(room.statements, "s1")
        opened = self.one_of([id for id, one in room.statements.items() if one.state == "open"], statement)
        contribution = self.one_of(room.contributions, "h1")
        role = pick.choice(
            ["resident", "confidant", "professional", "civil", "researcher", "unsaid", "nobody"]
        )
        consent = Consent(pick.random() < 0.9, pick.random() < 0.8, pick.random() < 0.5)
        kinds: list[Reaction] = ["recognise", "touched", "question", "unclear", "pause", "help"]
        topics: list[HarvestKind] = ["insight", "question", "commitment"]
        harvest = pick.choice(topics)
        choice = pick.choice(CHOICES)
        phones: list[tuple[int, Pick]] = [
            (4, lambda: Join(role, consent, name=pick.choice(["", "Noor"]))),
            (1, lambda: Leave()),
            (8, lambda: AskToSpeak()),
            (2, lambda: WithdrawRequest()),
            (10, lambda: TakeChair(pick.choice([None, chair]))),
            (5, lambda: LeaveChair()),
            (2, lambda: DeclineCall()),
            (6, lambda: React(pick.choice(kinds))),
            (14, lambda: Vote(opened, choice)),
            (3, lambda: Contribute(harvest, pick.choice(["iets", " "]))),
            (2, lambda: Endorse(contribution)),
            (1, lambda: ChangeConsent(consent)),
            (1, lambda: WithdrawWords(pick.choice([None, contribution]))),
        ]
        consoles: list[tuple[int, Pick]] = [
            (7, lambda: StartItem(item, again=pick.random() < 0.5)),
            (1, lambda: EndItem()),
            (1, lambda: SkipItem(item)),
            (2, lambda: Pause()),
            (4, lambda: Resume()),
            (1, lambda: Blank()),
            (1, lambda: Unblank()),
            (1, lambda: GoOffRecord()),
            (3, lambda: GoOnRecord()),
            (1, lambda: StrikeLast(pick.choice([20, 60, 0]))),
            (2, lambda: AddTime(pick.choice([120, -60, -99999]))),
            (1, lambda: StartMoment("silence", 60)),
            (1, lambda: EndMoment()),
            (1, lambda: Invite("not_yet_spoken")),
            (1, lambda: CallHelper()),
            (1, lambda: ClearSignal(pick.choice(["pause", "open_chair_idle", "leave_prompt"]))),
            (3, lambda: AddPerson(role, card=pick.choice(["", "7"]))),
            (1, lambda: RemovePerson(person)),
            (2, lambda: QueuePerson(person)),
            (1, lambda: DequeuePerson(queued)),
            (5, lambda: CallNext()),
            (2, lambda: Call(queued)),
            (5, lambda: Seat(person, pick.choice([None, chair]))),
            (3, lambda: Stand(seated)),
            (7, lambda: GiveWord(seated)),
            (2, lambda: EndWord()),
            (3, lambda: Swap(pick.choice([None, role]))),
            (1, lambda: AddChair()),
            (1, lambda: RemoveChair(pick.choice([None, chair]))),
            (1, lambda: AddStatement({"nl": "Nog een"})),
            (4, lambda: OpenStatement(statement)),
            (3, lambda: CloseStatement(opened)),
            (2, lambda: RevealStatement(statement)),
            (1, lambda: EnterCounts(opened, role, {"agree": 3})),
            (1, lambda: Note(harvest, "opgeschreven")),
            (2, lambda: ShowContribution(contribution)),
            (1, lambda: HideContribution(contribution)),
            (1, lambda: HandOver("c2")),
            (1, lambda: TakeOver()),
            (8, lambda: Undo()),
        ]
        return phones, consoles

    def step(self) -> None:
        story = self.story
        story.now += self.random.choice([0.0, 0.5, 2.0, 9.0, 31.0])
        self.steps += 1
        if self.steps % SESSION == 0:
            self.end()
            return
        story.room.memory.gone_since = story.now - self.random.choice([0.0, 20.0])
        story.room.memory.consoles = frozenset({"c1", "c2"})
        who = self.random.random()
        if who < 0.06:
            self.attempt(self.revision() if self.random.random() < 0.2 else Tick(), SERVER)
        else:
            phones, consoles = self.commands()
            ours = phones if who < 0.55 else consoles
            command = self.random.choices([one for _, one in ours], [weight for weight, _ in ours])[0]()
            if ours is phones:
                called = [id for id, entry in story.room.queue.items() if entry.called_at is not None]
                asking = called if isinstance(command, DeclineCall) else story.room.people
                by = phone("" if isinstance(command, Join) else self.one_of(asking, ""))
            else:
                by = Actor("console", story.room.controller or "c1")
                by = self.random.choice([by] * 9 + [CONSOLE, OTHER_CONSOLE])
            self.attempt(command, by)
        self.check()

    def revision(self) -> Revise:
        """Another title and, of an item, another length: refused when that has begun."""
        plan = self.story.room.plan
        which = self.random.choice(plan.items).id
        items = tuple(
            replace(one, planned_s=one.planned_s + 60) if one.id == which else one for one in plan.items
        )
        return Revise(replace(plan, title=f"{plan.title[:20]}!", items=items))

    def end(self) -> None:
        """Close or cancel the session, add to it as long as that goes, and prepare the next."""
        story = self.story
        person = phone(self.one_of(story.room.people, "p1"))
        closing = CancelSession() if self.steps % (4 * SESSION) == 0 else CloseSession()
        commands: list[tuple[Command, Actor]] = [
            (closing, SERVER),
            (Amend("outcome", "Er kwam iets van."), SERVER),
            (WithdrawWords(), person),
            (ChangeConsent(Consent(True, True, False)), person),
            (Release(), SERVER),
            (Amend("correction", "Het was anders."), SERVER),
        ]
        for command, by in commands:
            self.attempt(command, by)
            self.check()
        self.story = Story(started=False)
        self.attempt(OpenLobby(), SERVER)
        self.check()
        self.attempt(StartSession(), SERVER)
        self.check()

    def attempt(self, command: Command, by: Actor) -> None:
        if isinstance(command, self.without):
            return
        with suppress(Refusal):
            self.story.asks(command, by)
            self.accepted.add(type(command))

    def check(self) -> None:
        if not self.checking:
            return
        room = self.story.room
        again = self.story.replayed()
        assert snapshot(again) == snapshot(room)
        invariants(room)
        assert snapshot(self.stored()) == snapshot(room)

    def stored(self) -> Room:
        """The same room by way of JSON, now and then: what is written is what is read."""
        if self.steps % 50:
            return self.story.room
        for number, one in enumerate(self.story.journal):
            data = wire.write_event(one.event)
            event = wire.read_event(
                data["type"], wire.decode(wire.encode(data)) if len(str(data)) < 9000 else data
            )
            self.story.journal[number] = Recorded(one.seq, one.at, one.by, event, one.command, one.part)
        return self.story.replayed()


def invariants(room: Room) -> None:
    seated = [chair.person for chair in room.chairs.values() if chair.person]
    assert len(seated) == len(set(seated)), "C1: at most one chair a person"
    assert {person: no for no, chair in room.chairs.items() if (person := chair.person)} == dict(room.seat_of)
    assert not set(seated) & {person for person, entry in room.queue.items() if entry.chair}, (
        "seated and called"
    )
    assert room.present == sum(one.present for one in room.people.values()), "P6"
    assert all(room.people[person].present for person in (*room.seat_of, *room.queue)), "P2"
    running = [id for id, one in room.items.items() if one.state == "running"]
    assert running == ([room.current] if room.current else []), "S2: one item at a time"
    if room.paused_at is not None or room.off_since is not None:
        assert room.word is None, "T3, S5"
    for id, one in room.statements.items():
        cast = [key for key in room.ballots if key[0] == id]
        assert room.voted.get(id, 0) == len(cast), "V2"
        assert not cast or one.state == "open", "V4"
    if room.rules().queue_order == "not_yet_spoken_first":
        waiting = [person for person in queue.order(room) if room.queue[person].called_at is None]
        sat = [room.people[person].sat for person in waiting]
        assert sat == sorted(sat), "Q2"


@pytest.mark.parametrize("seed", range(3))
def test_J2_replay_equals_the_live_room_after_every_step(seed: int) -> None:
    walk = Walk(seed)
    while walk.steps < STEPS:
        try:
            walk.step()
        except Exception as error:
            error.add_note(f"seed {seed}, step {walk.steps}")
            raise


def test_a_walk_carries_out_every_kind_of_command() -> None:
    every = {*get_args(PhoneCommand), *get_args(ConsoleCommand), *get_args(OrganiserCommand), Tick}
    walk = Walk(0)
    walk.checking = False
    while walk.accepted < every and walk.steps < 10 * STEPS:
        walk.step()
    assert walk.accepted == every


def test_J1_a_batch_that_could_not_be_stored_leaves_no_trace() -> None:
    from app.core.decide import decide, stamp
    from app.core.evolve import evolve

    walk = Walk(7)
    tried = 0
    while walk.steps < 600:
        walk.step()
        story = walk.story
        before = {
            name: dict(value) if isinstance(value, dict) else value
            for name, value in snapshot(story.room).items()
        }
        phones, consoles = walk.commands()
        _, make = walk.random.choice(phones + consoles)
        by = phone(walk.one_of(story.room.people, "")) if (_, make) in phones else CONSOLE
        try:
            for one in stamp(story.room, decide(story.room, make(), by, story.now), by, story.now):
                evolve(story.room, one)
                tried += 1
        except Refusal:
            pass
        story.room.rollback()
        assert snapshot(story.room) == before
    assert tried > 50
