"""How an organiser comes in: the first one by a one-time link, the others by name and password.

Only organisers have a cookie, and only below /organise. Guessing is slowed down by name and by address (tries.py).
"""

from urllib.parse import urlsplit

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.core.refusal import Refusal
from app.store.accounts import LONGEST_PASSWORD, SHORTEST_PASSWORD
from app.texts import LANGUAGES
from app.web.door import address, place
from app.web.problems import Problem
from app.web.render import LANGUAGE_COOKIE, base_url, language_of, page
from app.web.security import same_site
from app.web.services import services
from app.web.who import COOKIE, by_visitor

KEPT_S = 14 * 24 * 3600
HOME = "/organise"


async def own_form(request: Request) -> None:
    same_site(request)


router = APIRouter(include_in_schema=False, dependencies=[Depends(own_form)])


@router.get("/organise/first", dependencies=[by_visitor("log_in")])
async def first(request: Request) -> Response:
    """Where the printed link leads: its key stands behind # and never reaches a log."""
    if await services(request).accounts.any():
        return RedirectResponse("/organise/login", 303)
    return page(request, "organise/first.html", values={"key": "", "name": ""}, mistakes={})


@router.post("/organise/first", dependencies=[by_visitor("log_in")])
async def make_first(request: Request) -> Response:
    form = await request.form()
    values = {name: str(form.get(name, "")) for name in ("key", "name", "password", "again")}
    tries = services(request).tries
    tries.check("", _address(request))
    mistakes = password_mistakes(values["name"], values["password"], values["again"])
    if not mistakes:
        try:
            await services(request).accounts.create_first(
                values["key"].strip().lstrip("#"), values["name"].strip(), values["password"]
            )
        except Refusal as refusal:
            tries.failed("", _address(request))
            mistakes = {"key": (refusal.code, refusal.values)}
    if mistakes:
        shown = {**values, "password": "", "again": ""}
        return page(request, "organise/first.html", 422, values=shown, mistakes=mistakes)
    return await _enter(request, values["name"].strip(), values["password"], HOME)


def password_mistakes(name: str, password: str, again: str) -> dict[str, tuple[str, dict[str, object]]]:
    """Field -> (code, values) of what an account can't be made with."""
    mistakes: dict[str, tuple[str, dict[str, object]]] = {}
    if not 0 < len(name.strip()) <= 200:
        mistakes["name"] = ("name_missing", {})
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        mistakes["password"] = ("password_short", {})
    elif password != again:
        mistakes["again"] = ("password_different", {})
    return mistakes


@router.get("/organise/login", dependencies=[by_visitor("log_in")])
async def login(request: Request, next: str = HOME) -> Response:
    return page(request, "organise/login.html", name="", next=_inside(next), mistakes={})


@router.post("/organise/login", dependencies=[by_visitor("log_in")])
async def log_in(request: Request) -> Response:
    form = await request.form()
    name, password = str(form.get("name", "")).strip(), str(form.get("password", ""))
    return await _enter(request, name, password[:LONGEST_PASSWORD], _inside(str(form.get("next", HOME))))


async def _enter(request: Request, name: str, password: str, next: str) -> Response:
    tries = services(request).tries
    try:
        tries.check(name, _address(request))
        token = await services(request).accounts.log_in(name, password, KEPT_S)
        if token is None:
            tries.failed(name, _address(request))
            raise Problem("wrong_login")
    except Problem as problem:
        status = 429 if problem.code == "too_many_tries" else 401
        answer = page(
            request,
            "organise/login.html",
            status,
            name=name,
            next=next,
            mistakes={"password": (problem.code, {})},
        )
        if problem.retry_after:
            answer.headers["Retry-After"] = str(problem.retry_after)
        return answer
    tries.succeeded(name)
    answer = RedirectResponse(next, 303)
    answer.set_cookie(
        COOKIE, token, max_age=KEPT_S, path=HOME, httponly=True, samesite="lax", secure=_https(request)
    )
    return answer


@router.post("/organise/logout", dependencies=[by_visitor("log_out")])
async def log_out(request: Request) -> Response:
    await services(request).accounts.log_out(request.cookies.get(COOKIE, ""))
    answer = RedirectResponse("/organise/login", 303)
    answer.delete_cookie(COOKIE, path=HOME)
    return answer


@router.get("/organise/language", dependencies=[by_visitor("choose_language")])
async def language(request: Request, next: str = HOME) -> Response:
    """An organiser's own choice of language, kept."""
    answer = RedirectResponse(_inside(next), 303)
    chosen = language_of(request)
    assert chosen in LANGUAGES
    answer.set_cookie(
        LANGUAGE_COOKIE,
        chosen,
        max_age=365 * 24 * 3600,
        path=HOME,
        httponly=True,
        samesite="lax",
        secure=_https(request),
    )
    return answer


def _inside(next: str) -> str:
    """Only somewhere among our own organiser pages: never a way out to another site."""
    split = urlsplit(next)
    if (
        split.scheme
        or split.netloc
        or "\\" in next
        or not (next == HOME or next.startswith((f"{HOME}/", f"{HOME}?")))
    ):
        return HOME
    return next


def _https(request: Request) -> bool:
    return base_url(request).startswith("https:")


def _address(request: Request) -> str:
    return place(address(request))
