"""Which console has control, and how another gets it (F1)."""

from app.core.actor import Actor
from app.core.events import Event
from app.core.messages.console import ControlTaken
from app.core.refusal import Refusal
from app.core.room import Room

GONE_S = 15.0
"""How long the controller must be gone before another may take over without being handed it (F1)."""


def take_over(room: Room, by: Actor, now: float) -> list[Event]:
    if room.controller == by.id:
        return []
    gone = room.memory.gone_since
    if room.controller is not None and (gone is None or now - gone < GONE_S):
        raise Refusal("controller_present")
    return [ControlTaken(by.id)]


def hand_over(room: Room, to: str | None) -> list[Event]:
    to = to or room.memory.asked_by
    if to is None:
        raise Refusal("nobody_asked")
    if to not in room.memory.consoles:
        raise Refusal("unknown_console")
    return [] if to == room.controller else [ControlTaken(to)]
