"""The figures beside their goals, as a Markdown table and as JSON, with the machine they are of."""

import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.bench.figures import KEPT, Row, Run, Spread, spreads


def machine() -> dict[str, Any]:
    """As it is before anything is measured."""
    models = {
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    }
    return {
        "processor": ", ".join(sorted(models)) or platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "python": platform.python_version(),
        "kernel": platform.release(),
        "load": round(os.getloadavg()[0], 2),
    }


def markdown(rows: Sequence[Row], runs: Sequence[Run]) -> list[str]:
    """The lines of one scenario."""
    found = spreads(runs)
    return [line(row, found[row.key]) for row in rows if row.key in found]


def line(row: Row, spread: Spread) -> str:
    met = {None: "", True: "yes", False: "**no**"}[row.met(spread.median)]
    figure = f"{number(spread.median)} {row.unit}".rstrip()
    between = "" if spread.least == spread.most else f" ({number(spread.least)} to {number(spread.most)})"
    return f"| {row.label} | {row.goal} | {figure}{between} | {met} |"


def number(value: float) -> str:
    """Three digits that mean something."""
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"


def cost(name: str, runs: Sequence[Run]) -> str:
    """What a scenario took, server and generator apart."""
    found = spreads(runs)
    took, server, generator, late = (found[key].median for key in KEPT)
    return f"| {name} | {number(took)} | {number(server)} | {number(generator)} | {number(late)} |"


def whole(about: Mapping[str, Any], parts: Mapping[str, tuple[Sequence[Row], Sequence[Run]]]) -> str:
    count = {len(runs) for _, runs in parts.values()}
    head = (
        f"{about['processor']}, {about['cores']} cores, {about['memory_gb']} GB; "
        f"Python {about['python']}, Linux {about['kernel']}; load {about['load']} at the start; "
        f"medians of {' or '.join(map(str, sorted(count)))} runs (least to most)."
    )
    return "\n".join(
        [
            head,
            "",
            "| | goal | figure | met |",
            "|---|---|---|---|",
            *(line for rows, runs in parts.values() for line in markdown(rows, runs)),
            "",
            "| what it cost | took, s | server processor, s | generator processor, s | generator late, p99 ms |",
            "|---|---|---|---|---|",
            *(cost(name, runs) for name, (_, runs) in parts.items() if all(key in runs[0] for key in KEPT)),
        ]
    )


def data(
    about: Mapping[str, Any], parts: Mapping[str, tuple[Sequence[Row], Sequence[Run]]]
) -> dict[str, Any]:
    return {
        "machine": dict(about),
        "scenarios": {
            name: {
                "goals": {
                    row.key: {"goal": row.goal, "met": row.met(spreads(runs)[row.key].median)}
                    for row in rows
                    if row.limit is not None and row.key in spreads(runs)
                },
                "median": {key: spread.median for key, spread in spreads(runs).items()},
                "runs": list(runs),
            }
            for name, (rows, runs) in parts.items()
        },
    }
