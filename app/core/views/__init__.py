"""What each audience may see: phone, stage, console, and the part that is one person's own.

A view is a JSON-ready dictionary in one language. Nothing in it is null: what isn't there is absent, so that a JSON
Merge Patch (RFC 7396) can say every change. Whatever changes by itself is keyed by id, so that a patch stays small.
Times are epoch seconds (screens draw from them, T1), lengths seconds (`_s`). `fields` has the fields of all of them.

No distribution of an open or unrevealed statement is in any view (V3), and no view walks a crowd.
"""

from app.core.views.circle import speaking
from app.core.views.console import balance, console, watcher
from app.core.views.phone import MOST_DOTS, me, phone, queue_places
from app.core.views.stage import stage

__all__ = [
    "MOST_DOTS",
    "balance",
    "console",
    "me",
    "phone",
    "queue_places",
    "speaking",
    "stage",
    "watcher",
]
