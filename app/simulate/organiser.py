"""What an organiser's program does over the API: prepare a session, fetch its record. Works here and elsewhere."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

TIMEOUT_S = 60.0
WHY = "replay"


class Turned(Exception):
    """The server would not. `code` is its own, or "unreachable"."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Prepared:
    id: str
    code: str
    stage_key: str
    console_key: str


@dataclass(frozen=True, slots=True)
class Organiser:
    """`address`: http(s)://host:port. `token`: as `vissenkom token add` prints it."""

    address: str
    token: str

    async def prepare(self, session: dict[str, Any]) -> Prepared:
        """`session`: what POST /api/sessions takes. Raises Turned."""
        made = json.loads(await self._ask("POST", "/api/sessions", session))
        return Prepared(made["id"], made["code"], made["keys"]["stage"], made["keys"]["console"])

    async def record(self, id: str, level: str = "restricted") -> dict[str, Any]:
        """Raises Turned."""
        asked = urlencode({"level": level, "why": WHY})
        made: dict[str, Any] = json.loads(await self._ask("GET", f"/api/sessions/{id}/record?{asked}"))
        return made

    async def export(self, id: str, format: str, level: str = "restricted") -> bytes:
        """Raises Turned."""
        return await self._ask(
            "GET", f"/api/sessions/{id}/exports/{format}?{urlencode({'level': level, 'why': WHY})}"
        )

    async def _ask(self, method: str, path: str, body: object = None) -> bytes:
        return await asyncio.to_thread(self._asked, method, path, body)

    def _asked(self, method: str, path: str, body: object) -> bytes:
        request = Request(
            f"{self.address.rstrip('/')}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        try:
            with build_opener(ProxyHandler({})).open(request, timeout=TIMEOUT_S) as response:
                answer: bytes = response.read()
                return answer
        except HTTPError as error:
            with error:
                raise _turned(error.code, error.read()) from error
        except (URLError, TimeoutError, OSError) as error:
            raise Turned("unreachable", f"{self.address}: {getattr(error, 'reason', error)}") from error


def _turned(status: int, body: bytes) -> Turned:
    """From a problem document (RFC 9457), or whatever else came."""
    try:
        problem = json.loads(body)
        return Turned(str(problem["code"]), str(problem["detail"]))
    except (ValueError, KeyError, TypeError):
        return Turned("unreachable", f"the server answered with status {status}")
