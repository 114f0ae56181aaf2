"""One room on two nodes: whatever is asked of either, and whatever the bus does, both are what the journal says."""

import asyncio
import random
from collections.abc import Callable

import pytest

from app.core.actor import SERVER, Actor
from app.core.commands import Tick
from app.core.messages.console import TakeOver
from app.core.messages.harvest import React
from app.core.messages.people import Consent, Join
from app.core.messages.session import (
    Blank,
    GoOffRecord,
    Pause,
    StartItem,
    StartMoment,
    StartSession,
    StrikeLast,
)
from app.core.messages.statements import CloseStatement, OpenStatement, Vote
from app.core.vocabulary import CHOICES
from app.live.answers import Answer, Done, Refused
from app.live.news import Left, News, read
from tests.live.looking import Evening
from tests.live.test_walk import Chance
from tests.nodes.town import Town

YES = Consent(votes=True, words=True, story=True)
CONSOLE, OTHER, PHONE = Actor("console", "c1"), Actor("console", "c2"), Actor("phone")
STEPS = 120
PHONES = 12


@pytest.mark.parametrize("seed", [None, 3, 11])
async def test_J2_random_evenings_on_three_nodes_end_as_one(town: Town, url: str, seed: int | None) -> None:
    await town.begin("c", url)
    # A new one each time, drawn here: what is collected has to be the same in every process.
    seed = random.randrange(10**6) if seed is None else seed
    chance = random.Random(seed)
    walks = {name: Chance(seed + no, node.room) for no, (name, node) in enumerate(town.nodes.items())}
    await town.nodes["a"].does(StartSession(), CONSOLE)
    done = 0

    async def ask(name: str, number: int) -> Answer:
        node, walk = town.nodes[name], walks[name]
        walk.story.room = node.room
        command, from_phone = walk.next()
        if from_phone:
            return await node.asks(command, PHONE, f"i{number}", f"h{walk.random.randrange(PHONES)}")
        return await node.asks(command, Actor("console", node.room.controller or "c1"), f"i{number}")

    for step in range(STEPS):
        town.clock.now += chance.choice([0.0, 0.5, 9.0, 31.0])
        town.gone = chance.random() < 0.2
        both = [ask(name, step) for name in chance.choices("abc", k=chance.randrange(1, 5))]
        done += sum(isinstance(answer, Done) for answer in await asyncio.gather(*both))
        town.deliver(chance)
        if step % 20 == 19:
            try:
                await town.agrees()
            except AssertionError as error:
                error.add_note(f"seed {seed}, step {step}")
                raise
    assert done > STEPS / 2


async def test_V2_every_confirmed_vote_is_counted_at_closing_whichever_node_had_it(town: Town) -> None:
    """The closing node has heard of half of them."""
    a, b = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    await a.does(OpenStatement("s1"), CONSOLE)
    for number in range(20):
        await (a, b)[number % 2].does(Join("resident", YES), PHONE, "j", f"h{number}")
    await town.settle()
    town.gone = True
    votes = {f"h{n}": CHOICES[n % 4] for n in range(20)}
    for node, phones in ((a, range(10)), (b, range(10, 20)), (b, range(5))):
        cast = (node.does(Vote("s1", votes[f"h{n}"]), PHONE, "v", f"h{n}") for n in phones)
        await asyncio.gather(*cast)
    assert len(a.room.ballots) == 10
    await a.does(CloseStatement("s1"), CONSOLE)
    (result,) = a.room.statements["s1"].results
    assert result.totals == dict.fromkeys(CHOICES, 5)
    await town.agrees()


async def test_V2_of_two_votes_of_one_person_both_nodes_keep_the_same(town: Town) -> None:
    a, b = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    await a.does(Join("resident", YES), PHONE, "j", "h1")
    await a.does(OpenStatement("s1"), CONSOLE)
    await town.settle()
    town.under_way.clear()
    for first, second in ((a, b), (b, a)):
        await first.does(Vote("s1", "agree"), PHONE, "", "h1")
        await second.does(Vote("s1", "disagree"), PHONE, "", "h1")
        town.deliver()
        assert (await town.agrees()).ballots == {("s1", "p1"): "disagree"}


