"""The statements of a record, and how much of each vote its level gives (V3, V6, V7)."""

from app.core.record.fields import SilenceRow, StatementRow, VoteRow
from app.core.record.tables import Source, since
from app.core.room import Result, StatementState
from app.core.rules.statements import eligible
from app.core.rules.suppression import ShownGroup, counted, shown
from app.core.vocabulary import CHOICES, Silence, VoteMode


def statements(source: Source) -> list[StatementRow]:
    ordered = sorted(source.room.statements.values(), key=lambda one: one.number)
    return [_statement(source, one) for one in ordered]


def _statement(source: Source, one: StatementState) -> StatementRow:
    """V3: while the session goes on, a vote is here once it was revealed. A struck one never is (S5)."""
    over = source.room.state in ("closed", "released")
    results = [
        result
        for number, result in enumerate(one.results)
        if not result.struck and (over or (one.statement.id, number) in source.history.revealed)
    ]
    return {
        "id": one.statement.id,
        "source_id": one.statement.source_id,
        "source": one.statement.source,
        "item": one.statement.item,
        "state": one.state,
        "text": dict(one.statement.text),
        "votes": [_vote(source, result) for result in results],
    }


def _vote(source: Source, result: Result) -> VoteRow:
    """V7: `suppressed` says which roles are not given by themselves, and why."""
    groups = result.groups
    seen = counted(groups) if source.level == "restricted" else shown(groups)
    why: list[SilenceRow] = [
        {"roles": list(one.roles), "reason": "pooled"} for one in groups if len(one.roles) > 1
    ]
    if not seen:
        why = [{"roles": [role for one in groups for role in one.roles], "reason": "no_split"}]
    for group in seen:
        reason = silence(group)
        if reason:
            why.append({"roles": group["roles"], "reason": reason})
    return {
        "opened_s": since(source, result.opened_at),
        "closed_s": since(source, result.closed_at),
        "eligible": eligible(result),
        "mode": _mode(result),
        "by_hand": sum(sum(batch.counts.values()) for batch in result.batches),
        "totals": {choice: result.totals[choice] for choice in CHOICES},
        "by_role": seen,
        "suppressed": why,
    }


def silence(group: ShownGroup) -> Silence | None:
    """Why a group's counts are not given; None: they are."""
    if "counts" in group:
        return None
    if "almost" in group:
        return "almost_everyone"
    if "mixed" in group:
        return "complementary"
    raise AssertionError(f"{group} says nothing of its answers")


def _mode(result: Result) -> VoteMode:
    """V6: paper and hands stay marked as such."""
    by_hand = [batch for batch in result.batches if sum(batch.counts.values())]
    ways: set[VoteMode] = {batch.mode for batch in by_hand}
    if not ways or sum(sum(batch.counts.values()) for batch in by_hand) < sum(result.totals.values()):
        ways.add("secret")
    return ways.pop() if len(ways) == 1 else "mixed"
