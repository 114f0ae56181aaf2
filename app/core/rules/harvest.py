"""What the room wants to keep, and its reactions on the way (R1-R2, X2)."""

from dataclasses import replace
from typing import assert_never

from app.core.events import Event
from app.core.messages.console import HelperCalled, SignalCleared
from app.core.messages.harvest import (
    HALF_MINUTE,
    Contribute,
    Contributed,
    ContributionHidden,
    ContributionShown,
    Endorsed,
    HarvestEvent,
    Note,
    Reacted,
    ReactionMarked,
    WordsKept,
    WordsWithdrawn,
)
from app.core.refusal import Refusal
from app.core.room import Contribution, Hint, Room
from app.core.vocabulary import MOST_TEXT, PRIVATE_REACTIONS, Reaction

# Deciding


def half_minute(room: Room, now: float) -> float:
    """The start of the half minute `now` falls in, counted from the session's opening; epoch seconds."""
    start = room.opened_at or 0.0
    return start + (now - start) // HALF_MINUTE * HALF_MINUTE


def react(room: Room, person: str, kind: Reaction, now: float) -> list[Event]:
    """R2. A second tap in the same half minute is answered and not counted. Without consent, or off the record,
    only a call for help or a break goes through, and nothing of it is kept."""
    kept = room.state == "live" and room.off_since is None and room.people[person].consent.votes
    if kind not in PRIVATE_REACTIONS:
        if room.state != "live":
            raise Refusal("not_started")
        if room.off_since is not None:
            raise Refusal("off_record")
        if not kept:
            raise Refusal("no_consent")
        if room.rules().reactions == "off":
            raise Refusal("reactions_off")
    memory = room.memory
    if memory.reacted_in == half_minute(room, now) and (person, kind) in memory.reacted:
        return []
    return [*([Reacted(kind)] if kept else []), ReactionMarked(person, kind)]


def contribute(room: Room, person: str, command: Contribute | Note) -> list[Event]:
    """`person` "" for the note-taker."""
    if room.off_since is not None:
        raise Refusal("off_record")
    if person and not room.people[person].consent.words:
        raise Refusal("no_consent")
    text = typed(command.text)
    number = room.seq + 1
    return [Contributed(f"h{number}", command.kind, f"w{number}", person), WordsKept(f"w{number}", text)]


def typed(text: str) -> str:
    """What somebody typed, without the space around it. Refusals: `text_missing`, `text_too_long`."""
    text = text.strip()
    if not text:
        raise Refusal("text_missing")
    if len(text) > MOST_TEXT:
        raise Refusal("text_too_long", most=MOST_TEXT)
    return text


def endorse(room: Room, person: str, id: str) -> list[Event]:
    contribution = known(room, id)
    if room.off_since is not None:
        raise Refusal("off_record")
    if not room.people[person].consent.votes:
        raise Refusal("no_consent")
    if not contribution.shown or contribution.withdrawn:
        raise Refusal("unknown_contribution")
    return [] if (id, person) in room.endorsed else [Endorsed(id, person)]


def withdraw(room: Room, person: str, id: str | None) -> list[Event]:
    """X2: the words go; that there were words stays."""
    if id is not None and known(room, id).person != person:
        raise Refusal("not_allowed")
    words = tuple(
        one.words
        for key, one in room.contributions.items()
        if one.person == person and not one.withdrawn and id in (None, key)
    )
    return [WordsWithdrawn(words)] if words else []


def withdraw_since(room: Room, since: float) -> list[Event]:
    """S5: all that was said from `since` (epoch seconds) on."""
    words = tuple(one.words for one in room.contributions.values() if one.at >= since and not one.withdrawn)
    return [WordsWithdrawn(words)] if words else []


def known(room: Room, id: str) -> Contribution:
    contribution = room.contributions.get(id)
    if contribution is None:
        raise Refusal("unknown_contribution")
    return contribution


# Evolving


def evolve(room: Room, event: HarvestEvent, at: float) -> None:
    match event:
        case Reacted():
            on_reacted(room, event, at)
        case ReactionMarked():
            on_marked(room, event, at)
        case Contributed():
            on_contributed(room, event, at)
        case Endorsed():
            on_endorsed(room, event, at)
        case ContributionShown() | ContributionHidden():
            on_shown(room, event)
        case WordsWithdrawn():
            on_withdrawn(room, event)
        case WordsKept(words, text):
            room.words[words] = text
        case _:
            assert_never(event)


def on_reacted(room: Room, event: Reacted, at: float) -> None:
    if at != room.reactions_from:
        room.reactions.empty()
        room.reactions_from = at
    room.reactions[event.kind] = room.reactions.get(event.kind, 0) + 1
    if event.kind == "help":
        room.memory.signals.setdefault("help", Hint(at))


def on_marked(room: Room, event: ReactionMarked, at: float) -> None:
    memory = room.memory
    half = half_minute(room, at)
    if memory.reacted_in != half:
        memory.reacted.clear()
        memory.reacted_in = half
    memory.reacted.add((event.person, event.kind))
    if event.kind == "help":
        memory.signals.pop("help", None)
        memory.signals[f"help:{event.person}"] = Hint(at, event.person)
    elif event.kind in PRIVATE_REACTIONS:
        memory.counted[event.kind] = memory.counted.get(event.kind, 0) + 1
        memory.signals[event.kind] = Hint(at)


def on_struck(room: Room) -> None:
    """S5: what the room just felt is not shown any more."""
    room.reactions.empty()
    room.reactions_from = 0.0


def on_helper_called(room: Room, event: HelperCalled, at: float) -> None:
    room.memory.signals["helper"] = Hint(at)


def on_signal_cleared(room: Room, event: SignalCleared) -> None:
    room.memory.signals.pop(event.signal, None)
    room.memory.counted.pop(event.signal, None)


def on_contributed(room: Room, event: Contributed, at: float) -> None:
    room.contributions[event.contribution] = Contribution(event.kind, event.words, at, event.person)


def on_endorsed(room: Room, event: Endorsed, at: float) -> None:
    room.endorsed[event.contribution, event.person] = at
    room.endorsements[event.contribution] = room.endorsements.get(event.contribution, 0) + 1


def on_shown(room: Room, event: ContributionShown | ContributionHidden) -> None:
    """A contribution that was struck is not there any more."""
    now = room.contributions.get(event.contribution)
    if now:
        room.contributions[event.contribution] = replace(now, shown=isinstance(event, ContributionShown))


def on_withdrawn(room: Room, event: WordsWithdrawn) -> None:
    for id, one in list(room.contributions.items()):
        if one.words in event.words:
            room.contributions[id] = replace(one, withdrawn=True)
    for words in event.words:
        room.words.drop(words)
