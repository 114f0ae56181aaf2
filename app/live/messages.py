"""The messages around views and commands, as types: what a client says first, and what it is told.

docs/protocol.md says what they mean. The schemas in docs/asyncapi.yaml and the client's types are made of these
(`make protocol`). It knows nothing of who sends them.
"""

from typing import Any, Literal, NotRequired, TypedDict

from app.core.refusal import RefusalCode
from app.core.views.fields import ConsoleView, Me, PhoneView, StageView, Watcher

MergePatch = dict[str, Any]
"""RFC 7396: null means that the key is gone."""


class Greeting(TypedDict):
    v: NotRequired[Literal[1]]
    """The version of these messages."""
    key: NotRequired[str | None]
    """A token or a link's key; null for a phone that was never here."""
    lang: NotRequired[str]
    since: NotRequired[int]
    """The position in the journal that the client had."""


class Hello(TypedDict):
    """The first message of a client; later, to go on in another language."""

    hello: Greeting


class Lang(TypedDict):
    """To go on in another language."""

    lang: str


Welcomed = TypedDict(
    "Welcomed", {"v": Literal[1], "as": Literal["phone", "stage", "console"], "token": str, "now": float}
)
"""`token`: what to come back with; `now`: the server's time in epoch seconds."""


class Welcome(TypedDict):
    """Everything, anew. What is one's own is empty for a stage, and for a phone that has not joined."""

    welcome: Welcomed
    seq: int
    """The position in the session's journal that the view shows."""
    view: PhoneView | StageView | ConsoleView
    me: Me | Watcher


class Patch(TypedDict):
    """What changed in the view."""

    seq: int
    patch: MergePatch


class MeChanged(TypedDict):
    """What changed of what is one's own."""

    seq: int
    me: MergePatch


class Done(TypedDict):
    """The command with this id has been carried out, and is on the disk."""

    done: str
    seq: int
    """The position in the journal by then."""


class Refused(TypedDict):
    """Nothing changed. The id is null when it could not be read."""

    refused: str | None
    code: RefusalCode
    message: str


class Closed(TypedDict):
    """The last event of a stream: what a socket would be closed with."""

    closed: int
