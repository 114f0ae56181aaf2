"""What may be asked of a room, in the imperative. `wire` reads these from JSON; `decide` answers them.

Each is defined with its subject, in `messages`.

Names and fields are those of docs/protocol.md. A command says what somebody wants and carries no outcome.
"""

from dataclasses import dataclass, field
from typing import Literal

from app.core.messages import circle, console, harvest, people, queue, session, statements


@dataclass(frozen=True, slots=True)
class Tick:
    """A deadline may have passed."""

    do: Literal["tick"] = field(default="tick", init=False)


PhoneCommand = (
    people.PhoneCommand | circle.PhoneCommand | queue.PhoneCommand | statements.PhoneCommand
    | harvest.PhoneCommand
)  # fmt: skip
ConsoleCommand = (
    session.ConsoleCommand | people.ConsoleCommand | circle.ConsoleCommand | queue.ConsoleCommand
    | statements.ConsoleCommand | harvest.ConsoleCommand | console.ConsoleCommand
)  # fmt: skip
OrganiserCommand = session.OrganiserCommand

Command = PhoneCommand | ConsoleCommand | OrganiserCommand | Tick
