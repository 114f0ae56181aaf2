"""`serve`: the server as a deployment runs it, from its settings to the last connection."""

import contextlib
import ipaddress
import logging
import signal
import socket
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

from app import access, logs
from app.cli.ending import refuse, run
from app.main import base, build_app
from app.settings import Settings
from app.store.database import Database
from app.web.bundle import Bundle
from app.web.serving import Server, listen, settle


def serve(host: str | None, port: int | None) -> None:
    settings = Settings()
    changed = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    settings = settings.model_copy(update=changed)
    named = urlsplit(settings.base_url).hostname if settings.base_url else None
    if not settings.has_secret and (_public(settings.host) or (named and _public(named))):
        refuse(
            "a server that others can reach needs a secret: set VISSENKOM_SECRET_KEY to a long random text."
        )
    if settings.bus_url and settings.database_url.startswith("sqlite"):
        refuse("several nodes need PostgreSQL: set VISSENKOM_DATABASE_URL, or leave VISSENKOM_BUS_URL out.")
    if not Bundle.read().complete:
        print("vissenkom: the pages are not built: run `make run` once, or `pip install .`.", file=sys.stderr)
    logs.begin(settings)
    run(_opens(settings))
    try:
        listening = _listen(settings)
    except OSError as error:
        refuse(f"{settings.host}, port {settings.port}: {error.strerror or error}")
    settings = settings.model_copy(update={"port": listening.getsockname()[1]})
    _many_files()
    if settings.log_format == "text":
        print(f"vissenkom: serving at {base(settings)}", file=sys.stderr, flush=True)
    # Once everything is done the server raises the signal that stopped it anew: being told to stop is no failure.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    server = Server(build_app(settings, announce=_announce(settings)), settings)
    settle()
    with contextlib.suppress(KeyboardInterrupt):
        server.run([listening])


def _public(address: str) -> bool:
    """Whether others than this machine can reach `address` (a host name or IP address)."""
    try:
        return not ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address != "localhost"


def _announce(settings: Settings) -> Callable[[str], None] | None:
    """How the one-time link for the first organiser is told: logs that programs read are kept, and get no keys."""
    if settings.log_format == "text":
        return None
    how = "nobody can log in yet: make an account with `vissenkom organiser add NAME`"
    return lambda link: logging.getLogger("vissenkom").warning(how)


def _listen(settings: Settings) -> socket.socket:
    """Raises OSError when the address is taken, or is not one of this machine."""
    found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    # "localhost" is IPv4 first: not every machine that knows the name has an IPv6 address for it.
    family, *_, address = min(found, key=lambda one: one[0] != socket.AF_INET)
    return listen(str(address[0]), int(address[1]), family)


def _many_files() -> None:
    """Each phone is a file: have as many as the machine allows at all, where it knows of such a limit."""
    with contextlib.suppress(ImportError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


async def _opens(settings: Settings) -> None:
    """Bring the database up to date before anybody is served, so that trouble with it is one line here."""
    access.allow(access.OPERATOR, "serve")
    await (await Database.open(settings.database_url)).close()
