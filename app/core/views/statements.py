"""Statements as several audiences see them, and never the distribution of an open one (V3)."""

from app.core.plan import say
from app.core.room import Room, StatementState
from app.core.rules import statements
from app.core.rules.suppression import shown
from app.core.views import fields
from app.core.vocabulary import CHOICES


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
    return {"voted": sum(one.results[-1].totals.values()), "eligible": statements.eligible(one.results[-1])}


def result_of(room: Room, one: StatementState, which: int = -1) -> fields.Result:
    result = one.results[which]
    if result.struck:
        return {"struck": True}
    view: fields.Result = {
        "totals": {choice: result.totals[choice] for choice in CHOICES},
        "eligible": statements.eligible(result),
        "k": statements.smallest_group(room, one.statement.id),
    }
    if result.batches:
        view["by_hand"] = True
    if groups := shown(result.groups):
        view["groups"] = groups
    return view
