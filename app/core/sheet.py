"""The run sheet and the clock: items, pauses, the blank screen, off the record, moments (S1-S5, T1-T2)."""

from dataclasses import replace

from app.core import circle
from app.core.events import (
    Amended,
    Event,
    ItemEnded,
    ItemSkipped,
    ItemStarted,
    LobbyOpened,
    MomentStarted,
    SessionClosed,
    SessionStarted,
    Struck,
    TimeAdded,
    WentOffRecord,
    WentOnRecord,
    Worded,
    WordGiven,
    WordsWithdrawn,
)
from app.core.harvest import typed
from app.core.plan import Item, Plan
from app.core.refusal import Refusal
from app.core.room import ItemState, Moment, Result, Room, StatementState, Word
from app.core.vocabulary import (
    LEAST_MOMENT_S,
    MOST_CHAIRS,
    MOST_ITEM_S,
    MOST_MOMENT_S,
    MOST_STRUCK_S,
    AmendmentKind,
    MomentKind,
)
from app.core.voting import close_all

# Deciding


def start_session(room: Room) -> list[Event]:
    if room.state == "live":
        raise Refusal("already_live")
    opened: list[Event] = [LobbyOpened()] if room.state == "draft" else []
    return [*opened, SessionStarted()]


def close_session(room: Room) -> list[Event]:
    return [*wind_up(room), SessionClosed()]


def wind_up(room: Room) -> list[Event]:
    """Whatever is still going on is brought to its end."""
    ended: list[Event] = [ItemEnded(room.current)] if room.current else []
    on_record: list[Event] = [WentOnRecord()] if room.off_since is not None else []
    return [*close_all(room), *ended, *on_record]


def amend(room: Room, kind: AmendmentKind, text: str) -> list[Event]:
    """S1: a closed session is added to, never edited."""
    if room.state not in ("closed", "released"):
        raise Refusal("not_closed")
    number = room.seq + 1
    return [Amended(f"a{number}", kind, f"w{number}"), Worded(f"w{number}", typed(text))]


def start_item(room: Room, id: str, again: bool) -> list[Event]:
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
    """Whoever has the word by then starts a turn that is kept; in a pause nobody has it (T3)."""
    if room.off_since is None:
        raise Refusal("not_off_record")
    speaking = room.memory.word
    item = room.item()
    if speaking is None or item is None or room.paused_at is not None:
        return [WentOnRecord()]
    goes_on = item.kind != "circle" or speaking.person in room.seat_of
    return [WentOnRecord(), *([WordGiven(speaking.person)] if goes_on else [])]


def strike_last(room: Room, seconds: int, now: float) -> list[Event]:
    if not 0 < seconds <= MOST_STRUCK_S:
        raise Refusal("impossible_time")
    if any(one.state == "open" for one in room.statements.values()):
        raise Refusal("statement_open")
    since = max(room.opened_at or now, now - seconds)
    words = tuple(one.words for one in room.contributions.values() if one.at >= since and not one.withdrawn)
    return [Struck(since), *([WordsWithdrawn(words)] if words else [])]


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
        rules = item.rules
        if not 0 <= rules.chairs <= MOST_CHAIRS or not 0 <= rules.open_chairs <= max(rules.chairs, 0):
            raise Refusal("impossible_chairs", item=item.id)
        if item.kind == "circle" and not rules.chairs:
            raise Refusal("impossible_chairs", item=item.id)
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


def _known(room: Room, id: str) -> Item:
    item = room.planned(id)
    if item is None:
        raise Refusal("unknown_item")
    return item


# Evolving


def on_plan(room: Room, plan: Plan) -> None:
    room.plan = plan
    kept = {one.id for one in plan.statements}
    for id in [id for id, one in room.statements.items() if one.state == "draft" and id not in kept]:
        del room.statements[id]
    for number, statement in enumerate(plan.statements, 1):
        now = room.statements.get(statement.id)
        room.statements[statement.id] = (
            replace(now, statement=statement, number=number) if now else StatementState(statement, number)
        )


