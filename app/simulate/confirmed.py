"""What the server confirmed, held against the record it made of it: nothing confirmed may be missing (J5).

Votes are counted here anew, from what was sent: the last confirmed one of each person counts (V2). What was struck or
undone is expected no more, and what was said off the record never was (S5).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from app.core.messages.circle import GiveWord, TakeChair
from app.core.messages.console import Undo
from app.core.messages.harvest import Contribute, Note, React, WithdrawWords
from app.core.messages.people import AddPerson, ChangeConsent, Join
from app.core.messages.queue import AskToSpeak
from app.core.messages.session import CloseSession, GoOffRecord, GoOnRecord, StrikeLast
from app.core.messages.statements import AddStatement, CloseStatement, EnterCounts, OpenStatement, Vote
from app.simulate.client import Answer
from app.simulate.player import Played
from app.simulate.trace import Line

CHOICES = ("agree", "disagree", "dont_know", "skip")
PRIVATE = ("pause", "help")
Totals = dict[str, int]


@dataclass(slots=True)
class Round:
    """One time a statement was asked. `votes`: voter -> last choice; `counts`: role -> what was counted by hand."""

    votes: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def totals(self) -> Totals:
        totals = Counter(self.votes.values())
        for counts in self.counts.values():
            totals.update(counts)
        return {choice: totals[choice] for choice in CHOICES}


@dataclass(frozen=True, slots=True)
class Row:
    """One vote on one statement, as sent, as the record has it, and as the console showed it, if it did."""

    statement: str
    source_id: str
    asked: int
    sent: Totals
    recorded: Totals | None
    shown: Totals | None

    @property
    def same(self) -> bool:
        return self.sent == self.recorded and self.shown in (None, self.sent)


class Confirmed:
    def __init__(self, played: Played) -> None:
        self.rounds: dict[str, list[Round]] = {}
        self.done = 0
        self.people = 0
        self.statements = 0
        self.refused: Counter[str] = Counter()
        self._open: set[str] = set()
        self._names = played.people
        self._spoke: Counter[str] = Counter()
        self._asked: set[str] = set()
        self._sat: set[str] = set()
        self._reacted: set[str] = set()
        self._said: dict[str, list[str]] = {}
        self._noted: list[str] = []
        self._kept = True
        self._screen = played.screen
        for line, answer in played.answers:
            self._take(line, answer)

    def _take(self, line: Line, answer: Answer) -> None:
        if not answer.done:
            self.refused[answer.code] += 1
            return
        self.done += 1
        who, command = line.who, line.command
        match command:
            case Join() | AddPerson():
                self.people += not isinstance(command, Join) or who not in self._said
                self._said.setdefault(who, [])
            case AddStatement():
                self.statements += 1
            case OpenStatement(id):
                self.rounds.setdefault(self._id(id), []).append(Round())
                self._open.add(self._id(id))
            case CloseStatement(id):
                self._open.discard(self._id(id))
            case Vote(id, choice) if self._id(id) in self._open:
                self.rounds[self._id(id)][-1].votes[who] = choice
            case EnterCounts(id, role, counts) if self._id(id) in self._open:
                self.rounds[self._id(id)][-1].counts[role] = {
                    str(choice): count for choice, count in counts.items()
                }
            case CloseSession():
                self._open.clear()
            case GoOffRecord() | GoOnRecord():
                self._kept = isinstance(command, GoOnRecord)
            case StrikeLast():
                self._forget_what_was_said()
                self.rounds = {id: [] for id in self.rounds}
            case Undo():
                self._spoke.clear()
                self._noted.clear()
            case WithdrawWords():
                self._said[who] = []
            case ChangeConsent(consent) if not consent.words:
                self._said[who] = []
            case AskToSpeak():
                self._asked.add(self._id(who))
            case TakeChair():
                # Whoever came second for a chair is in the queue instead (C2).
                self._sat.add(self._id(who))
            case GiveWord(person) if self._kept:
                self._spoke[self._id(person)] += 1
            case React(kind) if self._kept and kind not in PRIVATE:
                self._reacted.add(kind)
            case Contribute(_, text):
                self._said.setdefault(who, []).append(text.strip())
            case Note(_, text):
                self._noted.append(text.strip())
            case _:
                pass

    def _id(self, name: str) -> str:
        return self._names.get(name, name)

    def _forget_what_was_said(self) -> None:
        self._spoke.clear()
        self._reacted.clear()
        self._noted.clear()
        self._said = {who: [] for who in self._said}

    def rows(self, record: dict[str, Any]) -> list[Row]:
        """Every vote, the last asked of each statement last; struck ones are neither here nor there."""
        recorded = {one["id"]: one for one in record["statements"]}
        rows = []
        for id, rounds in self.rounds.items():
            one = recorded.get(id, {"source_id": "", "votes": []})
            there: list[dict[str, Any]] = one["votes"][-len(rounds) :] if rounds else []
            votes = [*([None] * (len(rounds) - len(there))), *there]
            seen = self._screen.get("statements", {}).get(id, {}).get("result", {}).get("totals")
            for no, (round_, vote) in enumerate(zip(rounds, votes, strict=True), 1):
                last = no == len(rounds)
                rows.append(
                    Row(
                        id,
                        one["source_id"],
                        no,
                        round_.totals,
                        vote and _full(vote["totals"]),
                        _full(seen) if seen is not None and last else None,
                    )
                )
        return rows

    def missing(self, record: dict[str, Any]) -> list[str]:
        """What was confirmed and is not in the record, a line each; votes are in `rows`."""
        people = sum(role["joined"] + role["without_phone"] for role in record["roles"])
        people = max(people, record["session"]["people"]["joined"])
        spoke = Counter(turn["person"] for turn in record["turns"])
        told = Counter(one["text"] for one in record["harvest"])
        said = Counter([*self._noted, *(text for texts in self._said.values() for text in texts)])
        lost = [
            *_fewer("people", self.people, people),
            *_fewer("statements", self.statements, len(record["statements"])),
            *_absent("in a chair", self._sat, {*_people(record["seatings"]), *_people(record["queue"])}),
            *_absent("in the queue", self._asked, _people(record["queue"])),
            *_absent("with the word", self._spoke, spoke),
            *_absent("reactions", self._reacted, {one["kind"] for one in record["reactions"]}),
        ]
        return [*lost, *(f"words: {text!r:.60}" for text in said - told)]


def _full(totals: Totals) -> Totals:
    return {choice: totals.get(choice, 0) for choice in CHOICES}


def _people(rows: list[dict[str, Any]]) -> set[str]:
    return {row["person"] for row in rows}


def _fewer(what: str, confirmed: int, recorded: int) -> list[str]:
    return [f"{what}: {confirmed} confirmed, {recorded} recorded"] if recorded < confirmed else []


def _absent(what: str, confirmed: Iterable[str], recorded: Iterable[str]) -> list[str]:
    there = set(recorded)
    return [f"{what}: {one}" for one in confirmed if one not in there]
