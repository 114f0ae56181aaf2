"""A phone whose network lets no web socket through: it hears its key on the stream, and posts its commands.

One that was not answered is posted again with the same id, as docs/protocol.md says a client does (J3).
"""

import asyncio
import json
from typing import Any

import httpx

from app.simulate.client import Answer

AGAIN_S = 0.1
PATIENCE_S = 20.0


class Poster:
    """Use `open`."""

    def __init__(self, address: str, code: str) -> None:
        self._http = httpx.AsyncClient(base_url=f"{address}/s/{code}", trust_env=False, timeout=PATIENCE_S)
        self._number = 0
        self.key = ""
        self.again = 0
        """How many commands were posted more than once."""

    async def open(self) -> None:
        """Come in, and keep the key that was given."""
        while not self.key:
            try:
                await self._come_in()
            except httpx.TransportError:
                await asyncio.sleep(AGAIN_S)

    def another(self) -> "Poster":
        return self

    async def _come_in(self) -> None:
        async with self._http.stream("GET", "/live") as stream:
            async for line in stream.aiter_lines():
                if line.startswith("data:"):
                    self.key = json.loads(line.removeprefix("data:"))["welcome"]["token"]
                    return

    async def close(self) -> None:
        await self._http.aclose()

    async def ask(self, do: str, **fields: Any) -> Answer:
        self._number += 1
        command = {"id": f"post-{self._number}", "do": do, **fields}
        headers = {"Authorization": f"Bearer {self.key}"}
        tries = 0
        while True:
            tries += 1
            try:
                answered = await self._http.post("/commands", json=command, headers=headers)
            except httpx.TransportError:
                await asyncio.sleep(AGAIN_S)
                continue
            if answered.status_code in (429, 503):
                await asyncio.sleep(AGAIN_S)
                continue
            break
        self.again += tries > 1
        answer = answered.json()
        assert answered.status_code == 200, answer
        if "done" in answer:
            return Answer(answer["seq"])
        return Answer(0, answer["code"], answer["message"])
