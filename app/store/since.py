"""What came into a session after a position: for a room that somebody else has appended to.

Ballots have neither place nor time (V4), so those of the open statements come all together, as they are now.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from app.core.events import Added, Amended, Apart, Contributed, Joined, Named, Recorded, Worded
from app.store import ballots, dialect, rows
from app.store.tables import identity, journal, phone, session, words


@dataclass(frozen=True, slots=True)
class Head:
    """How far a session is. `seq`: the journal's last position. `turn`: how many batches have been stored, those of
    ballots alone included."""

    seq: int
    turn: int


@dataclass(frozen=True, slots=True)
class Since:
    """`journal` follows on the position that was asked about; `apart` comes after it. `phones`: hash of a phone's key
    -> person, of those who joined meanwhile."""

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


def since(
    connection: Connection, id: str, head: Head, known: Head, people: Sequence[str], now: float
) -> Since:
    """From `known` to `head`. `people`: everybody in the room at `known`, by whom ballots are found."""
    later: list[Recorded] = []
    if head.seq > known.seq:
        of = journal.c
        newer = select(*rows.KEPT).where(of.session == id, of.seq > known.seq, of.seq <= head.seq)
        later = [rows.read(row) for row in connection.execute(newer.order_by(of.seq))]
    come = [one.event.person for one in later if isinstance(one.event, Joined | Added)]
    apart: list[Apart] = [*_names(connection, id, come, now), *_texts(connection, id, later)]
    if head.turn > known.turn:
        apart.extend(ballots.known(connection, id, [*people, *come]))
    at = later[-1].at if later else now
    return Since(
        head,
        later,
        [Recorded(head.seq, at, "", event) for event in apart],
        _phones(connection, id, come),
    )


def _names(connection: Connection, id: str, people: list[str], now: float) -> list[Named]:
    if not people:
        return []
    of = identity.c
    query = select(of.person, of.name).where(of.session == id, of.person.in_(people), of.expires_at > now)
    return [Named(row.person, row.name) for row in connection.execute(query.order_by(of.person))]


def _texts(connection: Connection, id: str, later: list[Recorded]) -> list[Worded]:
    typed = [one.event.words for one in later if isinstance(one.event, Contributed | Amended)]
    if not typed:
        return []
    of = words.c
    query = select(of.words, of.text).where(of.session == id, of.words.in_(typed)).order_by(of.words)
    return [Worded(row.words, row.text) for row in connection.execute(query)]


def _phones(connection: Connection, id: str, people: list[str]) -> dict[str, str]:
    if not people:
        return {}
    query = select(phone.c.key_hash, phone.c.person).where(phone.c.session == id, phone.c.person.in_(people))
    return {row.key_hash: row.person for row in connection.execute(query)}
