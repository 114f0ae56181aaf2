"""One room at two real servers: one order, nothing lost, and going on whatever is stopped."""

import asyncio
import random
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from redis.asyncio import Redis as Client
from redis.asyncio.client import PubSub

from app.core.vocabulary import CHOICES
from tests.live.house import Peer
from tests.live.voters import begin
from tests.nodes.pair import YES, ConnectionClosed, Pair, persists, same
from tests.services import Postgres, Redis

PHONES = 24


@asynccontextmanager
async def voters(pair: Pair, count: int = PHONES) -> AsyncIterator[list[Peer]]:
    """People who joined, at either node in turn and all at once."""
    async with AsyncExitStack() as stack:
        come = (stack.enter_async_context(pair.phone(number % 2)) for number in range(count))
        yield list(await asyncio.gather(*come))


async def test_J2_everybody_at_once_on_both_nodes_is_one_order_without_a_gap(pair: Pair) -> None:
    async with pair.console(0) as console, pair.console(1) as other:
        statement = await begin(console)
        await other.until(lambda one: one.view["statements"][statement]["state"] == "open")
        async with voters(pair) as phones:
            notes = [
                one.done("note", kind="insight", text=f"{no}") for no in range(10) for one in (console, other)
            ]
            votes = [
                phone.done("vote", statement=statement, choice=CHOICES[no % 4])
                for no, phone in enumerate(phones)
            ]
            await asyncio.gather(_one_by_one(notes[::2]), _one_by_one(notes[1::2]), *votes)
            await console.done("close_statement", statement=statement)
            await console.until(lambda one: one.view["counts"]["connected"] == PHONES)
            await other.until(lambda one: one.view["counts"]["connected"] == PHONES)
            await same(*phones)
            await same(console, other)
            seen = console.view
    room = await pair.stored()
    (result,) = room.statements[statement].results
    assert result.totals == dict.fromkeys(CHOICES, PHONES / 4)
    assert (room.joined, len(room.contributions)) == (PHONES, 20)
    assert {int(one) for one in room.words.values()} == set(range(10))
    assert set(seen["contributions"]) == set(room.contributions)


async def _one_by_one(asked: list[Coroutine[Any, Any, int]]) -> None:
    for one in asked:
        await one


async def test_J3_one_command_to_both_nodes_happens_once(pair: Pair) -> None:
    join: dict[str, Any] = {"do": "join", "role": "civil", "consent": YES}
    async with pair.console(0) as console, pair.phone(0) as phone:
        await console.done("start_session")
        async with pair.peer(1) as twin:
            # By POST at the other, which replaces no socket.
            path, body = f"/s/{pair.prepared.code}/commands", {"id": "j1", **join}
            posted = asyncio.to_thread(pair.nodes[0].call, "POST", path, body, twin.token)
            both = await asyncio.gather(twin.ask(id="j1", **join), posted)
        assert both[0]["done"] == both[1]["done"] == "j1"
        assert phone.me["person"] == "p1"
    assert (await pair.stored()).joined == 2


async def test_J5_a_node_killed_in_a_burst_takes_nothing_with_it_and_its_phones_go_on_at_the_other(
    pair: Pair,
) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    confirmed: dict[str, str] = {}
    enough, moved = asyncio.Event(), asyncio.Event()
    async with pair.console(1) as console:
        statement = await begin(console)

        async def vote_on(number: int) -> None:
            async with AsyncExitStack() as stack:
                phone = await stack.enter_async_context(pair.phone(number % 2))
                person, token, rounds, id, choice = phone.me["person"], phone.token, 0, "", ""
                while not (moved.is_set() and rounds > 3):
                    # What was not answered is sent again, as it was.
                    id, choice = id or f"v{chance.random()}", choice or chance.choice(CHOICES)
                    try:
                        await persists(phone, "vote", id, statement=statement, choice=choice)
                    except ConnectionClosed:
                        phone = await stack.enter_async_context(pair.peer(1, token))
                        assert phone.me["person"] == person, f"seed {seed}"
                        rounds = 0
                        continue
                    confirmed[person] = choice
                    rounds, id, choice = rounds + 1, "", ""
                    if len(confirmed) == PHONES:
                        enough.set()

        voting = [asyncio.create_task(vote_on(number)) for number in range(PHONES)]
        await enough.wait()
        await asyncio.to_thread(pair.nodes[0].kill9)
        moved.set()
        await asyncio.gather(*voting)
        room = await pair.stored()
        kept = {person: choice for (_, person), choice in room.ballots.items()}
        assert kept == confirmed, f"seed {seed}"
        await console.done("close_statement", statement=statement)
        # Its share of those connected runs out.
        await console.until(lambda one: one.view["counts"]["connected"] == 0)
    (result,) = (await pair.stored()).statements[statement].results
    assert sum(result.totals.values()) == PHONES


