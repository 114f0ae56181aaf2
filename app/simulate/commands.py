"""What the commands of the simulation do: demo, rehearse, replay. Messages to stderr, what they give to stdout.

What each takes stands in `cli`.
"""

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import segno
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from sqlalchemy.exc import ArgumentError

from app import access
from app.core.refusal import Refusal
from app.plans import TEMPLATES
from app.settings import Settings
from app.simulate import demo as showing
from app.simulate import evening, rehearsal, replaying
from app.simulate.client import Closed, NobodyThere
from app.simulate.organiser import Organiser, Turned
from app.simulate.served import Served, served
from app.simulate.trace import BrokenLine
from app.store.database import Unavailable
from app.store.sessions import Created
from app.texts import LANGUAGES, choose, sentence, t
from app.web.bundle import Bundle
from app.web.organise import links


def demo(host: str | None, port: int | None, pace: float, language: str, seed: int) -> None:
    _check_language(language)
    settings = _settings("data/demo", host, port)

    async def work() -> None:
        async with _opened(settings) as (server, first_link):
            await showing.forget_old(server)
            begun = await showing.begin(server, language, pace, seed)
            await server.hub.open(begun.created.id)
            _announce("demo-under-way", settings, server, begun.created, first_link)
            taken = _spoken("demo-taken")
            await showing.go_on(server, begun, language, pace, lambda: print(taken, file=sys.stderr))
            await _stay_open()

    _run(_until_stopped(work()))


def rehearse(
    session: str | None,
    url: str,
    people: int,
    pace: float,
    facilitate: bool,
    template: str,
    language: str,
    seed: int,
    host: str | None,
    port: int | None,
) -> None:
    _check_language(language)
    if template not in TEMPLATES:
        _refuse(f"--template is one of {', '.join(TEMPLATES)}, not {template}.", 2)
    if session is not None:
        try:
            where = rehearsal.door(session, url)
        except ValueError as error:
            _refuse(f"{error}.", 2)
        if facilitate and not where.console_key:
            _refuse("--facilitate needs the link of the console, with its key.", 2)
        _run(_until_stopped(rehearsal.rehearse(where, people, pace, language, seed, facilitate)))
        return
    settings = _settings("data/rehearsal", host, port)

    async def work() -> None:
        async with _opened(settings) as (server, first_link):
            plan = evening.plan(language, pace) if facilitate else TEMPLATES[template](language)
            access.allow(access.OPERATOR, "create_session")
            created = await server.sessions.create(plan)
            _announce("rehearsal-begins", settings, server, created, first_link)
            where = rehearsal.Door(server.address, created.code, created.console_key)
            await rehearsal.rehearse(where, people, pace, language, seed, facilitate)
            await _stay_open()

    _run(_until_stopped(work()))


def replay(
    file: Path,
    speed: float | None,
    record: Path | None,
    comments: Path | None,
    language: str,
    url: str | None,
    token: str | None,
    database: str | None,
) -> None:
    _check_language(language)
    if url and (not token or database):
        _refuse("--url needs --token, and takes no --database.", 2)
    try:
        found = replaying.read(file, comments, language)
    except BrokenLine as broken:
        _refuse(f"{broken.code}: {_spoken('broken-line', number=broken.number, detail=broken.detail)}", 2)
    except OSError as error:
        _refuse(f"{error.filename}: {error.strerror}", 2)
    speed = found.speed if speed is None else speed
    outcomes: list[replaying.Outcome] = []

    async def work() -> None:
        with _progress(len(found.lines)) as stepped:
            if url and token:
                outcomes.append(await replaying.replay(Organiser(url, token), found, speed, stepped))
                return
            async with replaying.own_server(database) as organiser:
                outcomes.append(await replaying.replay(organiser, found, speed, stepped))

    started = time.monotonic()
    _run(work())
    _report(outcomes[0], record, time.monotonic() - started)


def _report(outcome: replaying.Outcome, to: Path | None, seconds: float) -> None:
    if to is not None:
        text = json.dumps(outcome.record, ensure_ascii=False, indent=2) + "\n"
        if str(to) == "-":
            sys.stdout.write(text)
        else:
            to.write_text(text, encoding="utf-8")
    if str(to) != "-":
        print("\n".join(replaying.table(outcome.rows)))
    confirmed = outcome.confirmed
    print(
        f"vissenkom: {confirmed.done} confirmed, {confirmed.people} people, {seconds:.1f} s", file=sys.stderr
    )
    for code, times in sorted(confirmed.refused.items()):
        print(f"vissenkom: refused {times} times: {code}", file=sys.stderr)
    for one in outcome.missing:
        print(f"vissenkom: confirmed, but not in the record: {one}", file=sys.stderr)
    if not outcome.complete:
        raise typer.Exit(1)


