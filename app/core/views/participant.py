"""A phone, and what of it is one person's own."""

from collections.abc import Mapping

from app.core import queue
from app.core.room import Room
from app.core.views.parts import (
    View,
    circle_of,
    common,
    moment,
    outer_circle,
    speaking,
    without_nulls,
)

MOST_DOTS = 24
"""People of the outer circle drawn on a phone; more look the same, and a busy door costs no bytes."""


def phone(room: Room, language: str) -> View:
    shared = common(room, language)
    # Apart, since it is told less often and in few bytes: of the whole harvest this alone keeps changing.
    harvest: View = shared.get("harvest", {})
    endorsed = {id: count for id, one in harvest.items() if (count := one.pop("endorsed"))}
    item = room.item()
    return without_nulls(
        {
            **shared,
            "endorsed": (item and item.kind == "harvest" and endorsed) or None,
            "dots": min(outer_circle(room), MOST_DOTS),
            "ways": _ways(room),
            "circle": circle_of(room, person=False, names=False),
        }
    )


def _ways(room: Room) -> View:
    """What a phone may offer now; who may do it also depends on the circle's roles (C3)."""
    rules = room.rules()
    item = room.item()
    circle = item is not None and item.kind == "circle"
    free = any(chair.person is None and not chair.reserved_for for chair in room.chairs.values())
    return without_nulls(
        {
            "ask": bool(item and rules.queue) or None,
            "take": (circle and rules.take_free and free) or None,
            "tap_in": (circle and rules.tap_in) or None,
            "leave": (circle and rules.leave) or None,
            "react": (item is not None and rules.reactions != "off") or None,
            "contribute": (item is not None and item.kind in ("harvest", "check_out")) or None,
        }
    )


def me(room: Room, person: str, places: Mapping[str, int] | None = None) -> View:
    """What is this person's own: chair, place in the queue, call, votes, words. `places`: from `queue_places`, when
    many are told at once. The same in every language."""
    one = room.people.get(person)
    if one is None:
        return {}
    entry = room.queue.get(person)
    own: View = {
        "person": person,
        "role": one.role,
        "name": room.names.get(person, one.alias),
        "present": one.present,
        "consent": {"votes": one.consent.votes, "words": one.consent.words, "story": one.consent.story},
        "sat": one.sat or None,
        "chair": room.seat_of.get(person),
        "word": True if (word := speaking(room)) and word.person == person else None,
        "second_row": person in room.second_row or None,
        "votes": {
            f"{id}.{len(state.results) + 1}": room.ballots[id, person]
            for id, state in room.statements.items()
            if state.state == "open" and (id, person) in room.ballots
        },
        "said": {
            id: {"kind": said.kind, "text": room.words.get(said.words, "")}
            for id, said in room.contributions.items()
            if said.person == person and not said.withdrawn
        },
        "endorsed": {id: True for id in room.contributions if (id, person) in room.endorsed},
    }
    if entry and entry.called_at is not None:
        own["called"] = without_nulls(
            {
                "until": moment(entry.called_at + room.rules().call_timeout_s),
                "chair": entry.chair,
                "again": entry.times > 1 or None,
            }
        )
    elif entry:
        place = (queue_places(room) if places is None else places)[person]
        own["queue"] = {"ahead": place, "first": bool(entry.head)}
    return without_nulls(own)


def queue_places(room: Room) -> dict[str, int]:
    """How many are ahead of each person in the queue."""
    return {person: ahead for ahead, person in enumerate(queue.order(room))}
