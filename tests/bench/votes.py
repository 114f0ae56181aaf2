"""300 phones in one room vote within 5 seconds, while the room goes on: what they wait, and what it costs.

Usage: python -m tests.bench.votes [--phones 300] [--seconds 5] [--runs 3]

The server runs as a deployment runs it, on SQLite with every commit on the disk; the phones are another process. Prints
a Markdown table of each run and their median, and the same as JSON on the last line.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.serving import Prepared, Server

ROWS = {
    "confirmed": "votes confirmed",
    "p50_ms": "confirm p50, ms",
    "p95_ms": "confirm p95, ms",
    "p99_ms": "confirm p99, ms",
    "stage_ms": "stage has the count after the last confirm, ms",
    "kb_down": "to each phone, KB",
    "patches": "patches to each phone",
    "cpu_s": "server processor, s",
    "came_in_s": "all came in and joined, s",
}
Run = dict[str, float]


def measure(server: Server, phones: int, seconds: float) -> Run:
    """One run, in a session of its own."""
    prepared = session(server)
    given = {
        "url": f"ws://127.0.0.1:{server.port}/s/{prepared.code}/live",
        **{screen: prepared.keys[screen] for screen in ("stage", "console")},
        "pid": server.pid,
        "phones": phones,
        "seconds": seconds,
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.phones", json.dumps(given)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, Any] = json.loads(done.stdout)
    centiles = statistics.quantiles(figures["waits"], n=100)
    return {
        "confirmed": figures["confirmed"],
        "p50_ms": centiles[49] * 1000,
        "p95_ms": centiles[94] * 1000,
        "p99_ms": centiles[98] * 1000,
        "stage_ms": figures["stage_after"] * 1000,
        "kb_down": statistics.mean(figures["bytes_down"]) / 1000,
        "patches": figures["patches"],
        "cpu_s": figures["cpu"],
        "came_in_s": figures["came_in"],
    }


def session(server: Server) -> Prepared:
    return server.prepare(
        title="Een volle zaal",
        language="nl",
        items=[{"kind": "circle", "variant": "open_chair", "title": {"nl": "Open kring"}, "minutes": 30}],
        statements=[{"text": {"nl": "In onze buurt weet u bij wie u terechtkunt."}}],
    )


def table(runs: list[Run], median: Run) -> str:
    heads = [f"run {number}" for number in range(1, len(runs) + 1)]
    lines = [f"| | {' | '.join(heads)} | median |", "|---" * (len(runs) + 2) + "|"]
    for key, label in ROWS.items():
        cells = " | ".join(f"{run[key]:.4g}" for run in (*runs, median))
        lines.append(f"| {label} | {cells} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="300 phones vote within 5 seconds.")
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            runs = [measure(server, asked.phones, asked.seconds) for _ in range(asked.runs)]
        finally:
            server.stop()
    median = {key: statistics.median(run[key] for run in runs) for key in ROWS}
    load = os.getloadavg()[0]
    print(
        f"{asked.phones} phones vote within {asked.seconds:g} s; {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, load {load:.1f}\n\n{table(runs, median)}\n"
    )
    print(
        json.dumps(
            {"phones": asked.phones, "seconds": asked.seconds, "load": load, "runs": runs, "median": median}
        )
    )


if __name__ == "__main__":
    main()
