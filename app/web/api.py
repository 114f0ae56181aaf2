"""The same as the organisers' pages, for programs. Described at /openapi.json and told at /api/docs.

Records are given at the open level unless `level=restricted` is asked for: whoever forgets to choose spreads nothing
that could point somebody out. HEAD answers wherever GET does; it takes no record, so it writes nothing in the use log.
"""

from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Path, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from app import access, downloads
from app.access import Thing, What, Who
from app.core.commands import OrganiserCommand
from app.core.messages.session import Amend, CancelSession, OpenLobby, Release, Revise
from app.core.vocabulary import AmendmentKind, Level
from app.export.schema import SCHEMA
from app.live.room import LiveRoom
from app.store.sessions import Created, Session
from app.texts import Known, accepted, choose
from app.web import problems
from app.web.organise import ask, links, room_of, session_of
from app.web.organise_record import as_file
from app.web.plan_forms import current
from app.web.plan_input import Input, NewSession, SessionChange, prepared, revised
from app.web.problems import Problem
from app.web.render import base_url, page
from app.web.services import services
from app.web.who import bearer, by_token, by_visitor
from app.wire import write_plan

router = APIRouter(prefix="/api", tags=["sessions"])
open_router = APIRouter(prefix="/api", tags=["schema"])

Asking = Annotated[Who, Depends(bearer)]


async def _found(
    request: Request, id: Annotated[str, Path(description="of a session, or its code")], asking: Asking
) -> Session:
    """Dependency: the session an address names. Raises `unknown_session`."""
    sessions = services(request).sessions
    found = await sessions.get(id) or await sessions.by_code(id)
    if found is None:
        raise Problem("unknown_session")
    return found


Found = Annotated[Session, Depends(_found)]


def _by_token(what: What) -> Any:
    """Of a route that is of one session."""

    async def asked(found: Found, asking: Asking) -> None:
        access.allow(asking, what, Thing(found.id))

    return Depends(asked)


Precise = Annotated[
    Level, Query(description="open: for everybody; restricted: with a pseudonym for each person")
]
Why = Annotated[str, Query(max_length=300, description="what it is needed for; participants can read it")]

STATES: dict[str, OrganiserCommand] = {
    "lobby": OpenLobby(),
    "cancelled": CancelSession(),
    "released": Release(),
}


class Keys(BaseModel):
    stage: str
    console: str


class JoinLink(BaseModel):
    join: str


class AllLinks(JoinLink):
    stage: str
    console: str


class NewlyMade(BaseModel):
    """Keys and the links with them are given once; afterwards only their hashes are known."""

    id: str
    code: str
    links: AllLinks
    keys: Keys


class Brief(BaseModel):
    id: str
    code: str
    title: str
    state: str
    links: JoinLink
    created_at: float
    opened_at: float | None
    closed_at: float | None
    people: int


class ProblemDocument(BaseModel):
    """RFC 9457, with a stable `code`."""

    type: str
    title: str
    status: int
    detail: str
    code: str


class Amendment(Input):
    kind: AmendmentKind
    text: str


def _problems(*numbers: int) -> dict[int | str, dict[str, Any]]:
    content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}}
    return {
        number: {"description": HTTPStatus(number).phrase, "content": content}
        for number in (401, *numbers, 422)
    }


def describe(app: FastAPI) -> None:
    """The description at /openapi.json, with the shape that every problem has."""
    described = app.openapi

    def openapi() -> dict[str, Any]:
        whole = described()
        shapes = whole["components"]["schemas"]
        shapes["ProblemDocument"] = ProblemDocument.model_json_schema()
        return whole

    app.openapi = openapi  # type: ignore[method-assign]

    @app.head("/openapi.json", include_in_schema=False, dependencies=[by_visitor("read_description")])
    @app.get("/openapi.json", include_in_schema=False, dependencies=[by_visitor("read_description")])
    async def description() -> JSONResponse:
        return JSONResponse(openapi())


def _made(request: Request, created: Created) -> NewlyMade:
    addresses = links(base_url(request), created.code, created)
    return NewlyMade(
        id=created.id,
        code=created.code,
        links=AllLinks(**asdict(addresses)),
        keys=Keys(stage=created.stage_key, console=created.console_key),
    )


def _brief(request: Request, session: Session) -> dict[str, Any]:
    return Brief(
        id=session.id,
        code=session.code,
        title=session.title,
        state=session.state,
        links=JoinLink(join=links(base_url(request), session.code).join),
        created_at=session.created_at,
        opened_at=session.opened_at,
        closed_at=session.closed_at,
        people=session.people,
    ).model_dump()


def _whole(request: Request, session: Session, room: LiveRoom) -> dict[str, Any]:
    """A session with its plan; the room's own state, which may be a moment ahead of the list's."""
    return {**_brief(request, session), **write_plan(current(room.room)), "state": room.room.state}


@router.post(
    "/sessions",
    dependencies=[by_token("create_session")],
    status_code=201,
    response_model=NewlyMade,
    responses=_problems(413, 503),
)
async def create(request: Request, response: Response, given: NewSession, asking: Asking) -> NewlyMade:
    """Prepare a session, from nothing or from a template."""
    created = await services(request).sessions.create(prepared(given))
    response.headers["Location"] = f"/api/sessions/{created.id}"
    return _made(request, created)


@router.head("/sessions", dependencies=[by_token("list_sessions")], include_in_schema=False)
@router.get(
    "/sessions", dependencies=[by_token("list_sessions")], response_model=list[Brief], responses=_problems()
)
async def listing(request: Request, asking: Asking) -> list[dict[str, Any]]:
    """All sessions, the newest first."""
    listed = await services(request).sessions.list()
    return [_brief(request, one) for one in sorted(listed, key=lambda one: -one.created_at)]


