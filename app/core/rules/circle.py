"""The chairs: who sits, who may, and what happens when somebody does (C1-C8).

The deciding half gives events and changes nothing; the evolving half (`on_...`) changes the room and never refuses.
"""

from dataclasses import replace

from app.core.events import Event
from app.core.messages.circle import ChairAdded, ChairRemoved, CircleFormed, LeaveAsked, Sat, Stood, Swapped
from app.core.plan import UNSAID, Item, Rules
from app.core.refusal import Refusal
from app.core.room import Chair, Room
from app.core.vocabulary import MOST_CHAIRS, ChairKind

# Deciding


def form(room: Room, item: Item) -> list[Event]:
    """The circle an item begins with: empty chairs, or the first group seated at once."""
    if item.rules.group_by == "none":
        return [CircleFormed(kinds(item.rules, item.rules.chairs), item.roles)]
    if item.rules.group_by == "count":
        return [_counted_off(room, item.rules, 0, {})]
    roles = item.roles or first_role(room)
    return [_by_role(room, item.rules, roles, {})]


def swap(room: Room, role: str | None) -> list[Event]:
    """C5. Without a role: the next one that has people here, or the next group that was counted off."""
    item = room.planned(room.circle_item) if room.circle_item else None
    if item is None or not room.chairs:
        raise Refusal("no_circle")
    kept = {no: chair for no, chair in room.chairs.items() if chair.kind == "case_giver" and chair.person}
    if item.rules.group_by == "count" and role is None:
        return [_counted_off(room, item.rules, room.group + 1, kept)]
    if role is None:
        following = next_role(room, item)
        if following is None:
            raise Refusal("no_other_role")
        role = following
    elif room.plan.role(role) is None:
        raise Refusal("unknown_role")
    return [_by_role(room, item.rules, (role,), kept)]


def first_role(room: Room) -> tuple[str, ...]:
    here = [role.key for role in room.plan.roles if room.present_by_role.get(role.key)]
    return tuple(here[:1])


def next_role(room: Room, item: Item) -> str | None:
    """The first role after those in the circle, in the session's order, that has people here; while the item's own
    roles take turns, one of those. Who would rather not say is never asked in as a group."""
    keys = [role.key for role in room.plan.roles if role.key != UNSAID]
    last = max((keys.index(role) for role in room.roles if role in keys), default=-1)
    following = [
        key
        for key in keys[last + 1 :] + keys[: last + 1]
        if key not in room.roles and room.present_by_role.get(key)
    ]
    among_themselves = set(room.roles) <= set(item.roles)
    first = [key for key in following if among_themselves and key in item.roles]
    return next(iter([*first, *following]), None)


def _by_role(room: Room, rules: Rules, roles: tuple[str, ...], kept: dict[int, Chair]) -> Swapped:
    staying = {chair.person for chair in kept.values()}
    group = [id for id, person in here(room) if person in roles and id not in staying]
    return _seat_group(rules, roles, group, kept, 0)


def _counted_off(room: Room, rules: Rules, number: int, kept: dict[int, Chair]) -> Swapped:
    staying = {chair.person for chair in kept.values()}
    people = [id for id, _ in here(room) if id not in staying]
    size = max(1, rules.chairs - len(kept))
    start = number * size
    if start >= len(people):
        number = start = 0
    return _seat_group(rules, (), people[start : start + size], kept, number)


def _seat_group(
    rules: Rules, roles: tuple[str, ...], group: list[str], kept: dict[int, Chair], number: int
) -> Swapped:
    wanted = len(group) + len(kept)
    count = min(max(wanted, rules.chairs), rules.chairs_most) if rules.chairs_by_group else rules.chairs
    chairs = kinds(rules, max(count, max(kept, default=0)))
    free = [no for no, kind in enumerate(chairs, 1) if no not in kept and kind == "regular"]
    seated = dict(zip(free, group, strict=False))
    return Swapped(roles, chairs, seated, tuple(group[len(free) :]), number)


def here(room: Room) -> list[tuple[str, str]]:
    """(person, role) of everybody present, in the order they came."""
    present = sorted((one.number, id) for id, one in room.people.items() if one.present)
    return [(id, room.people[id].role) for _, id in present]


