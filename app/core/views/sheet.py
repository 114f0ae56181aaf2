"""The run sheet as several audiences see it: what runs, and what comes."""

from app.core.plan import say
from app.core.room import Room
from app.core.rules import clock
from app.core.views import fields
from app.core.views.clock import moment


def running(room: Room, language: str) -> fields.Item | None:
    item = room.item()
    if item is None:
        return None
    state = room.state_of(item.id)
    view: fields.Item = {
        "id": item.id,
        "kind": item.kind,
        "title": say(item.title, language, room.plan.language),
        "no": 1 + next(no for no, one in enumerate(room.plan.items) if one.id == item.id),
        "of": len(room.plan.items),
        "started_at": moment(state.started_at or 0.0),
        "length_s": item.planned_s + state.added_s,
    }
    if item.variant is not None:
        view["variant"] = item.variant
    if question := say(item.question, language, room.plan.language):
        view["question"] = question
    if (ends := clock.ends_at(room)) is not None:
        view["ends_at"] = moment(ends)
    if (remaining := clock.remaining_s(room)) is not None:
        view["remaining_s"] = round(remaining)
    return view


def coming(room: Room, language: str) -> fields.Following | None:
    """The first item that has not been run, after the running one."""
    items = room.plan.items
    start = 1 + next((no for no, one in enumerate(items) if one.id == room.current), -1)
    for item in items[start:]:
        if room.state_of(item.id).state == "planned":
            view: fields.Following = {
                "id": item.id,
                "kind": item.kind,
                "title": say(item.title, language, room.plan.language),
            }
            if item.roles:
                view["roles"] = list(item.roles)
            return view
    return None
