"""Whatever stands apart from the journal is stored, comes back whole and since a position, and can be forgotten."""

from dataclasses import dataclass
from typing import assert_never, get_args

import pytest

from app.core.events import CARRIES_WORDS, Apart, Journaled
from app.core.messages.harvest import Contributed, WordsKept, WordsWithdrawn
from app.core.messages.people import Consent, Joined, Named
from app.core.messages.session import Amended
from app.core.messages.statements import BallotCast, StatementClosed, StatementOpened
from app.core.vocabulary import CHOICES
from app.store.apart import KEEPERS
from app.store.journal import NAMES_KEPT_S
from app.store.writing import ERASING
from tests.store.kept import Clock, Kept

YES = Consent(True, True, True)


@dataclass(frozen=True)
class Example:
    """`after`: what is journaled ahead of it. `ends`: with what it goes; None: by its date."""

    after: tuple[Journaled, ...]
    event: Apart
    ends: Journaled | None


def example(kind: type[Apart]) -> Example:
    came = Joined("p1", "resident", "Merel", YES)
    if issubclass(kind, BallotCast):
        closed = StatementClosed("s1", dict.fromkeys(CHOICES, 0), ())
        return Example((came, StatementOpened("s1", 1)), BallotCast("s1", "p1", "agree"), closed)
    if issubclass(kind, WordsKept):
        said = Contributed("h3", "insight", "w3", "p1")
        return Example((came, said), WordsKept("w3", "Wij luisteren."), WordsWithdrawn(("w3",)))
    if issubclass(kind, Named):
        return Example((came,), Named("p1", "Noor"), None)
    assert_never(kind)


@pytest.mark.parametrize("kind", get_args(Apart), ids=lambda kind: kind.__name__)
async def test_J2_what_stands_apart_comes_back_until_it_is_forgotten(
    kind: type[Apart], kept: Kept, clock: Clock
) -> None:
    one = example(kind)
    known = (await kept.journal.heads([kept.id]))[kept.id]
    batch = kept.batch(*one.after, one.event)
    await kept.journal.append(batch)
    kept.seq += len(one.after)
    whole, since = await kept.journal.load(kept.id), await kept.journal.since(kept.id, known, [])
    assert [each.event for each in whole.apart] == [each.event for each in since.apart] == [one.event]
    assert not any(isinstance(each.event, kind) for each in whole.journal)
    if one.ends is None:
        clock.now += NAMES_KEPT_S + 1
        await kept.journal.end_names()
    else:
        await kept.journal.append(kept.batch(one.ends))
        assert type(one.ends) in ERASING
    assert (await kept.journal.load(kept.id)).apart == []


def test_every_kind_that_stands_apart_has_a_keeper() -> None:
    assert set(KEEPERS) == set(get_args(Apart))


def test_X2_what_has_the_key_of_a_text_is_known_by_its_field() -> None:
    assert {Contributed, Amended} <= CARRIES_WORDS
    assert WordsWithdrawn not in CARRIES_WORDS
