"""Small groups are hidden (V4, V7): who is counted together in a split by role, and how much of it may be shown.

`pool` decides what is kept when a statement closes; `shown` what of that anybody sees, on a screen, in the record's
open part and in every export. Totals over everybody are always exact, so `shown` has to hold against subtraction.
"""

from itertools import product
from typing import Any

from app.core.events import Counts, Group

ANSWERS = ("agree", "disagree", "dont_know")
"""V1: skip is not an answer, and is no part of a split."""


def pool(by_role: dict[str, Counts], k: int) -> tuple[Group, ...]:
    """Groups of at least `k` answers each, smaller ones counted together; () when no split is left."""
    answers = {role: {answer: counts.get(answer, 0) for answer in ANSWERS} for role, counts in by_role.items()}
    answers = {role: counts for role, counts in answers.items() if any(counts.values())}
    apart = [Group((role,), counts) for role, counts in answers.items() if sum(counts.values()) >= k]
    rest = [Group((role,), counts) for role, counts in answers.items() if sum(counts.values()) < k]
    while rest and apart and sum(map(size, rest)) < k:
        smallest = min(apart, key=size)
        apart.remove(smallest)
        rest.append(smallest)
    groups = (*apart, *([_together(rest)] if rest else []))
    return groups if len(groups) > 1 else ()


def size(group: Group) -> int:
    return sum(group.counts.values())


def _together(groups: list[Group]) -> Group:
    roles = tuple(role for group in groups for role in group.roles)
    return Group(roles, {answer: sum(group.counts[answer] for group in groups) for answer in ANSWERS})


def shown(groups: tuple[Group, ...]) -> list[dict[str, Any]]:
    """The split as anybody may see it: [{"roles", "n", and one of "counts", "almost": answer, "mixed": True}].

    A unanimous or all-but-one group says "almost everyone". Then no group gives counts, since the totals are exact
    and what is left of them would be the hidden one's. If even so only one of the two is possible, there is no split: [].
    """
    almost = [_almost(group) for group in groups]
    if not any(almost):
        return [{"roles": list(one.roles), "n": size(one), "counts": dict(one.counts)} for one in groups]
    if not _ambiguous(groups, almost):
        return []
    return [
        {"roles": list(group.roles), "n": size(group), **({"almost": answer} if answer else {"mixed": True})}
        for group, answer in zip(groups, almost, strict=True)
    ]


def _almost(group: Group) -> str:
    """The answer of everybody or of all but one, or ""."""
    answer = max(ANSWERS, key=lambda one: group.counts[one])
    return answer if group.counts[answer] >= size(group) - 1 else ""


def _ambiguous(groups: tuple[Group, ...], almost: list[str]) -> bool:
    """Whether each "almost everyone" can still be everyone as well as all but one, for whoever knows the totals."""
    totals = {answer: sum(group.counts[answer] for group in groups) for answer in ANSWERS}
    extreme = [(size(group), answer) for group, answer in zip(groups, almost, strict=True) if answer]
    room = sum(size(group) - 2 for group, answer in zip(groups, almost, strict=True) if not answer)
    possible: list[set[bool]] = [set() for _ in extreme]
    for dissent in product((None, *ANSWERS), repeat=len(extreme)):
        if any(other == answer for other, (_, answer) in zip(dissent, extreme, strict=True)):
            continue
        left = dict(totals)
        for other, (n, answer) in zip(dissent, extreme, strict=True):
            left[answer] -= n - (other is not None)
            if other:
                left[other] -= 1
        # What is left has to fit in the mixed groups, none of which has more than n - 2 of one answer.
        if all(0 <= count <= room for count in left.values()):
            for seen, other in zip(possible, dissent, strict=True):
                seen.add(other is None)
    return all(len(seen) == 2 for seen in possible)
