"""What each audience may see: phone, stage, console, and the part that is one person's own.

A view is a JSON-ready dictionary in one language. Nothing in it is null: what isn't there is absent, so that a JSON
Merge Patch (RFC 7396) can say every change. Whatever changes by itself is keyed by id, so that a patch stays small.
Times are epoch seconds (screens draw from them, T1), lengths seconds (`_s`). docs/protocol.md lists the fields.

No distribution of an open or unrevealed statement is in any view (V3), and no view walks a crowd.
"""

from collections.abc import Mapping
from typing import Any

from app.core import clock, queue, voting
from app.core.plan import Item, Role, say
from app.core.room import Chair, Room, StatementState, Word
from app.core.suppression import shown

View = dict[str, Any]

MOST_DOTS = 24
"""People of the outer circle drawn on a phone; more look the same, and a busy door costs no bytes."""
EVERYBODY = 100
"""Up to how many people the console lists by name; above it, those without a phone and those who queue or sit."""


def phone(room: Room, language: str) -> View:
    return _present(
        {
            **_common(room, language),
            "dots": min(_outer(room), MOST_DOTS),
            "ways": _ways(room),
            "circle": _circle(room, person=False, names=False),
        }
    )


def stage(room: Room, language: str) -> View:
    """Nothing private, ever (Q3, X5): names only where the item's rules say so."""
    if room.blanked:
        return {"blank": True, **_head(room)}
    rules = room.rules()
    view = {
        **_common(room, language),
        "code": room.code,
        "outer": _outer(room),
        "present": room.present,
        "projector": rules.projector,
    }
    circle = _circle(room, person=False, names=rules.projector == "first_names")
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
            view["word"]["name"] = _first_name(room, word.person)
    statement = _showing(room)
    if statement and "statement" in view:
        view["statement"] |= _turnout(room, statement)
    if rules.reactions == "room" and room.reactions:
        view["tide"] = {
            kind: count for kind, count in room.reactions.items() if kind not in ("pause", "help")
        }
    return view


def console(room: Room, language: str) -> View:
    view = {
        **_common(room, language),
        "code": room.code,
        "blank": room.blanked or None,
        "people": _people(room),
        "counts": {"connected": room.memory.connected, "joined": room.joined, "present": room.present},
        "items": {item.id: _planned(room, item, no, language) for no, item in enumerate(room.plan.items, 1)},
        "behind_s": round(clock.behind_s(room)),
        "circle": _circle(room, person=True, names=True),
        "queue": _queue(room),
        "statements": {
            id: _present(_statement(room, one, language) | _turnout(room, one) | {"item": one.statement.item})
            for id, one in room.statements.items()
        },
        "contributions": _contributions(room, everything=True),
        "reactions": {kind: n for kind, n in room.reactions.items() if kind not in ("pause", "help")},
        "hints": {key: _hint(room, hint.at, hint.person) for key, hint in room.hints.items()},
        "signals": _signals(room),
        "balance": balance(room),
        "control": _control(room),
        "undo": room.undo[-1].name if room.undo else None,
        "rules": _rules(room),
    }
    word = speaking(room)
    if word and "word" in view:
        view["word"] |= {"person": word.person, "name": _name(room, word.person)}
    return _present(view)


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
        own["called"] = _present(
            {
                "until": _at(entry.called_at + room.rules().call_timeout_s),
                "chair": entry.chair,
                "again": entry.times > 1 or None,
            }
        )
    elif entry:
        place = (queue_places(room) if places is None else places)[person]
        own["queue"] = {"ahead": place, "first": bool(entry.head)}
    return _present(own)


def queue_places(room: Room) -> dict[str, int]:
    """How many are ahead of each person in the queue."""
    return {person: ahead for ahead, person in enumerate(queue.order(room))}


def watcher(room: Room, console_id: str) -> View:
    """A console's own part: which one it is, and whether it has control (F1)."""
    return {"console": console_id, "control": room.controller in (None, console_id)}


def balance(room: Room) -> dict[str, View]:
    """F4: by role, share of seat time against share of people, each 0 to 1; only roles that have people here."""
    seconds = sum(room.seat_s.values())
    return {
        role: {
            "seat_share": round(room.seat_s.get(role, 0.0) / seconds, 3) if seconds else 0.0,
            "people_share": round(here / room.present, 3),
        }
        for role, here in room.present_by_role.items()
        if here
    }


def speaking(room: Room) -> Word | None:
    """Who has the word, on the record or off it."""
    return room.memory.word if room.off_since is not None else room.word


# Parts


def _head(room: Room) -> View:
    return _present(
        {
            "title": room.plan.title,
            "subtitle": room.plan.subtitle or None,
            "state": room.state,
            "address": room.plan.address,
            "off_record": room.off_since is not None or None,
        }
    )


