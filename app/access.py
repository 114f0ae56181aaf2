"""Who may do what of which thing: one pure function, asked at every door (A1).

A page, a route of the API, a socket, a posted command and the command line find out who somebody is, and ask here. What
does not stand in `RIGHTS` nobody may, so a new act is everybody's only once somebody wrote that down. This knows no
rooms: what is possible just now (nothing of a session that has closed, one console at a time, F1) is the core's.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from app.core.commands import ConsoleCommand, OrganiserCommand, PhoneCommand
from app.core.refusal import Refusal
from app.core.vocabulary import Level

Kind = Literal["visitor", "phone", "stage", "console", "organiser", "token", "operator"]
"""A visitor is anybody at all. Phone, stage and console were let into one session, by a key or a link. An organiser has
logged in, a token is a program's. The operator has the machine: its command line, or what measures it."""

Act = Literal[
    "read_files",
    "read_description",
    "check_health",
    "read_measurements",
    "visit",
    "read_uses",
    "log_in",
    "log_out",
    "choose_language",
    "look_on",
    "ask",
    "list_sessions",
    "create_session",
    "see_session",
    "make_keys",
    "delete_session",
    "read_record",
    "serve",
    "add_organiser",
    "add_token",
    "back_up",
    "restore",
]
"""`visit`: open a page that is the same for everybody, given the code. `read_uses`: who took the record (X4).
`look_on`: be told of a room as it changes. `ask`: send commands at all; each kind of them is an act by itself.
`read_record`: as a page, or as a file to take along."""

What = Act | type[PhoneCommand | ConsoleCommand | OrganiserCommand]


class Who(NamedTuple):
    """`session`: the one a phone, stage or console was let into. `name`: what a use log calls the others."""

    kind: Kind
    session: str = ""
    name: str = ""


class Thing(NamedTuple):
    """A session, or its record at a `level`; without a session the server itself."""

    session: str = ""
    level: Level | None = None


VISITOR = Who("visitor")
OPERATOR = Who("operator")
SERVER = Thing()

_ORGANISING: frozenset[What] = frozenset(
    {
        "list_sessions",
        "create_session",
        "see_session",
        "make_keys",
        "delete_session",
        "read_record",
        "read_uses",
        *get_args(OrganiserCommand),
    }
)

RIGHTS: Mapping[Kind, frozenset[What]] = {
    "visitor": frozenset(
        {
            "read_files",
            "read_description",
            "check_health",
            "visit",
            "read_uses",
            "log_in",
            "log_out",
            "choose_language",
        }
    ),
    "phone": frozenset({"look_on", "ask", *get_args(PhoneCommand)}),
    "stage": frozenset({"look_on"}),
    "console": frozenset({"look_on", "ask", *get_args(ConsoleCommand)}),
    "organiser": _ORGANISING,
    "token": _ORGANISING,
    "operator": frozenset(
        {
            "serve",
            "read_measurements",
            "add_organiser",
            "add_token",
            "back_up",
            "restore",
            "create_session",
            "delete_session",
            "read_record",
        }
    ),
}
"""All that anybody may. Who is let into one session may it there and nowhere else; the others in all of them."""

LET_IN: frozenset[Kind] = frozenset({"phone", "stage", "console"})
LEVELS: Mapping[Kind, frozenset[Level]] = {
    "organiser": frozenset({"open", "restricted"}),
    "token": frozenset({"open", "restricted"}),
    "operator": frozenset({"open", "restricted"}),
}
"""How precise a record may be."""
_NONE: frozenset[Level] = frozenset()


def may(who: Who, what: What, of: Thing = SERVER) -> bool:
    """A look in a table: it is asked at every vote."""
    kind = who.kind
    if what not in RIGHTS[kind]:
        return False
    if kind in LET_IN and not (who.session and who.session == of.session):
        return False
    return of.level is None or of.level in LEVELS.get(kind, _NONE)


def allow(who: Who, what: What, of: Thing = SERVER) -> None:
    """Refusals: `not_allowed`."""
    if not may(who, what, of):
        raise Refusal("not_allowed")
