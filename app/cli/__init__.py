"""vissenkom: the commands, and what each takes. Messages to stderr, data to stdout; status 1 is a refusal, 2 wrong use.

Whoever asks for help pays for this module and typer. What a command does stands in a module of its own, which is
imported when that command runs and not before: so nothing here may import the web framework, the database, the settings
or the simulation, by no detour either (tests/test_cli.py).
"""

import gc
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup, TyperOption

from app.texts import DEFAULT, LANGUAGES


class Group(TyperGroup):
    """One that was not asked for help need not load pydantic to know it: without a value of its own, typer takes
    "no" through a validator, for every command below."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.default = False
        return option


app = typer.Typer(
    cls=Group,
    name="vissenkom",
    help="A live fishbowl conversation: chairs, queue and votes on phones, and a record that lasts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
organisers = typer.Typer(cls=Group, help="People who prepare sessions.", no_args_is_help=True)
tokens = typer.Typer(cls=Group, help="Keys for programs that use the API.", no_args_is_help=True)
app.add_typer(organisers, name="organiser")
app.add_typer(tokens, name="token")

Pace = Annotated[float, typer.Option(help="How many times faster than real people.", min=0.1, max=120)]
Language = Annotated[str, typer.Option(help=f"Language of the session: {' or '.join(LANGUAGES)}.")]
Seed = Annotated[int, typer.Option(help="The same seed brings the same people.")]
ShownAt = Annotated[str | None, typer.Option(help="Address to listen on; 0.0.0.0 lets phones in.")]
ServedAt = Annotated[str | None, typer.Option(help="Address to listen on.")]
Port = Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")]


@app.command()
def demo(
    host: ShownAt = None, port: Port = None, pace: Pace = 1.0, language: Language = DEFAULT, seed: Seed = 1
) -> None:
    """A live evening with 24 simulated people, that goes on by itself until you take the console."""
    from app.simulate import commands

    commands.demo(host, port, pace, language, seed)


@app.command()
def rehearse(
    session: Annotated[
        str | None,
        typer.Option(help="A session of yours: its code, or a link to it. Otherwise a new one is made."),
    ] = None,
    url: Annotated[
        str, typer.Option(help="The server that session is on, when it is given by its code.")
    ] = "http://127.0.0.1:8000",
    people: Annotated[int, typer.Option(help="How many come.", min=1, max=2000)] = 24,
    pace: Pace = 1.0,
    facilitate: Annotated[
        bool,
        typer.Option(
            "--facilitate", help="Run the sheet as well; needs the console's link, or a new session."
        ),
    ] = False,
    template: Annotated[str, typer.Option(help="The run sheet of a new session.")] = "role_round",
    language: Language = DEFAULT,
    seed: Seed = 1,
    host: ShownAt = None,
    port: Port = None,
) -> None:
    """Simulated people in a room that you lead, to practise."""
    from app.simulate import commands

    commands.rehearse(session, url, people, pace, facilitate, template, language, seed, host, port)


@app.command()
def replay(
    file: Annotated[Path, typer.Argument(help="JSON lines, or votes as CSV.", exists=True, dir_okay=False)],
    speed: Annotated[
        float | None, typer.Option(help="Times real time; 0: as fast as it goes (votes: 0, else 1).", min=0)
    ] = None,
    record: Annotated[
        Path | None, typer.Option(help="Write the restricted record here; - for stdout.")
    ] = None,
    comments: Annotated[
        Path | None,
        typer.Option(
            help="What the statements of votes say: a CSV with comment-id, comment-body.", exists=True
        ),
    ] = None,
    language: Language = DEFAULT,
    url: Annotated[str | None, typer.Option(help="A server that runs already; needs --token.")] = None,
    token: Annotated[
        str | None, typer.Option(help="As `token add` printed it.", envvar="VISSENKOM_TOKEN")
    ] = None,
    database: Annotated[
        str | None, typer.Option(help="URL of the database to play on; otherwise one that goes afterwards.")
    ] = None,
) -> None:
    """Play a recorded room through the real server, and hold its record against what was sent."""
    from app.simulate import commands

    commands.replay(file, speed, record, comments, language, url, token, database)


@app.command()
def serve(host: ServedAt = None, port: Port = None) -> None:
    """Run the server. This is what a deployment runs."""
    # All that is loaded stays, so looking for garbage in it would be a tenth of the start (web.serving.settle).
    gc.disable()
    from app.cli import serving

    serving.serve(host, port)


@organisers.command("add")
def add_organiser(name: Annotated[str, typer.Argument(help="A name or an e-mail address.")]) -> None:
    """Make an account. The password is asked for, or read from standard input."""
    from app.cli import accounts

    accounts.add_organiser(name)


@tokens.command("add")
def add_token(label: Annotated[str, typer.Argument(help="Whose it is; use logs name it.")]) -> None:
    """Make a token for the API. It is printed once, on stdout."""
    from app.cli import accounts

    accounts.add_token(label)


@app.command()
def export(
    session: Annotated[str, typer.Argument(help="The session's id or code.")],
    format: Annotated[
        str, typer.Option("--format", help="json, or another that the page of the record offers.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Where to write it; - for stdout.")],
    level: Annotated[str, typer.Option(help="open or restricted.")] = "open",
    language: Annotated[
        str | None, typer.Option(help=f"{' or '.join(LANGUAGES)}; the session's own by default.")
    ] = None,
    why: Annotated[str, typer.Option(help="What for; participants can read it.")] = "",
) -> None:
    """Write a session's record to a file. It is noted in the session's use log."""
    from app.cli import records

    records.export(session, format, out, level, language, why)


@app.command()
def backup(path: Annotated[Path, typer.Argument(help="The file to make.")]) -> None:
    """Copy the database to a file, also while the server runs."""
    from app.cli import backups

    backups.backup(path)


@app.command()
def restore(path: Annotated[Path, typer.Argument(help="A file made by backup.")]) -> None:
    """Put a backup in the place of the database. Stop the server first."""
    from app.cli import backups

    backups.restore(path)


def main() -> None:
    try:
        app()
    except ValueError as error:
        wrong = _wrong_settings(error)
        if not wrong:
            raise
        print("\n".join(wrong), file=sys.stderr)
        sys.exit(2)


def _wrong_settings(error: ValueError) -> list[str]:
    """A line for each setting that cannot be what it is; none when something else is wrong."""
    from pydantic import ValidationError

    from app.settings import Settings

    if not isinstance(error, ValidationError) or error.title != Settings.__name__:
        return []
    return [
        f"vissenkom: VISSENKOM_{str(one['loc'][0]).upper().removeprefix('VISSENKOM_')}: {one['msg']}"
        for one in error.errors()
    ]
