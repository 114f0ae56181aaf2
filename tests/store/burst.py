"""A process that votes without end and says each time what was confirmed, until it is killed.

Usage: python -m tests.store.burst URL SESSION SEQ PERSON...   Each line: a person, and the number of their ballot.
"""

import asyncio
import sys

from app.core.events import Recorded
from app.core.messages.statements import BallotCast
from app.core.vocabulary import CHOICES, Choice
from app.store.database import Database
from app.store.journal import Append, Journal


def choice_of(turn: int) -> Choice:
    """A person's ballots change every time, so that the last one can be told from the one before."""
    return CHOICES[turn % len(CHOICES)]


async def main(url: str, session: str, seq: int, people: list[str]) -> None:
    database = await Database.open(url)
    journal = Journal(database)

    async def vote(person: str) -> None:
        turn = 0
        while True:
            ballot = BallotCast("s1", person, choice_of(turn))
            await journal.append(Append(session, seq, (Recorded(seq, 0.0, person, ballot),)))
            print(person, turn, flush=True)
            turn += 1

    await asyncio.gather(*(vote(person) for person in people))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]))
