"""A1: nobody may anything by default. The table by itself; that every door asks is in tests/web/test_asks.py,
tests/live/test_asks.py and tests/test_cli.py."""

from itertools import product
from typing import get_args

import pytest

from app.access import LET_IN, LEVELS, RIGHTS, SERVER, Act, Kind, Thing, What, Who, allow, may
from app.core.commands import ConsoleCommand, OrganiserCommand, PhoneCommand, Tick
from app.core.refusal import Refusal

KINDS: tuple[Kind, ...] = get_args(Kind)
COMMANDS: tuple[type, ...] = get_args(PhoneCommand | ConsoleCommand | OrganiserCommand)
EVERYTHING: tuple[What, ...] = (*get_args(Act), *COMMANDS)
HERE, ELSEWHERE = Thing("here"), Thing("elsewhere")
OPEN, RESTRICTED = Thing("here", "open"), Thing("here", "restricted")


def of(kind: Kind) -> Who:
    return Who(kind, HERE.session if kind in LET_IN else "")


def test_A1_it_is_said_of_everybody_what_they_may() -> None:
    assert set(RIGHTS) == set(KINDS)
    for rights in RIGHTS.values():
        assert rights <= set(EVERYTHING)
    assert {what for rights in RIGHTS.values() for what in rights} == set(EVERYTHING), "nobody may"


@pytest.mark.parametrize("kind", KINDS)
def test_A1_what_is_not_written_down_nobody_may(kind: Kind) -> None:
    for what, thing in product(EVERYTHING, (SERVER, HERE, OPEN)):
        assert what in RIGHTS[kind] or not may(of(kind), what, thing)
    assert not may(of(kind), Tick, HERE)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", sorted(LET_IN))
def test_A1_who_was_let_into_one_session_may_nothing_in_another(kind: Kind) -> None:
    for what in RIGHTS[kind]:
        assert may(of(kind), what, HERE)
        assert not may(of(kind), what, ELSEWHERE) and not may(of(kind), what, SERVER)
        assert not may(Who(kind), what, SERVER) and not may(Who(kind), what, HERE)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.__name__))
def test_A1_a_command_is_one_screens_and_nobody_elses(command: type) -> None:
    theirs: list[Kind] = ["organiser", "token"]
    if command in get_args(PhoneCommand):
        theirs = ["phone"]
    elif command in get_args(ConsoleCommand):
        theirs = ["console"]
    assert [kind for kind in KINDS if may(of(kind), command, HERE)] == theirs


def test_A1_a_stage_only_looks_on() -> None:
    assert [what for what in EVERYTHING if may(of("stage"), what, HERE)] == ["look_on"]


def test_A1_a_record_is_for_organisers_programs_and_whoever_has_the_machine() -> None:
    for kind in KINDS:
        allowed = kind in ("organiser", "token", "operator")
        assert [may(of(kind), "read_record", one) for one in (OPEN, RESTRICTED)] == [allowed, allowed]


def test_A1_whoever_may_read_records_may_at_the_levels_they_were_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(LEVELS, "token", frozenset({"open"}))
    assert may(Who("token"), "read_record", OPEN) and not may(Who("token"), "read_record", RESTRICTED)


def test_A1_what_is_not_allowed_is_refused_in_words() -> None:
    allow(of("phone"), "look_on", HERE)
    with pytest.raises(Refusal) as refused:
        allow(of("phone"), "look_on", ELSEWHERE)
    assert refused.value.code == "not_allowed"
