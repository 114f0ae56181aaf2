"""A room of phones that goes on for a long time: does the server's memory stay as it is, and is nothing lost?

Usage: python -m tests.faults.soak [--minutes 30] [--phones 500] [--pause 10] [--warm-up 5] [--seed N]

Prints a JSON line: what was done and refused, and the server's memory at the end of the warm-up and of the evening,
each as the median of a minute's samples. Ends with 1 when memory grew by more than 5% after the warm-up, or anything
that was confirmed is not in the record. The server runs as a deployment runs it; the phones are this process.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import sys
from typing import Any

from app.core.vocabulary import CHOICES
from tests.bench.meter import cpu_s, rss_mb
from tests.faults.long_evening import PLAN, LongEvening, Round
from tests.serving import Server, serving

MOST_GROWTH = 0.05
SAMPLES = 12
"""Of memory, in a minute."""

Figures = dict[str, Any]


async def soak(
    server: Server, phones: int, minutes: float, warm_up: float, pause_s: float, seed: int, sample_s: float
) -> Figures:
    """`warm_up` in minutes, part of `minutes`; `sample_s`: between two samples of memory."""
    prepared = await asyncio.to_thread(server.prepare, **PLAN)
    evening = LongEvening(server.base_url, prepared, phones, pause_s, seed)
    loop = asyncio.get_running_loop()
    begin, used = loop.time(), cpu_s(server.pid)
    samples: list[tuple[float, float]] = []
    going = asyncio.create_task(evening.run())
    while loop.time() - begin < minutes * 60 or not evening.everybody.is_set():
        samples.append(((loop.time() - begin) / 60, rss_mb(server.pid)))
        done, _ = await asyncio.wait({going}, timeout=sample_s)
        if done:
            break
    evening.end()
    await going
    used = cpu_s(server.pid) - used
    record = await asyncio.to_thread(
        server.call, "GET", f"/api/sessions/{prepared.id}/record?level=restricted"
    )
    heard = evening.heard
    warm = [mb for minute, mb in samples if warm_up <= minute < warm_up + 1] or [samples[0][1]]
    end = [mb for minute, mb in samples if minute >= minutes - 1] or [samples[-1][1]]
    before, after = statistics.median(warm), statistics.median(end)
    return {
        "phones": phones,
        "minutes": round((loop.time() - begin) / 60, 2),
        "seed": seed,
        "done": heard.done,
        "refused": dict(heard.refused.most_common()),
        "rounds": len(heard.rounds),
        "votes": sum(len(one.votes) for one in heard.rounds),
        "cuts": heard.cuts,
        "left_and_back": heard.left,
        "differences": differences(heard.rounds, record),
        "server_cpu_s": round(used, 1),
        "rss_mb": [(round(minute, 2), round(mb, 1)) for minute, mb in samples[:: 1 + len(samples) // 90]],
        "rss_warm_mb": round(before, 1),
        "rss_end_mb": round(after, 1),
        "growth": round(after / before - 1, 4),
        "journal": record["integrity"].get("events"),
        "errors": server.said().count("Traceback"),
    }


def differences(rounds: list[Round], record: dict[str, Any]) -> list[str]:
    """Where the record says something else than what was confirmed, round by round (V2)."""
    asked: dict[str, int] = {}
    votes = {one["id"]: one["votes"] for one in record["statements"]}
    found = []
    for one in rounds:
        number = asked[one.statement] = asked.get(one.statement, 0) + 1
        confirmed = {choice: sum(cast == choice for cast in one.votes.values()) for choice in CHOICES}
        recorded = votes[one.statement][number - 1]["totals"]
        if recorded != confirmed:
            found.append(f"{one.statement}, time {number}: confirmed {confirmed}, recorded {recorded}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Phones in one room for a long time.")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--phones", type=int, default=500)
    parser.add_argument("--pause", type=float, default=10.0, help="seconds between what one phone does")
    parser.add_argument("--warm-up", type=float, default=5.0, help="minutes before memory counts")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    print(f"seed {asked.seed}, load {os.getloadavg()[0]:.1f}", file=sys.stderr, flush=True)
    with serving() as server:
        figures = asyncio.run(
            soak(server, asked.phones, asked.minutes, asked.warm_up, asked.pause, asked.seed, 60 / SAMPLES)
        )
    print(json.dumps(figures))
    sys.exit(bool(figures["differences"] or figures["errors"] or figures["growth"] > MOST_GROWTH))


if __name__ == "__main__":
    main()