@router.head("/sessions/{id}", dependencies=[_by_token("see_session")], include_in_schema=False)
@router.get("/sessions/{id}", dependencies=[_by_token("see_session")], responses=_problems(404))
async def show(request: Request, found: Found) -> dict[str, Any]:
    """A session with everything that was prepared."""
    return _whole(request, found, await room_of(request, found.id))


@router.patch(
    "/sessions/{id}", dependencies=[_by_token("see_session")], responses=_problems(404, 409, 413, 503)
)
async def change(request: Request, found: Found, given: SessionChange, asking: Asking) -> dict[str, Any]:
    """Change what was prepared, as far as it has not begun; or the state. Absent fields stay as they are."""
    room = await room_of(request, found.id)
    plan = current(room.room)
    after = revised(plan, given)
    if after != plan:
        await ask(room, Revise(after), asking)
    if given.state is not None and given.state != room.room.state:
        await ask(room, STATES[given.state], asking)
    return _whole(request, await session_of(request, found.id), room)


@router.delete(
    "/sessions/{id}",
    dependencies=[_by_token("delete_session")],
    status_code=204,
    responses=_problems(404, 503),
)
async def delete(request: Request, found: Found) -> Response:
    """Everything of it, for good."""
    await services(request).hub.forget(found.id)
    await services(request).sessions.delete(found.id)
    return Response(status_code=204)


@router.post(
    "/sessions/{id}/keys",
    dependencies=[_by_token("make_keys")],
    status_code=201,
    response_model=NewlyMade,
    responses=_problems(404, 503),
)
async def new_keys(request: Request, found: Found) -> NewlyMade:
    """New keys for stage and console; the old ones stop working."""
    return _made(request, await services(request).sessions.new_keys(found.id))


@router.post(
    "/sessions/{id}/amendments",
    dependencies=[_by_token(Amend)],
    status_code=201,
    responses=_problems(404, 409, 503),
)
async def amend(request: Request, found: Found, given: Amendment, asking: Asking) -> Amendment:
    """Add how it ended, or a correction, to a closed session."""
    await ask(await room_of(request, found.id), Amend(given.kind, given.text), asking)
    return given


async def _begun(request: Request, id: str) -> LiveRoom:
    room = await room_of(request, id)
    if room.room.opened_at is None:
        raise Problem("not_started")
    return room


@router.head("/sessions/{id}/record", dependencies=[_by_token("read_record")], include_in_schema=False)
@router.get("/sessions/{id}/record", dependencies=[_by_token("read_record")], responses=_problems(404, 409))
async def record(
    request: Request, found: Found, asking: Asking, level: Precise = "open", why: Why = ""
) -> JSONResponse:
    """The structured record, as /api/schema/record describes it. Written in the session's use log."""
    await _begun(request, found.id)
    journal, sessions = services(request).journal, services(request).sessions
    if request.method == "HEAD":
        taken = await downloads.record_of(journal, found.id, level, asking)
    else:
        taken = await downloads.take_record(journal, sessions, found.id, level, asking, why)
    return JSONResponse(taken, headers={"Cache-Control": "no-store"})


@router.head(
    "/sessions/{id}/exports/{format}", dependencies=[_by_token("read_record")], include_in_schema=False
)
@router.get(
    "/sessions/{id}/exports/{format}", dependencies=[_by_token("read_record")], responses=_problems(404, 409)
)
async def export(
    request: Request,
    found: Found,
    format: str,
    asking: Asking,
    level: Precise = "open",
    why: Why = "",
    language: Known | None = None,
) -> Response:
    """The record in one of its formats, as a file. Written in the session's use log."""
    downloads.known(format)
    room = (await _begun(request, found.id)).room
    wanted = [language] if language else accepted(request.headers.get("accept-language", ""))
    chosen = choose(wanted, room.plan.language)
    journal, sessions = services(request).journal, services(request).sessions
    if request.method == "HEAD":
        taken = await downloads.made(journal, found.id, format, level, chosen, asking)
    else:
        taken = await downloads.take(journal, sessions, found.id, format, level, chosen, asking, why)
    return as_file(taken, room.code, level)


@router.head("/sessions/{id}/uses", dependencies=[_by_token("read_uses")], include_in_schema=False)
@router.get("/sessions/{id}/uses", dependencies=[_by_token("read_uses")], responses=_problems(404))
async def uses(request: Request, found: Found) -> list[dict[str, Any]]:
    """Who took the record, when, in what form and why; participants see the same."""
    return [
        {"at": one.at, "who": one.who, "what": one.what, "why": one.why}
        for one in await services(request).sessions.uses(found.id)
    ]


@open_router.head("/schema/record", dependencies=[by_visitor("read_description")], include_in_schema=False)
@open_router.get("/schema/record", dependencies=[by_visitor("read_description")])
async def schema() -> JSONResponse:
    """JSON Schema (2020-12) of the record."""
    return JSONResponse(
        SCHEMA, media_type="application/schema+json", headers={"Cache-Control": "public, max-age=3600"}
    )


@open_router.head("/docs", dependencies=[by_visitor("read_description")], include_in_schema=False)
@open_router.get("/docs", dependencies=[by_visitor("read_description")], include_in_schema=False)
async def docs(request: Request) -> Response:
    """This API as a page, from its own description; loads nothing from anywhere else."""
    described = request.app.openapi()
    operations = [
        {"verb": verb.upper(), "path": path, **operation}
        for path, verbs in described["paths"].items()
        for verb, operation in verbs.items()
    ]
    return page(
        request,
        "docs.html",
        operations=operations,
        schemas=described["components"]["schemas"],
        codes=sorted(problems.STATUS.items(), key=lambda one: (one[1], one[0])),
    )
