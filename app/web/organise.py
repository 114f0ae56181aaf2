"""Organisers' pages: the list, a new session, its links, copying, calling off, deleting.

Everything is a form that works without scripts. A session is changed through its live room, like anything else that
happens to it, so what a page shows is what the room holds.
"""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app import access
from app.access import Thing, Who
from app.core.actor import Actor
from app.core.commands import OrganiserCommand
from app.core.messages.session import CancelSession, OpenLobby, Release
from app.core.plan import Plan
from app.core.refusal import Refusal
from app.core.vocabulary import Address
from app.live.room import Done, LiveRoom
from app.plans import TEMPLATES
from app.store.accounts import Organiser
from app.store.sessions import Created, Session
from app.texts import LANGUAGES, t
from app.web.pages import drawing
from app.web.plan_forms import current, minutes
from app.web.problems import Problem
from app.web.render import base_url, language_of, page
from app.web.services import services
from app.web.who import by_organiser, named, organiser

router = APIRouter(prefix="/organise", include_in_schema=False, dependencies=[Depends(organiser)])

Asking = Annotated[Organiser, Depends(organiser)]
ORGANISER = Actor("server", "organiser")
ATTENTION = ("live", "lobby", "closed", "draft", "released", "cancelled")
"""What needs somebody first. A closed session whose record was taken goes to those that are done."""


@dataclass(frozen=True)
class Listed:
    """A row of the list. `taken`: closed, and its record was downloaded."""

    session: Session
    taken: bool


@dataclass(frozen=True)
class Links:
    join: str
    stage: str = ""
    console: str = ""


def links(base: str, code: str, created: Created | None = None) -> Links:
    """Addresses to hand out. Keys stand behind #, so that they are in no server's log."""
    join = f"{base}/s/{code}"
    if created is None:
        return Links(join)
    return Links(join, f"{join}/stage#{created.stage_key}", f"{join}/console#{created.console_key}")


async def session_of(request: Request, id: str) -> Session:
    found = await services(request).sessions.get(id)
    if found is None:
        raise Problem("unknown_session")
    return found


async def room_of(request: Request, id: str) -> LiveRoom:
    await session_of(request, id)
    return await services(request).hub.open(id)


async def ask(room: LiveRoom, command: OrganiserCommand, by: Who) -> None:
    """Have the room do what an organiser or a program asks, if they may. Raises Refusal."""
    access.allow(by, type(command), Thing(room.session))
    answer = await room.submit(command, ORGANISER)
    if not isinstance(answer, Done):
        raise Refusal(answer.code, **answer.values)


def done(path: str, notice: str = "saved") -> RedirectResponse:
    """Back to a page, which says in one line what happened."""
    before, hash, anchor = path.partition("#")
    return RedirectResponse(f"{before}?done={notice}{hash}{anchor}", 303)


def session_page(
    request: Request, template: str, room: LiveRoom, session: Session, code: int = 200, **values: Any
) -> Response:
    """A page of one session, with its head and tabs."""
    return page(
        request,
        template,
        code,
        session=session,
        plan=current(room.room),
        room=room.room,
        notice=request.query_params.get("done", ""),
        minutes=minutes,
        **{"mistakes": {}, **values},
    )


@router.get("", dependencies=[by_organiser("list_sessions")])
async def listing(request: Request) -> Response:
    sessions = services(request).sessions
    rows = [
        Listed(session, session.state == "closed" and bool(await sessions.uses(session.id)))
        for session in await sessions.list()
    ]
    rows.sort(key=lambda row: (row.taken, ATTENTION.index(row.session.state), -row.session.created_at))
    return page(request, "organise/list.html", rows=rows, notice=request.query_params.get("done", ""))


@router.get("/new", dependencies=[by_organiser("create_session")])
async def new(request: Request) -> Response:
    values = {"template": "open_fishbowl", "title": "", "language": language_of(request), "address": "u"}
    return page(
        request, "organise/new.html", values=values, templates=_offered(language_of(request)), mistakes={}
    )


@router.post("/new", dependencies=[by_organiser("create_session")])
async def create(request: Request, asking: Asking) -> Response:
    form = await request.form()
    values = {name: str(form.get(name, "")) for name in ("template", "title", "language", "address")}
    language = values["language"] if values["language"] in LANGUAGES else language_of(request)
    make = TEMPLATES.get(values["template"])
    title = values["title"].strip()
    if make is None or not title or len(title) > 200:
        code = "unknown_template" if make is None else "text_too_long" if title else "title_missing"
        return page(
            request,
            "organise/new.html",
            422,
            values=values,
            templates=_offered(language_of(request)),
            mistakes={"template" if make is None else "title": (code, {"most": 200})},
        )
    address: Address = "je" if values["address"] == "je" else "u"
    plan = replace(make(language), title=title, address=address)
    return await _created(request, plan, asking, "created")


