"""Keys that were just made, for the page that shows them."""

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from app.store.sessions import Created


@dataclass
class Shown:
    """Keys that were just made, for as long as the page that shows them may be reloaded. They are kept hashed
    everywhere else, so this is the only place they can be read."""

    for_s: float = 600.0
    most: int = 200
    kept: OrderedDict[str, tuple[float, Created]] = field(default_factory=OrderedDict)

    def keep(self, created: Created) -> str:
        ticket = secrets.token_urlsafe(18)
        self.kept[ticket] = (time.monotonic() + self.for_s, created)
        while len(self.kept) > self.most:
            self.kept.popitem(last=False)
        return ticket

    def see(self, ticket: str, session: str) -> Created | None:
        until, created = self.kept.get(ticket, (0.0, None))
        return created if created is not None and created.id == session and time.monotonic() < until else None
