"""Statements and votes (V1-V5): who may vote, one ballot each, nothing but tallies after closing."""

from dataclasses import replace
from typing import assert_never

from app.core.events import Event
from app.core.messages.statements import (
    BallotCast,
    Counts,
    CountsEntered,
    EnterCounts,
    StatementAdded,
    StatementClosed,
    StatementOpened,
    StatementRevealed,
    StatementsEvent,
)
from app.core.plan import Plan, Rules, Statement
from app.core.refusal import Refusal
from app.core.room import Result, Room, StatementState
from app.core.rules.suppression import pool
from app.core.vocabulary import CHOICES, MOST_COUNT, MOST_TEXT, Choice

# Deciding


def add(room: Room, statement: Statement) -> list[Event]:
    texts = {language: text.strip() for language, text in statement.text.items() if text.strip()}
    if not texts:
        raise Refusal("statement_without_text")
    if max(map(len, (*texts.values(), statement.source))) > MOST_TEXT:
        raise Refusal("text_too_long", most=MOST_TEXT)
    if statement.item is not None and room.planned(statement.item) is None:
        raise Refusal("unknown_item")
    return [StatementAdded(replace(statement, text=texts, id=f"s{_number(room)}"))]


def _number(room: Room) -> int:
    taken = {int(id[1:]) for id in room.statements if id[:1] == "s" and id[1:].isdigit()}
    return max(taken, default=0) + 1


def open_statement(room: Room, id: str) -> list[Event]:
    if _known(room, id).state == "open":
        raise Refusal("statement_open")
    return [StatementOpened(id, room.present)]


def vote(room: Room, person: str, id: str, choice: Choice) -> list[Event]:
    """V2: the last ballot before closing counts. V4: it goes nowhere near the journal."""
    state = _known(room, id).state
    if state != "open":
        raise Refusal("statement_not_open" if state == "draft" else "statement_closed")
    if not room.people[person].consent.votes:
        raise Refusal("no_consent")
    return [BallotCast(id, person, choice)]


def close(room: Room, id: str) -> list[Event]:
    """V4: the tallies, with every group smaller than the session's smallest already pooled."""
    if _known(room, id).state != "open":
        raise Refusal("statement_not_open")
    totals: Counts = dict.fromkeys(CHOICES, 0)
    by_role: dict[str, Counts] = {}
    for (statement, person), choice in room.ballots.items():
        if statement == id:
            _count(totals, by_role, room.people[person].role, {choice: 1})
    batches = tuple(batch for (statement, _), batch in room.batches.items() if statement == id)
    for batch in batches:
        _count(totals, by_role, batch.role, batch.counts)
    return [StatementClosed(id, totals, pool(by_role, smallest_group(room, id)), batches)]


def _count(totals: Counts, by_role: dict[str, Counts], role: str, more: Counts) -> None:
    of_role = by_role.setdefault(role, dict.fromkeys(CHOICES, 0))
    for choice, count in more.items():
        totals[choice] += count
        of_role[choice] += count


def smallest_group(room: Room, id: str) -> int:
    """The k of V7 for this statement."""
    item = room.planned(room.statements[id].statement.item or "")
    return max(2, (item.rules if item else Rules()).smallest_group)


def eligible(result: Result) -> int:
    """V5, and whoever's hand was counted without having been added to the room (V6)."""
    return max(result.eligible, sum(result.totals.values()))


def close_all(room: Room) -> list[Event]:
    return [event for id, one in room.statements.items() if one.state == "open" for event in close(room, id)]


def reveal(room: Room, id: str) -> list[Event]:
    state = _known(room, id).state
    if state == "open":
        raise Refusal("statement_open")
    if state != "closed":
        raise Refusal("already_revealed" if state == "revealed" else "statement_not_open")
    return [StatementRevealed(id)]


def enter_counts(room: Room, command: EnterCounts) -> list[Event]:
    if _known(room, command.statement).state != "open":
        raise Refusal("statement_not_open")
    if room.plan.role(command.role) is None:
        raise Refusal("unknown_role")
    if any(not 0 <= count <= MOST_COUNT for count in command.counts.values()):
        raise Refusal("impossible_count")
    counts: Counts = {choice: command.counts.get(choice, 0) for choice in CHOICES}
    return [CountsEntered(command.statement, command.role, counts, command.mode)]


def _known(room: Room, id: str) -> StatementState:
    state = room.statements.get(id)
    if state is None:
        raise Refusal("unknown_statement")
    return state


# Evolving


def evolve(room: Room, event: StatementsEvent, at: float) -> None:
    match event:
        case StatementAdded():
            on_added(room, event)
        case StatementOpened():
            on_opened(room, event, at)
        case CountsEntered():
            on_counts(room, event)
        case StatementClosed():
            on_closed(room, event, at)
        case StatementRevealed():
            on_revealed(room, event)
        case BallotCast():
            on_ballot(room, event)
        case _:
            assert_never(event)


def on_plan(room: Room, plan: Plan) -> None:
    kept = {one.id for one in plan.statements}
    for id in [id for id, one in room.statements.items() if one.state == "draft" and id not in kept]:
        del room.statements[id]
    for number, statement in enumerate(plan.statements, 1):
        now = room.statements.get(statement.id)
        room.statements[statement.id] = (
            replace(now, statement=statement, number=number) if now else StatementState(statement, number)
        )


def on_item_started(room: Room) -> None:
    room.showing = None


def on_word_given(room: Room) -> None:
    """Once somebody speaks, the result that was shown has been looked at."""
    shown = room.statements.get(room.showing or "")
    if shown and shown.state == "revealed":
        room.showing = None


def on_added(room: Room, event: StatementAdded) -> None:
    room.statements[event.statement.id] = StatementState(event.statement, len(room.statements) + 1)


def on_opened(room: Room, event: StatementOpened, at: float) -> None:
    now = room.statements[event.statement]
    room.statements[event.statement] = replace(
        now, state="open", opened_at=at, opened=room.seq, eligible=event.eligible
    )
    room.showing = event.statement


def on_joined_late(room: Room, away_since: int = 0) -> None:
    """V5: whoever comes in while a statement is open may vote on it; who was here at its opening is counted already.
    `away_since`: the journal's position where this person left."""
    for id, one in list(room.statements.items()):
        if one.state == "open" and away_since < one.opened:
            room.statements[id] = replace(one, eligible=one.eligible + 1)


def on_ballot(room: Room, event: BallotCast) -> None:
    key = (event.statement, event.person)
    if key not in room.ballots:
        room.voted[event.statement] = room.voted.get(event.statement, 0) + 1
    room.ballots[key] = event.choice


def on_counts(room: Room, event: CountsEntered) -> None:
    room.batches[event.statement, event.role] = event


def on_closed(room: Room, event: StatementClosed, at: float) -> None:
    """V9: this round joins those before it."""
    for key in [key for key in room.ballots if key[0] == event.statement]:
        del room.ballots[key]
    for key in [key for key in room.batches if key[0] == event.statement]:
        del room.batches[key]
    room.voted.drop(event.statement)
    now = room.statements[event.statement]
    result = Result(
        now.opened_at, at, now.eligible, event.totals, event.groups, event.batches, struck=event.struck
    )
    room.statements[event.statement] = replace(now, state="closed", results=(*now.results, result))


def on_revealed(room: Room, event: StatementRevealed) -> None:
    room.statements[event.statement] = replace(room.statements[event.statement], state="revealed")
    room.showing = event.statement
