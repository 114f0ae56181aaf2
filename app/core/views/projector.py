"""The stage, which a whole room reads."""

from app.core.room import Room
from app.core.views.parts import (
    View,
    circle_of,
    common,
    first_name,
    heading,
    outer_circle,
    showing,
    speaking,
    turnout,
)
from app.core.vocabulary import PRIVATE_REACTIONS


def stage(room: Room, language: str) -> View:
    """Nothing private, ever (Q3, X5): names only where the item's rules say so."""
    if room.blanked:
        return {"blank": True, **heading(room)}
    rules = room.rules()
    view = {
        **common(room, language),
        "code": room.code,
        "outer": outer_circle(room),
        "present": room.present,
        "projector": rules.projector,
    }
    circle = circle_of(room, person=False, names=rules.projector == "first_names")
    if circle:
        view["circle"] = circle
        if rules.projector == "nothing":
            for chair in circle["chairs"].values():
                chair.pop("role", None)
    word = speaking(room)
    if word and "word" in view:
        if rules.projector == "nothing":
            del view["word"]["role"]
        elif rules.projector == "first_names":
            view["word"]["name"] = first_name(room, word.person)
    statement = showing(room)
    if statement and "statement" in view:
        view["statement"] |= turnout(room, statement)
    if rules.reactions == "room" and room.reactions:
        view["tide"] = {
            kind: count for kind, count in room.reactions.items() if kind not in PRIVATE_REACTIONS
        }
    return view
