"""The run sheet and the clock: items, pauses, the blank screen, off the record, moments (S1-S5, T1-T2)."""

from dataclasses import replace

from app.core.events import Event
from app.core.messages.session import (
    ItemEnded,
    ItemSkipped,
    ItemStarted,
    MomentStarted,
    Struck,
    TimeAdded,
    WentOffRecord,
    WentOnRecord,
)
from app.core.plan import PARAMETERS, Item, Plan
from app.core.refusal import Refusal
from app.core.room import ItemState, Room
from app.core.rules import circle, harvest, word
from app.core.vocabulary import LEAST_MOMENT_S, MOST_ITEM_S, MOST_MOMENT_S, MOST_STRUCK_S, MomentKind

# Deciding


def start_item(room: Room, id: str, again: bool) -> list[Event]:
    """S2: the item that runs is ended by it."""
    item = _known(room, id)
    if room.current == id:
        raise Refusal("item_running")
    if room.state_of(id).state in ("ended", "skipped") and not again:
        raise Refusal("item_done")
    ended: list[Event] = [ItemEnded(room.current)] if room.current else []
    formed = circle.form(room, item) if item.kind == "circle" else []
    return [*ended, ItemStarted(id), *formed]


def end_item(room: Room) -> list[Event]:
    if room.current is None:
        raise Refusal("no_item")
    return [ItemEnded(room.current)]


def skip_item(room: Room, id: str) -> list[Event]:
    _known(room, id)
    if room.state_of(id).state != "planned":
        raise Refusal("item_running" if room.current == id else "item_done")
    return [ItemSkipped(id)]


def add_time(room: Room, seconds: int) -> list[Event]:
    item = room.item()
    if item is None:
        raise Refusal("no_item")
    total = item.planned_s + room.state_of(item.id).added_s + seconds
    if seconds == 0 or not 0 < total <= MOST_ITEM_S:
        raise Refusal("impossible_time")
    return [TimeAdded(item.id, seconds)]


def go_off_record(room: Room) -> list[Event]:
    if room.off_since is not None:
        raise Refusal("already_off_record")
    return [WentOffRecord()]


def go_on_record(room: Room) -> list[Event]:
    if room.off_since is None:
        raise Refusal("not_off_record")
    return [WentOnRecord(), *word.go_on(room)]


def strike_last(room: Room, seconds: int, now: float) -> list[Event]:
    if not 0 < seconds <= MOST_STRUCK_S:
        raise Refusal("impossible_time")
    if any(one.state == "open" for one in room.statements.values()):
        raise Refusal("statement_open")
    since = max(room.opened_at or now, now - seconds)
    return [Struck(since), *harvest.withdraw_since(room, since)]


def start_moment(room: Room, kind: MomentKind, seconds: int) -> list[Event]:
    if not LEAST_MOMENT_S <= seconds <= MOST_MOMENT_S:
        raise Refusal("impossible_time")
    return [MomentStarted(kind, seconds)]


def check(room: Room, plan: Plan) -> None:
    """Refuse a run sheet that cannot be run, or a change to what has already begun (S1)."""
    if not plan.title.strip():
        raise Refusal("title_missing")
    ids = [item.id for item in plan.items]
    if len(set(ids)) < len(ids) or len({one.id for one in plan.statements}) < len(plan.statements):
        raise Refusal("double_id")
    known = {role.key for role in plan.roles}
    for item in plan.items:
        if not 0 < item.planned_s <= MOST_ITEM_S:
            raise Refusal("impossible_time", item=item.id)
        if not set(item.roles) <= known:
            raise Refusal("unknown_role", item=item.id)
        within_bounds(item)
    for statement in plan.statements:
        if not any(text.strip() for text in statement.text.values()):
            raise Refusal("statement_without_text", statement=statement.id)
    begun = {id for id, one in room.items.items() if one.state in ("running", "ended")}
    before = {item.id: item for item in room.plan.items}
    after = {item.id: item for item in plan.items}
    voted = {id: one.statement for id, one in room.statements.items() if one.state != "draft"}
    stays = {one.id: one for one in plan.statements}
    if any(after.get(id) != before.get(id) for id in begun) or any(
        stays.get(id) != one for id, one in voted.items()
    ):
        raise Refusal("already_begun")
    gone = {person.role for person in room.people.values()} - known
    if gone:
        raise Refusal("role_in_use", role=min(gone))


def within_bounds(item: Item) -> None:
    """Refusals: `impossible_chairs`, `impossible_time`, `impossible_number`, with the item and the field."""
    rules = item.rules
    for name, one in PARAMETERS.items():
        if not one.fits(getattr(rules, name)):
            raise Refusal(one.refusal, item=item.id, field=name, least=one.least, most=one.most)
    if rules.open_chairs > rules.chairs or (item.kind == "circle" and not rules.chairs):
        raise Refusal("impossible_chairs", item=item.id)


def _known(room: Room, id: str) -> Item:
    item = room.planned(id)
    if item is None:
        raise Refusal("unknown_item")
    return item


# Evolving


def on_plan(room: Room, plan: Plan) -> None:
    room.plan = plan


def on_item_started(room: Room, event: ItemStarted, at: float) -> None:
    room.current = event.item
    room.items[event.item] = ItemState("running", at)
    room.paused_at = room.moment = None


def on_item_ended(room: Room, event: ItemEnded, at: float) -> None:
    room.items[event.item] = replace(room.state_of(event.item), state="ended", ended_at=at)
    if room.current == event.item:
        room.current = None
    room.moment = None


def on_time_added(room: Room, event: TimeAdded) -> None:
    now = room.state_of(event.item)
    room.items[event.item] = replace(now, added_s=now.added_s + event.seconds)


def on_paused(room: Room, at: float) -> None:
    """S4: the item's clock stops."""
    room.paused_at = at


def on_resumed(room: Room, length: float) -> None:
    room.paused_at = None
    if room.current:
        now = room.state_of(room.current)
        room.items[room.current] = replace(now, paused_s=now.paused_s + length)
    if room.moment:
        room.moment = replace(room.moment, started_at=room.moment.started_at + length)


def on_off_record(room: Room, at: float) -> None:
    room.off_since = at


def on_on_record(room: Room, at: float) -> None:
    room.gaps = (*room.gaps, (room.off_since or at, at))
    room.off_since = None


def on_struck(room: Room, since: float, at: float) -> None:
    """S5, afterwards. The rest of what is struck has gone from the journal, and the room is read from that anew."""
    room.gaps = (*room.gaps, (since, at))
