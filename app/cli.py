"""vissenkom: the commands. Messages go to stderr, data to stdout; status 1 is a refusal, 2 wrong use."""

import asyncio
import contextlib
import getpass
import ipaddress
import logging
import signal
import socket
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any, NoReturn
from urllib.parse import urlsplit

import typer
from pydantic import ValidationError

from app import access, downloads, logs
from app.core.refusal import Refusal
from app.core.vocabulary import LEVELS, Level
from app.export import FORMATS
from app.main import base, build_app
from app.settings import Settings
from app.simulate.commands import demo, rehearse, replay
from app.store import backup as backups
from app.store.accounts import Accounts
from app.store.database import Database, Unavailable
from app.store.journal import Journal
from app.store.migrate import FromNewerProgram
from app.store.sessions import Sessions
from app.texts import LANGUAGES
from app.web.auth import SHORTEST_PASSWORD
from app.web.bundle import Bundle
from app.web.problems import sentence
from app.web.serving import Server, listen, settle

app = typer.Typer(
    name="vissenkom",
    help="A live fishbowl conversation: chairs, queue and votes on phones, and a record that lasts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
organisers = typer.Typer(help="People who prepare sessions.", no_args_is_help=True)
tokens = typer.Typer(help="Keys for programs that use the API.", no_args_is_help=True)
app.add_typer(organisers, name="organiser")
app.add_typer(tokens, name="token")
for command in (demo, rehearse, replay):
    app.command()(command)


def refuse(message: str, status: int = 1) -> NoReturn:
    """One clear line, and the end."""
    print(f"vissenkom: {message}", file=sys.stderr)
    raise typer.Exit(status)


def run(work: Coroutine[Any, Any, None]) -> None:
    """Do it; a refusal or a database that does not answer is a line and status 1."""
    try:
        asyncio.run(work)
    except Refusal as refusal:
        refuse(sentence("en", refusal.code, **refusal.values))
    except FromNewerProgram as error:
        refuse(str(error))
    except Unavailable as error:
        refuse(f"the database does not answer: {error}")
    except OSError as error:
        refuse(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "))


def public(address: str) -> bool:
    """Whether others than this machine can reach `address` (a host name or IP address)."""
    try:
        return not ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address != "localhost"


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
) -> None:
    """Run the server. This is what a deployment runs."""
    settings = Settings()
    changed = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    settings = settings.model_copy(update=changed)
    named = urlsplit(settings.base_url).hostname if settings.base_url else None
    if not settings.has_secret and (public(settings.host) or (named and public(named))):
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


@organisers.command("add")
def add_organiser(name: Annotated[str, typer.Argument(help="A name or an e-mail address.")]) -> None:
    """Make an account. The password is asked for, or read from standard input."""
    if sys.stdin.isatty():
        password = getpass.getpass("Password: ")
        if password != getpass.getpass("Once more: "):
            refuse("the two passwords are not the same.")
    else:
        password = sys.stdin.readline().rstrip("\n")
    if not name.strip():
        refuse("a name is needed.", 2)
    if len(password) < SHORTEST_PASSWORD:
        refuse(sentence("en", "password_short"))

    async def work() -> None:
        access.allow(access.OPERATOR, "add_organiser")
        database = await Database.open(Settings().database_url)
        try:
            await Accounts(database).create(name.strip(), password)
        finally:
            await database.close()

    run(work())
    print(f"{name.strip()} can log in now.", file=sys.stderr)


@tokens.command("add")
def add_token(label: Annotated[str, typer.Argument(help="Whose it is; use logs name it.")]) -> None:
    """Make a token for the API. It is printed once, on stdout."""

    async def work() -> None:
        access.allow(access.OPERATOR, "add_token")
        database = await Database.open(Settings().database_url)
        try:
            print(await Accounts(database).create_token(label.strip()))
        finally:
            await database.close()

    if not label.strip():
        refuse("a label is needed.", 2)
    run(work())


@app.command()
def export(
    session: Annotated[str, typer.Argument(help="The session's id or code.")],
    format: Annotated[str, typer.Option("--format", help="json, csv or html.")],
    out: Annotated[Path, typer.Option("--out", help="Where to write it; - for stdout.")],
    level: Annotated[str, typer.Option(help="open or restricted.")] = "open",
    language: Annotated[
        str | None, typer.Option(help=f"{' or '.join(LANGUAGES)}; the session's own by default.")
    ] = None,
    why: Annotated[str, typer.Option(help="What for; participants can read it.")] = "",
) -> None:
    """Write a session's record to a file. It is noted in the session's use log."""
    chosen: Level | None = next((one for one in LEVELS if one == level), None)
    if chosen is None:
        refuse(f"--level is open or restricted, not {level}.", 2)
    if format not in FORMATS:
        refuse(f"--format is one of {', '.join(FORMATS)}, not {format}.", 2)
    if language is not None and language not in LANGUAGES:
        refuse(f"--language is {' or '.join(LANGUAGES)}, not {language}.", 2)

    async def work() -> None:
        database = await Database.open(Settings().database_url)
        try:
            sessions, journal = Sessions(database), Journal(database)
            found = await sessions.get(session) or await sessions.by_code(session)
            if found is None:
                raise Refusal("unknown_session")
            spoken = language or await downloads.language_of(journal, found.id)
            by = access.OPERATOR._replace(name=getpass.getuser())
            taken = await downloads.take(journal, sessions, found.id, format, chosen, spoken, by, why)
        finally:
            await database.close()
        if str(out) == "-":
            sys.stdout.buffer.write(taken.body)
        else:
            out.write_bytes(taken.body)

    run(work())


@app.command()
def backup(path: Annotated[Path, typer.Argument(help="The file to make.")]) -> None:
    """Copy the database to a file, also while the server runs."""

    async def work() -> None:
        access.allow(access.OPERATOR, "back_up")
        await backups.backup(Settings().database_url, path)

    run(work())


@app.command()
def restore(path: Annotated[Path, typer.Argument(help="A file made by backup.")]) -> None:
    """Put a backup in the place of the database. Stop the server first."""
    if not path.is_file():
        refuse(f"{path} is not there.", 2)

    async def work() -> None:
        access.allow(access.OPERATOR, "restore")
        await backups.restore(Settings().database_url, path)

    run(work())


def main() -> None:
    try:
        app()
    except ValidationError as error:
        if error.title != Settings.__name__:
            raise
        for one in error.errors():
            name = str(one["loc"][0]).upper().removeprefix("VISSENKOM_")
            print(f"vissenkom: VISSENKOM_{name}: {one['msg']}", file=sys.stderr)
        sys.exit(2)
