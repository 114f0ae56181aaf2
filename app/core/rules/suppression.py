"""Small groups are hidden (V4, V7): who is counted together in a split by role, and how much of it may be shown.

`pool` decides what is kept when a statement closes; `shown` what of that anybody sees, on a screen, in the record's
open part and in every export. Totals over everybody are always exact, so `shown` has to hold against subtraction.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Annotated, Literal, NotRequired, TypedDict

from app.core.limits import Count, Within
from app.core.messages.statements import Counts, Group
from app.core.vocabulary import ANSWERS, Answer


class ShownGroup(TypedDict):
    """One group of a split, with one of `counts`, `almost` and `mixed`."""

    roles: Annotated[list[str], Within(fewest=1)]
    n: Count
    """How many answers."""
    counts: NotRequired[dict[Answer, Count]]
    almost: NotRequired[Answer]
    """The answer of almost everyone."""
    mixed: NotRequired[Literal[True]]


def together(sizes: Mapping[str, int], k: int) -> list[tuple[str, ...]]:
    """Roles grouped so that every group has at least `k`: the smaller ones together, last. One group: no split."""
    here = {role: size for role, size in sizes.items() if size}
    apart = [role for role, size in here.items() if size >= k]
    rest = [role for role, size in here.items() if size < k]
    while rest and apart and sum(here[role] for role in rest) < k:
        smallest = min(apart, key=lambda role: here[role])
        apart.remove(smallest)
        rest.append(smallest)
    return [*((role,) for role in apart), *([tuple(rest)] if rest else [])]


def pool(by_role: dict[str, Counts], k: int) -> tuple[Group, ...]:
    """Groups of at least `k` answers each, smaller ones counted together; () when no split is left."""
    sizes = {role: sum(counts.get(answer, 0) for answer in ANSWERS) for role, counts in by_role.items()}
    groups = tuple(
        Group(roles, {answer: sum(by_role[role].get(answer, 0) for role in roles) for answer in ANSWERS})
        for roles in together(sizes, k)
    )
    return groups if len(groups) > 1 else ()


def size(group: Group) -> int:
    return sum(group.counts.values())


def shown(groups: tuple[Group, ...]) -> list[ShownGroup]:
    """The split as anybody may see it.

    A unanimous or all-but-one group says "almost everyone". Then no group gives counts, since the totals are exact
    and what is left of them would be the hidden one's. If even so only one of the two is possible, there is no split.
    """
    almost = [_almost(group) for group in groups]
    if not any(almost):
        return counted(groups)
    if not _ambiguous(groups, almost):
        return []
    return [_uncounted(group, answer) for group, answer in zip(groups, almost, strict=True)]


def counted(groups: tuple[Group, ...]) -> list[ShownGroup]:
    """The split with all its counts: for those who were trusted with it."""
    return [
        {"roles": list(one.roles), "n": size(one), "counts": {each: one.counts[each] for each in ANSWERS}}
        for one in groups
    ]


def _uncounted(group: Group, almost: Answer | None) -> ShownGroup:
    if almost:
        return {"roles": list(group.roles), "n": size(group), "almost": almost}
    return {"roles": list(group.roles), "n": size(group), "mixed": True}


def _almost(group: Group) -> Answer | None:
    """The answer of everybody or of all but one."""
    answer = max(ANSWERS, key=lambda one: group.counts[one])
    return answer if group.counts[answer] >= size(group) - 1 else None


def _ambiguous(groups: tuple[Group, ...], almost: list[Answer | None]) -> bool:
    """Whether each "almost everyone" can still be everyone as well as all but one, for whoever knows the totals.

    Groups that say almost the same are alike in this, whatever their size: what counts is how many of them have a
    dissenter, and who dissents to what.
    """
    totals: Counts = {answer: sum(group.counts[answer] for group in groups) for answer in ANSWERS}
    mixed = [size(group) for group, answer in zip(groups, almost, strict=True) if not answer]
    alike = {answer: almost.count(answer) for answer in ANSWERS if answer in almost}
    for group, answer in zip(groups, almost, strict=True):
        if answer:
            totals[answer] -= size(group)
    some_unanimous, some_dissent = set[str](), set[str]()
    for dissents in product(*(list(_dissents(answer, count)) for answer, count in alike.items())):
        left = dict(totals)
        for answer, dissent in zip(alike, dissents, strict=True):
            for other, count in dissent.items():
                left[answer] += count
                left[other] -= count
        if _fits(left, mixed):
            for answer, dissent in zip(alike, dissents, strict=True):
                dissenting = sum(dissent.values())
                if dissenting:
                    some_dissent.add(answer)
                if dissenting < alike[answer]:
                    some_unanimous.add(answer)
    return some_unanimous == some_dissent == set(alike)


def _dissents(answer: str, groups: int) -> Iterator[Counts]:
    """Every way for up to one in each of `groups` to give another answer than theirs."""
    one, other = (each for each in ANSWERS if each != answer)
    for first in range(groups + 1):
        for second in range(groups + 1 - first):
            yield {one: first, other: second}


def _fits(left: Counts, mixed: list[int]) -> bool:
    """Whether groups of these sizes, none with more than n - 2 of one answer, can add up to what is left."""
    return min(left.values()) >= 0 and all(
        sum(left[answer] for answer in some) <= sum(min(n, many * (n - 2)) for n in mixed)
        for many in range(1, len(ANSWERS) + 1)
        for some in combinations(ANSWERS, many)
    )