async def test_J3_the_same_command_to_both_nodes_at_once_happens_once_and_is_answered_twice(
    town: Town,
) -> None:
    a, b = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    await town.settle()
    both = await asyncio.gather(*(node.asks(Join("resident", YES), PHONE, "j1", "h1") for node in (a, b)))
    assert both[0] == both[1]
    assert isinstance(both[0], Done)
    paused = await asyncio.gather(*(node.asks(Pause(), CONSOLE, "p1") for node in (a, b)))
    assert paused[0] == paused[1]
    assert await a.asks(Pause(), CONSOLE, "p1") == paused[0]
    assert (await town.agrees()).joined == 1


async def test_time_brings_about_once_what_is_due_on_both_nodes(town: Town) -> None:
    a, b = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    await a.does(StartItem("open"), CONSOLE)
    await a.does(StartMoment("silence", 60), CONSOLE)
    await town.settle()
    town.clock.now += 61
    await asyncio.gather(*(node.asks(Tick(), SERVER) for node in (a, b)))
    room = await town.agrees()
    ended = [one.event.type for one in (await a.journal.load(town.session)).journal]
    assert (ended.count("moment_ended"), room.moment) == (1, None)


async def test_S5_striking_on_one_node_is_striking_on_both(town: Town) -> None:
    a, b = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    await a.does(StartItem("open"), CONSOLE)
    await b.does(Join("resident", YES), PHONE, "j", "h1")
    await b.does(React("touched"), PHONE, "r", "h1")
    await town.settle()
    await a.does(StrikeLast(60), CONSOLE)
    town.deliver()
    assert (await town.agrees()).reactions == {}


async def test_R2_who_reacted_on_one_node_has_reacted_on_the_other(town: Town) -> None:
    a, b = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    await a.does(StartItem("open"), CONSOLE)
    await a.does(Join("resident", YES), PHONE, "j", "h1")
    await a.does(React("touched"), PHONE, "r1", "h1")
    town.deliver()
    await b.does(React("touched"), PHONE, "r2", "h1")
    assert (await town.agrees()).reactions == {"touched": 1}


async def test_S5_a_call_for_help_off_the_record_reaches_the_other_node_and_no_table(town: Town) -> None:
    a, b = town.nodes.values()
    console = a.looks("console", "c1")
    await a.does(StartSession(), CONSOLE)
    await b.does(Join("resident", YES), PHONE, "j", "h1")
    await a.does(GoOffRecord(), CONSOLE)
    await town.settle()
    seq = a.room.seq
    await b.does(React("help"), PHONE, "r", "h1")
    town.deliver()
    await console.until(lambda one: "p1" in str(one.view.get("signals", "")))
    assert (await town.agrees()).seq == seq


async def test_everybody_on_the_other_node_is_told(town: Town) -> None:
    a, b = town.nodes.values()
    stage, phone = b.looks("stage"), b.looks("phone", "h1")
    first, second = a.looks("console", "c1"), b.looks("console", "c2")
    await a.does(StartSession(), CONSOLE)
    await a.does(Join("resident", YES), PHONE, "j", "h1")
    town.deliver()
    await phone.until(lambda one: one.me.get("person") == "p1")
    await a.does(Pause(), CONSOLE)
    town.deliver()
    await stage.until(lambda one: "paused" in one.view)
    assert first.me["control"] is True
    assert second.me["control"] is False


def told(town: Town) -> int:
    """How many batches are under way on the bus."""
    return sum(isinstance(read(text), News) for _, _, text in town.under_way)


async def test_V4_what_is_stored_is_said_only_while_another_node_has_the_room_open(town: Town) -> None:
    a, b = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    assert told(town) == 1
    town.deliver_all()
    town.lines["a"].hear("b", Left())
    await a.does(Join("resident", YES), PHONE, "j", "h1")
    assert told(town) == 0
    await b.does(Join("resident", YES), PHONE, "j", "h2")
    town.deliver_all()
    await a.does(Pause(), CONSOLE)
    assert told(town) == 1, "whoever says what it stored has the room open"
    assert (await town.agrees()).joined == 2


async def test_what_was_stored_before_the_others_knew_of_a_node_comes_without_a_look_at_the_journal(
    url: str,
) -> None:
    town = await Town.open(url, "a")
    (a,) = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    b = await town.begin("b", url)
    console = b.looks("console", "c2")
    await a.does(Join("resident", YES), PHONE, "j", "h1")
    town.deliver_all()
    await console.until(lambda one: one.view["counts"]["joined"] == 1)
    await a.does(Pause(), CONSOLE)
    town.deliver_all()
    await console.until(lambda one: "paused" in one.view)
    await town.close()


