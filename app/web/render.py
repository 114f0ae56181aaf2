"""HTML from templates, in the language of whoever reads it.

A template gets `t` for its texts and `asset` / `bundle` for addresses; it decides nothing. Pages are small and the
same for a while, so compressing them here is cheap and makes a first visit light.
"""

import gzip
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from babel.dates import format_date, format_time, get_timezone
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from app.core.plan import say
from app.texts import LANGUAGES, accepted, choose, direction, has, name, sentence, t
from app.web import problems
from app.web.services import services

TEMPLATES = Path(__file__).parents[1] / "templates"
LANGUAGE_COOKIE = "language"
ZONE = "Europe/Amsterdam"

_environment = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def language_of(request: Request) -> str:
    """`?lang=`, else what an organiser chose before, else what the browser asks for."""
    wanted = [request.query_params.get("lang", "")]
    if request.url.path.startswith("/organise"):
        wanted.append(request.cookies.get(LANGUAGE_COOKIE, ""))
    return choose([*wanted, *accepted(request.headers.get("accept-language", ""))])


def base_url(request: Request) -> str:
    """Where people find this server, without a slash at the end: the setting, else what this request used."""
    return str(services(request).settings.base_url or request.base_url).rstrip("/")


def page(
    request: Request, template: str, status: int = 200, language: str | None = None, **values: Any
) -> Response:
    """`template` filled in. `values` are the template's own; `language` the reader's, if already known."""
    language = language or language_of(request)
    bundle = services(request).bundle
    body = _environment.get_template(template).render(
        language=language,
        direction=direction(language),
        t=lambda key, **more: t(language, key, **more),
        has=lambda key: has(language, key),
        text=lambda texts, otherwise=None: say(texts, language, otherwise or language),
        asset=bundle.address,
        bundle=lambda name: bundle.entry(name, language),
        taken=lambda what: taken(what, language),
        day=lambda at: day(at, language),
        clock=lambda at: clock(at, language),
        languages=[
            {
                "code": one,
                "name": name(one),
                "direction": direction(one),
                "here": one == language,
                "href": _in(request, one),
            }
            for one in LANGUAGES
        ],
        language_names=[(one, name(one)) for one in LANGUAGES],
        sentence=lambda why: sentence(language, why[0], **why[1]),
        path=request.url.path,
        **values,
    )
    return html(request, body, status)


def html(request: Request, body: str, status: int = 200) -> Response:
    headers = {
        "Cache-Control": "no-store" if _private(request) else "no-cache",
        "Vary": "Accept-Language, Accept-Encoding",
    }
    content = body.encode()
    if "gzip" in request.headers.get("accept-encoding", ""):
        content, headers["Content-Encoding"] = (gzip.compress(content, 6, mtime=0), "gzip")
    return Response(content, status, headers, "text/html")


def trouble(request: Request, code: str, **values: Any) -> Response:
    """A page for something that is wrong, with the one thing to do next."""
    language = language_of(request)
    return page(
        request,
        "problem.html",
        problems.status(code),
        language,
        code=code,
        organising=request.url.path.startswith("/organise"),
        message=sentence(language, code, **values),
    )


def taken(what: str, language: str) -> str:
    """What a line of the use log says was taken ("csv (open)"), in words."""
    format, _, level = what.removesuffix(")").partition(" (")
    kind = f"format-{'json' if format == 'record' else format}"
    if not has(language, kind) or not has(language, f"record-{level}"):
        return what
    return f"{t(language, kind)}, {t(language, f'record-{level}').lower()}"


def day(at: float | None, language: str) -> str:
    """ "24 nov 2026", or "" for None. `at` in epoch seconds, like all times here."""
    return "" if at is None else format_date(_local(at), "medium", locale=language)


def clock(at: float | None, language: str) -> str:
    return "" if at is None else format_time(_local(at), "short", locale=language)


def _local(at: float) -> datetime:
    return datetime.fromtimestamp(at, get_timezone(ZONE))


def _private(request: Request) -> bool:
    return request.url.path.startswith("/organise")


def _in(request: Request, language: str) -> str:
    query = {**request.query_params, "lang": language}
    return f"{urlsplit(str(request.url)).path}?{urlencode(query)}"
