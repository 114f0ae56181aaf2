"""V4, V7: small groups are counted together, and what is hidden can't be worked out from what is shown."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.messages.statements import Group
from app.core.rules.suppression import ShownGroup, counted, pool, shown, size, together
from app.core.vocabulary import ANSWERS

Table = tuple[tuple[int, int, int], ...]


def counts(agree: int, disagree: int = 0, dont_know: int = 0, skip: int = 0) -> dict[str, int]:
    return {"agree": agree, "disagree": disagree, "dont_know": dont_know, "skip": skip}


def groups(*cells: tuple[int, int, int]) -> tuple[Group, ...]:
    return tuple(
        Group((f"r{number}",), dict(zip(ANSWERS, row, strict=True))) for number, row in enumerate(cells)
    )


def test_V7_roles_with_fewer_than_k_answers_are_counted_together() -> None:
    by_role = {"resident": counts(6, 3), "civil": counts(2, 1), "researcher": counts(1, 1, skip=9)}
    assert pool(by_role, 5) == (
        Group(("resident",), {"agree": 6, "disagree": 3, "dont_know": 0}),
        Group(("civil", "researcher"), {"agree": 3, "disagree": 2, "dont_know": 0}),
    )


def test_V7_a_remainder_that_is_too_small_takes_the_smallest_group_with_it() -> None:
    by_role = {
        "resident": counts(9),
        "civil": counts(5, 1),
        "confidant": counts(2, 5),
        "researcher": counts(1),
    }
    assert [group.roles for group in pool(by_role, 5)] == [
        ("resident",),
        ("confidant",),
        ("researcher", "civil"),
    ]


@pytest.mark.parametrize(
    "by_role",
    [
        {},
        {"resident": counts(0, skip=12)},
        {"resident": counts(7, 5)},
        {"resident": counts(7), "civil": counts(2)},
        {"resident": counts(2), "civil": counts(3)},
    ],
)
def test_V7_without_two_groups_there_is_no_split(by_role: dict[str, dict[str, int]]) -> None:
    assert pool(by_role, 5) == ()


def test_V1_a_skip_is_no_part_of_a_split() -> None:
    by_role = {"resident": counts(3, 3, skip=4), "civil": counts(2, 3, skip=1)}
    assert sum(map(size, pool(by_role, 5))) == 11


def test_V7_counts_are_shown_when_no_group_is_almost_of_one_mind() -> None:
    seen = shown(groups((4, 2, 0), (3, 2, 2)))
    assert [one["counts"]["agree"] for one in seen if "counts" in one] == [4, 3]


@pytest.mark.parametrize("opinion", [(8, 0, 0), (7, 1, 0)])
def test_V7_a_unanimous_or_all_but_one_group_is_almost_everyone(opinion: tuple[int, int, int]) -> None:
    seen = shown(groups(opinion, (3, 4, 0), (4, 4, 1)))
    assert seen[0] == {"roles": ["r0"], "n": 8, "almost": "agree"}
    assert [set(one) for one in seen[1:]] == [{"roles", "n", "mixed"}] * 2


def test_V7_no_split_when_the_totals_would_tell_which_of_the_two_it_is() -> None:
    everybody = groups((8, 0, 0), (7, 0, 0))
    assert shown(everybody) == []


@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.tuples(*[st.integers(0, 9)] * 4), max_size=7),
    st.integers(2, 6),
)
def test_V7_every_group_has_at_least_k_and_everybody_is_in_one(
    table: dict[str, tuple[int, int, int, int]], k: int
) -> None:
    by_role = {role: counts(*row) for role, row in table.items()}
    pooled = pool(by_role, k)
    assert all(size(group) >= k for group in pooled)
    assert len(pooled) != 1
    roles = [role for group in pooled for role in group.roles]
    assert len(roles) == len(set(roles))
    if pooled:
        for answer in ANSWERS:
            assert sum(group.counts[answer] for group in pooled) == sum(
                row[answer] for row in by_role.values()
            )


@given(st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 9), max_size=7), st.integers(2, 6))
def test_V7_only_a_whole_room_that_is_too_small_makes_a_group_that_is(sizes: dict[str, int], k: int) -> None:
    grouped = together(sizes, k)
    assert len(grouped) <= 1 or all(sum(sizes[role] for role in roles) >= k for roles in grouped)


def opinions(n: int) -> Iterator[tuple[int, int, int]]:
    for agree in range(n + 1):
        for disagree in range(n + 1 - agree):
            yield agree, disagree, n - agree - disagree


def looks(row: tuple[int, int, int], seen: ShownGroup) -> bool:
    """Whether a group with these counts would be shown as this."""
    if "counts" in seen:
        return tuple(seen["counts"][answer] for answer in ANSWERS) == row
    if "almost" in seen:
        return row[ANSWERS.index(seen["almost"])] >= sum(row) - 1
    return max(row) <= sum(row) - 2


group_of_few = st.integers(3, 6).flatmap(lambda n: st.sampled_from(list(opinions(n))))


@settings(max_examples=300, deadline=None)
@given(st.lists(group_of_few, min_size=2, max_size=4))
def test_V7_no_hidden_count_can_be_worked_out_from_what_is_shown(cells: list[tuple[int, int, int]]) -> None:
    """Everybody sees the totals, each group's size and `shown`. All tables that look just so are tried: for every
    group that is almost of one mind, being unanimous must stay possible, and so must the one dissenter."""
    seen = shown(groups(*cells))
    totals = [sum(column) for column in zip(*cells, strict=True)]
    fitting = [
        [row for row in opinions(sum(cell)) if looks(row, one)]
        for cell, one in zip(cells, seen, strict=False)
    ]
    possible: list[Table] = [
        table
        for table in (product(*fitting) if seen else ())
        if [sum(column) for column in zip(*table, strict=True)] == totals
    ]
    for number, one in enumerate(seen):
        if "counts" not in one:
            told = {table[number] for table in possible}
            assert tuple(cells[number]) in told
            assert "almost" not in one or {max(row) == one["n"] for row in told} == {True, False}


def would_show(row: tuple[int, int, int]) -> ShownGroup:
    """A group as it is shown while there is a split."""
    if max(row) >= sum(row) - 1:
        return {"roles": ["r"], "n": sum(row), "almost": ANSWERS[row.index(max(row))]}
    return {"roles": ["r"], "n": sum(row), "mixed": True}


def told_apart(*cells: tuple[int, int, int]) -> bool:
    """Whether the totals tell of some group that is almost of one mind which of the two it is."""
    seen = [would_show(cell) for cell in cells]
    totals = [sum(column) for column in zip(*cells, strict=True)]
    fitting = [
        [row for row in opinions(sum(cell)) if looks(row, one)] for cell, one in zip(cells, seen, strict=True)
    ]
    possible = [
        table for table in product(*fitting) if [sum(column) for column in zip(*table, strict=True)] == totals
    ]
    return any(
        "almost" in one and len({max(table[number]) == one["n"] for table in possible}) == 1
        for number, one in enumerate(seen)
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(group_of_few, min_size=2, max_size=3))
def test_V7_no_more_is_hidden_than_has_to_be(cells: list[tuple[int, int, int]]) -> None:
    """There is a split wherever the totals do not tell, and figures wherever nobody is almost of one mind."""
    expected = [would_show(cell) for cell in cells]
    seen = shown(groups(*cells))
    if not any("almost" in one for one in expected):
        assert [one.get("counts") for one in seen] == [dict(zip(ANSWERS, row, strict=True)) for row in cells]
    elif told_apart(*cells):
        assert seen == []
    else:
        assert [{**one, "roles": ["r"]} for one in seen] == expected


def test_V7_groups_of_just_k_stand_alone() -> None:
    assert together({"a": 5, "b": 5, "c": 0}, 5) == [("a",), ("b",)]
    assert together({"a": 5, "b": 4, "c": 1}, 5) == [("a",), ("b", "c")]
    assert together({"a": 9, "b": 6, "c": 4}, 5) == [("a",), ("c", "b")], "with the smallest of the others"
    assert together({"a": 2, "b": 1}, 5) == [("a", "b")]
    assert together({}, 5) == []


def test_V7_the_figures_of_a_split_are_each_groups_own() -> None:
    assert counted(groups((8, 0, 0), (3, 2, 1))) == [
        {"roles": ["r0"], "n": 8, "counts": {"agree": 8, "disagree": 0, "dont_know": 0}},
        {"roles": ["r1"], "n": 6, "counts": {"agree": 3, "disagree": 2, "dont_know": 1}},
    ]