def kinds(rules: Rules, count: int) -> tuple[ChairKind, ...]:
    """The kind of each chair: the case-giver's first, the open ones last."""
    givers = min(rules.case_giver_chairs, count)
    opened = min(rules.open_chairs, count - givers)
    chairs: list[ChairKind] = ["regular"] * count
    chairs[:givers] = ["case_giver"] * givers
    chairs[count - opened :] = ["open"] * opened
    return tuple(chairs)


def sit(room: Room, person: str, chair: int) -> list[Event]:
    """Seat somebody: whoever was there stands, and so does the person, wherever they sat (C1, C8)."""
    events: list[Event] = []
    there = room.chairs[chair].person
    if there == person:
        return []
    if there is not None:
        events.append(Stood(there, chair))
    before = room.seat_of.get(person)
    if before is not None:
        events.append(Stood(person, before))
    events.append(Sat(person, chair))
    others_taken = all(one.person or no == chair for no, one in room.chairs.items())
    if room.rules().open_chairs and others_taken and before is None and there is None:
        events.append(LeaveAsked())
    return events


def may_sit(room: Room, person: str) -> bool:
    """C3: the roles of this round."""
    return not room.roles or room.people[person].role in room.roles


def leave_chair(room: Room, person: str) -> list[Event]:
    if person not in room.seat_of:
        raise Refusal("not_seated")
    if not room.rules().leave and room.current:
        raise Refusal("stay_until_the_end")
    return [Stood(person, room.seat_of[person])]


def best_free(room: Room, person: str) -> int | None:
    """The chair kept for this person, else the first free one nobody was called for, the open chair last."""
    entry = room.queue.get(person)
    kept = entry.chair if entry else None
    if kept is not None and kept in room.chairs and room.chairs[kept].person is None:
        return kept
    free = [no for no in room.free_chairs() if room.chairs[no].reserved_for in (None, person)]
    free = [no for no in free if room.chairs[no].kind != "case_giver"] or free
    return min(free, key=lambda no: (room.chairs[no].kind == "open", no), default=None)


def seat(room: Room, person: str, chair: int | None) -> list[Event]:
    """The facilitator may always seat anyone (C3, C8)."""
    if not room.chairs:
        raise Refusal("no_circle")
    if chair is None:
        chair = best_free(room, person) or next(iter(room.free_chairs()), None)
    if chair is None:
        raise Refusal("no_free_chair")
    if chair not in room.chairs:
        raise Refusal("unknown_chair")
    return sit(room, person, chair)


def add_chair(room: Room) -> list[Event]:
    if not room.chairs:
        raise Refusal("no_circle")
    if len(room.chairs) >= MOST_CHAIRS:
        raise Refusal("too_many_chairs", most=MOST_CHAIRS)
    return [ChairAdded(max(room.chairs) + 1)]


def remove_chair(room: Room, chair: int | None) -> list[Event]:
    free = room.free_chairs()
    if chair is None:
        if not free:
            raise Refusal("no_free_chair")
        chair = free[-1]
    if chair not in room.chairs:
        raise Refusal("unknown_chair")
    if chair not in free:
        raise Refusal("chair_taken")
    return [ChairRemoved(chair)]


def sits_in(room: Room, person: str, chair: int) -> bool:
    return chair in room.chairs and room.chairs[chair].person == person


# Evolving


def on_item_started(room: Room, item: Item | None) -> None:
    """In a listen-back the circle stays as it sits."""
    room.invitation = None
    if item is None or item.kind != "listen_back":
        on_cleared(room)
        room.roles = item.roles if item else ()
        room.circle_item = None


def on_item_ended(room: Room) -> None:
    room.invitation = None
    room.idle_since = room.leave_asked = None
    room.hints.drop("leave_prompt")
    room.hints.drop("open_chair_idle")


def on_resumed(room: Room, length: float) -> None:
    if room.idle_since is not None:
        room.idle_since += length
    if room.leave_asked is not None:
        room.leave_asked += length


def on_left(room: Room, person: str) -> None:
    room.second_row = tuple(one for one in room.second_row if one != person)


