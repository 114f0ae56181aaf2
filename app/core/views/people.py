"""People as several audiences see them: roles, names, how many stand around."""

from app.core.plan import Role, say
from app.core.room import Room
from app.core.views import fields


def role_of(role: Role, no: int, room: Room, language: str) -> fields.Role:
    own = room.plan.language
    return {
        "no": no,
        "label": say(role.label, language, own),
        "plural": say(role.plural, language, own),
        "reason": say(role.reason, language, own),
        "shape": role.shape,
        "color": role.color,
    }


def outer_circle(room: Room) -> int:
    return max(0, room.present - len(room.seat_of))


def name_of(room: Room, person: str) -> str:
    return room.names.get(person) or room.people[person].alias


def first_name(room: Room, person: str) -> str:
    return name_of(room, person).split()[0]