def _common(room: Room, language: str) -> View:
    statement = _showing(room)
    return _present(
        {
            **_head(room),
            "roles": {
                role.key: _role(role, no, room, language) for no, role in enumerate(room.plan.roles, 1)
            },
            "item": _item(room, language),
            "next": _next(room, language),
            "paused": room.paused_at is not None or None,
            "moment": room.moment
            and {
                "kind": room.moment.kind,
                "length_s": room.moment.seconds,
                "ends_at": _at(room.moment.started_at + room.moment.seconds),
            },
            "word": _word(room),
            "invitation": room.invitation.kind if room.invitation else None,
            "statement": _statement(room, statement, language) if statement else None,
            "harvest": _contributions(room, everything=False),
        }
    )


def _role(role: Role, no: int, room: Room, language: str) -> View:
    own = room.plan.language
    return {
        "no": no,
        "label": say(role.label, language, own),
        "plural": say(role.plural, language, own),
        "reason": say(role.reason, language, own),
        "shape": role.shape,
        "color": role.color,
    }


def _item(room: Room, language: str) -> View | None:
    item = room.item()
    if item is None:
        return None
    state = room.state_of(item.id)
    remaining = clock.remaining_s(room)
    return _present(
        {
            "id": item.id,
            "kind": item.kind,
            "variant": item.variant,
            "title": say(item.title, language, room.plan.language),
            "question": say(item.question, language, room.plan.language) or None,
            "no": 1 + next(no for no, one in enumerate(room.plan.items) if one.id == item.id),
            "of": len(room.plan.items),
            "started_at": _at(state.started_at or 0.0),
            "length_s": item.planned_s + state.added_s,
            "ends_at": _at(clock.ends_at(room)),
            "remaining_s": None if remaining is None else round(remaining),
        }
    )


def _next(room: Room, language: str) -> View | None:
    """The first item that has not been run, after the running one."""
    items = room.plan.items
    start = 1 + next((no for no, one in enumerate(items) if one.id == room.current), -1)
    for item in items[start:]:
        if room.state_of(item.id).state == "planned":
            return _present(
                {
                    "id": item.id,
                    "kind": item.kind,
                    "title": say(item.title, language, room.plan.language),
                    "roles": list(item.roles) or None,
                }
            )
    return None


def _ways(room: Room) -> View:
    """What a phone may offer now; who may do it also depends on the circle's roles (C3)."""
    rules = room.rules()
    item = room.item()
    circle = item is not None and item.kind == "circle"
    free = any(chair.person is None and not chair.reserved_for for chair in room.chairs.values())
    return _present(
        {
            "ask": bool(item and rules.queue) or None,
            "take": (circle and rules.take_free and free) or None,
            "tap_in": (circle and rules.tap_in) or None,
            "leave": (circle and rules.leave) or None,
            "react": (item is not None and rules.reactions != "off") or None,
            "contribute": (item is not None and item.kind in ("harvest", "check_out")) or None,
        }
    )


def _circle(room: Room, person: bool, names: bool) -> View | None:
    if not room.chairs:
        return None
    word = speaking(room)
    return _present(
        {
            "roles": list(room.roles),
            "chairs": {
                str(no): _chair(room, chair, word, person, names) for no, chair in sorted(room.chairs.items())
            },
            "second_row": len(room.second_row) or None,
            "leave_asked": room.leave_asked is not None or None,
        }
    )


def _chair(room: Room, chair: Chair, word: Word | None, person: bool, names: bool) -> View:
    view: View = {"kind": chair.kind}
    sitter = chair.person
    if sitter:
        view["role"] = room.people[sitter].role
        if names:
            view["name"] = _name(room, sitter) if person else _first_name(room, sitter)
        if person:
            view |= {"person": sitter, "since": _at(chair.since)}
            if not room.people[sitter].phone:
                view["no_phone"] = True
        if word and word.person == sitter:
            view["word"] = _at(word.since)
    elif chair.reserved_for:
        view["kept"] = True
        if person:
            view["for"] = _name(room, chair.reserved_for)
    return view


def _word(room: Room) -> View | None:
    """Who has the word without a chair, as in a listen-back; in the circle it stands at the chair."""
    word = speaking(room)
    if word is None or word.person in room.seat_of:
        return None
    return {"role": room.people[word.person].role, "since": _at(word.since)}


def _outer(room: Room) -> int:
    return max(0, room.present - len(room.seat_of))


def _name(room: Room, person: str) -> str:
    return room.names.get(person) or room.people[person].alias


def _first_name(room: Room, person: str) -> str:
    return _name(room, person).split()[0]


def _showing(room: Room) -> StatementState | None:
    """The statement on the screens: the one last opened or revealed, while it is not a draft."""
    shown_now = room.statements.get(room.showing or "")
    if shown_now and shown_now.state != "draft":
        return shown_now
    return next((one for one in room.statements.values() if one.state == "open"), None)


