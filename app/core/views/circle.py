"""The circle and the word as several audiences see them."""

from app.core.room import Chair, Room, Word
from app.core.views import fields
from app.core.views.clock import moment
from app.core.views.people import first_name


def circle_of(room: Room, roles: bool = True, names: bool = False) -> fields.CircleView | None:
    """As everybody sees it; `roles` and `names`: whether who sits somewhere may be told so far."""
    if not room.chairs:
        return None
    word = speaking(room)
    view: fields.CircleView = {
        "roles": list(room.roles),
        "chairs": {
            str(no): _chair(room, chair, word, roles, names) for no, chair in sorted(room.chairs.items())
        },
    }
    if room.second_row:
        view["second_row"] = len(room.second_row)
    if room.leave_asked is not None:
        view["leave_asked"] = True
    return view


def _chair(room: Room, chair: Chair, word: Word | None, roles: bool, names: bool) -> fields.Chair:
    view: fields.Chair = {"kind": chair.kind}
    sitter = chair.person
    if sitter:
        if roles:
            view["role"] = room.people[sitter].role
        if names:
            view["name"] = first_name(room, sitter)
        if word and word.person == sitter:
            view["word"] = moment(word.since)
    elif chair.reserved_for:
        view["kept"] = True
    return view


def without_chair(room: Room) -> Word | None:
    """Who has the word without a chair, as in a listen-back; in the circle it stands at the chair."""
    word = speaking(room)
    return None if word is None or word.person in room.seat_of else word


def speaking(room: Room) -> Word | None:
    """Who has the word, on the record or off it."""
    return room.memory.word if room.off_since is not None else room.word
