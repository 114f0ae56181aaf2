"""The least that uvicorn can do: a program that sends each text it is given to all its connections, in a plain loop.

Run as `python -m tests.bench.yardstick`; it prints the port it took. /control takes the texts, /echo sends back what it
gets, and anything else listens. uvicorn's options are those of the server that it is held against.
"""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from app.settings import Settings
from app.web.serving import BACKLOG, options
from tests.bench.generator import many_files

BARE: dict[str, Any] = {"http": "httptools", "ws": "websockets-sansio", "lifespan": "off"}
"""uvicorn's own, and the fastest that it has."""
sends: set[Any] = set()


async def app(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept"})
    match scope["path"]:
        case "/control":
            await repeat(receive, to_all)
        case "/echo":
            await repeat(receive, lambda text: send({"type": "websocket.send", "text": text}))
        case _:
            sends.add(send)
            await repeat(receive, nobody)
            sends.discard(send)


async def repeat(receive: Any, act: Any) -> None:
    while (message := await receive())["type"] == "websocket.receive":
        await act(message["text"])


async def to_all(text: str) -> None:
    message = {"type": "websocket.send", "text": text}
    for send in tuple(sends):
        await send(message)


async def nobody(text: str) -> None:
    """What a listener says, nobody hears."""


@contextmanager
def bare() -> Iterator[tuple[int, int]]:
    """A running yardstick: its port and process."""
    command = [sys.executable, "-m", "tests.bench.yardstick"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield int(process.stdout.readline()), process.pid
        finally:
            process.terminate()


def main() -> None:
    many_files()
    listening = socket.create_server(("127.0.0.1", 0), backlog=BACKLOG)
    print(listening.getsockname()[1], flush=True)
    config = uvicorn.Config(app, **{**options(Settings()), **BARE})
    uvicorn.Server(config).run([listening])


if __name__ == "__main__":
    main()
