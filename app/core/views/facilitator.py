"""The console: everything that helps to run the evening, for the facilitator alone."""

from collections import Counter

from app.core import clock, queue
from app.core.plan import Item, say
from app.core.room import Room
from app.core.views.parts import (
    View,
    circle_of,
    common,
    contributions_of,
    moment,
    name_of,
    speaking,
    statement_of,
    turnout,
    without_nulls,
)
from app.core.vocabulary import PRIVATE_REACTIONS

EVERYBODY = 100
"""Up to how many people the console lists by name; above it, those without a phone and those who queue or sit."""


def console(room: Room, language: str) -> View:
    view = {
        **common(room, language),
        "code": room.code,
        "blank": room.blanked or None,
        "people": _people(room),
        "counts": {"connected": room.memory.connected, "joined": room.joined, "present": room.present},
        "items": {item.id: _planned(room, item, no, language) for no, item in enumerate(room.plan.items, 1)},
        "behind_s": round(clock.behind_s(room)),
        "circle": circle_of(room, person=True, names=True),
        "queue": _queue(room),
        "statements": {
            id: without_nulls(
                statement_of(room, one, language) | turnout(room, one) | {"item": one.statement.item}
            )
            for id, one in room.statements.items()
        },
        "contributions": contributions_of(room, everything=True),
        "reactions": {kind: n for kind, n in room.reactions.items() if kind not in PRIVATE_REACTIONS},
        "hints": {key: _hint(room, hint.at, hint.person) for key, hint in room.hints.items()},
        "signals": _signals(room),
        "balance": balance(room),
        "control": _control(room),
        "undo": room.undo[-1].name if room.undo else None,
        "rules": _rules(room),
    }
    word = speaking(room)
    if word and "word" in view:
        view["word"] |= {"person": word.person, "name": name_of(room, word.person)}
    return without_nulls(view)


def watcher(room: Room, console_id: str) -> View:
    """A console's own part: which one it is, and whether it has control (F1)."""
    return {"console": console_id, "control": room.controller in (None, console_id)}


def balance(room: Room) -> dict[str, View]:
    """F4: by role, share of seat time against share of people, each 0 to 1; only roles that have people here.
    Until anybody has moved, everybody in the first circle has sat equally long."""
    sitting = Counter(room.people[person].role for person in room.seat_of)
    seconds = room.seat_s if any(room.seat_s.values()) else sitting
    together = sum(seconds.values())
    return {
        role: {
            "seat_share": round(seconds.get(role, 0.0) / together, 3) if together else 0.0,
            "people_share": round(here / room.present, 3),
        }
        for role, here in room.present_by_role.items()
        if here
    }


def _people(room: Room) -> View:
    if len(room.people) <= EVERYBODY:
        listed = list(room.people)
    else:
        without = list(room.phoneless)[:EVERYBODY]
        known = set(without)
        listed = [
            *without,
            *(
                id
                for id in (*room.seat_of, *queue.order(room)[:EVERYBODY], *room.second_row)
                if id not in known
            ),
        ]
    return {
        id: without_nulls(
            {
                "no": one.number,
                "name": name_of(room, id),
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
    return without_nulls(
        {
            "no": no,
            "kind": item.kind,
            "variant": item.variant,
            "title": say(item.title, language, room.plan.language),
            "roles": list(item.roles) or None,
            "state": state.state,
            "planned_s": item.planned_s,
            "added_s": state.added_s or None,
            "started_at": moment(state.started_at),
            "actual_s": None if actual is None else round(actual),
        }
    )


def _queue(room: Room) -> list[View]:
    """In order, next first; the whole list is one value, since its order is its point."""
    timeout = room.rules().call_timeout_s
    return [
        without_nulls(
            {
                "person": person,
                "name": name_of(room, person),
                "role": room.people[person].role,
                "spoken": room.people[person].sat or None,
                "no_phone": (not room.people[person].phone) or None,
                "first": bool(entry.head) or None,
                "asked_at": moment(entry.asked_at),
                "until": moment(entry.called_at + timeout) if entry.called_at is not None else None,
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
    return {"at": moment(at), **({"name": name_of(room, person)} if person in room.people else {})}


def _control(room: Room) -> View:
    memory = room.memory
    return without_nulls(
        {
            "by": room.controller,
            "gone_since": moment(memory.gone_since) if room.controller else None,
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
