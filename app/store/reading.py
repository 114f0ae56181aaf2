"""What is kept of a session, since a position: the beginning, for a room that is opened, or the last it knows, for one
that somebody else has appended to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from app.core.events import Recorded
from app.store import apart, dialect, rows
from app.store.database import Missing
from app.store.tables import journal, phone, session


@dataclass(frozen=True, slots=True)
class Head:
    """How far a session is. `seq`: the journal's last position. `turn`: how many batches have been stored, those of
    ballots alone included."""

    seq: int
    turn: int


BEGINNING = Head(0, 0)


@dataclass(frozen=True, slots=True)
class Stored:
    """`journal` follows on the position that was asked about; `apart` comes after it, with the time and place of
    the journal's end, since it has none of its own. `phones`: hash of a phone's key -> person, of those who came
    since."""

    head: Head
    journal: list[Recorded]
    apart: list[Recorded]
    phones: dict[str, str]


def heads(connection: Connection, sessions: Iterable[str], held: bool = False) -> dict[str, Head]:
    """Of those that there are. `held`: until this transaction ends nobody else may move them; always taken in one
    order, so that two who want several never wait for each other."""
    query = dialect.locked(connection.dialect, _HEADS) if held else _HEADS
    found = connection.execute(query, {"sessions": sorted(sessions)})
    return {id: Head(seq, turn) for id, seq, turn in found}


_HEADS = (
    select(session.c.id, session.c.seq, session.c.turn)
    .where(session.c.id.in_(bindparam("sessions", expanding=True)))
    .order_by(session.c.id)
)
"""Made once: a statement made for every commit leaves cycles for the garbage collector, which stops everybody."""


def stored(
    connection: Connection,
    id: str,
    now: float,
    known: Head = BEGINNING,
    people: Sequence[str] = (),
    held: bool = False,
) -> Stored:
    """All that came after `known`. `people`: everybody in the room at `known`. `now`: epoch seconds. `held`: as for
    `heads`. Raises Missing."""
    head = heads(connection, [id], held).get(id)
    if head is None:
        raise Missing(id)
    later: list[Recorded] = []
    if head.seq > known.seq:
        of = journal.c
        newer = select(*rows.KEPT).where(of.session == id, of.seq > known.seq, of.seq <= head.seq)
        later = [rows.read(row) for row in connection.execute(newer.order_by(of.seq))]
    wanted = apart.Wanted(
        id, later, known == BEGINNING, people, head.turn > known.turn or known == BEGINNING, now
    )
    at = later[-1].at if later else now
    return Stored(
        head,
        later,
        [Recorded(head.seq, at, "", event) for event in apart.read(connection, wanted)],
        _phones(connection, wanted),
    )


def _phones(connection: Connection, wanted: apart.Wanted) -> dict[str, str]:
    people = wanted.newcomers()
    if not people:
        return {}
    of = phone.c
    query = select(of.key_hash, of.person).where(
        of.session == wanted.session, wanted.among(of.person, people)
    )
    return {row.key_hash: row.person for row in connection.execute(query)}
