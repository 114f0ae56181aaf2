"""What all audiences see: the session itself, and what goes on in it.

Here as in the other parts of views: what must be there is given in one go, and what may be absent is added, so that
the type checker holds it to its fields.
"""

from app.core.room import Room
from app.core.views import fields
from app.core.views.clock import moment
from app.core.views.people import role_of
from app.core.views.sheet import coming, running


def heading(room: Room) -> fields.Head:
    view: fields.Head = {"title": room.plan.title, "state": room.state, "address": room.plan.address}
    if room.plan.subtitle:
        view["subtitle"] = room.plan.subtitle
    if room.off_since is not None:
        view["off_record"] = True
    return view


def scene(room: Room, language: str) -> fields.Scene:
    view: fields.Running = {
        "roles": {role.key: role_of(role, no, room, language) for no, role in enumerate(room.plan.roles, 1)},
    }
    if item := running(room, language):
        view["item"] = item
    if following := coming(room, language):
        view["next"] = following
    if room.paused_at is not None:
        view["paused"] = True
    if room.moment:
        view["moment"] = {
            "kind": room.moment.kind,
            "length_s": room.moment.seconds,
            "ends_at": moment(room.moment.started_at + room.moment.seconds),
        }
    if room.invitation:
        view["invitation"] = room.invitation.kind
    return {**heading(room), **view}
