"""Who asks, and whether they may: what every route declares (A1).

An organiser has a cookie, and only below /organise; a program has a token; everybody else is a visitor. What each may
do is access.py's to say. The doors of a room ask for themselves (greeting.py, asking.py).
"""

from typing import Annotated, Any

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.requests import Request

from app import access
from app.access import SERVER, VISITOR, Act, Thing, What, Who
from app.store.accounts import Organiser
from app.web.problems import Problem
from app.web.security import same_site
from app.web.services import services

COOKIE = "organiser"
_bearer = HTTPBearer(auto_error=False, description="`vissenkom token add LABEL` makes one.")


class LoggedOut(Exception):
    """This page is for organisers; the answer is the log-in page."""


async def organiser(request: Request) -> Organiser:
    """Dependency of every organiser's page: who is asking, and that no other site had them ask."""
    same_site(request)
    token = request.cookies.get(COOKIE, "")
    found = await services(request).accounts.logged_in(token) if token else None
    if found is None:
        raise LoggedOut
    return found


async def bearer(
    request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> Who:
    """Dependency of the API: whose token asks. Raises `unknown_token`."""
    door = services(request).door
    door.guess(request)
    token = given.credentials.strip() if given else ""
    label = await services(request).accounts.check_token(token) if given else None
    if label is None:
        door.missed(request)
        raise Problem("unknown_token")
    return Who("token", name=label)


def named(asking: Organiser) -> Who:
    return Who("organiser", name=asking.name)


def by_visitor(what: Act) -> Any:
    """Of a route for everybody."""

    async def asked() -> None:
        access.allow(VISITOR, what)

    return Depends(asked)


def by_organiser(what: What) -> Any:
    """Of an organiser's page; of the session in its address, if one is."""

    async def asked(request: Request, asking: Annotated[Organiser, Depends(organiser)]) -> None:
        session = request.path_params.get("id")
        access.allow(named(asking), what, Thing(session) if session else SERVER)

    return Depends(asked)


def by_token(what: What) -> Any:
    """Of a route of the API that is of no session."""

    async def asked(asking: Annotated[Who, Depends(bearer)]) -> None:
        access.allow(asking, what)

    return Depends(asked)
