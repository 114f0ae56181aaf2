"""Whether this process lives (/healthz), whether to send it people (/readyz), and what it measures (/metrics).

Measurements name nobody, but are for whoever runs the server: with `metrics_token` set they need it as a bearer token,
and otherwise they are answered to this machine alone, asked directly and not by way of a proxy.
"""

import ipaddress
from secrets import compare_digest

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import Response

from app import access, meters
from app.access import OPERATOR, VISITOR, Who
from app.store.database import Unavailable
from app.web.services import services
from app.web.who import by_visitor

router = APIRouter(include_in_schema=False)
LOOK = ["GET", "HEAD"]
FRESH = {"Cache-Control": "no-store"}
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


@router.api_route("/healthz", methods=LOOK, dependencies=[by_visitor("check_health")])
async def healthz() -> Response:
    return _said("ok")


@router.api_route("/readyz", methods=LOOK, dependencies=[by_visitor("check_health")])
async def readyz(request: Request) -> Response:
    """Ready: the database answers, its tables are of this program's version, and this process is not stopping."""
    if services(request).hub.stopping:
        return _said("stopping", 503, retry_after=2)
    try:
        await services(request).database.ping()
    except Unavailable:
        return _said("the database does not answer, or is another version's", 503, retry_after=2)
    return _said("ok")


@router.api_route("/metrics", methods=LOOK)
async def metrics(request: Request) -> Response:
    if not access.may(_who(request, services(request).settings.metrics_token), "read_measurements"):
        answer = _said("metrics are for this machine, or with VISSENKOM_METRICS_TOKEN as bearer token", 401)
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer
    hub = services(request).hub
    rooms, looking = hub.census()
    meters.ROOMS.set(rooms)
    for screen in meters.SCREENS:
        meters.CONNECTIONS.labels(screen).set(looking[screen])
    meters.READY.set(not hub.stopping)
    meters.BUS.set(hub.bus_ok)
    return Response(generate_latest(), headers={**FRESH, "Content-Type": CONTENT_TYPE_LATEST})


def _who(request: Request, token: str) -> Who:
    """Whoever runs the server, or anybody at all."""
    return OPERATOR if _measures(request, token) else VISITOR


def _measures(request: Request, token: str) -> bool:
    if token:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and compare_digest(given.strip().encode(), token.encode())
    if request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _said(text: str, status: int = 200, retry_after: int | None = None) -> Response:
    headers = FRESH if retry_after is None else {**FRESH, "Retry-After": str(retry_after)}
    return Response(f"{text}\n", status, headers, "text/plain")
