"""From something that went wrong to what a person or a program reads: one sentence and a stable code (RFC 9457).

Refusals of the core and problems of the web speak the same way. Programs under /api get `application/problem+json`,
people a page in their language. Nothing here decides what is wrong.
"""

from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic_core import ErrorDetails
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse

from app.core.refusal import Refusal
from app.texts import accepted, choose, sentence

MEDIA_TYPE = "application/problem+json"
STATUS: dict[str, int] = {
    "unknown_address": 404,
    "unknown_session": 404,
    "unknown_format": 404,
    "unknown_template": 422,
    "unknown_token": 401,
    "wrong_login": 401,
    "other_site": 403,
    "not_allowed": 403,
    "wrong_method": 405,
    "internal": 500,
    "too_large": 413,
    "malformed": 422,
    "too_many_tries": 429,
    "too_fast": 429,
    "full": 503,
    "not_saved": 503,
    "unavailable": 503,
    "title_missing": 422,
    "double_id": 422,
    "impossible_time": 422,
    "impossible_chairs": 422,
    "impossible_number": 422,
    "statement_without_text": 422,
    "text_missing": 422,
    "text_too_long": 422,
    "unknown_role": 422,
    "unknown_item": 422,
}
"""HTTP status of each code; what is not here is a conflict with how things stand (409)."""


class Problem(Exception):
    """Something of the web's own that is wrong. `values` fill its sentence; `retry_after` in seconds; `said`: whose
    sentence it has, where the code's own says too little."""

    def __init__(self, code: str, retry_after: int | None = None, said: str = "", **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after
        self.said = said or code
        self.values = values


def status(code: str) -> int:
    return STATUS.get(code, 409)


def spoken(request: HTTPConnection) -> str:
    """The language a program asked for."""
    return choose(accepted(request.headers.get("accept-language", "")), "en")


def answer(
    request: HTTPConnection, code: str, *, retry_after: int | None = None, said: str = "", **values: Any
) -> JSONResponse:
    """A problem document. `values` that say where it is (item, statement, role, path ...) are part of it."""
    number = status(code)
    body = {
        "type": f"/api/docs#problem-{code}",
        "title": HTTPStatus(number).phrase,
        "status": number,
        "detail": sentence(spoken(request), said or code, **values),
        "code": code,
        **{key: value for key, value in values.items() if key not in ("status", "code", "detail")},
    }
    headers = {"Cache-Control": "no-store"}
    if number == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if number == 503:
        headers["Retry-After"] = str(retry_after or 2)
    elif retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    return JSONResponse(body, number, headers, MEDIA_TYPE)


def of_refusal(request: Request, refusal: Refusal) -> JSONResponse:
    return answer(request, refusal.code, **refusal.values)


def of_problem(request: HTTPConnection, problem: Problem) -> JSONResponse:
    return answer(request, problem.code, retry_after=problem.retry_after, said=problem.said, **problem.values)


def of_malformed(request: Request, error: RequestValidationError) -> JSONResponse:
    """Every wrong field with its path ("items.0.minutes"); the first one's in `path`."""
    if any(one["type"] == "json_invalid" or tuple(one["loc"]) == ("body",) for one in error.errors()):
        return answer(request, "malformed", said="not_json", path="", errors=[])
    wrong = [{"path": path(one), "message": one["msg"]} for one in error.errors()]
    return answer(request, "malformed", path=wrong[0]["path"] if wrong else "", errors=wrong)


def path(error: ErrorDetails | dict[str, Any]) -> str:
    return ".".join(str(part) for part in error["loc"] if part not in ("body", "query", "path"))


def for_program(request: Request) -> bool:
    """Whether the answer is read by a program rather than a person."""
    accepts = request.headers.get("accept", "")
    return request.url.path.startswith(("/api/", "/openapi")) or (
        "text/html" not in accepts and ("json" in accepts or "event-stream" in accepts)
    )