def on_item_started(room: Room, event: ItemStarted, at: float) -> None:
    room.current = event.item
    room.items[event.item] = ItemState("running", at)
    room.paused_at = room.moment = room.invitation = None
    room.showing = None
    item = room.item()
    if item is None or item.kind != "listen_back":
        circle.clear(room)
        room.roles = item.roles if item else ()
        room.circle_item = None


def on_item_ended(room: Room, event: ItemEnded, at: float) -> None:
    on_resumed(room, at)
    room.items[event.item] = replace(room.state_of(event.item), state="ended", ended_at=at)
    if room.current == event.item:
        room.current = None
    room.word = room.resume_word = room.moment = room.invitation = None
    room.memory.word = None
    for person, entry in list(room.queue.items()):
        if entry.called_at is not None:
            circle.release(room, person)
            room.queue[person] = replace(entry, called_at=None, times=0, chair=None)
    room.idle_since = room.leave_asked = None
    room.hints.empty()


def on_time_added(room: Room, event: TimeAdded) -> None:
    now = room.state_of(event.item)
    room.items[event.item] = replace(now, added_s=now.added_s + event.seconds)


def on_paused(room: Room, at: float) -> None:
    """S4: the item's clock stops, and the turn (T3)."""
    room.paused_at = at
    room.resume_word = room.word.person if room.word else None
    room.word = None


def on_resumed(room: Room, at: float) -> None:
    """Every clock that stood still is moved on by the length of the pause."""
    if room.paused_at is None:
        return
    length = at - room.paused_at
    room.paused_at = None
    if room.current:
        now = room.state_of(room.current)
        room.items[room.current] = replace(now, paused_s=now.paused_s + length)
    for person, entry in list(room.queue.items()):
        if entry.called_at is not None:
            room.queue[person] = replace(entry, called_at=entry.called_at + length)
    if room.idle_since is not None:
        room.idle_since += length
    if room.leave_asked is not None:
        room.leave_asked += length
    if room.moment:
        room.moment = Moment(room.moment.kind, room.moment.started_at + length, room.moment.seconds)
    if room.resume_word:
        room.word = Word(room.resume_word, at)
        room.resume_word = None


def on_off_record(room: Room, at: float) -> None:
    room.off_since = at
    speaking = room.word.person if room.word else room.resume_word
    room.memory.word = Word(speaking, at) if speaking else None
    room.word = room.resume_word = None


def on_on_record(room: Room, at: float) -> None:
    room.gaps = (*room.gaps, (room.off_since or at, at))
    room.off_since = room.memory.word = None


def on_struck(room: Room, since: float, at: float) -> None:
    """S5, afterwards: what `redacted` takes out of the journal is taken out of the room."""
    room.gaps = (*room.gaps, (since, at))
    room.word = room.resume_word = room.memory.word = None
    room.undo = ()
    room.reactions.empty()
    room.reactions_from = 0.0
    for key in [key for key, when in room.endorsed.items() if when >= since]:
        del room.endorsed[key]
        room.endorsements[key[0]] -= 1
    for id in [id for id, one in room.contributions.items() if one.at >= since]:
        del room.contributions[id]
        room.endorsements.drop(id)
        for key in [key for key in room.endorsed if key[0] == id]:
            del room.endorsed[key]
    for id, statement in list(room.statements.items()):
        results = tuple(
            Result(one.opened_at, one.closed_at, one.eligible, {}, (), (), struck=True)
            if one.closed_at >= since
            else one
            for one in statement.results
        )
        if results != statement.results:
            room.statements[id] = replace(statement, results=results)


def on_closed(room: Room, at: float) -> None:
    room.state, room.closed_at = "closed", at
    circle.clear(room)
    room.queue.empty()
    room.undo = ()
    room.blanked = False
