"""What every answer carries and every request must pass: headers, a limit on bodies, no foreign forms.

A page loads nothing from elsewhere and runs nothing inline, so a slip in a template can't run somebody's script.
Participants get no cookie at all; only /organise has one, and there a form from another site is turned away.
"""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.door import Door
from app.web.problems import Problem, of_problem

MOST_BODY = 1024 * 1024
TOO_LARGE = Problem("too_large", most=MOST_BODY)
SAFE = ("GET", "HEAD", "OPTIONS")
_HOST = re.compile(r"^[A-Za-z0-9.\-]+(:\d+)?$|^\[[0-9A-Fa-f:.]+\](:\d+)?$")

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    # X14: no page asks for a microphone.
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
STATIC_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}
RECORD_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"
)
"""For a record's own page, which carries its style with it and runs nothing at all."""


def policy(host: str) -> str:
    """The content security policy. Older Safari does not count a web socket as 'self', so it is named."""
    sockets = f" ws://{host} wss://{host}" if _HOST.match(host) else ""
    return (
        f"default-src 'self'; connect-src 'self'{sockets}; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    )


def same_site(request: Request) -> None:
    """Raises `other_site` for a form that another site had somebody send. Browsers say where a form comes from."""
    if request.method in SAFE:
        return
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        if site in ("same-origin", "none"):
            return
        raise Problem("other_site")
    origin = request.headers.get("origin", "")
    if origin.partition("://")[2] != request.headers.get("host", ""):
        raise Problem("other_site")


def adorn(headers: MutableHeaders, path: str, host: str, https: bool) -> None:
    if https:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if path.startswith("/static/"):
        # Nothing here is a page, and a phone on 3G pays for every byte.
        for name, value in STATIC_HEADERS.items():
            headers.setdefault(name, value)
        return
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", policy(host))
    # With no-referrer a browser hides where a form comes from as well, and `same_site` needs that.
    headers.setdefault("Referrer-Policy", "same-origin" if path.startswith("/organise") else "no-referrer")


class Guard:
    """ASGI middleware around everything: `https` adds what only makes sense there."""

    def __init__(self, app: ASGIApp, door: Door, https: bool = False) -> None:
        self.app = app
        self.door = door
        self.https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            self.door.request(Request(scope))
        except Problem as problem:
            await self._turn_away(problem, scope, receive, send)
            return
        headers = Headers(scope=scope)
        path: str = scope["path"]
        declared = headers.get("content-length", "0")
        if not declared.isdigit() or int(declared) > MOST_BODY:
            await self._turn_away(TOO_LARGE, scope, receive, send)
            return
        taken = 0
        over = started = False

        async def limited() -> Message:
            """A body sent in pieces is counted as it comes."""
            nonlocal taken, over
            message = await receive()
            if message["type"] == "http.request":
                taken += len(message.get("body", b""))
                if taken > MOST_BODY:
                    over = True
                    raise _TooLarge
            return message

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                if over:
                    raise _TooLarge
                started = True
                adorn(MutableHeaders(scope=message), path, headers.get("host", ""), self.https)
            await send(message)

        try:
            await self.app(scope, limited, guarded)
        except _TooLarge:
            assert not started, "a body is read before it is answered"
            await self._turn_away(TOO_LARGE, scope, receive, send)
        except ClientDisconnect:
            # They left in the middle of what they sent, or took too long over it: nobody is there to answer.
            return

    async def _turn_away(self, problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
        response = of_problem(Request(scope), problem)
        adorn(response.headers, scope["path"], "", self.https)
        response.headers["Connection"] = "close"
        await response(scope, receive, send)


class _TooLarge(Exception):
    pass
