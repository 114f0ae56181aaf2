"""Rubbish in great numbers, over everything that takes something in: web sockets, posted commands, pages and the API.

Usage: python -m tests.faults.fuzz [--messages 200000] [--seed N]

Whatever comes, the answer is a refusal or a problem: never `internal`, a status of 500, a traceback, an error in the
server's log, or memory that grows; and the room is what its journal says. Prints a JSON line with what was counted, and
ends with 1 when any of that does not hold.
"""

import argparse
import asyncio
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from app.core.evolve import replay
from app.live.keys import new_phone_key
from app.simulate.client import Client
from tests.bench.meter import cpu_s, rss_mb
from tests.faults import frames
from tests.faults.kills import shown, stored
from tests.faults.rubbish import CONSOLE, PHONE, Rubbish
from tests.serving import Prepared, Server, serving

SOCKETS, POSTS, WEB = 0.75, 0.15, 0.10
"""How the messages are spread."""
AT_ONCE = 6
"""Sockets, and as many askers."""
EACH = 150
"""Messages over one socket: fewer than a flood."""
PARTS = 8
"""Memory is looked at after each of them. It is warm after the second."""
MOST_GROWTH = 0.10
"""Part of what is sent is well-formed, and is kept: words, people, statements."""
PATIENCE_S = 60.0
MARKS = ("Traceback", 'File "/', "site-packages")
PLAN: dict[str, Any] = {
    "title": "Een avond vol onzin",
    "language": "nl",
    "items": [
        {"id": "open", "kind": "circle", "variant": "open_chair", "title": {"nl": "Kring"}, "minutes": 60},
        {"id": "vote", "kind": "vote", "title": {"nl": "Stellingen"}, "minutes": 60},
    ],
    "statements": [{"text": {"nl": f"Stelling {number}."}} for number in (1, 2, 3)],
}
METHODS = ("GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS")
PATHS = (
    "/", "/s/{code}", "/s/{code}/stage", "/s/{code}/console", "/s/{code}/live", "/s/{code}/commands", "/s/{text}",
    "/api/sessions", "/api/sessions/{id}", "/api/sessions/{text}", "/api/sessions/{id}/record",
    "/api/sessions/{id}/exports/json", "/api/sessions/{id}/exports/{text}", "/api/schema/record", "/openapi.json",
    "/api/{text}", "/organise/login", "/organise/first", "/organise/sessions/{id}", "/organise/{text}",
    "/static/{text}", "/healthz", "/readyz", "/metrics", "/{text}",
)  # fmt: skip
LOOKED_AT = ("/record", "/exports/")
"""Reading these costs more than sending rubbish is worth, so fewer are sent."""


@dataclass
class Counted:
    sent: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    """Of refusals and problems, "done", and closing codes."""
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def hear(self, text: str, asked: Any) -> None:
        if any(mark in text for mark in MARKS) or '"internal"' in text:
            self.wrong.append(f"{asked!r:.300}: {text:.500}")


