"""What several audiences see alike: the item, the circle, the statement, what was shown of the harvest."""

from typing import Any

from app.core import clock, voting
from app.core.plan import Role, say
from app.core.room import Chair, Room, StatementState, Word
from app.core.suppression import shown

View = dict[str, Any]


def heading(room: Room) -> View:
    return without_nulls(
        {
            "title": room.plan.title,
            "subtitle": room.plan.subtitle or None,
            "state": room.state,
            "address": room.plan.address,
            "off_record": room.off_since is not None or None,
        }
    )


def common(room: Room, language: str) -> View:
    statement = showing(room)
    return without_nulls(
        {
            **heading(room),
            "roles": {
                role.key: role_of(role, no, room, language) for no, role in enumerate(room.plan.roles, 1)
            },
            "item": running(room, language),
            "next": coming(room, language),
            "paused": room.paused_at is not None or None,
            "moment": room.moment
            and {
                "kind": room.moment.kind,
                "length_s": room.moment.seconds,
                "ends_at": moment(room.moment.started_at + room.moment.seconds),
            },
            "word": word_of(room),
            "invitation": room.invitation.kind if room.invitation else None,
            "statement": statement_of(room, statement, language) if statement else None,
            "harvest": contributions_of(room, everything=False),
        }
    )


def role_of(role: Role, no: int, room: Room, language: str) -> View:
    own = room.plan.language
    return {
        "no": no,
        "label": say(role.label, language, own),
        "plural": say(role.plural, language, own),
        "reason": say(role.reason, language, own),
        "shape": role.shape,
        "color": role.color,
    }


def running(room: Room, language: str) -> View | None:
    item = room.item()
    if item is None:
        return None
    state = room.state_of(item.id)
    remaining = clock.remaining_s(room)
    return without_nulls(
        {
            "id": item.id,
            "kind": item.kind,
            "variant": item.variant,
            "title": say(item.title, language, room.plan.language),
            "question": say(item.question, language, room.plan.language) or None,
            "no": 1 + next(no for no, one in enumerate(room.plan.items) if one.id == item.id),
            "of": len(room.plan.items),
            "started_at": moment(state.started_at or 0.0),
            "length_s": item.planned_s + state.added_s,
            "ends_at": moment(clock.ends_at(room)),
            "remaining_s": None if remaining is None else round(remaining),
        }
    )


def coming(room: Room, language: str) -> View | None:
    """The first item that has not been run, after the running one."""
    items = room.plan.items
    start = 1 + next((no for no, one in enumerate(items) if one.id == room.current), -1)
    for item in items[start:]:
        if room.state_of(item.id).state == "planned":
            return without_nulls(
                {
                    "id": item.id,
                    "kind": item.kind,
                    "title": say(item.title, language, room.plan.language),
                    "roles": list(item.roles) or None,
                }
            )
    return None


def circle_of(room: Room, person: bool, names: bool) -> View | None:
    if not room.chairs:
        return None
    word = speaking(room)
    return without_nulls(
        {
            "roles": list(room.roles),
            "chairs": {
                str(no): chair_of(room, chair, word, person, names)
                for no, chair in sorted(room.chairs.items())
            },
            "second_row": len(room.second_row) or None,
            "leave_asked": room.leave_asked is not None or None,
        }
    )


def chair_of(room: Room, chair: Chair, word: Word | None, person: bool, names: bool) -> View:
    view: View = {"kind": chair.kind}
    sitter = chair.person
    if sitter:
        view["role"] = room.people[sitter].role
        if names:
            view["name"] = name_of(room, sitter) if person else first_name(room, sitter)
        if person:
            view |= {"person": sitter, "since": moment(chair.since)}
            if not room.people[sitter].phone:
                view["no_phone"] = True
        if word and word.person == sitter:
            view["word"] = moment(word.since)
    elif chair.reserved_for:
        view["kept"] = True
        if person:
            view["for"] = name_of(room, chair.reserved_for)
    return view


def word_of(room: Room) -> View | None:
    """Who has the word without a chair, as in a listen-back; in the circle it stands at the chair."""
    word = speaking(room)
    if word is None or word.person in room.seat_of:
        return None
    return {"role": room.people[word.person].role, "since": moment(word.since)}


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


def statement_of(room: Room, one: StatementState, language: str) -> View:
    own = room.plan.language
    rounds = len(one.results) + (one.state == "open")
    return without_nulls(
        {
            "id": one.statement.id,
            "no": one.number,
            "of": len(room.statements),
            "round": max(1, rounds),
            "state": one.state,
            "text": say(one.statement.text, language, own),
            "source": one.statement.source or None,
            "result": result_of(room, one) if one.state == "revealed" else None,
            "before": result_of(room, one, -2) if one.state == "revealed" and len(one.results) > 1 else None,
        }
    )


def turnout(room: Room, one: StatementState) -> View:
    """How many of those who may vote have done so; all there is to know of an open vote (V3)."""
    if one.state == "draft":
        return {}
    if one.state == "open":
        by_hand = sum(sum(b.counts.values()) for (id, _), b in room.batches.items() if id == one.statement.id)
        voted = room.voted.get(one.statement.id, 0) + by_hand
        return {"voted": voted, "eligible": max(one.eligible, voted)}
    return {"voted": sum(one.results[-1].totals.values()), "eligible": voting.eligible(one.results[-1])}


def result_of(room: Room, one: StatementState, which: int = -1) -> View:
    result = one.results[which]
    k = voting.smallest_group(room, one.statement.id)
    if result.struck:
        return {"struck": True}
    return without_nulls(
        {
            "totals": dict(result.totals),
            "eligible": voting.eligible(result),
            "by_hand": bool(result.batches) or None,
            "k": k,
            "groups": shown(result.groups) or None,
        }
    )


def contributions_of(room: Room, everything: bool) -> View | None:
    """By id; `no` grows in the order they came."""
    chosen = {
        id: without_nulls(
            {
                "no": int(id[1:]),
                "kind": one.kind,
                "text": room.words.get(one.words),
                "withdrawn": one.withdrawn or None,
                "endorsed": room.endorsements.get(id, 0),
                "shown": one.shown or None,
                "noted": (not one.person) or None,
            }
        )
        for id, one in room.contributions.items()
        if everything or (one.shown and not one.withdrawn)
    }
    return chosen or None


def moment(moment: float | None) -> float | None:
    """Epoch seconds to the millisecond: what a screen needs, and shorter to send."""
    return None if moment is None else round(moment, 3)


def without_nulls(view: View) -> View:
    return {key: value for key, value in view.items() if value is not None}
