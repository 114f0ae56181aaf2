"""From one message of somebody who was let in to a command in the room's inbox, and from its answer to text."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from app import access, texts, wire
from app.access import Thing, Who
from app.core.actor import Actor
from app.live.answers import Answer, Refused, message
from app.live.connection import Audience, Connection
from app.live.room import Ask, LiveRoom
from app.web.greeting import NOT_ALLOWED


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
        who, of = _here(connection.audience, room.session)
        if not access.may(who, "look_on", of):
            connection.outbox.close(NOT_ALLOWED)
            return
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

    who, of = _here(audience, room.session)
    try:
        name, command = read(data, who, of, room.room.plan.language)
    except wire.Malformed as error:
        say(Refused(error.code), error.id)
        return
    by = Actor("console", id) if audience == "console" else Actor("phone")
    room.ask(Ask(command, by, name, lambda answer: say(answer, name), id if audience == "phone" else ""))


def read(data: dict[str, Any], who: Who, of: Thing, language: str) -> tuple[str, wire.ClientCommand]:
    """A command and its id, from somebody who may ask that of this session. Raises wire.Malformed."""
    try:
        id, kind = wire.kind_of(data)
    except wire.Malformed as error:
        if access.may(who, "ask", of):
            raise
        said = data.get("id")
        raise wire.Malformed("not_allowed", error.detail, said if isinstance(said, str) else None) from error
    if not access.may(who, kind, of):
        raise wire.Malformed("not_allowed", f"do: {data['do']!r:.60}", id)
    return id, wire.read_command(data, id, language)


@lru_cache(maxsize=1024)
def _here(audience: Audience, session: str) -> tuple[Who, Thing]:
    """Somebody in a room, and the room's session. One for all, since it is made for every command."""
    return Who(audience, session), Thing(session)


def _respoken(data: dict[str, Any]) -> str | None:
    """The language of {"lang": "en"}, or of a new hello."""
    if "do" in data:
        return None
    said = data.get("hello", data)
    language = said.get("lang") if isinstance(said, dict) else None
    return language if isinstance(language, str) else None
