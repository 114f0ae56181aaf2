"""The other side of the wire, in a process of its own: `python -m tests.bench.generator burst '{"url": ..., ...}'`.

Runs the `drive` of a scenario with what it is given, and prints what that returns as JSON.
"""

import asyncio
import gc
import json
import os
import resource
import subprocess
import sys
from collections.abc import Coroutine
from importlib import import_module
from typing import Any

import uvloop

PATIENCE_S = 300.0


def generate(scenario: str, **given: Any) -> dict[str, Any]:
    """From the runner's side: start one, and what it measured."""
    command = [sys.executable, "-m", "tests.bench.generator", scenario, json.dumps(given)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0, f"{scenario}: the generator gave up"
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def many_files() -> None:
    """As many connections as this process may have at all."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


async def watched(driving: Coroutine[Any, Any, dict[str, Any]]) -> dict[str, Any]:
    """What goes wrong in a callback ends the run: nobody waits for it."""
    asyncio.get_running_loop().set_exception_handler(give_up)
    async with asyncio.timeout(PATIENCE_S):
        return await driving


def give_up(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    loop.default_exception_handler(context)
    os._exit(1)


def main() -> None:
    many_files()
    # It lives for a minute, and a collection over 10,000 phones would look like a slow server.
    gc.disable()
    scenario, given = sys.argv[1], json.loads(sys.argv[2])
    drive = import_module(f"tests.bench.scenarios.{scenario}").drive
    print(json.dumps(uvloop.run(watched(drive(**given)))))


if __name__ == "__main__":
    main()
