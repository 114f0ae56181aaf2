"""A phone, and what of it is one person's own."""

from collections.abc import Mapping

from app.core.room import Entry, Room
from app.core.rules import queue
from app.core.views.circle import circle_of, speaking, without_chair
from app.core.views.clock import moment
from app.core.views.fields import Called, Me, PhoneOnly, PhoneView, Ways
from app.core.views.harvest import contribution_of, on_screens
from app.core.views.heading import scene
from app.core.views.people import outer_circle
from app.core.views.statements import showing, statement_of

MOST_DOTS = 24
"""People of the outer circle drawn on a phone; more look the same, and a busy door costs no bytes."""


def phone(room: Room, language: str) -> PhoneView:
    view: PhoneOnly = {"dots": min(outer_circle(room), MOST_DOTS), "ways": _ways(room)}
    if word := without_chair(room):
        view["word"] = {"role": room.people[word.person].role, "since": moment(word.since)}
    if statement := showing(room):
        view["statement"] = statement_of(room, statement, language)
    if harvest := [(id, one) for id, one in room.contributions.items() if on_screens(one)]:
        view["harvest"] = {id: contribution_of(room, id, one) for id, one in harvest}
        item = room.item()
        # Apart, since it is told less often and in few bytes: of the whole harvest this alone keeps changing.
        endorsed = {id: count for id, _ in harvest if (count := room.endorsements.get(id, 0))}
        if endorsed and item and item.kind == "harvest":
            view["endorsed"] = endorsed
    if circle := circle_of(room):
        view["circle"] = circle
    return {**scene(room, language), **view}


def _ways(room: Room) -> Ways:
    rules = room.rules()
    item = room.item()
    if item is None:
        return {}
    ways: Ways = {}
    if rules.queue:
        ways["ask"] = True
    if item.kind == "circle":
        if rules.take_free and any(
            one.person is None and not one.reserved_for for one in room.chairs.values()
        ):
            ways["take"] = True
        if rules.tap_in:
            ways["tap_in"] = True
        if rules.leave:
            ways["leave"] = True
    if rules.reactions != "off":
        ways["react"] = True
    if item.kind in ("harvest", "check_out"):
        ways["contribute"] = True
    return ways


def me(room: Room, person: str, places: Mapping[str, int] | None = None) -> Me:
    """What is this person's own: chair, place in the queue, call, votes, words. `places`: from `queue_places`, when
    many are told at once. The same in every language."""
    one = room.people.get(person)
    if one is None:
        return {}
    own: Me = {
        "person": person,
        "role": one.role,
        "name": room.names.get(person, one.alias),
        "present": one.present,
        "consent": {"votes": one.consent.votes, "words": one.consent.words, "story": one.consent.story},
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
    if one.sat:
        own["sat"] = True
    if (chair := room.seat_of.get(person)) is not None:
        own["chair"] = chair
    if (word := speaking(room)) and word.person == person:
        own["word"] = True
    if person in room.second_row:
        own["second_row"] = True
    entry = room.queue.get(person)
    if entry and entry.called_at is not None:
        own["called"] = _called(entry, entry.called_at + room.rules().call_timeout_s)
    elif entry:
        place = (queue_places(room) if places is None else places)[person]
        own["queue"] = {"ahead": place, "first": bool(entry.head)}
    return own


def _called(entry: Entry, until: float) -> Called:
    view: Called = {"until": moment(until)}
    if entry.chair is not None:
        view["chair"] = entry.chair
    if entry.times > 1:
        view["again"] = True
    return view


def queue_places(room: Room) -> dict[str, int]:
    """How many are ahead of each person in the queue."""
    return {person: ahead for ahead, person in enumerate(queue.order(room))}
