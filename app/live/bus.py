"""The bus between nodes: Redis' publish and subscribe (docs/decisions/0012-redis-is-the-bus.md).

It carries, and understands nothing. Nothing that goes over it is kept anywhere, nobody waits for it, and what is lost
while it is gone is read from the journal.
"""

import asyncio
import logging
from collections.abc import Callable

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

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
    """`name`: whom what is said here comes from. `heard` is called with a channel, a name, and what was said there in
    one go; `changed` when the bus has come (`up`) or gone."""

    def __init__(
        self, url: str, name: str, heard: Callable[[str, str, list[bytes]], None], changed: Callable[[], None]
    ) -> None:
        self._name = name.encode()
        self._redis = Redis.from_url(
            url,
            socket_timeout=PATIENCE_S,
            socket_connect_timeout=PATIENCE_S,
            retry=Retry(NoBackoff(), 0),
            protocol=2,
        )
        self._heard = heard
        self._changed = changed
        self._channels: set[str] = set()
        self._pubsub: PubSub | None = None
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

    def say(self, channel: str, message: bytes) -> None:
        """`message` is one line. Never waits. While the bus is gone, what is said is lost."""
        if self.up and self._waiting < MOST_WAITING:
            self._outgoing.setdefault(channel, []).append(message)
            self._waiting += 1
            self._something.set()

    async def listen(self, channel: str) -> None:
        """From now on, or from when the bus is there."""
        self._channels.add(PREFIX + channel)
        await self._if_up(lambda pubsub: pubsub.subscribe(PREFIX + channel))

    async def leave(self, channel: str) -> None:
        self._channels.discard(PREFIX + channel)
        await self._if_up(lambda pubsub: pubsub.unsubscribe(PREFIX + channel))

    async def _if_up(self, does: Callable[[PubSub], "asyncio.Future[None] | object"]) -> None:
        if self._pubsub is None:
            return
        try:
            await does(self._pubsub)  # type: ignore[misc]
        except (RedisError, OSError) as error:
            # Whoever hears finds out as well, and begins anew with all channels.
            log.info("not said to the bus: %s", error)

    async def _hear_on(self) -> None:
        while True:
            try:
                async with self._redis.pubsub(ignore_subscribe_messages=True) as pubsub:
                    await pubsub.subscribe(PREFIX, *self._channels)
                    self._pubsub = pubsub
                    self._is(up=True)
                    while True:
                        message = await pubsub.get_message(timeout=None)
                        if message is not None:
                            channel = message["channel"].decode().removeprefix(PREFIX)
                            name, *said = message["data"].split(b"\n")
                            self._heard(channel, name.decode(), said)
            except (RedisError, OSError) as error:
                log.info("the bus does not answer: %s", error)
            except Exception:
                log.exception("the bus: a message went wrong")
            self._pubsub = None
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
                for channel, messages in outgoing.items():
                    pipeline.publish(PREFIX + channel, b"\n".join((self._name, *messages)))
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
