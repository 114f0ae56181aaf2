"""Who is at the other end of an outbox: which audience, in which language, and what they were last told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from app.live.outbox import Outbox
from app.live.patch import Json

Audience = Literal["phone", "stage", "console"]


@dataclass(eq=False, slots=True)
class Connection:
    """`id`: the hash of a phone's key, a console's id, or "" for a stage. `token`: what it may come back with. `own`:
    its part of `me` that does not come from the room. `me`: what it was last told of itself. `since`: when a phone
    came, by the loop's clock, where there are other nodes."""

    audience: Audience
    id: str
    language: str
    token: str
    outbox: Outbox
    own: Json = field(default_factory=dict)
    me: Mapping[str, Any] = field(default_factory=dict)
    since: float = 0.0
