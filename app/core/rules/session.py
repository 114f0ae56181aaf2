"""The session as a whole: it starts, closes, is added to afterwards (S1)."""

from app.core.events import Event
from app.core.messages.harvest import WordsKept
from app.core.messages.session import (
    Amended,
    ItemEnded,
    LobbyOpened,
    SessionClosed,
    SessionStarted,
    WentOnRecord,
)
from app.core.refusal import Refusal
from app.core.room import Room
from app.core.rules import harvest
from app.core.rules.statements import close_all
from app.core.vocabulary import AmendmentKind

# Deciding


def start_session(room: Room) -> list[Event]:
    if room.state == "live":
        raise Refusal("already_live")
    opened: list[Event] = [LobbyOpened()] if room.state == "draft" else []
    return [*opened, SessionStarted()]


def close_session(room: Room) -> list[Event]:
    return [*wind_up(room), SessionClosed()]


def wind_up(room: Room) -> list[Event]:
    """Whatever is still going on is brought to its end."""
    ended: list[Event] = [ItemEnded(room.current)] if room.current else []
    on_record: list[Event] = [WentOnRecord()] if room.off_since is not None else []
    return [*close_all(room), *ended, *on_record]


def amend(room: Room, kind: AmendmentKind, text: str) -> list[Event]:
    """S1: a closed session is added to, never edited."""
    if room.state not in ("closed", "released"):
        raise Refusal("not_closed")
    number = room.seq + 1
    return [Amended(f"a{number}", kind, f"w{number}"), WordsKept(f"w{number}", harvest.typed(text))]


# Evolving


def on_closed(room: Room, at: float) -> None:
    room.state, room.closed_at = "closed", at
    room.blanked = False
