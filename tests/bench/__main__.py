"""Every goal and its figure: `make bench`, or `make bench ARGS="--only burst,cut --runs 3 --json bench.json"`.

Prints the table, and the same as JSON on the last line. Says on stderr what it is at. docs/benchmarks.md tells what
each row means.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from time import monotonic

from tests.bench import table
from tests.bench.figures import Row, Run

SCENARIOS = (
    "starting",
    "burst",
    "statement",
    "thousands",
    "rooms",
    "fanout",
    "cut",
    "opening",
    "traffic",
    "nodes",
    "hostile",
    "echo",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description="What it costs.")
    parser.add_argument("--only", default=",".join(SCENARIOS), help="scenarios, with commas")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    asked = parser.parse_args()
    chosen = asked.only.split(",")
    if unknown := sorted(set(chosen) - set(SCENARIOS)):
        parser.error(f"{', '.join(unknown)}: there are {', '.join(SCENARIOS)}")
    about = table.machine()
    parts: dict[str, tuple[Sequence[Row], Sequence[Run]]] = {}
    for name in chosen:
        began = monotonic()
        print(f"bench: {name}", file=sys.stderr, flush=True)
        scenario = import_module(f"tests.bench.scenarios.{name}")
        if runs := scenario.measure(asked.runs):
            parts[name] = scenario.ROWS, runs
            print("\n".join(table.markdown(*parts[name])), file=sys.stderr, flush=True)
        print(f"bench: {name} took {monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    figures = json.dumps(table.data(about, parts))
    if asked.json:
        asked.json.write_text(figures + "\n")
    print(f"{table.whole(about, parts)}\n\n{figures}")


if __name__ == "__main__":
    main()