class Fuzz:
    """`console`: the token of the one that has control. The API is asked about another session, as it may delete it."""

    def __init__(self, server: Server, prepared: Prepared, console: str, seed: int) -> None:
        self.counted = Counted()
        self._server = server
        self._prepared = prepared
        self._console = console
        self._other = server.prepare(template="role_round", language="nl").id
        self._seed = seed
        self._keys = [new_phone_key() for _ in range(AT_ONCE)]
        self._left = {"sockets": 0, "posts": 0, "web": 0}

    async def run(self, messages: int) -> None:
        """Send so many more."""
        self._left["sockets"] += int(messages * SOCKETS)
        self._left["posts"] += int(messages * POSTS)
        self._left["web"] += messages - int(messages * SOCKETS) - int(messages * POSTS)
        seed = f"{self._seed} {self.counted.sent.total()}"
        async with asyncio.TaskGroup() as everybody:
            for number in range(AT_ONCE):
                everybody.create_task(self._over_sockets(number, Rubbish(f"{seed} socket {number}")))
            for number in range(2):
                everybody.create_task(self._over_posts(Rubbish(f"{seed} post {number}")))
                everybody.create_task(self._over_the_web(Rubbish(f"{seed} web {number}")))

    def _take(self, what: str, count: int = 1) -> int:
        """How many of these may still be sent, at most `count`; they are counted."""
        taken = min(count, self._left[what])
        self._left[what] -= taken
        self.counted.sent[what] += taken
        return taken

    # Web sockets

    async def _over_sockets(self, number: int, rubbish: Rubbish) -> None:
        while self._left["sockets"]:
            kind = rubbish.random.random()
            if kind < 0.1:
                self._take("sockets")
                await frames.send_rubbish(self._server.port, self._prepared.code, rubbish)
            else:
                await self._over_socket(number, rubbish, kind)

    async def _over_socket(self, number: int, rubbish: Rubbish, kind: float) -> None:
        consoles = kind > 0.7
        key = self._console if consoles else self._keys[number]
        commands = CONSOLE if consoles else PHONE
        url = f"ws://127.0.0.1:{self._server.port}/s/{self._prepared.code}/live"
        try:
            async with connect(
                url, compression=None, proxy=None, max_size=None, ping_interval=None
            ) as socket:
                if kind < 0.25:
                    self._take("sockets")
                    await socket.send(rubbish.hello(key))
                else:
                    await socket.send(json.dumps({"hello": {"v": 1, "key": key, "lang": "nl"}}))
                hearing = asyncio.create_task(self._hear(socket))
                try:
                    await self._speak(socket, rubbish, commands)
                finally:
                    await hearing
        except ConnectionClosed:
            # With what it was closed, the hearing one knows.
            return
        except (OSError, InvalidHandshake) as error:
            self.counted.wrong.append(f"no connection: {error!r}")

    async def _speak(self, socket: ClientConnection, rubbish: Rubbish, commands: tuple[type, ...]) -> None:
        """Raises ConnectionClosed."""
        if commands is PHONE:
            join = {"id": new_phone_key(), "do": "join", "role": "resident", "consent": True}
            await socket.send(json.dumps(join))
        for _ in range(self._take("sockets", rubbish.random.randrange(1, EACH))):
            await socket.send(rubbish.message(commands))
        # Whatever this is answered with comes after all the answers before it.
        await socket.send(json.dumps({"id": "last", "do": "last"}))

    async def _hear(self, socket: ClientConnection) -> None:
        """Until the answer to the last message, or the end."""
        try:
            await self._hear_all(socket)
        except ConnectionClosed as closed:
            self.counted.codes[f"closed {closed.rcvd.code if closed.rcvd else 0}"] += 1

    async def _hear_all(self, socket: ClientConnection) -> None:
        while True:
            text = await socket.recv(decode=True)
            self.counted.hear(text, "over a socket")
            if text.startswith('{"done"'):
                self.counted.codes["done"] += 1
            elif text.startswith('{"refused"'):
                said = json.loads(text)
                self.counted.codes[said["code"]] += 1
                if said["refused"] == "last":
                    return

    # HTTP

    async def _over_posts(self, rubbish: Rubbish) -> None:
        path, number, key = f"/s/{self._prepared.code}/commands", 0, ""
        async with self._http() as http:
            while self._take("posts"):
                if number % EACH == 0:
                    key = new_phone_key()
                number += 1
                body = rubbish.message((*PHONE, *CONSOLE))
                headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
                await self._ask(http, "POST", path, headers, body)

    async def _over_the_web(self, rubbish: Rubbish) -> None:
        chance = rubbish.random
        async with self._http() as http:
            while self._take("web"):
                method, path = chance.choice(METHODS), chance.choice(PATHS)
                if (method == "DELETE" and path.endswith("{id}")) or (
                    any(part in path for part in LOOKED_AT) and chance.random() < 0.8
                ):
                    path = "/api/sessions"
                body: str | bytes | None = None
                if chance.random() < 0.6:
                    body = rubbish.encoded(rubbish.plan() if chance.random() < 0.7 else rubbish.text())
                await self._ask(http, method, self._address(path, rubbish), self._headers(chance), body)

    def _address(self, path: str, rubbish: Rubbish) -> str:
        text = rubbish.text().encode("utf-8", "surrogatepass")
        escaped = "".join(f"%{one:02X}" for one in text[:200])
        made = path.format(code=self._prepared.code, id=self._other, text=escaped)
        if rubbish.random.random() < 0.3:
            made += f"?{rubbish.random.choice(('level', 'lang', 'why', 'next', 'format'))}={escaped}"
        return made

    def _headers(self, chance: Random) -> dict[str, str | bytes]:
        kinds = (
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/plain",
            "",
        )
        headers: dict[str, str | bytes] = {
            "Content-Type": chance.choice(kinds),
            "Accept": chance.choice(("*/*", "text/html", "application/json", "text/event-stream", ";;q=x,,")),
        }
        if chance.random() < 0.6:
            headers["Authorization"] = f"Bearer {self._server.token}"
        elif chance.random() < 0.5:
            headers["Authorization"] = b"Bearer " + bytes(chance.randrange(33, 256) for _ in range(30))
        if chance.random() < 0.3:
            name = chance.choice(
                (
                    "Accept-Language",
                    "Cookie",
                    "If-None-Match",
                    "Range",
                    "Origin",
                    "X-Forwarded-For",
                    "Forwarded",
                )
            )
            headers[name] = bytes(
                chance.randrange(32, 256) for _ in range(chance.choice((1, 20, 300)))
            ).strip()
        return headers

    async def _ask(
        self,
        http: httpx.AsyncClient,
        method: str,
        path: str,
        headers: dict[str, Any],
        body: str | bytes | None,
    ) -> None:
        try:
            async with http.stream(method, path, headers=headers, content=body) as answer:
                self.counted.statuses[answer.status_code] += 1
                streams = answer.headers.get("content-type", "").startswith("text/event-stream")
                text = "" if streams else (await answer.aread()).decode("utf-8", "replace")
        except httpx.TransportError as error:
            # What is no HTTP at all, or too large, may be answered with a closed connection.
            self.counted.codes[f"cut: {type(error).__name__}"] += 1
            return
        if answer.status_code >= 500:
            self.counted.wrong.append(
                f"{method} {path} {headers} {body!r:.300}: {answer.status_code} {text:.300}"
            )
        self.counted.hear(text, (method, path, headers, body))

    def _http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self._server.base_url, trust_env=False, timeout=PATIENCE_S)


