"""The servers that tests are run against are there, and are what they say they are."""

from pathlib import Path

import psycopg
import redis
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def test_postgres_answers_and_starts_empty(postgres_url: str) -> None:
    engine = create_async_engine(postgres_url)
    async with engine.begin() as connection:
        assert (await connection.execute(text("SHOW server_version_num"))).scalar_one() >= "180000"
        assert (await connection.execute(text("SHOW server_encoding"))).scalar_one() == "UTF8"
        await connection.execute(text("CREATE TABLE chair (n BIGINT)"))
        await connection.execute(text("INSERT INTO chair VALUES (:n)"), [{"n": 2**40}, {"n": 2}])
        assert (await connection.execute(text("SELECT sum(n) FROM chair"))).scalar_one() == 2**40 + 2
    await engine.dispose()


def test_every_test_has_a_database_of_its_own(postgres_url: str, postgres_socket: Path) -> None:
    with psycopg.connect(postgres_url.replace("+psycopg", "")) as connection:
        assert connection.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        ).fetchone() == (0,)
        found = connection.execute("SHOW unix_socket_directories").fetchone()
    assert found == (str(postgres_socket),)


def test_redis_keeps_and_tells(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url, decode_responses=True) as client, client.pubsub() as channel:
        assert client.dbsize() == 0
        client.set("chair", "open")
        assert client.get("chair") == "open"
        channel.subscribe("session")
        assert channel.get_message(timeout=5)
        client.publish("session", "812")
        told = channel.get_message(timeout=5)
        assert told and told["data"] == "812"
