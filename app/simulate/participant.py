"""What a simulated participant does next, from what is on the phone. Pure: no socket, no clock of its own.

The same behaviour plays in a real room over sockets and in made-up time; `now` is epoch seconds in both.
"""

import math
from collections.abc import Mapping
from random import Random
from typing import Any

from app.core.commands import PhoneCommand
from app.core.messages.circle import LeaveChair, TakeChair
from app.core.messages.harvest import Contribute, Endorse, React, WithdrawWords
from app.core.messages.people import Join
from app.core.messages.queue import AskToSpeak, DeclineCall, WithdrawRequest
from app.core.messages.statements import Vote
from app.core.vocabulary import Choice, Reaction
from app.simulate.people import Persona, opinion
from app.simulate.words import of_role

MOST_WORDS = 2
"""Contributions of one person in an evening."""
RECEPTIVE: tuple[tuple[Reaction, int], ...] = (
    ("recognise", 6),
    ("touched", 4),
    ("question", 2),
    ("unclear", 1),
)


class Participant:
    """`pace`: how many times faster than people really are."""

    def __init__(self, persona: Persona, rng: Random, pace: float, language: str) -> None:
        self.persona = persona
        self._rng = rng
        self._pace = pace
        self._looked_at: float | None = None
        self._waiting: dict[str, float] = {}
        self._spoke_in_chair = False
        self._declined = False
        self._took_back = False
        self._asked_for_break = False
        self._changed: set[str] = set()
        self._said = 0
        own = list(of_role(persona.role, language))
        rng.shuffle(own)
        self._sentences = own

    def act(self, view: Mapping[str, Any], me: Mapping[str, Any], now: float) -> PhoneCommand | None:
        """The next thing this person does, or None: most of the time people listen."""
        elapsed = 0.0 if self._looked_at is None else (now - self._looked_at) * self._pace
        self._looked_at = now
        if view["state"] not in ("draft", "lobby", "live"):
            return self._afterwards(me)
        if "person" not in me:
            roles = [*view["roles"]]
            role = self.persona.role if self.persona.role in roles else self._rng.choice(roles)
            return Join(role, self.persona.consent)
        if view["state"] != "live" or "paused" in view:
            return None
        return (
            self._answer_a_call(me, now)
            or self._vote(view, me, now)
            or self._in_the_circle(view, me, elapsed)
            or self._want_to_speak(view, me, elapsed)
            or self._write(view, me, elapsed)
            or self._react(view, me, elapsed)
        )

    def _chance(self, a_minute: float, elapsed: float) -> bool:
        """Whether something that happens so often happened in `elapsed` seconds."""
        return self._rng.random() < 1 - math.exp(-a_minute * elapsed / 60)

    def _after(self, what: str, now: float, least: float, most: float) -> bool:
        """Whether somebody has had the time for it that people take, in seconds, since it first came up."""
        until = self._waiting.setdefault(what, now + self._rng.uniform(least, most) / self._pace)
        if now < until:
            return False
        del self._waiting[what]
        return True

    def _answer_a_call(self, me: Mapping[str, Any], now: float) -> PhoneCommand | None:
        if "called" not in me or "chair" not in me["called"]:
            self._waiting.pop("called", None)
            return None
        if self.persona.habit == "dozes" or not self._after("called", now, 2, 9):
            return None
        if self.persona.habit == "declines" and not self._declined:
            self._declined = True
            return DeclineCall()
        return TakeChair()

    def _vote(self, view: Mapping[str, Any], me: Mapping[str, Any], now: float) -> PhoneCommand | None:
        statement = view.get("statement")
        if (
            not statement
            or statement["state"] != "open"
            or not me["consent"]["votes"]
            or "off_record" in view
        ):
            return None
        asked = f"{statement['id']}.{statement['round']}"
        voted: Choice | None = me["votes"].get(asked)
        habit = self.persona.habit
        if habit == "keeps_out" or (voted and (habit != "changes_vote" or asked in self._changed)):
            return None
        if not self._after(f"vote {asked} {voted}", now, 3, 18):
            return None
        if voted:
            self._changed.add(asked)
            return Vote(statement["id"], "dont_know" if voted == "agree" else "agree")
        return Vote(statement["id"], opinion(self.persona, statement["id"], self._rng))

    def _in_the_circle(
        self, view: Mapping[str, Any], me: Mapping[str, Any], elapsed: float
    ) -> PhoneCommand | None:
        if "chair" not in me:
            self._spoke_in_chair = False
            return None
        if "word" in me:
            self._spoke_in_chair = True
            return None
        round_of_a_role = view.get("item", {}).get("variant") == "role_round"
        if "leave" not in view["ways"] or not self._spoke_in_chair or round_of_a_role:
            return None
        asked = "leave_asked" in view.get("circle", {})
        return LeaveChair() if self._chance(8 if asked else 0.6, elapsed) else None

    def _want_to_speak(
        self, view: Mapping[str, Any], me: Mapping[str, Any], elapsed: float
    ) -> PhoneCommand | None:
        if "chair" in me or "called" in me:
            return None
        roles = view.get("circle", {}).get("roles", [])
        kind = view.get("item", {}).get("kind")
        if kind not in ("circle", "listen_back") or (
            kind == "circle" and roles and self.persona.role not in roles
        ):
            return None
        if "queue" in me:
            gives_up = self.persona.habit == "thinks_again" and self._chance(0.6, elapsed)
            return WithdrawRequest() if gives_up else None
        often = self.persona.speaks * (0.2 if "sat" in me else 1)
        if "take" in view["ways"] and "second_row" not in me and self._chance(often, elapsed):
            return TakeChair()
        if "ask" in view["ways"] and self._chance(often, elapsed):
            return AskToSpeak()
        return None

    def _write(self, view: Mapping[str, Any], me: Mapping[str, Any], elapsed: float) -> PhoneCommand | None:
        if "off_record" in view:
            return None
        mine = me.get("said", {})
        if "contribute" in view["ways"] and me["consent"]["words"] and self._said < MOST_WORDS:
            if self._chance(1.0, elapsed):
                kind, text = self._sentences[self._said]
                self._said += 1
                return Contribute(kind, text)
        elif self._said and self.persona.habit == "takes_words_back" and not self._took_back:
            self._took_back = True
            return WithdrawWords()
        if me["consent"]["votes"]:
            for id in view.get("harvest", {}):
                if id not in mine and id not in me.get("endorsed", {}) and self._chance(0.15, elapsed):
                    return Endorse(id)
        return None

    def _react(self, view: Mapping[str, Any], me: Mapping[str, Any], elapsed: float) -> PhoneCommand | None:
        if "react" not in view["ways"] or not me["consent"]["votes"] or "off_record" in view or "word" in me:
            return None
        if self.persona.habit == "needs_a_break" and not self._asked_for_break and self._chance(0.1, elapsed):
            self._asked_for_break = True
            return React("pause")
        somebody_speaks = any("word" in chair for chair in view.get("circle", {}).get("chairs", {}).values())
        if somebody_speaks and self._chance(self.persona.reacts, elapsed):
            kinds, weights = zip(*RECEPTIVE, strict=True)
            return React(self._rng.choices(kinds, weights)[0])
        return None

    def _afterwards(self, me: Mapping[str, Any]) -> PhoneCommand | None:
        """Words can be taken back when it is over, too (X2)."""
        if self.persona.habit == "takes_words_back" and me.get("said") and not self._took_back:
            self._took_back = True
            return WithdrawWords()
        return None