async def comes_about(town: Town, reached: Callable[[], bool]) -> None:
    """By what is said on the bus."""
    async with asyncio.timeout(10):
        while not reached():
            await asyncio.sleep(0)
            town.deliver()


async def presence(town: Town, node: Evening, phones: int, consoles: frozenset[str]) -> None:
    """Until the node knows of so many, here and elsewhere."""
    memory = node.room.memory
    await comes_about(town, lambda: (memory.connected, memory.consoles) == (phones, consoles))


async def test_P6_who_is_connected_is_summed_and_a_lost_node_counts_no_more(town: Town) -> None:
    a, b = town.nodes.values()
    console = a.looks("console", "c1")
    for number in range(3):
        (a, b)[number % 2].looks("phone", f"h{number}")
    b.looks("console", "c2")
    for node in (a, b):
        await presence(town, node, 3, frozenset({"c1", "c2"}))
    await console.until(lambda one: one.view["counts"]["connected"] == 3)
    town.lines["a"].lost("b")
    await console.until(lambda one: one.view["counts"]["connected"] == 2)
    assert a.room.memory.consoles == {"c1"}


async def test_a_phone_that_comes_to_one_node_is_replaced_on_the_other(town: Town) -> None:
    a, b = town.nodes.values()
    older, other = a.looks("phone", "h1"), a.looks("phone", "h2")
    await presence(town, b, 2, frozenset())
    newer = b.looks("phone", "h1")
    await comes_about(town, lambda: older.code == 4009)
    again = a.looks("phone", "h1")
    await comes_about(town, lambda: newer.code == 4009)
    for node in (a, b):
        await presence(town, node, 2, frozenset())
    assert (again.code, other.code) == (0, 0)


async def test_a_phone_is_replaced_also_at_a_node_that_is_not_known_to_have_the_room_open(
    town: Town,
) -> None:
    a, b = town.nodes.values()
    older = a.looks("phone", "h1")
    await presence(town, b, 1, frozenset())
    town.deliver_all()
    town.lines["b"].hear("a", Left())
    b.looks("phone", "h1")
    await comes_about(town, lambda: older.code == 4009)
    for node in (a, b):
        await presence(town, node, 1, frozenset())


async def test_F1_a_console_on_another_node_asks_for_control(town: Town) -> None:
    a, b = town.nodes.values()
    first, second = a.looks("console", "c1"), b.looks("console", "c2")
    await a.does(StartSession(), CONSOLE)
    for node in (a, b):
        await presence(town, node, 0, frozenset({"c1", "c2"}))
    await town.settle()
    town.clock.now += 60
    assert await b.refused(TakeOver(), OTHER) == "controller_present"
    await comes_about(town, lambda: a.room.memory.asked_by == "c2")
    a.goes(first)
    await presence(town, b, 0, frozenset({"c2"}))
    town.clock.now += 15
    await b.does(TakeOver(), OTHER)
    await second.until(lambda one: one.me["control"])
    await town.agrees()


async def test_a_busy_node_keeps_no_other_from_its_turn(town: Town) -> None:
    """Each appends as fast as it can; nobody is told to try again."""
    a, b = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    await town.settle()

    async def fill(node: Evening, name: str) -> list[Answer]:
        joins = (node.asks(Join("resident", YES), PHONE, "j", f"{name}{n}") for n in range(40))
        return [await one for one in joins]

    answers = [*await fill(a, "w")]
    answers += [
        one for some in await asyncio.gather(fill(a, "x"), fill(b, "y"), fill(b, "z")) for one in some
    ]
    assert {type(one) for one in answers} == {Done}
    assert (await town.agrees()).joined == 160


async def test_T3_clocks_that_differ_a_little_make_no_time_negative(town: Town) -> None:
    a, b = town.nodes.values()
    await a.does(StartSession(), CONSOLE)
    await a.does(Blank(), CONSOLE)
    town.deliver()
    town.clock.now -= 0.2
    await b.does(Pause(), CONSOLE)
    times = [one.at for one in (await b.journal.load(town.session)).journal]
    assert times[-1] >= times[-2]
    assert await b.asks(Pause(), CONSOLE) == Refused("already_paused")
