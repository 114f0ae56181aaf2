"""Who comes to a simulated evening: a room of five roles and some who would rather not say.

They are habits, not characters: nobody here has a name, a history or anybody's words. What they think of a
statement differs by role, and within a role, as it does in a real room; the seed decides, so an evening can be
played again.
"""

from dataclasses import dataclass
from random import Random
from typing import Literal

from app.core.messages.people import Consent
from app.core.plan import UNSAID
from app.core.vocabulary import CHOICES, Choice

Habit = Literal[
    "", "declines", "dozes", "thinks_again", "changes_vote", "keeps_out", "takes_words_back", "needs_a_break"
]
"""What this one does that most don't: says "not now" to a call, misses calls, gives up a place in the queue, votes
twice, does not vote, has words removed afterwards, asks for a break."""

YES = Consent(votes=True, words=True, story=True)
CAREFUL = Consent(votes=True, words=True, story=False)
VOTES_ONLY = Consent(votes=True, words=False, story=False)
NO = Consent(votes=False, words=False, story=False)


@dataclass(frozen=True, slots=True)
class Persona:
    """`speaks`: how often somebody asks to speak, and `reacts` how often reactions come, in times a minute."""

    role: str
    phone: bool = True
    card: str = ""
    consent: Consent = YES
    speaks: float = 0.3
    reacts: float = 0.5
    habit: Habit = ""


ROOM: tuple[tuple[str, int], ...] = (
    ("resident", 8),
    ("confidant", 5),
    ("professional", 5),
    ("civil", 3),
    ("researcher", 2),
    (UNSAID, 1),
)
"""24 people: the roles of the templates, in numbers of which some are large enough to be shown apart and some not."""

HABITS: tuple[Habit, ...] = (
    "changes_vote", "declines", "dozes", "thinks_again", "keeps_out", "takes_words_back", "needs_a_break",
)  # fmt: skip


def cast(seed: int, number: int = 24, without_phone: int = 2) -> tuple[Persona, ...]:
    """`number` people in the order they come in, mixed; the last of them have no phone."""
    rng = Random(f"cast {seed}")
    shares = [role for role, count in ROOM for _ in range(count)]
    roles = [shares[place % len(shares)] for place in range(number)]
    rng.shuffle(roles)
    with_phone = max(0, number - without_phone)
    consents = [YES, CAREFUL, YES, CAREFUL, VOTES_ONLY, YES]
    people = [
        Persona(
            role,
            consent=consents[place % len(consents)],
            speaks=rng.choice((0.1, 0.25, 0.4, 0.8)),
            reacts=rng.choice((0.2, 0.5, 0.9)),
            habit=HABITS[place // 2 % len(HABITS)] if place % 2 else "",
        )
        for place, role in enumerate(roles[:with_phone])
    ]
    if len(people) > 6:
        people[6] = Persona(people[6].role, consent=NO, speaks=0.2)
    cards = rng.sample(range(1, 60), without_phone) if without_phone else []
    return (
        *people,
        *(Persona(role, False, str(card)) for role, card in zip(roles[with_phone:], cards, strict=False)),
    )


LEANINGS: dict[str, dict[str, tuple[int, int, int, int]]] = {
    "s1": {
        "resident": (25, 55, 15, 5),
        "confidant": (70, 20, 10, 0),
        "professional": (75, 15, 10, 0),
        "civil": (80, 10, 10, 0),
        "researcher": (35, 25, 40, 0),
    },
    "s2": {
        "resident": (20, 65, 10, 5),
        "confidant": (30, 55, 15, 0),
        "professional": (55, 35, 10, 0),
        "civil": (65, 20, 15, 0),
        "researcher": (30, 40, 30, 0),
    },
    "s3": {
        "resident": (45, 35, 15, 5),
        "confidant": (85, 10, 5, 0),
        "professional": (50, 35, 10, 5),
        "civil": (35, 45, 15, 5),
        "researcher": (60, 20, 20, 0),
    },
}
"""How each role tends to answer the three statements of the role round; agree, disagree, don't know, skip."""
ANYBODY = (45, 30, 20, 5)


def opinion(persona: Persona, statement: str, rng: Random) -> Choice:
    """What somebody of this role would answer."""
    leaning = LEANINGS.get(statement, {}).get(persona.role)
    if leaning is None:
        of_role = Random(f"{statement} {persona.role}")
        leaning = (of_role.randint(15, 80), of_role.randint(10, 60), of_role.randint(5, 30), 4)
    return rng.choices(CHOICES, leaning)[0]
