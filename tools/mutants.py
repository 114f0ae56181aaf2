"""Whether tests/core notices small changes to the core: mutmut makes them, this picks some by a seed and tells.

`make mutants`, on demand: it says where a test is missing, and is no check that a change has to pass. The changes stand
in mutants/ beside the tests' own copy, and are made anew only where the core changed. What is not changed (data, shapes
of messages and views, constants of a module) is in pyproject.toml, or mutmut has no change for it.
"""

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

MUTMUT = str(Path(sys.executable).with_name("mutmut"))
TOOK = "mutmut-stats.json"
SMALL = "app.core.views.clock.*"
"""mutmut makes its changes only on the way to trying some; these are few, and soon tried."""
NOTICED = ("killed", "timeout")


def main() -> None:
    asked = argparse.ArgumentParser(prog="tools.mutants", description=__doc__)
    asked.add_argument("--seed", default="1")
    asked.add_argument("--number", type=int, default=100, help="how many changes to try")
    asked.add_argument("--children", type=int, default=1, help="how many at a time")
    given = asked.parse_args()
    _run(given.children, [SMALL])
    every = sorted(_outcomes())
    picked = random.Random(given.seed).sample(every, min(given.number, len(every)))
    _run(given.children, picked)
    now = _outcomes()
    unnoticed = [name for name in picked if now[name] not in NOTICED]
    for name in unnoticed:
        print(_mutmut("show", name))
    print(
        ", ".join(f"{many} {outcome}" for outcome, many in Counter(now[one] for one in picked).most_common())
    )
    print(
        f"{len(picked) - len(unnoticed)} of {len(picked)} noticed, of {len(every)} changes (seed {given.seed})"
    )


def _run(children: int, names: list[str]) -> None:
    subprocess.run([MUTMUT, "run", "--max-children", str(children), *names], check=True)


def _mutmut(*args: str) -> str:
    return subprocess.run([MUTMUT, *args], check=True, capture_output=True, text=True).stdout


def _outcomes() -> dict[str, str]:
    """By the change's name."""
    lines = _mutmut("results", "--all", "true").splitlines()
    return {
        name.strip(): outcome for name, outcome in (line.rsplit(": ", 1) for line in lines if ": " in line)
    }


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quickest tests first, since the first that fails is enough: mutmut asks for them in no order."""
    file = Path(TOOK)
    took = json.loads(file.read_text("utf-8"))["duration_by_test"] if file.exists() else {}
    items.sort(key=lambda item: took.get(item.nodeid, 0.0))


if __name__ == "__main__":
    main()
