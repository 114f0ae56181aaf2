"""What several audiences see of the harvest."""

from app.core.room import Contribution, Room
from app.core.views import fields
from app.core.vocabulary import SHARED_REACTIONS, SharedReaction


def contribution_of(room: Room, id: str, one: Contribution) -> fields.Contribution:
    view: fields.Contribution = {"no": int(id[1:]), "kind": one.kind}
    if (text := room.words.get(one.words)) is not None:
        view["text"] = text
    if one.withdrawn:
        view["withdrawn"] = True
    if one.shown:
        view["shown"] = True
    if not one.person:
        view["noted"] = True
    return view


def contributions_of(room: Room, everything: bool) -> dict[str, fields.CountedContribution]:
    """By id."""
    return {
        id: {**contribution_of(room, id, one), "endorsed": room.endorsements.get(id, 0)}
        for id, one in room.contributions.items()
        if everything or on_screens(one)
    }


def on_screens(one: Contribution) -> bool:
    return one.shown and not one.withdrawn


def reactions_of(room: Room) -> dict[SharedReaction, int]:
    """R1: what the room may hear of how it listens."""
    return {kind: room.reactions[kind] for kind in SHARED_REACTIONS if kind in room.reactions}
