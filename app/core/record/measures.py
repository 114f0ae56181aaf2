"""What can be said of a session in numbers: the definition first, the number second, always with its n.

Computed from a record's own tables, so that anybody can work them out again. Nobody is ranked (F4), and nothing that
was not tapped is guessed. `role` is the name of a role as the record gives it: at the open level small roles are one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from app.core.record.fields import FirstRole, Measures, QueueRow, SeatingRow, ShareOfTime, TurnRow

LEAST_FOR_GINI = 5


def measures(
    people: Mapping[str, str],
    seat_s: Mapping[str, float],
    seatings: Sequence[SeatingRow],
    turns: Sequence[TurnRow],
    queue: Sequence[QueueRow],
    split: bool,
    definitions: Mapping[str, str],
) -> Measures:
    """`people`: {person: role} of everybody who came; `seat_s`: {person: seconds}. `split` False: nothing by role.
    `definitions`: {measure: what it says}."""
    roles = list(dict.fromkeys(people.values())) if split else []
    turn_s = _turn_seconds(people, turns)
    heard = {row["person"] for row in (*seatings, *turns)}
    waits = [(row["role"], row["wait_s"]) for row in queue if row["wait_s"] is not None]
    spread = _spread(list(seat_s.values()))
    return {
        "seat_time": {
            "definition": definitions["seat_time"],
            "n": len(people),
            "total_s": _rounded(sum(seat_s.values())),
            "by_role": _shares(roles, people, seat_s),
        },
        "turn_time": {
            "definition": definitions["turn_time"],
            "n": len(turns),
            "total_s": _rounded(sum(turn_s.values())),
            "by_role": _shares(roles, people, turn_s),
        },
        "voices_heard": {
            "definition": definitions["voices_heard"],
            "n": len(people),
            "value": len(heard),
            "by_role": [
                {"role": role, "n": _count(people, role), "value": sum(people[one] == role for one in heard)}
                for role in roles
            ],
        },
        "seat_time_gini": {
            "definition": definitions["seat_time_gini"],
            "n": len(people),
            "value": spread.gini,
            "median_s": spread.median_s,
            "top_fifth_share": spread.top_fifth_share,
        },
        "wait": {
            "definition": definitions["wait"],
            "n": len(waits),
            "median_s": _median(wait_s for _, wait_s in waits),
            "declined": sum(row["declined"] for row in queue),
            "expired": sum(row["outcome"] == "expired" for row in queue),
            "by_role": [
                {"role": role, "n": len(own), "median_s": _rounded(median(own))}
                for role in roles
                if (own := [wait_s for of, wait_s in waits if of == role])
            ],
        },
        "first_role": {
            "definition": definitions["first_role"],
            "n": len({row["item"] for row in turns}),
            "by_item": _first_roles(turns) if split else [],
        },
    }


def _shares(roles: list[str], people: Mapping[str, str], seconds: Mapping[str, float]) -> list[ShareOfTime]:
    total = sum(seconds.values())
    rows: list[ShareOfTime] = []
    for role in roles:
        own = sum(value for person, value in seconds.items() if people[person] == role)
        of_people = _count(people, role) / len(people)
        of_time = own / total if total else None
        rows.append(
            {
                "role": role,
                "n": _count(people, role),
                "seconds": _rounded(own),
                "share_of_time": None if of_time is None else _share(of_time),
                "share_of_people": _share(of_people),
                "ratio": None if of_time is None else _share(of_time / of_people),
            }
        )
    return rows


def _turn_seconds(people: Mapping[str, str], turns: Sequence[TurnRow]) -> Mapping[str, float]:
    seconds = dict.fromkeys(people, 0.0)
    for row in turns:
        if row["to_s"] is not None:
            seconds[row["person"]] += row["to_s"] - row["from_s"]
    return seconds


def gini(values: list[float]) -> float | None:
    """Corrected for a small sample: G * n/(n-1). None for fewer than five values, or when all are 0."""
    n, total = len(values), sum(values)
    if n < LEAST_FOR_GINI or total <= 0:
        return None
    ranked = sum(rank * value for rank, value in enumerate(sorted(values), 1))
    return (2 * ranked / (n * total) - (n + 1) / n) * n / (n - 1)


@dataclass(frozen=True, slots=True)
class Spread:
    gini: float | None = None
    median_s: float | None = None
    top_fifth_share: float | None = None


def _spread(values: list[float]) -> Spread:
    value = gini(values)
    if value is None:
        return Spread()
    top = sorted(values, reverse=True)[: -(-len(values) // 5)]
    return Spread(_share(value), _median(values), _share(sum(top) / sum(values)))


def _first_roles(turns: Sequence[TurnRow]) -> list[FirstRole]:
    first: dict[str, str] = {}
    for row in turns:
        if row["item"] is not None:
            first.setdefault(row["item"], row["role"])
    return [{"item": item, "role": role} for item, role in first.items()]


def _count(people: Mapping[str, str], role: str) -> int:
    return sum(one == role for one in people.values())


def _median(values: Iterable[float]) -> float | None:
    values = list(values)
    return _rounded(median(values)) if values else None


def _share(value: float) -> float:
    return whole(round(value, 4))


def _rounded(seconds: float) -> float:
    return whole(round(seconds, 3))


def whole(number: float) -> float:
    """A whole number without its ".0", so that every program writes the same digits."""
    return int(number) if number == int(number) else number
