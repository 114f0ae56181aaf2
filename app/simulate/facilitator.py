"""What a simulated facilitator does next, from what is on the console. Pure: no socket, no clock of its own.

Follows the run sheet at the length it plans, gives the word about, calls who is next, asks the statements. Knows
no more than a console shows, and does one thing at a time, as people do.
"""

from collections.abc import Mapping
from random import Random
from typing import Any, Literal

from app.core.commands import ConsoleCommand
from app.core.messages.circle import EndWord, GiveWord, Seat, Stand, Swap
from app.core.messages.console import ClearSignal
from app.core.messages.harvest import Note, ShowContribution
from app.core.messages.people import AddPerson
from app.core.messages.queue import Call, CallNext, QueuePerson
from app.core.messages.session import (
    CloseSession,
    Invite,
    Pause,
    Resume,
    StartItem,
    StartMoment,
    StartSession,
)
from app.core.messages.statements import CloseStatement, EnterCounts, OpenStatement, RevealStatement
from app.core.vocabulary import Choice
from app.simulate.people import Persona, opinion
from app.simulate.words import of_the_note_taker

View = Mapping[str, Any]
LEAST_S = 1.5
"""How long a statement is open at least, in real seconds at any pace, so that phones can show it."""


class Facilitator:
    """`pace`: how many times faster than people are. `swaps`: item -> the role that takes over half-way through it.
    `afterwards`: close the session at the end of the sheet, or take its last rounds again, or leave it at that."""

    def __init__(
        self,
        rng: Random,
        pace: float,
        language: str,
        without_phone: tuple[Persona, ...] = (),
        expected: int = 0,
        swaps: dict[str, str] | None = None,
        afterwards: Literal["close", "again", "rest"] = "close",
    ) -> None:
        self._rng = rng
        self._pace = pace
        self._language = language
        self._to_add = list(without_phone)
        self._by_card = {one.card: one for one in without_phone}
        self._expected = expected
        self._swaps = swaps or {}
        self._afterwards = afterwards
        self._waiting: dict[str, float] = {}
        self._done: set[str] = set()
        self._run = ""
        self._word_until = 0.0
        self._word_by = ""
        self._heard: dict[str, int] = {}
        self._notes = list(of_the_note_taker(language))

    def act(self, view: View, now: float) -> ConsoleCommand | None:
        """The next tap, or None: a facilitator waits a lot."""
        state = view["state"]
        if state in ("draft", "lobby"):
            return self._before(view, now)
        if state != "live":
            return None
        if self._to_add:
            return self._welcome_without_phone(view)
        if "paused" in view:
            return Resume() if self._after("paused", now, 8) else None
        return self._attend(view, now) or self._along_the_sheet(view, now)

    # Time

    def _after(self, what: str, now: float, seconds: float) -> bool:
        """Whether so many seconds have passed, at this pace, since `what` first came up; asked again, it starts
        over."""
        until = self._waiting.setdefault(what, now + seconds / self._pace)
        if now < until:
            return False
        del self._waiting[what]
        return True

    def _once(self, what: str) -> bool:
        """True the first time in this run of this item."""
        key = f"{self._run} {what}"
        if key in self._done:
            return False
        self._done.add(key)
        return True

    # Before, and whenever something comes up

    def _before(self, view: View, now: float) -> ConsoleCommand | None:
        if self._to_add:
            return self._welcome_without_phone(view) if self._after("add", now, 3) else None
        if view["counts"]["present"] >= self._expected or self._after("start", now, 60):
            return StartSession() if self._after("everybody", now, 5) else None
        return None

    def _welcome_without_phone(self, view: View) -> ConsoleCommand:
        one = self._to_add.pop(0)
        return AddPerson(one.role if one.role in view["roles"] else next(iter(view["roles"])), card=one.card)

    def _attend(self, view: View, now: float) -> ConsoleCommand | None:
        """Signals and hints: seen to, and taken off the console."""
        for key in view["signals"]:
            if self._after(f"signal {key}", now, 15):
                return ClearSignal(key)
        for key in view["hints"]:
            if key == "open_chair_idle" and view.get("invitation") is None and self._once("invite"):
                return Invite("not_yet_spoken")
            if self._after(f"hint {key}", now, 20):
                return ClearSignal(key)
        for entry in view["queue"]:
            seats = view.get("circle") and entry.get("no_phone") and "until" in entry
            if seats and view["item"]["kind"] == "circle" and self._after(f"seat {entry['person']}", now, 6):
                return Seat(entry["person"])
        return None

    def _along_the_sheet(self, view: View, now: float) -> ConsoleCommand | None:
        item = view.get("item")
        if item is None:
            return self._onwards(view) if self._after("next item", now, 4) else None
        run = f"{item['id']} {item['started_at']}"
        if run != self._run:
            self._run, self._word_until, self._word_by = run, 0.0, ""
            self._heard = {}
        kind = item["kind"]
        if kind == "vote":
            return self._ask_statements(view, now) or self._after_the_statements(view, now)
        if now >= item.get("ends_at", now) and (
            kind not in ("circle", "listen_back") or now >= self._word_until
        ):
            return self._onwards(view)
        if kind in ("circle", "listen_back"):
            return self._lead_the_circle(view, now)
        if kind == "harvest":
            return self._gather(view, now)
        return self._go_round(view, now) if kind in ("check_in", "check_out") else None

    def _onwards(self, view: View) -> ConsoleCommand | None:
        """The next item of the sheet; after the last one, what `afterwards` says."""
        upcoming = view.get("next")
        if upcoming:
            return StartItem(upcoming["id"])
        if self._afterwards == "close":
            return CloseSession()
        if self._afterwards == "rest":
            return None
        again = [id for id, one in view["items"].items() if one.get("variant") == "open_chair"]
        again += [id for id, one in view["items"].items() if one["kind"] in ("vote", "harvest")]
        if not again:
            return None
        here = view.get("item", {}).get("id")
        place = again.index(here) + 1 if here in again else 0
        return StartItem(again[place % len(again)], again=True)

    # In the circle

    def _lead_the_circle(self, view: View, now: float) -> ConsoleCommand | None:
        item, chairs = view["item"], view.get("circle", {}).get("chairs", {})
        share = (now - item["started_at"]) / max(1.0, item["length_s"])
        swap = self._swaps.get(item["id"])
        if swap and share > 0.5 and self._once("swap"):
            self._word_by, self._word_until = "", 0.0
            return Swap(swap)
        if item.get("variant") == "role_round" and share > 0.4 and not swap and self._once("silence"):
            return StartMoment("silence", max(10, round(20 / self._pace)))
        if item.get("variant") == "open_chair" and share > 0.6 and self._once("pause"):
            return Pause()
        if share > 0.15 and (without := self._without_phone_to_queue(view)):
            return without
        if item["kind"] == "listen_back":
            return self._hear_the_outer_circle(view, now)
        roles = view["circle"]["roles"]
        called = sum("until" in one for one in view["queue"])
        second_row = view["circle"].get("second_row", 0) > called
        waiting = [one for one in view["queue"] if "until" not in one and (not roles or one["role"] in roles)]
        free = [no for no, one in chairs.items() if "person" not in one and "kept" not in one]
        if free and (waiting or second_row) and self._after("call", now, 6):
            return CallNext() if second_row or not roles else Call(waiting[0]["person"])
        if not free and (waiting or second_row) and self._after("room", now, 45):
            ready = [
                one for one in chairs.values() if "word" not in one and self._heard.get(one.get("person", ""))
            ]
            if ready:
                return Stand(min(ready, key=lambda one: float(one["since"]))["person"])
        return self._give_the_word(chairs, now)

    def _without_phone_to_queue(self, view: View) -> ConsoleCommand | None:
        """Who has no phone is asked along, once an item (P4)."""
        open_to_all = view["item"].get("variant") == "open_chair" or view["item"]["kind"] == "listen_back"
        if not open_to_all:
            return None
        for id, one in view["people"].items():
            seated = any(
                chair.get("person") == id for chair in view.get("circle", {}).get("chairs", {}).values()
            )
            if "phone" not in one and "present" in one and not seated and self._once(f"queue {id}"):
                return QueuePerson(id)
        return None

    def _give_the_word(self, chairs: View, now: float) -> ConsoleCommand | None:
        """To whoever sits and has had it least; a turn takes as long as it takes."""
        speaking = next((one["person"] for one in chairs.values() if "word" in one), None)
        if speaking and now < self._word_until:
            return None
        seated = [one["person"] for one in chairs.values() if "person" in one and one["person"] != speaking]
        if not seated:
            return EndWord() if speaking and self._after("end word", now, 30) else None
        if not speaking and not self._after("word", now, 4):
            return None
        self._rng.shuffle(seated)
        person = min(seated, key=lambda one: self._heard.get(one, 0))
        return self._word_to(person, now, 25, 75)

    def _word_to(self, person: str, now: float, least: float, most: float) -> ConsoleCommand:
        self._heard[person] = self._heard.get(person, 0) + 1
        self._word_by = person
        self._word_until = now + self._rng.uniform(least, most) / self._pace
        return GiveWord(person)

    def _hear_the_outer_circle(self, view: View, now: float) -> ConsoleCommand | None:
        if now < self._word_until:
            return None
        if view["queue"]:
            self._word_by = view["queue"][0]["person"]
            self._word_until = now + self._rng.uniform(15, 35) / self._pace
            return CallNext()
        if self._word_by:
            self._word_by = ""
            return EndWord()
        return None

    def _go_round(self, view: View, now: float) -> ConsoleCommand | None:
        """A round in which people say something where they sit."""
        if now < self._word_until:
            return None
        rest = [id for id, one in view["people"].items() if "present" in one and id not in self._heard]
        if rest:
            return self._word_to(self._rng.choice(rest), now, 8, 16)
        if self._word_by:
            self._word_by = ""
            return EndWord()
        return None

    # Statements and harvest

    def _statements(self, view: View) -> View:
        """Those of this item, or all there are when none belongs to it; asked again when the item is run again."""
        here = view["item"]["id"]
        own = {id: one for id, one in view["statements"].items() if one.get("item") == here}
        return own or {id: one for id, one in view["statements"].items() if one.get("item") is None}

    def _ask_statements(self, view: View, now: float) -> ConsoleCommand | None:
        for id, one in self._statements(view).items():
            asked = f"{self._run} {id}"
            if one["state"] == "open":
                return self._close_in_time(view, id, one, now)
            if one["state"] == "closed":
                return RevealStatement(id) if self._after(f"reveal {asked}", now, 3) else None
            if f"{self._run} asked {id}" not in self._done:
                if not self._after(f"open {asked}", now, 10):
                    return None
                self._once(f"asked {id}")
                return OpenStatement(id)
        return None

    def _after_the_statements(self, view: View, now: float) -> ConsoleCommand | None:
        statements = self._statements(view)
        asked = all(f"{self._run} asked {id}" in self._done for id in statements)
        under_way = any(one["state"] in ("open", "closed") for one in statements.values())
        over = asked and not under_way if statements else now >= view["item"].get("ends_at", now)
        return self._onwards(view) if over and self._after(f"last look {self._run}", now, 8) else None

    def _close_in_time(self, view: View, id: str, one: View, now: float) -> ConsoleCommand | None:
        hands = self._hands(view, id)
        if hands:
            return hands
        opened = self._waiting.setdefault(f"opened {self._run} {id}", now)
        open_s = now - opened
        most_have = one["voted"] >= 0.9 * one["eligible"] and open_s * self._pace >= 15
        if open_s < LEAST_S or not (most_have or open_s * self._pace >= 45):
            return None
        return CloseStatement(id)

    def _hands(self, view: View, id: str) -> ConsoleCommand | None:
        """V6: the answers of those without a phone, one batch a role."""
        roles: dict[str, dict[Choice, int]] = {}
        for one in view["people"].values():
            persona = self._by_card.get(one.get("card", "-"))
            if persona and "present" in one:
                answer = opinion(persona, id, self._rng)
                counts = roles.setdefault(one["role"], {})
                counts[answer] = counts.get(answer, 0) + 1
        for role, counts in roles.items():
            if role in view["roles"] and self._once(f"hands {id} {role}"):
                return EnterCounts(id, role, counts, "hands")
        return None

    def _gather(self, view: View, now: float) -> ConsoleCommand | None:
        for id, one in view.get("contributions", {}).items():
            if "shown" not in one and "withdrawn" not in one and self._after("show", now, 7):
                return ShowContribution(id)
        if self._notes and self._after("note", now, 40):
            return Note(*self._notes.pop(0))
        return None
