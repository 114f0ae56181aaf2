"""A whole evening, played: what the record and the exports are held against. Every record made here is valid."""

import jsonschema

from app.core.messages.circle import GiveWord, LeaveChair, Seat, TakeChair
from app.core.messages.harvest import Contribute, Endorse, Note, React, ShowContribution
from app.core.messages.queue import AskToSpeak, CallNext
from app.core.messages.session import CloseSession, EndItem, Pause, Resume
from app.core.messages.statements import CloseStatement, EnterCounts, OpenStatement, RevealStatement, Vote
from app.core.record.fields import Record
from app.core.record.record import record
from app.core.vocabulary import Level
from app.export.definitions import definitions
from app.export.schema import SCHEMA
from app.export.seal import sealed
from tests.core.stories import Story, phone

VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def recorded(story: Story, level: Level = "restricted") -> Record:
    """The record from the journal as it is stored, by way of a replay."""
    room = story.replayed()
    made = sealed(record(story.journal, room, room.words, level, definitions(), "session-1"), story.journal)
    VALIDATOR.validate(made)
    return made


def evening(closed: bool = True) -> Story:
    """Six residents (one of them without a phone), six civil servants, two researchers."""
    story = Story()
    people = story.joins(*["resident"] * 5, *["civil"] * 6, *["researcher"] * 2)
    story.adds("resident")
    resident, civil, researcher = people[0], people[5], people[11]

    story.starts("open")
    story.asks(TakeChair(), phone(resident))
    story.now += 10
    story.asks(GiveWord(resident))
    story.asks(React("recognise"), phone(civil))
    story.asks(React("help"), phone(people[1]))
    story.now += 50
    story.asks(AskToSpeak(), phone(civil))
    story.now += 20
    story.asks(CallNext())
    story.now += 5
    story.asks(TakeChair(), phone(civil))
    story.asks(Pause())
    story.now += 40
    story.asks(Resume())
    story.now += 15
    story.asks(GiveWord(civil))
    story.now += 60
    story.asks(LeaveChair(), phone(resident))
    story.asks(Seat("p14"))
    story.asks(Seat(researcher))
    story.now += 100
    story.asks(EndItem())

    story.starts("vote")
    votes(story, "s1", people, agree=9, disagree=3, skip=1)
    story.asks(RevealStatement("s1"))
    story.asks(OpenStatement("s2"))
    story.asks(EnterCounts("s2", "resident", {"agree": 4}, "hands"))
    votes(story, "s2", people[5:11], agree=6)

    story.starts("harvest")
    story.asks(Contribute("commitment", "=Wij bellen elkaar op maandag"), phone(resident))
    story.asks(Contribute("question", "Wat als het niet lukt?"), phone(civil))
    story.asks(Note("insight", "Zij luisterden."))
    shown = next(iter(story.room.contributions))
    story.asks(ShowContribution(shown))
    story.asks(Endorse(shown), phone(people[2]))
    story.now += 600
    if closed:
        story.asks(CloseSession())
    return story


def votes(story: Story, statement: str, people: list[str], **counts: int) -> None:
    """Open it, let people vote in order, close it 20 seconds later."""
    if not story.room.is_open(statement):
        story.asks(OpenStatement(statement))
    choices = [choice for choice, count in counts.items() for _ in range(count)]
    for person, choice in zip(people, choices, strict=False):
        story.asks(Vote(statement, choice), phone(person))  # type: ignore[arg-type]
    story.now += 20
    story.asks(CloseStatement(statement))


def circle(*roles: str) -> tuple[Story, list[str]]:
    story = Story()
    people = story.joins(*roles)
    story.starts("open")
    return story, people


def seats(story: Story) -> list[tuple[str, int, float, float | None]]:
    return [(one["person"], one["chair"], one["from_s"], one["to_s"]) for one in recorded(story)["seatings"]]
