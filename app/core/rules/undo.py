"""Undoing what a facilitator did (F2): what can be reversed, and when it no longer makes sense.

An action is what one console command changed in the room. Undoing it puts every place back as it was, if all of
them are still as the action left them; otherwise somebody has moved on, and the undo is refused.
"""

from collections.abc import Sequence
from typing import Any

from app.core.actor import is_console
from app.core.events import Event, Recorded
from app.core.ledger import Change, Table
from app.core.messages.console import Undone
from app.core.messages.harvest import WordsWithdrawn
from app.core.refusal import Refusal
from app.core.room import TRAIL, Action, Contribution, Room
from app.core.rules import circle, word

REVERSIBLE = {
    "item_started": "start_item",
    "item_ended": "end_item",
    "item_skipped": "skip_item",
    "time_added": "add_time",
    "paused": "pause",
    "resumed": "resume",
    "blanked": "blank",
    "unblanked": "unblank",
    "moment_started": "start_moment",
    "moment_ended": "end_moment",
    "invited": "invite",
    "added": "add_person",
    "left": "remove_person",
    "came_back": "add_person",
    "sat": "seat",
    "stood": "stand",
    "swapped": "swap",
    "circle_formed": "start_item",
    "chair_added": "add_chair",
    "chair_removed": "remove_chair",
    "asked": "queue_person",
    "request_withdrawn": "dequeue_person",
    "called": "call",
    "word_given": "give_word",
    "word_ended": "end_word",
    "statement_added": "add_statement",
    "statement_opened": "open_statement",
    "statement_revealed": "reveal_statement",
    "contributed": "note",
    "contribution_shown": "show_contribution",
    "contribution_hidden": "hide_contribution",
}
"""Event type -> the name under which its action can be undone."""
FOR_GOOD = frozenset(
    {
        "amended", "call_declined", "call_expired", "call_repeated", "consent_changed", "control_taken",
        "counts_entered", "endorsed", "heard", "hint_cleared", "joined", "leave_asked", "leave_prompted",
        "lobby_opened", "open_chair_idled", "prepared", "reacted", "redacted", "revised", "session_cancelled",
        "session_closed", "session_released", "session_started", "statement_closed", "struck", "undone",
        "went_off_record", "went_on_record", "words_withdrawn",
    }
)  # fmt: skip
"""What no undo begins with: somebody else did it, time did, or it ended something for good."""

WEIGHT = ("start_item", "remove_person", "seat", "stand", "call")
"""Which event names an action that has several."""

UNTOUCHED = frozenset(
    {
        "seq", "undo", "seat_s", "counted_at", "hints", "idle_since", "full_at", "names", "words", "ballots", "voted",
        "asked", "heads", "numbered", "controller",
    }
)  # fmt: skip
COUNTED = frozenset({"present", "joined", "present_by_role"})
"""Numbers that others change meanwhile: an undo takes its own part off."""


def decide(room: Room) -> list[Event]:
    if not room.undo:
        raise Refusal("nothing_to_undo")
    action = room.undo[-1]
    removed: list[str] = []
    for change in action.changes:
        if change.target == "statements" and room.voted.get(change.key):
            raise Refusal("undo_votes")
        if change.target not in COUNTED and _now(room, change) != change.after:
            raise Refusal("undo_conflict")
        if (
            change.target in ("queue", "seat_of")
            and change.before is not None
            and not _comes_back(room, action, change)
        ):
            raise Refusal("undo_conflict")
        if (
            change.target == "people"
            and not (change.before and change.before.present)
            and _has_place(room, change.key)
        ):
            raise Refusal("undo_conflict")
        if (
            change.target == "contributions"
            and change.before is None
            and isinstance(change.after, Contribution)
        ):
            removed.append(change.after.words)
    return [Undone(action.seq), *([WordsWithdrawn(tuple(removed))] if removed else [])]


def _has_place(room: Room, person: str) -> bool:
    return person in room.seat_of or person in room.queue or person in room.second_row


def _comes_back(room: Room, action: Action, change: Change) -> bool:
    """Whether the person whose place would be given back is here, or is brought back by this same undo."""
    returned = any(one.target == "people" and one.key == change.key for one in action.changes)
    return returned or room.people[change.key].present


def _now(room: Room, change: Change) -> Any:
    there = getattr(room, change.target)
    return there.get(change.key) if isinstance(there, Table) else there


def needed(journal: Sequence[Recorded]) -> frozenset[int]:
    """The actions, by the place of their first event, whose changes a replay has to know: those that were undone, and
    those that still may be."""
    undone = {one.event.action for one in journal if type(one.event) is Undone}
    last: set[int] = set()
    for one in reversed(journal):
        if len(last) == TRAIL:
            break
        if is_console(one.by) and one.part == 0 and one.event.type in REVERSIBLE and one.seq not in undone:
            last.add(one.seq)
    return frozenset(undone | last)


def note(room: Room, recorded: Recorded, changes: list[Change]) -> None:
    """Keep what an event of a console's command changed, so that the command can be undone."""
    name = REVERSIBLE.get(recorded.event.type)
    last = room.undo[-1] if room.undo else None
    goes_on = last is not None and recorded.part > 0 and last.seq == recorded.seq - recorded.part
    if not goes_on and (name is None or recorded.part > 0):
        return
    merged: dict[tuple[str, Any], Change] = {}
    for change in (*(last.changes if last and goes_on else ()), *changes):
        if change.target in UNTOUCHED:
            continue
        first = merged.get((change.target, change.key), change)
        merged[change.target, change.key] = Change(change.target, change.key, first.before, change.after)
    # In one order, whatever order a table happens to have after a batch was taken back.
    merged_changes = tuple(merged[key] for key in sorted(merged, key=str))
    if last and goes_on:
        names = [one for one in WEIGHT if one in (last.name, name)]
        name = names[0] if names else last.name
        room.undo = (*room.undo[:-1], Action(last.seq, name, merged_changes))
    elif name:
        room.undo = (*room.undo, Action(recorded.seq, name, merged_changes))[-TRAIL:]


def on_undone(room: Room, event: Undone, at: float) -> None:
    """An action that is not in the trail was struck from the record; then there is nothing to put back."""
    for action in room.undo:
        if action.seq == event.action:
            for change in reversed(action.changes):
                if change.target in COUNTED:
                    now = _now(room, change) or 0
                    room.write(change.target, change.key, now - (change.after or 0) + (change.before or 0))
                else:
                    room.write(change.target, change.key, change.before)
            room.undo = tuple(one for one in room.undo if one.seq != event.action)
            circle.watch_open_chair(room, at)
            word.on_undone(room, at)


def on_struck(room: Room) -> None:
    room.undo = ()


def on_closed(room: Room) -> None:
    room.undo = ()
