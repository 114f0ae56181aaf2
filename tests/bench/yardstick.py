"""The least that uvicorn can do: a program that sends each text it is given to all its connections, in a plain loop.

Run as `python -m tests.bench.yardstick`; it prints the port it took. /control takes the texts, /echo sends back what it
gets, and anything else listens. uvicorn's options are those of the server that it is held against.
"""

import socket
from typing import Any

import uvicorn

from app.settings import Settings
from app.web.serving import BACKLOG, options
from tests.bench.generator import many_files

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


def main() -> None:
    many_files()
    listening = socket.create_server(("127.0.0.1", 0), backlog=BACKLOG)
    print(listening.getsockname()[1], flush=True)
    config = uvicorn.Config(app, **options(Settings()), lifespan="off")
    uvicorn.Server(config).run([listening])


if __name__ == "__main__":
    main()