# What they share


def _refuse(message: str, status: int = 1) -> NoReturn:
    print(f"vissenkom: {message}", file=sys.stderr)
    raise typer.Exit(status)


def _spoken(key: str, **values: Any) -> str:
    """A text in the language of this terminal."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    return t(choose([wanted.replace("_", "-")], "en"), key, **values)


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        _refuse(f"--language is one of {', '.join(LANGUAGES)}, not {language}.", 2)


def _settings(data: str, host: str | None, port: int | None) -> Settings:
    """Those of the environment, but for the folder when none is named there."""
    settings = Settings()
    if not {"data", "database_url"} & settings.model_fields_set:
        settings = Settings(data=Path(data))
    changed = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    return settings.model_copy(update=changed)


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Do it; what can be expected to go wrong is a line and status 1."""
    try:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(work)
    except ArgumentError as error:
        _refuse(str(error), 2)
    except (Turned, Closed, Refusal, Unavailable, OSError, ExceptionGroup) as error:
        message = _sentence(error)
        if message is None:
            raise
        _refuse(message)


def _sentence(error: Exception) -> str | None:
    """What went wrong in a line, or None for a bug."""
    match error:
        case ExceptionGroup():
            return _sentence(error.exceptions[0])
        case Turned():
            return f"{error.code}: {error.detail}"
        case NobodyThere():
            return _spoken("nobody-there")
        case Closed():
            return _spoken("closed-by-server", code=str(error.code))
        case Refusal():
            return sentence("en", error.code, **error.values)
        case TimeoutError():
            return _spoken("nobody-there")
        case Unavailable():
            return f"the database does not answer: {error}"
        case OSError():
            return f"{error.filename or ''}: {error.strerror or error}".lstrip(": ")
        case _:
            return None


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    if sys.platform == "win32":
        return None
    import uvloop

    return uvloop.new_event_loop


@contextlib.asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[tuple[Served, str]]:
    """A server, and the link that makes its first organiser while there is none."""
    if not Bundle.read().complete:
        print("vissenkom: the pages are not built: run `make run` once, or `pip install .`.", file=sys.stderr)
    found: list[str] = []
    async with served(settings, found.append) as server:
        yield server, found[0] if found else ""


async def _stay_open() -> None:
    """The session is over, and now its record can be looked at."""
    print(_spoken("session-over"), file=sys.stderr)
    await asyncio.Event().wait()


async def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Until it is done, or until Ctrl-C or a request to end."""
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stopped.set)
    doing = asyncio.create_task(work)
    waiting = asyncio.create_task(stopped.wait())
    await asyncio.wait((doing, waiting), return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if not doing.done():
        doing.cancel()
        await asyncio.wait([doing])
    if not doing.cancelled():
        doing.result()


def _announce(title: str, settings: Settings, server: Served, created: Created, first_link: str) -> None:
    base = settings.base_url.rstrip("/") or _reachable(settings.host, server.address)
    addresses = links(base, created.code, created)
    first = f"{base}/organise" + (f"/first#{first_link.rpartition('#')[2]}" if first_link else "")
    print(f"\n{_spoken(title)}\n", flush=True)
    for key, address in (
        ("phone", addresses.join),
        ("stage", addresses.stage),
        ("console", addresses.console),
        ("organiser", first),
    ):
        print(f"  {_spoken(f'address-{key}'):<12}{address}")
    print(flush=True)
    segno.make(addresses.join, error="m", micro=False).terminal(out=sys.stdout, compact=True)
    print(f"\n{_spoken('how-to-end')}", flush=True)


def _reachable(host: str, address: str) -> str:
    """How phones on the same network reach a server that listens everywhere."""
    if host not in ("0.0.0.0", "::"):
        return address
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: this asks the machine which of its addresses it would use. 192.0.2.0/24 is nobody's.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return address
        return f"http://{probe.getsockname()[0]}:{urlsplit(address).port}"


@contextlib.contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_spoken("playing"), total=total)
        yield lambda: bar.advance(task)
