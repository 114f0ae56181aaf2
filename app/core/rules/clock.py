"""What time alone brings about: calls that run out, hints, the end of a moment (Q4, C4, C6).

The server sleeps until `next_deadline` and then asks `due`. Zero on an item's clock does nothing (T2).
"""

from app.core.events import Event
from app.core.messages.circle import LeavePrompted, OpenChairIdled
from app.core.messages.harvest import HALF_MINUTE
from app.core.messages.queue import CallExpired, CallRepeated
from app.core.messages.session import MomentEnded
from app.core.room import Room

ASKED_TIMES = 2


def due(room: Room, now: float) -> list[Event]:
    """Everything whose time has come, in order of its time. Nothing while paused."""
    if room.state != "live" or room.paused_at is not None:
        return []
    return [event for at, event in sorted(_deadlines(room), key=lambda one: one[0]) if at <= now]


def reactions_until(room: Room) -> float:
    """Until when the reactions of a half minute are shown."""
    return room.reactions_from + 2 * HALF_MINUTE


def next_deadline(room: Room, now: float) -> float | None:
    """Epoch seconds of the next thing that time brings, or None."""
    if room.state != "live":
        return None
    shown = [reactions_until(room)] if room.reactions and reactions_until(room) > now else []
    if room.paused_at is not None:
        return min(shown, default=None)
    return min([*(at for at, _ in _deadlines(room)), *shown], default=None)


def _deadlines(room: Room) -> list[tuple[float, Event]]:
    rules = room.rules()
    deadlines: list[tuple[float, Event]] = []
    for person, entry in room.queue.items():
        if entry.called_at is not None and room.people[person].phone:
            event = CallRepeated(person) if entry.times < ASKED_TIMES else CallExpired(person)
            deadlines.append((entry.called_at + rules.call_timeout_s, event))
    if room.moment:
        deadlines.append((room.moment.started_at + room.moment.seconds, MomentEnded()))
    if room.leave_asked is not None and "leave_prompt" not in room.hints:
        deadlines.append((room.leave_asked + rules.leave_prompt_s, LeavePrompted()))
    if room.idle_since is not None and "open_chair_idle" not in room.hints:
        deadlines.append((room.idle_since + rules.idle_chair_s, OpenChairIdled()))
    return deadlines


def ends_at(room: Room) -> float | None:
    """T1: start + planned + added + pauses, in epoch seconds; None without an item or while paused."""
    item = room.item()
    if item is None or room.paused_at is not None:
        return None
    now = room.state_of(item.id)
    return (now.started_at or 0.0) + item.planned_s + now.added_s + now.paused_s


def remaining_s(room: Room) -> float | None:
    """Seconds left on a paused item; negative past zero."""
    item = room.item()
    if item is None or room.paused_at is None:
        return None
    now = room.state_of(item.id)
    return (now.started_at or 0.0) + item.planned_s + now.added_s + now.paused_s - room.paused_at


def behind_s(room: Room) -> float:
    """S3: how many seconds later than the sheet the room is; negative is ahead. Of finished items, planned against
    actual; the running one counts once it is over its time, which screens add from its deadline."""
    late = 0.0
    for item in room.plan.items:
        now = room.state_of(item.id)
        if now.state == "skipped":
            late -= item.planned_s
        elif now.state == "ended" and now.started_at is not None and now.ended_at is not None:
            late += now.ended_at - now.started_at - item.planned_s
        elif now.state == "running":
            late += now.paused_s
    return late