def _offered(language: str) -> list[dict[str, Any]]:
    plans = {name: make(language) for name, make in TEMPLATES.items()}
    return [
        {
            "name": name,
            "minutes": round(sum(item.planned_s for item in plan.items) / 60),
            "items": len(plan.items),
            "about": t(language, f"template-{name}-about"),
            "label": t(language, f"template-{name}"),
        }
        for name, plan in plans.items()
    ]


async def _created(request: Request, plan: Plan, owner: Organiser, notice: str) -> Response:
    access.allow(named(owner), "create_session")
    made = await services(request).sessions.create(plan, owner.id)
    ticket = services(request).shown.keep(made)
    return RedirectResponse(f"/organise/s/{made.id}?done={notice}&links={ticket}", 303)


@router.get("/s/{id}", dependencies=[by_organiser("see_session")])
async def overview(request: Request, id: str) -> Response:
    """What the session is, and the links to hand out."""
    session = await session_of(request, id)
    room = await room_of(request, id)
    made = services(request).shown.see(request.query_params.get("links", ""), id)
    return _overview(request, session, room, made)


def _overview(
    request: Request,
    session: Session,
    room: LiveRoom,
    made: Created | None = None,
    code: int = 200,
    **values: Any,
) -> Response:
    return session_page(
        request,
        "organise/session.html",
        room,
        session,
        code,
        tab="overview",
        links=links(base_url(request), session.code, made),
        planned_s=sum(item.planned_s for item in room.room.plan.items),
        **values,
    )


@router.get("/s/{id}/qr.svg", dependencies=[by_organiser("see_session")])
async def qr(request: Request, id: str) -> Response:
    session = await session_of(request, id)
    return Response(drawing(links(base_url(request), session.code).join), media_type="image/svg+xml")


@router.post("/s/{id}/keys", dependencies=[by_organiser("make_keys")])
async def new_keys(request: Request, id: str) -> Response:
    """New links for stage and console; the old ones stop working."""
    session = await session_of(request, id)
    made = await services(request).sessions.new_keys(session.id)
    ticket = services(request).shown.keep(made)
    return RedirectResponse(f"/organise/s/{id}?done=keys&links={ticket}#links", 303)


@router.post("/s/{id}/state", dependencies=[by_organiser("see_session")])
async def change_state(request: Request, id: str, asking: Asking) -> Response:
    """Open the doors, call the evening off, or let the record be read outside."""
    form: FormData = await request.form()
    commands: dict[str, OrganiserCommand] = {
        "lobby": OpenLobby(),
        "cancelled": CancelSession(),
        "released": Release(),
    }
    command = commands.get(str(form.get("to", "")))
    room = await room_of(request, id)
    if command is None:
        raise Problem("malformed")
    try:
        await ask(room, command, named(asking))
    except Refusal as refusal:
        session = await session_of(request, id)
        return _overview(request, session, room, code=409, mistakes={"state": (refusal.code, refusal.values)})
    where = f"/organise/s/{id}/record" if isinstance(command, Release) else f"/organise/s/{id}"
    return done(where, str(form.get("to")))


@router.get("/s/{id}/cancel", dependencies=[by_organiser(CancelSession)])
async def confirm_cancel(request: Request, id: str) -> Response:
    room = await room_of(request, id)
    return session_page(request, "organise/cancel.html", room, await session_of(request, id), tab="overview")


@router.post("/s/{id}/copy", dependencies=[by_organiser("see_session")])
async def copy(request: Request, id: str, asking: Asking) -> Response:
    """The same plan again, as a new session with a code and keys of its own; nothing of what happened."""
    room = await room_of(request, id)
    plan = current(room.room)
    title = t(language_of(request), "organise-copy-of", title=plan.title)[:200]
    return await _created(request, replace(plan, title=title), asking, "copied")


@router.get("/s/{id}/delete", dependencies=[by_organiser("delete_session")])
async def confirm_delete(request: Request, id: str) -> Response:
    room = await room_of(request, id)
    return session_page(request, "organise/delete.html", room, await session_of(request, id), tab="overview")


@router.post("/s/{id}/delete", dependencies=[by_organiser("delete_session")])
async def delete(request: Request, id: str) -> Response:
    await session_of(request, id)
    await services(request).hub.forget(id)
    await services(request).sessions.delete(id)
    return done("/organise", "deleted")
