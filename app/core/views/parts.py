"""What several audiences see alike: the item, the circle, the statement, what was shown of the harvest.

Each takes what must be there in one go and adds what may be absent, so that the type checker holds it to its fields.
"""

from app.core import clock, voting
from app.core.plan import Role, say
from app.core.room import Chair, Contribution, Room, StatementState, Word
from app.core.suppression import shown
from app.core.views import fields
from app.core.vocabulary import CHOICES, SHARED_REACTIONS, SharedReaction


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


def outer_circle(room: Room) -> int:
    return max(0, room.present - len(room.seat_of))


def name_of(room: Room, person: str) -> str:
    return room.names.get(person) or room.people[person].alias


def first_name(room: Room, person: str) -> str:
    return name_of(room, person).split()[0]


def showing(room: Room) -> StatementState | None:
    """The statement on the screens: the one last opened or revealed, while it is not a draft."""
    shown_now = room.statements.get(room.showing or "")
    if shown_now and shown_now.state != "draft":
        return shown_now
    return next((one for one in room.statements.values() if one.state == "open"), None)


def statement_of(room: Room, one: StatementState, language: str) -> fields.Statement:
    own = room.plan.language
    rounds = len(one.results) + (one.state == "open")
    view: fields.Statement = {
        "id": one.statement.id,
        "no": one.number,
        "of": len(room.statements),
        "round": max(1, rounds),
        "state": one.state,
        "text": say(one.statement.text, language, own),
    }
    if one.statement.source:
        view["source"] = one.statement.source
    if one.state == "revealed":
        view["result"] = result_of(room, one)
        if len(one.results) > 1:
            view["before"] = result_of(room, one, -2)
    return view


def turnout(room: Room, one: StatementState) -> fields.Turnout:
    """How many of those who may vote have done so; all there is to know of an open vote (V3)."""
    if one.state == "draft":
        return {}
    if one.state == "open":
        by_hand = sum(sum(b.counts.values()) for (id, _), b in room.batches.items() if id == one.statement.id)
        voted = room.voted.get(one.statement.id, 0) + by_hand
        return {"voted": voted, "eligible": max(one.eligible, voted)}
    return {"voted": sum(one.results[-1].totals.values()), "eligible": voting.eligible(one.results[-1])}


def result_of(room: Room, one: StatementState, which: int = -1) -> fields.Result:
    result = one.results[which]
    if result.struck:
        return {"struck": True}
    view: fields.Result = {
        "totals": {choice: result.totals[choice] for choice in CHOICES},
        "eligible": voting.eligible(result),
        "k": voting.smallest_group(room, one.statement.id),
    }
    if result.batches:
        view["by_hand"] = True
    if groups := shown(result.groups):
        view["groups"] = groups
    return view


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


def moment(at: float) -> float:
    """Epoch seconds to the millisecond: what a screen needs, and shorter to send."""
    return round(at, 3)
