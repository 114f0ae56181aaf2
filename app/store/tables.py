"""The tables, private to the store. Positions are 64 bits, times are epoch seconds, data is JSON text.

Ballots and their secrets have no row numbers and no times: a row lies where its key sorts, so nothing here tells
in which order people voted (V4). They have no foreign key either, since SQLite wipes the pages of a table it empties
only where there is none; `ballots` deletes them. All else that belongs to a session goes with it, by its foreign key.
"""

from typing import Any

from sqlalchemy import BigInteger, LargeBinary, MetaData, Table, Text
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    metadata = MetaData(naming_convention=NAMES)


def of_session() -> Any:
    """First part of the key of a row that is deleted with its session."""
    return Field(foreign_key="session.id", ondelete="CASCADE", primary_key=True)


class SessionRow(Row, table=True):
    """What a list of sessions shows, written with the events that change it. `seq`: the journal's last position.
    `turn`: how many batches have been stored, those of ballots alone included."""

    __tablename__ = "session"
    id: str = Field(primary_key=True)
    code: str = Field(unique=True)
    title: str = Field(sa_type=Text)
    state: str
    owner: str | None = Field(default=None, sa_type=Text)
    created_at: float
    opened_at: float | None = None
    closed_at: float | None = None
    people: int = 0
    seq: int = Field(sa_type=BigInteger)
    turn: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})
    stage_key: str
    console_key: str


class JournalRow(Row, table=True):
    __tablename__ = "journal"
    session: str = of_session()
    seq: int = Field(sa_type=BigInteger, primary_key=True)
    at: float
    kind: str
    actor: str
    data: str = Field(sa_type=Text)
    version: int
    command: str
    part: int


class SecretRow(Row, table=True):
    """V4: what the keys of one open statement's ballots are made with."""

    __tablename__ = "ballot_secret"
    __table_args__ = {"sqlite_with_rowid": False}
    session: str = Field(primary_key=True)
    statement: str = Field(primary_key=True)
    secret: bytes = Field(sa_type=LargeBinary)


class BallotRow(Row, table=True):
    """V4: `key` is HMAC-SHA256(the statement's secret, the person)."""

    __tablename__ = "ballot"
    __table_args__ = {"sqlite_with_rowid": False}
    session: str = Field(primary_key=True)
    statement: str = Field(primary_key=True)
    key: bytes = Field(sa_type=LargeBinary, primary_key=True)
    choice: str


class WordsRow(Row, table=True):
    """X2: what people typed, under the key that the journal holds."""

    __tablename__ = "words"
    session: str = of_session()
    words: str = Field(primary_key=True)
    text: str = Field(sa_type=Text)


class IdentityRow(Row, table=True):
    """X3: from pseudonym to a name, until a date; in no export."""

    __tablename__ = "identity"
    session: str = of_session()
    person: str = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    expires_at: float


class PhoneRow(Row, table=True):
    """P3: whose phone it is that comes back with a key, which is kept as a hash."""

    __tablename__ = "phone"
    session: str = of_session()
    key_hash: str = Field(primary_key=True)
    person: str


class UseRow(Row, table=True):
    """X4: who took what out of a session, when and why."""

    __tablename__ = "use_log"
    session: str = of_session()
    number: int = Field(primary_key=True)
    at: float
    who: str = Field(sa_type=Text)
    what: str = Field(sa_type=Text)
    why: str = Field(sa_type=Text)


class OrganiserRow(Row, table=True):
    """`folded`: the name without case, by which people log in."""

    __tablename__ = "organiser"
    id: str = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    folded: str = Field(sa_type=Text, unique=True)
    password: str = Field(sa_type=Text)
    created_at: float


class SetupRow(Row, table=True):
    """The one-time key that makes the first organiser. One row at most: `id` is 1."""

    __tablename__ = "setup_key"
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    key_hash: str
    expires_at: float


class LoginRow(Row, table=True):
    __tablename__ = "login"
    token_hash: str = Field(primary_key=True)
    organiser: str = Field(foreign_key="organiser.id", ondelete="CASCADE", index=True)
    expires_at: float


class TokenRow(Row, table=True):
    """What a program shows to use the API."""

    __tablename__ = "token"
    id: str = Field(primary_key=True)
    token_hash: str = Field(unique=True)
    label: str = Field(sa_type=Text)
    owner: str | None = Field(default=None, sa_type=Text)
    created_at: float


metadata = Row.metadata


def _table(model: type[SQLModel]) -> Table:
    return metadata.tables[str(model.__tablename__)]


session = _table(SessionRow)
journal = _table(JournalRow)
ballot_secret = _table(SecretRow)
ballot = _table(BallotRow)
words = _table(WordsRow)
identity = _table(IdentityRow)
phone = _table(PhoneRow)
use_log = _table(UseRow)
organiser = _table(OrganiserRow)
setup_key = _table(SetupRow)
login = _table(LoginRow)
token = _table(TokenRow)