async def test_the_bus_stopped_and_started_under_load(own_pair: Pair, own_redis: Redis) -> None:
    async with own_pair.console(0) as console, own_pair.console(1) as other:
        statement = await begin(console)
        async with voters(own_pair) as phones:
            votes = asyncio.create_task(_keep_voting(phones, statement))
            await asyncio.to_thread(own_redis.stop)
            await console.done("note", kind="insight", text="zonder bus")
            await other.until(lambda one: "zonder bus" in str(one.view.get("contributions")))
            assert await asyncio.to_thread(own_pair.nodes[1].measured, "vissenkom_bus_up") == 0
            assert "the bus is gone" in own_pair.nodes[0].said()
            await asyncio.to_thread(own_redis.start)
            while await asyncio.to_thread(own_pair.nodes[1].measured, "vissenkom_bus_up") == 0:
                await other.done("note", kind="insight", text="nog niet")
            votes.cancel()
            await asyncio.gather(votes, return_exceptions=True)
            cast = [
                phone.done("vote", statement=statement, choice=CHOICES[no % 4])
                for no, phone in enumerate(phones)
            ]
            await asyncio.gather(*cast)
            await other.done("note", kind="insight", text="met bus")
            await console.until(lambda one: "met bus" in str(one.view.get("contributions")))
            await console.done("close_statement", statement=statement)
            await same(*phones)
    (result,) = (await own_pair.stored()).statements[statement].results
    assert result.totals == dict.fromkeys(CHOICES, PHONES / 4)


async def _keep_voting(phones: list[Peer], statement: str) -> None:
    while True:
        await asyncio.gather(*(phone.ask("vote", statement=statement, choice="agree") for phone in phones))


async def test_postgresql_stopped_and_started_under_load(own_pair: Pair, own_postgres: Postgres) -> None:
    """What is refused is refused in words, screens keep what they have, and it goes on."""
    async with own_pair.console(0) as console:
        statement = await begin(console)
        async with voters(own_pair) as phones:
            before = dict(phones[0].view)
            refused = asyncio.Event()

            async def vote(number: int, phone: Peer) -> int:
                tries = 0
                for round in range(3):
                    id, choice = f"{number}-{round}", CHOICES[(number + round) % 4]
                    while "done" not in (
                        answer := await phone.ask("vote", id=id, statement=statement, choice=choice)
                    ):
                        assert answer["code"] == "not_saved", answer
                        tries += 1
                        refused.set()
                    if round == 0:
                        await stopped.wait()
                return tries

            stopped = asyncio.Event()
            votes = [asyncio.create_task(vote(number, phone)) for number, phone in enumerate(phones)]
            await asyncio.to_thread(own_postgres.stop)
            stopped.set()
            await refused.wait()
            assert phones[0].view["title"] == before["title"]
            await asyncio.to_thread(own_postgres.start)
            await asyncio.gather(*votes)
            await console.done("close_statement", statement=statement)
            await same(*phones)
    (result,) = (await own_pair.stored()).statements[statement].results
    assert result.totals == dict.fromkeys(CHOICES, PHONES / 4)


async def test_V4_a_room_that_is_open_at_one_node_says_nothing_of_its_votes_on_the_bus(
    own_pair: Pair, own_redis: Redis
) -> None:
    async with (
        Client.from_url(f"unix://{own_redis.socket}", protocol=2) as client,
        client.pubsub() as bus,
        own_pair.console(0) as console,
    ):
        await bus.psubscribe("*")
        statement = await begin(console)
        async with own_pair.phone(0) as phone:
            await phone.done("vote", statement=statement, choice="agree")
            async with own_pair.phone(1):
                await console.until(lambda one: one.view["counts"]["connected"] == 2)
                await phone.done("vote", statement=statement, choice="disagree")
                heard = await _heard_until(bus, '"disagree"')
    assert not any('"agree"' in one for one in heard)


async def _heard_until(bus: PubSub, part: str) -> list[str]:
    """Everything that was said on the bus until something with `part`."""
    heard: list[str] = []
    while not heard or part not in heard[-1]:
        message = await bus.get_message(timeout=None)
        if message is not None and message["type"] == "pmessage":
            heard.append(message["data"].decode())
    return heard
