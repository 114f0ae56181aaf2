"""build_app(settings): assembles the server, and does nothing else."""

import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from urllib.parse import urlencode

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match
from starlette.types import Receive, Scope, Send

from app.core.refusal import Refusal
from app.live.hub import Hub
from app.settings import Settings
from app.store.accounts import Accounts
from app.store.database import Database, Missing, Unavailable
from app.store.journal import Journal
from app.store.sessions import Sessions
from app.web import (
    api,
    auth,
    health,
    organise,
    organise_plan,
    organise_record,
    pages,
    problems,
    security,
    socket,
)
from app.web.bundle import Bundle
from app.web.door import Door
from app.web.problems import Problem
from app.web.render import trouble
from app.web.services import Services, Started
from app.web.shown import Shown
from app.web.sse import router as live_router
from app.web.tries import Tries
from app.web.who import LoggedOut

Clock = Callable[[], float]


class App(FastAPI):
    """A web socket takes the short way to its room: what stands around pages does nothing for it, and costs."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            match, found = socket.route.matches(scope)
            if match is Match.FULL:
                scope.update(found)
                await socket.route.handle(scope, receive, send)
                return
        await super().__call__(scope, receive, send)


def build_app(
    settings: Settings, clock: Clock = time.time, announce: Callable[[str], None] | None = None
) -> FastAPI:
    """`clock` gives epoch seconds; `announce` is told the one-time link for the first organiser, as long as there is
    none."""

    bundle, door = Bundle.read(), Door(settings, clock)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[Started]:
        database = await Database.open(settings.database_url)
        try:
            journal = Journal(database)
            sessions, accounts = Sessions(database, clock), Accounts(database, clock)
            hub = Hub(journal, sessions, clock, settings)
            key = await accounts.setup_link_key()
            if key is not None:
                (announce or _say)(f"{base(settings)}/organise/first#{key}")
            made = Services(
                settings=settings,
                clock=clock,
                database=database,
                journal=journal,
                sessions=sessions,
                accounts=accounts,
                hub=hub,
                bundle=bundle,
                door=door,
                tries=Tries(clock),
                shown=Shown(),
            )
            try:
                yield Started(services=made)
            finally:
                await hub.close()
        finally:
            await database.close()

    app = App(
        title="Vissenkom",
        summary="A live fishbowl conversation, and its record.",
        version=version("vissenkom"),
        openapi_url=None,  # api.describe
        lifespan=lifespan,
    )
    for router in (
        live_router,
        health.router,
        pages.router,
        api.router,
        api.open_router,
        auth.router,
        organise.router,
        organise_plan.router,
        organise_record.router,
    ):
        app.include_router(router)
    app.mount("/static", bundle)
    app.add_middleware(security.Guard, door=door, https=settings.base_url.startswith("https:"))
    api.describe(app)
    _handle(app)
    return app


def _handle(app: FastAPI) -> None:
    """Whatever goes wrong becomes one sentence and a code."""

    @app.exception_handler(Problem)
    async def problem(request: Request, error: Problem) -> Response:
        if problems.for_program(request):
            return problems.of_problem(request, error)
        return trouble(request, error.code, **error.values)

    @app.exception_handler(Refusal)
    async def refusal(request: Request, error: Refusal) -> Response:
        if problems.for_program(request):
            return problems.of_refusal(request, error)
        return trouble(request, error.code, **error.values)

    @app.exception_handler(Unavailable)
    async def unavailable(request: Request, error: Unavailable) -> Response:
        return await problem(request, Problem("unavailable", retry_after=2))

    @app.exception_handler(Missing)
    async def missing(request: Request, error: Missing) -> Response:
        return await problem(request, Problem("unknown_session"))

    @app.exception_handler(RequestValidationError)
    async def malformed(request: Request, error: RequestValidationError) -> Response:
        if problems.for_program(request):
            return problems.of_malformed(request, error)
        return trouble(request, "malformed")

    @app.exception_handler(LoggedOut)
    async def logged_out(request: Request, error: LoggedOut) -> Response:
        back = request.url.path if request.method == "GET" else auth.HOME
        return RedirectResponse(f"/organise/login?{urlencode({'next': back})}", 303)

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        code = {404: "unknown_address", 405: "wrong_method", 413: "too_large"}.get(
            error.status_code, "malformed"
        )
        answer = await problem(request, Problem(code))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    async def internal(request: Request, error: Exception) -> Response:
        answer = await problem(request, Problem("internal"))
        security.adorn(answer.headers, request.url.path, "", https=False)
        return answer


def base(settings: Settings) -> str:
    """Where people find this server."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return settings.base_url.rstrip("/") if settings.base_url else f"http://{host}:{settings.port}"


def _say(link: str) -> None:
    print(f"Make the first organiser here, once: {link}", file=sys.stderr, flush=True)