def on_hint_cleared(room: Room, hint: str) -> None:
    if hint == "open_chair_idle":
        room.idle_since = None
    elif hint == "leave_prompt":
        room.leave_asked = None


def on_formed(room: Room, event: CircleFormed) -> None:
    on_cleared(room)
    room.circle_item = room.current
    room.roles = event.roles
    for no, kind in enumerate(event.chairs, 1):
        room.chairs[no] = Chair(kind)


def on_swapped(room: Room, event: Swapped, at: float) -> None:
    kept = {no: chair for no, chair in room.chairs.items() if chair.kind == "case_giver" and chair.person}
    on_cleared(room)
    if room.item() and room.rules().group_by != "none":
        room.circle_item = room.current
    room.roles, room.group, room.second_row = event.roles, event.group, event.second_row
    for no, kind in enumerate(event.chairs, 1):
        room.chairs[no] = kept.get(no) or Chair(kind)
    for no, chair in kept.items():
        if chair.person:
            room.seat_of[chair.person] = no
    for no, person in event.seated.items():
        _take(room, person, no, at)


def on_cleared(room: Room) -> None:
    """Everybody stands and the chairs are put away."""
    room.seat_of.empty()
    room.chairs.empty()
    room.second_row = ()
    room.full_at = room.leave_asked = room.idle_since = None
    room.hints.drop("leave_prompt")
    room.hints.drop("open_chair_idle")


def _take(room: Room, person: str, no: int, at: float) -> None:
    room.chairs[no] = Chair(room.chairs[no].kind, person, at)
    room.seat_of[person] = no
    if person in room.second_row:
        on_left(room, person)


def on_sat(room: Room, event: Sat, at: float) -> None:
    _take(room, event.person, event.chair, at)
    room.invitation = None
    if not room.free_chairs():
        room.full_at = at
    watch_open_chair(room, at)


def on_stood(room: Room, event: Stood, at: float) -> None:
    kind = room.chairs[event.chair].kind
    taken_open = [
        no for no, one in room.chairs.items() if one.kind == "open" and one.person and no != event.chair
    ]
    if (
        kind == "regular"
        and taken_open
        and not any(room.chairs[no].kind == "open" for no in room.free_chairs())
    ):
        room.chairs[taken_open[0]] = replace(room.chairs[taken_open[0]], kind="regular")
        kind = "open"
    room.chairs[event.chair] = Chair(kind)
    room.seat_of.drop(event.person)
    room.leave_asked = None
    room.hints.drop("leave_prompt")
    watch_open_chair(room, at)


def on_chair_added(room: Room, event: ChairAdded, at: float) -> None:
    missing = room.rules().open_chairs > sum(one.kind == "open" for one in room.chairs.values())
    room.chairs[event.chair] = Chair("open" if missing else "regular")
    room.leave_asked = None
    room.hints.drop("leave_prompt")
    watch_open_chair(room, at)


def on_chair_removed(room: Room, event: ChairRemoved, at: float) -> None:
    room.chairs.drop(event.chair)
    watch_open_chair(room, at)


def release(room: Room, person: str) -> None:
    """Nobody is expected any more in the chair that was kept for this person."""
    for no, chair in list(room.chairs.items()):
        if chair.reserved_for == person:
            room.chairs[no] = replace(chair, reserved_for=None)


def watch_open_chair(room: Room, at: float) -> None:
    """C6: since when the open chair has been free and nobody was called to it."""
    idle = any(one.kind == "open" and not one.person and not one.reserved_for for one in room.chairs.values())
    if not idle:
        room.idle_since = None
        room.hints.drop("open_chair_idle")
    elif room.idle_since is None and "open_chair_idle" not in room.hints:
        room.idle_since = at


def count_seat_time(room: Room, at: float) -> None:
    """Seconds in the circle by role, of circles only and without their pauses (F4)."""
    item = room.item()
    if item is not None and item.kind == "circle" and room.paused_at is None:
        for person in room.seat_of:
            role = room.people[person].role
            room.seat_s[role] = room.seat_s.get(role, 0.0) + at - room.counted_at
    room.counted_at = at