def _statement(room: Room, one: StatementState, language: str) -> View:
    own = room.plan.language
    rounds = len(one.results) + (one.state == "open")
    return _present(
        {
            "id": one.statement.id,
            "no": one.number,
            "of": len(room.statements),
            "round": max(1, rounds),
            "state": one.state,
            "text": say(one.statement.text, language, own),
            "source": one.statement.source or None,
            "result": _result(room, one) if one.state == "revealed" else None,
            "before": _result(room, one, -2) if one.state == "revealed" and len(one.results) > 1 else None,
        }
    )


def _turnout(room: Room, one: StatementState) -> View:
    """How many of those who may vote have done so; all there is to know of an open vote (V3)."""
    if one.state == "draft":
        return {}
    if one.state == "open":
        by_hand = sum(sum(b.counts.values()) for (id, _), b in room.batches.items() if id == one.statement.id)
        return {"voted": room.voted.get(one.statement.id, 0) + by_hand, "eligible": one.eligible}
    return {"voted": sum(one.results[-1].totals.values()), "eligible": one.results[-1].eligible}


def _result(room: Room, one: StatementState, which: int = -1) -> View:
    result = one.results[which]
    k = voting.smallest_group(room, one.statement.id)
    if result.struck:
        return {"struck": True}
    return _present(
        {
            "totals": dict(result.totals),
            "eligible": result.eligible,
            "by_hand": bool(result.batches) or None,
            "k": k,
            "groups": shown(result.groups) or None,
        }
    )


def _contributions(room: Room, everything: bool) -> View | None:
    """By id; `no` grows in the order they came."""
    chosen = {
        id: _present(
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


# The console's own


def _people(room: Room) -> View:
    if len(room.people) <= EVERYBODY:
        listed = list(room.people)
    else:
        without = [id for id, one in room.people.items() if not one.phone][:EVERYBODY]
        listed = [
            *without,
            *(id for id in (*room.seat_of, *room.queue, *room.second_row) if id not in without),
        ]
    return {
        id: _present(
            {
                "no": one.number,
                "name": _name(room, id),
                "role": one.role,
                "phone": one.phone or None,
                "card": one.card or None,
                "present": one.present or None,
                "sat": one.sat or None,
            }
        )
        for id in listed
        for one in (room.people[id],)
    }


def _planned(room: Room, item: Item, no: int, language: str) -> View:
    state = room.state_of(item.id)
    actual = state.ended_at - state.started_at if state.ended_at and state.started_at else None
    return _present(
        {
            "no": no,
            "kind": item.kind,
            "variant": item.variant,
            "title": say(item.title, language, room.plan.language),
            "roles": list(item.roles) or None,
            "state": state.state,
            "planned_s": item.planned_s,
            "added_s": state.added_s or None,
            "started_at": _at(state.started_at),
            "actual_s": None if actual is None else round(actual),
        }
    )


def _queue(room: Room) -> list[View]:
    """In order, next first; the whole list is one value, since its order is its point."""
    timeout = room.rules().call_timeout_s
    return [
        _present(
            {
                "person": person,
                "name": _name(room, person),
                "role": room.people[person].role,
                "spoken": room.people[person].sat or None,
                "no_phone": (not room.people[person].phone) or None,
                "first": bool(entry.head) or None,
                "asked_at": _at(entry.asked_at),
                "until": _at(entry.called_at + timeout) if entry.called_at is not None else None,
                "declined": entry.declined or None,
            }
        )
        for person in queue.order(room)[:EVERYBODY]
        for entry in (room.queue[person],)
    ]


def _signals(room: Room) -> View:
    signals = {key: _hint(room, hint.at, hint.person) for key, hint in room.memory.signals.items()}
    if "pause" in signals:
        signals["pause"]["count"] = room.memory.pauses
    return signals


def _hint(room: Room, at: float, person: str) -> View:
    return {"at": _at(at), **({"name": _name(room, person)} if person in room.people else {})}


def _control(room: Room) -> View:
    memory = room.memory
    return _present(
        {
            "by": room.controller,
            "gone_since": _at(memory.gone_since) if room.controller else None,
            "asked_by": memory.asked_by,
            "consoles": len(memory.consoles),
        }
    )


def _rules(room: Room) -> View:
    rules = room.rules()
    return {
        "queue_order": rules.queue_order,
        "turn_guide_s": rules.turn_guide_s,
        "leave_prompt_s": rules.leave_prompt_s,
        "group_by": rules.group_by,
        "starters": rules.starters,
        "reactions": rules.reactions,
        "projector": rules.projector,
        "smallest_group": rules.smallest_group,
    }


def _at(moment: float | None) -> float | None:
    """Epoch seconds to the millisecond: what a screen needs, and shorter to send."""
    return None if moment is None else round(moment, 3)


def _present(view: View) -> View:
    return {key: value for key, value in view.items() if value is not None}
