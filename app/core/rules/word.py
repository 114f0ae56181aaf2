"""Who has the word (T3, S4, S5). A turn ends with the next tap, with standing up, at a pause and off the record.

Off the record it is memory alone; the room's own `word` is what will be kept.
"""

from app.core.events import Event
from app.core.messages.circle import WordEnded, WordGiven, WordPassed
from app.core.messages.queue import Heard
from app.core.refusal import Refusal
from app.core.room import Room, Word

# Deciding


def give_word(room: Room, person: str) -> list[Event]:
    item = room.item()
    if item is None:
        raise Refusal("no_item")
    if room.paused_at is not None:
        raise Refusal("paused")
    if item.kind == "circle" and person not in room.seat_of:
        raise Refusal("not_seated")
    if room.off_since is not None:
        return [WordPassed(person)]
    if room.word and room.word.person == person:
        return []
    heard: list[Event] = [Heard(person)] if person in room.queue else []
    return [WordGiven(person), *heard]


def end_word(room: Room) -> list[Event]:
    if room.off_since is not None and room.memory.word:
        return [WordPassed(None)]
    if room.word is None:
        raise Refusal("nobody_has_the_word")
    return [WordEnded()]


def go_on(room: Room) -> list[Event]:
    """Back on the record, whoever has the word by then starts a turn that is kept; in a pause nobody has it (T3)."""
    speaking, item = room.memory.word, room.item()
    if speaking is None or item is None or room.paused_at is not None:
        return []
    goes_on = item.kind != "circle" or speaking.person in room.seat_of
    return [WordGiven(speaking.person)] if goes_on else []


# Evolving


def on_word(room: Room, person: str | None, at: float) -> None:
    room.word = Word(person, at) if person else None
    room.resume_word = None


def on_stood(room: Room, person: str) -> None:
    if room.word and room.word.person == person:
        room.word = None
    if room.resume_word == person:
        room.resume_word = None


def on_circle_cleared(room: Room) -> None:
    room.word = room.resume_word = None


def on_paused(room: Room) -> None:
    """T3: no turn spans a pause."""
    room.resume_word = room.word.person if room.word else None
    room.word = None


def on_resumed(room: Room, at: float) -> None:
    if room.resume_word:
        room.word = Word(room.resume_word, at)
        room.resume_word = None


def on_item_ended(room: Room) -> None:
    room.word = room.resume_word = None
    room.memory.word = None


def on_off_record(room: Room, at: float) -> None:
    speaking = room.word.person if room.word else room.resume_word
    room.memory.word = Word(speaking, at) if speaking else None
    room.word = room.resume_word = None


def on_on_record(room: Room) -> None:
    room.memory.word = None


def on_struck(room: Room) -> None:
    room.word = room.resume_word = room.memory.word = None


def on_undone(room: Room, at: float) -> None:
    """Whoever is given back the word while nothing is written down has it there only (S5)."""
    if room.off_since is None:
        return
    if room.word:
        room.memory.word = Word(room.word.person, at)
    room.word = room.resume_word = None
