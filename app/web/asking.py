"""From one message of somebody who was let in to a command in the room's inbox, and from its answer to text."""

from collections.abc import Callable
from typing import Any

from app import texts, wire
from app.core.actor import Actor
from app.live.answers import Answer, Refused, message
from app.live.connection import Audience, Connection
from app.live.room import Ask, LiveRoom


def take(room: LiveRoom, connection: Connection, text: str) -> None:
    """A message over a socket: a command, or the language to go on in."""

    def reply(said: str) -> None:
        connection.outbox.answer(said)

    try:
        data = wire.decode(text)
    except wire.Malformed as error:
        reply(message(Refused(error.code), error.id, connection.language, room.room.plan.address))
        return
    language = _respoken(data)
    if language is not None:
        room.crowd.speak(connection, texts.choose([language], connection.language))
    else:
        ask(room, connection.audience, connection.id, data, reply, connection.language)


def ask(
    room: LiveRoom,
    audience: Audience,
    id: str,
    data: dict[str, Any],
    reply: Callable[[str], None],
    language: str,
) -> None:
    """One command of a phone (`id`: its hash) or a console. `reply` is called once, with the answer as it is sent."""

    def say(answer: Answer, command: str | None) -> None:
        reply(message(answer, command, language, room.room.plan.address))

    try:
        name, command = _read(audience, data, room.room.plan.language)
    except wire.Malformed as error:
        say(Refused(error.code), error.id)
        return
    by = Actor("console", id) if audience == "console" else Actor("phone")
    room.ask(Ask(command, by, name, lambda answer: say(answer, name), id if audience == "phone" else ""))


def _read(audience: Audience, data: dict[str, Any], language: str) -> tuple[str, wire.Command]:
    if audience == "stage":
        id = data.get("id")
        raise wire.Malformed("not_allowed", "a stage only looks on", id if isinstance(id, str) else None)
    return wire.read_command(data, audience, language)


def _respoken(data: dict[str, Any]) -> str | None:
    """The language of {"lang": "en"}, or of a new hello."""
    if "do" in data:
        return None
    said = data.get("hello", data)
    language = said.get("lang") if isinstance(said, dict) else None
    return language if isinstance(language, str) else None
