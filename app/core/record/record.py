"""The record: what a session leaves behind, made anew each time from its journal.

`restricted` has all there is, by pseudonym; `open` leaves out what V7 hides. In neither is there a name (X3), a
ballot (V4), a call for help or a break, or anything that was off the record (S5). `fields` describes the keys.
"""

from collections.abc import Iterable, Mapping

from app.core.events import Recorded
from app.core.plan import Rules
from app.core.record.fields import Gap, RoleRow, SessionHead, Unsealed
from app.core.record.harvest import amendments, harvest
from app.core.record.history import seat_seconds, walk
from app.core.record.measures import measures
from app.core.record.statements import statements
from app.core.record.tables import Source, items, moment_or_none, queue, reactions, seatings, since, turns
from app.core.room import Room
from app.core.rules.suppression import together
from app.core.vocabulary import Level

OTHER = "other"
"""At the open level: a role too small to stand alone, counted with others."""


def record(
    journal: Iterable[Recorded],
    room: Room,
    words: Mapping[str, str],
    level: Level,
    definitions: Mapping[str, str],
    session: str = "",
) -> Unsealed:
    """JSON-ready. `room`: what the journal, with what is kept apart from it, replays to; `words`: {key: text};
    `definitions`: {measure: what it says}; `session`: its id. Seconds count from the opening; moments are UTC, ISO
    8601. `export.seal` adds `integrity`."""
    journal = list(journal)
    history = walk(journal)
    roles, split = _roles_shown(room, level)
    opened = room.opened_at or (journal[0].at if journal else 0.0)
    source = Source(room, history, level, words, roles, split, opened)
    seated, spoken, asked = seatings(source), turns(source), queue(source)
    return {
        "schema_version": 1,
        "session": head(source, session),
        "roles": role_rows(room),
        "items": items(source),
        "seatings": seated,
        "turns": spoken,
        "queue": asked,
        "reactions": reactions(source),
        "statements": statements(source),
        "harvest": harvest(source),
        "amendments": amendments(source),
        "measures": measures(roles, seat_seconds(history, room), seated, spoken, asked, split, definitions),
    }


def smallest_group(room: Room) -> int:
    """The k of V7 for what is not about one statement: the largest of the run sheet's."""
    return max(
        (item.rules.smallest_group for item in room.plan.items if item.rules.smallest_group > 1),
        default=Rules().smallest_group,
    )


def _roles_shown(room: Room, level: Level) -> tuple[dict[str, str], bool]:
    """Each person's role as this level names it, and whether a split by role is possible at all."""
    roles = {id: one.role for id, one in room.people.items()}
    if level == "restricted":
        return roles, True
    sizes: dict[str, int] = {}
    for role in roles.values():
        sizes[role] = sizes.get(role, 0) + 1
    groups = together(sizes, smallest_group(room))
    alone = {group[0] for group in groups if len(group) == 1 and len(groups) > 1}
    return {id: role if role in alone else OTHER for id, role in roles.items()}, len(groups) > 1


def head(source: Source, id: str) -> SessionHead:
    room, plan = source.room, source.room.plan
    gaps: list[Gap] = [
        {"from_s": since(source, start), "to_s": since(source, end)} for start, end in sorted(room.gaps)
    ]
    return {
        "id": id or room.code,
        "code": room.code,
        "title": plan.title,
        "subtitle": plan.subtitle,
        "series": plan.series,
        "language": plan.language,
        "level": source.level,
        "state": room.state,
        "opened_at": moment_or_none(room.opened_at),
        "closed_at": moment_or_none(room.closed_at),
        "people": {
            "joined": room.joined,
            "without_phone": sum(not one.phone for one in room.people.values()),
            "present": room.present,
        },
        "smallest_group": smallest_group(room),
        "off_record": gaps,
    }


def role_rows(room: Room) -> list[RoleRow]:
    return [
        {
            "key": role.key,
            "label": dict(role.label),
            "shape": role.shape,
            "color": role.color,
            "joined": sum(one.phone for one in own),
            "present": sum(one.present for one in own),
            "without_phone": sum(not one.phone for one in own),
        }
        for role in room.plan.roles
        for own in ([one for one in room.people.values() if one.role == role.key],)
    ]
