"""The bus between nodes: Redis' publish and subscribe (docs/decisions/0012-redis-is-the-bus.md).

Every node has a channel of its own, and there is one of all. What is said to a node within a moment goes together, of
whatever rooms it is, since a message costs more than what is in it. The bus carries, and understands nothing. Nothing
that goes over it is kept anywhere, nobody waits for it, and what is lost while it is gone is read from the journal.
"""

import asyncio
import logging
from collections.abc import Callable

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from app.live.news import EVERYBODY

AGAIN_S = 0.5
"""Between two tries to reach it."""
PATIENCE_S = 3.0
"""For one answer of Redis."""
TOGETHER_S = 0.005
"""What is said within this time goes in one round, since a round costs more than what is in it."""
MOST_WAITING = 10_000
"""Messages that wait to be sent; more than these are of no use to anybody who could read the journal."""
PREFIX = "vissenkom:"
log = logging.getLogger("vissenkom.bus")


class Bus:
    """`name`: this node's. `heard` is called with the name of a node, and what it said in one go: rooms and messages.
    `changed` is called when the bus has come (`up`) or gone."""

    def __init__(
        self,
        url: str,
        name: str,
        heard: Callable[[str, list[tuple[str, bytes]]], None],
        changed: Callable[[], None],
    ) -> None:
        self._name = name
        self._redis = Redis.from_url(
            url,
            socket_timeout=PATIENCE_S,
            socket_connect_timeout=PATIENCE_S,
            retry=Retry(NoBackoff(), 0),
            protocol=2,
        )
        self._heard = heard
        self._changed = changed
        self._outgoing: dict[str, list[bytes]] = {}
        self._waiting = 0
        self._something = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self.up = False

    def open(self) -> None:
        """Begin; the bus may come later."""
        self._tasks = [
            asyncio.create_task(self._hear_on(), name="bus, hearing"),
            asyncio.create_task(self._say_on(), name="bus, saying"),
        ]

    async def close(self) -> None:
        """What has been said is sent first, if the bus is there."""
        if self.up:
            await self._say()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._redis.aclose()

    def say(self, to: str, room: str, message: bytes) -> None:
        """To a node, or EVERYBODY. `message` is one line. Never waits. While the bus is gone, what is said is lost."""
        if self.up and self._waiting < MOST_WAITING:
            self._outgoing.setdefault(to, []).append(b"%s %s" % (room.encode(), message))
            self._waiting += 1
            self._something.set()

    async def _hear_on(self) -> None:
        while True:
            try:
                async with self._redis.pubsub(ignore_subscribe_messages=True) as pubsub:
                    await pubsub.subscribe(PREFIX + EVERYBODY, PREFIX + self._name)
                    self._is(up=True)
                    while True:
                        message = await pubsub.get_message(timeout=None)
                        if message is not None:
                            name, *said = message["data"].split(b"\n")
                            self._heard(name.decode(), [_parts(one) for one in said])
            except (RedisError, OSError) as error:
                log.info("the bus does not answer: %s", error)
            except Exception:
                log.exception("the bus: a message went wrong")
            self._is(up=False)
            await asyncio.sleep(AGAIN_S)

    async def _say_on(self) -> None:
        while True:
            await self._something.wait()
            await asyncio.sleep(TOGETHER_S)
            self._something.clear()
            await self._say()

    async def _say(self) -> None:
        outgoing, self._outgoing, self._waiting = self._outgoing, {}, 0
        if not outgoing:
            return
        try:
            async with self._redis.pipeline(transaction=False) as pipeline:
                for to, messages in outgoing.items():
                    pipeline.publish(PREFIX + to, b"\n".join((self._name.encode(), *messages)))
                await pipeline.execute()
        except (RedisError, OSError) as error:
            log.info("not said on the bus: %s", error)

    def _is(self, up: bool) -> None:
        if up == self.up:
            return
        self.up = up
        if up:
            log.warning("the bus is there")
        else:
            log.warning("the bus is gone: rooms read the journal instead")
        self._changed()


def _parts(said: bytes) -> tuple[str, bytes]:
    """The room and the message."""
    room, _, message = said.partition(b" ")
    return room.decode(), message
