"""The console: everything that helps to run the evening, for the facilitator alone."""

from collections import Counter

from app.core.plan import Item, say
from app.core.room import Chair, Entry, Room, StatementState, Word
from app.core.rules import clock, queue
from app.core.views.circle import speaking, without_chair
from app.core.views.clock import moment
from app.core.views.fields import (
    ConsoleChair,
    ConsoleCircle,
    ConsoleOnly,
    ConsoleSpeaker,
    ConsoleStatement,
    ConsoleView,
    Control,
    Hint,
    OfItem,
    Person,
    PlannedItem,
    Queued,
    RulesInForce,
    Shares,
    Watcher,
)
from app.core.views.harvest import contributions_of, reactions_of
from app.core.views.heading import scene
from app.core.views.people import name_of
from app.core.views.statements import showing, statement_of, turnout

EVERYBODY = 100
"""Up to how many people the console lists by name; above it, those without a phone and those who queue or sit."""


def console(room: Room, language: str) -> ConsoleView:
    view: ConsoleOnly = {
        "code": room.code,
        "people": _people(room),
        "counts": {"connected": room.memory.connected, "joined": room.joined, "present": room.present},
        "items": {item.id: _planned(room, item, no, language) for no, item in enumerate(room.plan.items, 1)},
        "behind_s": round(clock.behind_s(room)),
        "queue": _queue(room),
        "statements": {id: _statement(room, one, language) for id, one in room.statements.items()},
        "reactions": reactions_of(room),
        "hints": {key: _hint(room, hint.at, hint.person) for key, hint in room.hints.items()},
        "signals": _signals(room),
        "balance": balance(room),
        "control": _control(room),
        "rules": _rules(room),
    }
    if word := without_chair(room):
        view["word"] = _speaker(room, word)
    if statement := showing(room):
        view["statement"] = statement_of(room, statement, language)
    if harvest := contributions_of(room, everything=False):
        view["harvest"] = harvest
    if contributions := contributions_of(room, everything=True):
        view["contributions"] = contributions
    if room.blanked:
        view["blank"] = True
    if room.chairs:
        view["circle"] = _circle(room)
    if room.undo:
        view["undo"] = room.undo[-1].name
    return {**scene(room, language), **view}


def watcher(room: Room, console_id: str) -> Watcher:
    """Which one it is, and whether it has control (F1)."""
    return {"console": console_id, "control": room.controller in (None, console_id)}


def balance(room: Room) -> dict[str, Shares]:
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


def _people(room: Room) -> dict[str, Person]:
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
    return {id: _person(room, id) for id in listed}


def _person(room: Room, id: str) -> Person:
    one = room.people[id]
    view: Person = {"no": one.number, "name": name_of(room, id), "role": one.role}
    if one.phone:
        view["phone"] = True
    if one.card:
        view["card"] = one.card
    if one.present:
        view["present"] = True
    if one.sat:
        view["sat"] = True
    return view


def _planned(room: Room, item: Item, no: int, language: str) -> PlannedItem:
    state = room.state_of(item.id)
    view: PlannedItem = {
        "no": no,
        "kind": item.kind,
        "title": say(item.title, language, room.plan.language),
        "state": state.state,
        "planned_s": item.planned_s,
    }
    if item.variant is not None:
        view["variant"] = item.variant
    if item.roles:
        view["roles"] = list(item.roles)
    if state.added_s:
        view["added_s"] = state.added_s
    if state.started_at is not None:
        view["started_at"] = moment(state.started_at)
    if state.ended_at and state.started_at:
        view["actual_s"] = round(state.ended_at - state.started_at)
    return view


def _circle(room: Room) -> ConsoleCircle:
    word = speaking(room)
    view: ConsoleCircle = {
        "roles": list(room.roles),
        "chairs": {str(no): _chair(room, chair, word) for no, chair in sorted(room.chairs.items())},
    }
    if room.second_row:
        view["second_row"] = len(room.second_row)
    if room.leave_asked is not None:
        view["leave_asked"] = True
    return view


def _chair(room: Room, chair: Chair, word: Word | None) -> ConsoleChair:
    view: ConsoleChair = {"kind": chair.kind}
    sitter = chair.person
    if sitter:
        one = room.people[sitter]
        view["role"] = one.role
        view["name"] = name_of(room, sitter)
        view["person"] = sitter
        view["since"] = moment(chair.since)
        if not one.phone:
            view["no_phone"] = True
        if word and word.person == sitter:
            view["word"] = moment(word.since)
    elif chair.reserved_for:
        view["kept"] = True
        view["for"] = name_of(room, chair.reserved_for)
    return view


def _speaker(room: Room, word: Word) -> ConsoleSpeaker:
    return {
        "role": room.people[word.person].role,
        "since": moment(word.since),
        "person": word.person,
        "name": name_of(room, word.person),
    }


def _statement(room: Room, one: StatementState, language: str) -> ConsoleStatement:
    where: OfItem = {} if one.statement.item is None else {"item": one.statement.item}
    return {**statement_of(room, one, language), **turnout(room, one), **where}


def _queue(room: Room) -> list[Queued]:
    """The whole list is one value, since its order is its point."""
    timeout = room.rules().call_timeout_s
    return [_queued(room, person, room.queue[person], timeout) for person in queue.order(room)[:EVERYBODY]]


def _queued(room: Room, person: str, entry: Entry, timeout: int) -> Queued:
    one = room.people[person]
    view: Queued = {
        "person": person,
        "name": name_of(room, person),
        "role": one.role,
        "asked_at": moment(entry.asked_at),
    }
    if one.sat:
        view["spoken"] = True
    if not one.phone:
        view["no_phone"] = True
    if entry.head:
        view["first"] = True
    if entry.called_at is not None:
        view["until"] = moment(entry.called_at + timeout)
    if entry.declined:
        view["declined"] = entry.declined
    return view


def _signals(room: Room) -> dict[str, Hint]:
    signals = {key: _hint(room, hint.at, hint.person) for key, hint in room.memory.signals.items()}
    for key, count in room.memory.counted.items():
        signals[key]["count"] = count
    return signals


def _hint(room: Room, at: float, person: str) -> Hint:
    view: Hint = {"at": moment(at)}
    if person in room.people:
        view["name"] = name_of(room, person)
    return view


def _control(room: Room) -> Control:
    memory = room.memory
    view: Control = {"consoles": len(memory.consoles)}
    if room.controller is not None:
        view["by"] = room.controller
        if memory.gone_since is not None:
            view["gone_since"] = moment(memory.gone_since)
    if memory.asked_by is not None:
        view["asked_by"] = memory.asked_by
    return view


def _rules(room: Room) -> RulesInForce:
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