async def fuzz(server: Server, messages: int, seed: int) -> dict[str, Any]:
    prepared = await asyncio.to_thread(server.prepare, **PLAN)
    async with Client(server.base_url, prepared.code, prepared.keys["console"]) as desk:
        assert (await desk.ask("start_session")).done
        assert (await desk.ask("start_item", item="open")).done
        fuzzing = await asyncio.to_thread(Fuzz, server, prepared, desk.key, seed)
    used, rss = cpu_s(server.pid), []
    for part in range(PARTS):
        await fuzzing.run(messages * (part + 1) // PARTS - messages * part // PARTS)
        rss.append(round(rss_mb(server.pid), 1))
    kept = await stored(server, prepared)
    room = replay(kept.journal, kept.apart)
    counted = fuzzing.counted
    return {
        "seed": seed,
        "sent": dict(counted.sent),
        "answers": dict(counted.codes.most_common()),
        "statuses": dict(counted.statuses.most_common()),
        "events": len(kept.journal),
        "people": len(room.people),
        "rss_mb": rss,
        "server_cpu_s": round(cpu_s(server.pid) - used, 1),
        "wrong": [
            *counted.wrong[:20],
            *(await shown(server, prepared, room)),
            *_errors(server),
        ],
    }


def _errors(server: Server) -> list[str]:
    """What the server said that it should not have, with the end of each traceback."""
    lines = server.said().splitlines()
    return [
        "\n".join(lines[no : no + 60])
        for no, line in enumerate(lines)
        if "[error" in line or line.startswith("Traceback")
    ][:20]


def main() -> None:
    parser = argparse.ArgumentParser(description="Send rubbish to a real server.")
    parser.add_argument("--messages", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", file=sys.stderr, flush=True)
    with serving() as server:
        figures = asyncio.run(fuzz(server, asked.messages, asked.seed))
    print(json.dumps(figures))
    sys.exit(bool(figures["wrong"] or figures["rss_mb"][-1] > figures["rss_mb"][1] * (1 + MOST_GROWTH)))


if __name__ == "__main__":
    main()
