"""Who is told what, and how often: nothing is sent that an audience can't see, and what nobody acts on comes seldom."""

import pytest

from app.core.actor import Actor
from app.core.messages.harvest import Contribute, Endorse, ShowContribution
from app.core.messages.people import Consent, Join
from app.core.messages.session import Pause, StartItem
from app.core.messages.statements import OpenStatement, Vote
from app.live import channel
from tests.live.looking import Evening, Onlooker

YES = Consent(votes=True, words=True, story=True)
CONSOLE, PHONE = Actor("console", "c1"), Actor("phone")
PEOPLE = 12


def patches(onlooker: Onlooker) -> int:
    return sum("patch" in message for message in onlooker.heard)


@pytest.fixture
async def full(evening: Evening) -> Evening:
    for number in range(PEOPLE):
        await evening.does(Join("resident", YES), PHONE, "a", f"h{number}")
    return evening


async def test_a_vote_tells_the_stage_and_no_other_phone(full: Evening) -> None:
    await full.does(StartItem("open"), CONSOLE)
    await full.does(OpenStatement("s1"), CONSOLE)
    other, stage = full.looks("phone", "another"), full.looks("stage")
    for number in range(PEOPLE):
        await full.does(Vote("s1", "agree"), PHONE, "v", f"h{number}")
    await stage.until(lambda one: one.view["statement"].get("voted") == PEOPLE)
    assert patches(other) == 0


async def test_endorsements_reach_phones_together_and_while_a_harvest_runs(
    full: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "LATER_S", 0.5)
    await full.does(StartItem("harvest"), CONSOLE)
    await full.does(Contribute("insight", "Eerst luisteren."), PHONE, "c", "h0")
    (id,) = full.room.contributions
    await full.does(ShowContribution(id), CONSOLE)
    phone, stage = full.looks("phone", "another"), full.looks("stage")
    told = patches(phone)
    for number in range(1, PEOPLE):
        await full.does(Endorse(id), PHONE, "e", f"h{number}")
    await stage.until(lambda one: one.view["harvest"][id]["endorsed"] == PEOPLE - 1)
    await phone.until(lambda one: one.view.get("endorsed") == {id: PEOPLE - 1})
    assert patches(phone) - told < PEOPLE - 1
    await full.does(Join("resident", YES), PHONE, "a", "late")
    await full.does(Endorse(id), PHONE, "e", "late")
    # A patch of something else goes out first, and after it nothing happens any more.
    await full.does(Pause(), CONSOLE)
    await phone.until(lambda one: one.view["endorsed"] == {id: PEOPLE})
    await full.does(StartItem("open"), CONSOLE)
    await phone.until(lambda one: "endorsed" not in one.view)
