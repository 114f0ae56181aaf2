"""What participants, the projector and the facilitator open: thin pages that load a bundle, and the way in.

Nothing here asks who somebody is. No cookie is set, and what the page needs to begin stands on its <body>.
"""

import io
import json
from functools import cache

import segno
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app import access
from app.access import VISITOR, Act, Thing
from app.store.sessions import Session, normal
from app.texts import LANGUAGES, direction, name
from app.web.problems import Problem
from app.web.render import base_url, page, trouble
from app.web.services import services
from app.web.who import by_visitor

router = APIRouter(include_in_schema=False)
LOOK = ["GET", "HEAD"]


@router.api_route("/", methods=LOOK, dependencies=[by_visitor("visit")])
async def entry(request: Request, code: str = "") -> Response:
    """The code field. Without scripts the form comes back here with ?code=."""
    if not code.strip():
        return page(request, "entry.html", code="", unknown=False)
    session = await _find(request, code)
    if session is None:
        return page(request, "entry.html", 404, code=normal(code)[:40], unknown=True)
    return RedirectResponse(f"/s/{session.code}", 303)


@router.api_route("/s/{code}", methods=LOOK)
async def phone(request: Request, code: str) -> Response:
    return await _shell(request, code, "phone")


@router.api_route("/s/{code}/stage", methods=LOOK)
async def stage(request: Request, code: str) -> Response:
    return await _shell(request, code, "stage")


@router.api_route("/s/{code}/console", methods=LOOK)
async def console(request: Request, code: str) -> Response:
    return await _shell(request, code, "console")


async def _find(request: Request, code: str, what: Act = "visit") -> Session | None:
    """The session with this code. Raises Problem `too_fast` for who guesses, Refusal for what nobody may."""
    door = services(request).door
    door.guess(request)
    found = await services(request).sessions.by_code(code)
    if found is None:
        door.missed(request)
        return None
    access.allow(VISITOR, what, Thing(found.id))
    return found


@cache
def _spoken() -> str:
    """What a screen has to know of the languages there are, as JSON."""
    return json.dumps(
        [{"code": one, "name": name(one), "direction": direction(one)} for one in LANGUAGES],
        ensure_ascii=False,
    )


async def _shell(request: Request, code: str, screen: str) -> Response:
    session = await _find(request, code)
    if session is None:
        return page(request, "entry.html", 404, code=normal(code)[:40], unknown=True)
    return page(
        request,
        "shell.html",
        name=screen,
        code=session.code,
        title=session.title,
        spoken=_spoken(),
    )


@router.api_route("/s/{code}/qr.svg", methods=LOOK)
async def qr(request: Request, code: str) -> Response:
    """The way in as a picture: dark on nothing, as wide as it is told to be."""
    session = await _find(request, code)
    if session is None:
        raise Problem("unknown_session")
    drawn = drawing(f"{base_url(request)}/s/{session.code}")
    return Response(drawn, headers={"Cache-Control": "public, max-age=300"}, media_type="image/svg+xml")


def drawing(address: str) -> bytes:
    """An SVG of `address` on white, since a dark QR code on a dark page can't be read."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out,
        kind="svg",
        border=2,
        dark="#12262B",
        light="#FFFFFF",
        svgclass=None,
        lineclass=None,
        omitsize=True,
    )
    return out.getvalue()


@router.api_route("/s/{code}/uses", methods=LOOK)
async def uses(request: Request, code: str) -> Response:
    """X4: who took what out of this session, when and why; for whoever took part in it."""
    session = await _find(request, code, "read_uses")
    if session is None:
        return trouble(request, "unknown_session")
    return page(
        request,
        "uses.html",
        code=session.code,
        title=session.title,
        uses=await services(request).sessions.uses(session.id),
    )
