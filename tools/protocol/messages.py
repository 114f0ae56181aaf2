"""Which types the messages of a live session are made of, by the names they go by outside."""

from typing import Any, get_args

from app.core.commands import ConsoleCommand, PhoneCommand
from app.core.views import fields
from app.live import messages
from tools.protocol.describe import do, message

VIEWS: dict[str, Any] = {
    "PhoneView": fields.PhoneView,
    "StageView": fields.StageView,
    "ConsoleView": fields.ConsoleView,
    "Me": fields.Me,
    "Watcher": fields.Watcher,
}
SAID: dict[str, Any] = {
    "hello": messages.Hello,
    "lang": messages.Lang,
    "welcome": messages.Welcome,
    "patch": messages.Patch,
    "me": messages.MeChanged,
    "done": messages.Done,
    "refused": messages.Refused,
    "closed": messages.Closed,
}
"""By the name of the field that a message is known by."""
COMMANDS: dict[str, tuple[Any, ...]] = {
    "PhoneCommand": get_args(PhoneCommand),
    "ConsoleCommand": get_args(ConsoleCommand),
}
BY_NAME: dict[str, Any] = {do(one): message(one) for union in COMMANDS.values() for one in union}
"""What is sent for a command, by its `do`."""
