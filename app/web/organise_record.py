"""What became of an evening: its record as a page, the downloads beside it, who used it, and what was added since."""

from typing import Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from app import downloads
from app.core.messages.session import Amend
from app.core.refusal import Refusal
from app.core.vocabulary import AmendmentKind, Level
from app.export import FORMATS
from app.live.room import LiveRoom
from app.web.organise import Asking, ask, done, room_of, session_of, session_page
from app.web.plan_forms import Mistakes
from app.web.problems import Problem
from app.web.render import language_of
from app.web.security import RECORD_POLICY
from app.web.services import services
from app.web.who import by_organiser, named, organiser

router = APIRouter(prefix="/organise/s/{id}", include_in_schema=False, dependencies=[Depends(organiser)])


def level_of(asked: Any) -> Level:
    """Open unless the restricted one was asked for."""
    return "restricted" if asked == "restricted" else "open"


@router.get("/record", dependencies=[by_organiser("see_session")])
async def show(request: Request, id: str) -> Response:
    room = await room_of(request, id)
    return await _record(request, id, room, level=level_of(request.query_params.get("level")))


async def _record(
    request: Request,
    id: str,
    room: LiveRoom,
    code: int = 200,
    level: Level = "open",
    mistakes: Mistakes | None = None,
    **typed: str,
) -> Response:
    held = room.room
    return session_page(
        request,
        "organise/record.html",
        room,
        await session_of(request, id),
        code,
        tab="record",
        level=level,
        formats=list(FORMATS),
        uses=await services(request).sessions.uses(id),
        amendments=[
            {"kind": one.kind, "at": one.at, "text": held.words.get(one.words, "")}
            for one in held.amendments.values()
        ],
        mistakes=mistakes or {},
        **{"why": "", "amend_kind": "outcome", "amend_text": "", **typed},
    )


@router.get("/record/page", dependencies=[by_organiser("read_record")])
async def as_page(request: Request, id: str, asking: Asking) -> Response:
    """The record for people, to look at here. Taking it along is a download, and is written down."""
    room = await room_of(request, id)
    if room.room.opened_at is None:
        raise Problem("not_started")
    level = level_of(request.query_params.get("level"))
    record = await downloads.record_of(services(request).journal, id, level, named(asking))
    body = FORMATS["html"].make(record, language_of(request))
    headers = {
        "Content-Security-Policy": RECORD_POLICY,
        "X-Frame-Options": "SAMEORIGIN",
        "Cache-Control": "no-store",
    }
    return Response(body, headers=headers, media_type="text/html")


@router.post("/record/download", dependencies=[by_organiser("read_record")])
async def download(request: Request, id: str, asking: Asking) -> Response:
    form = await request.form()
    room = await room_of(request, id)
    why, level = str(form.get("why", "")).strip(), level_of(form.get("level"))
    if room.room.opened_at is None:
        raise Problem("not_started")
    if not why:
        return await _record(request, id, room, 422, level, {"why": ("why_missing", {})})
    if str(form.get("format")) not in FORMATS:
        raise Problem("unknown_format")
    taken = await downloads.take(
        services(request).journal,
        services(request).sessions,
        id,
        str(form.get("format")),
        level,
        language_of(request),
        named(asking),
        why,
    )
    return as_file(taken, room.room.code, level)


def as_file(taken: downloads.Download, code: str, level: Level) -> Response:
    """A name that says which session and how precise it is: "KRE7QP-open-record.json"."""
    headers = {
        "Content-Disposition": f'attachment; filename="{code}-{level}-{taken.filename}"',
        "Cache-Control": "no-store",
    }
    return Response(taken.body, headers=headers, media_type=taken.media_type)


@router.post("/amendments", dependencies=[by_organiser(Amend)])
async def amend(request: Request, id: str, asking: Asking) -> Response:
    """S1: a closed session is added to, never edited."""
    form = await request.form()
    room = await room_of(request, id)
    kind: AmendmentKind = "correction" if form.get("kind") == "correction" else "outcome"
    text = str(form.get("text", "")).replace("\r\n", "\n")
    try:
        await ask(room, Amend(kind, text), named(asking))
    except Refusal as refusal:
        wrong: Mistakes = {"text": (refusal.code, refusal.values)}
        return await _record(request, id, room, 422, mistakes=wrong, amend_kind=kind, amend_text=text)
    return done(f"/organise/s/{id}/record#amendments", "amended")
