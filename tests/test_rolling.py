"""The deployment's own proxy in front of two real nodes: everything gets through it, and a node can be replaced in the
middle of an evening without anybody losing more than a moment.
"""

import asyncio
import json
import os
import re
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests import parts
from tests.live.house import YES, Peer
from tests.live.voters import begin, stored
from tests.serving import PATIENCE_S, Server, free_port

CADDYFILE = Path(__file__).parents[1] / "deploy/Caddyfile"
PHONES = 12
Proxied = tuple[str, list[Server]]


@pytest.fixture
def proxied(
    make_server: Callable[..., Server], migrated_postgres_url: str, redis_url: str, tmp_path: Path
) -> Iterator[Proxied]:
    """The address people use, and the two nodes behind it."""
    shared = {
        "database_url": migrated_postgres_url,
        "secret_key": "s" * 40,
        "bus_url": redis_url,
        "metrics_token": "een lang geheim",
    }
    nodes = [make_server(**shared) for _ in range(2)]
    address = f"http://127.0.0.1:{free_port()}"
    env = {
        **os.environ,
        "DOMAIN": address,
        "EMAIL": "beheer@example.org",
        "NODES": " ".join(f"127.0.0.1:{one.port}" for one in nodes),
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    given = ["--config", str(CADDYFILE), "--adapter", "caddyfile"]
    checked = subprocess.run(
        [parts.caddy(), "validate", *given], env=env, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    with (tmp_path / "caddy.log").open("wb") as log:
        running = subprocess.Popen([parts.caddy(), "run", *given], env=env, stdout=log, stderr=log)
    try:
        _until_it_answers(address, running, tmp_path / "caddy.log")
        yield address, nodes
    finally:
        running.terminate()
        running.wait(PATIENCE_S)


def _until_it_answers(address: str, running: "subprocess.Popen[bytes]", log: Path) -> None:
    directly = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + PATIENCE_S
    while True:
        assert time.monotonic() < end and running.poll() is None, log.read_text()
        try:
            with directly.open(f"{address}/healthz", timeout=PATIENCE_S):
                return
        except OSError:
            try:
                running.wait(0.02)
            except subprocess.TimeoutExpired:
                continue


async def test_everything_gets_through_the_proxy(proxied: Proxied) -> None:
    address, nodes = proxied
    headers = {"Authorization": f"Bearer {nodes[0].token}"}
    async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=PATIENCE_S) as client:
        made = await client.post("/api/sessions", json={"template": "open_fishbowl"}, headers=headers)
        assert made.status_code == 201
        code, links = made.json()["code"], made.json()["links"]
        assert links["join"] == f"{address}/s/{code}", "links lead to where people are"
        page = await client.get(f"/s/{code}")
        assert page.status_code == 200
        script = page.text.partition('src="/static/')[2].partition('"')[0]
        asset = await client.get(f"/static/{script}")
        assert asset.status_code == 200 and "immutable" in asset.headers["cache-control"]
        for path in ("/metrics", "/readyz"):
            assert (await client.get(path, headers=headers)).status_code == 404, "that is not for people"
        async with client.stream("GET", f"/s/{code}/live", headers={"Accept": "text/event-stream"}) as stream:
            lines = stream.aiter_lines()
            welcome = json.loads((await anext(lines)).removeprefix("data: "))
            token = welcome["welcome"]["token"]
            joined = await client.post(
                f"/s/{code}/commands",
                json={"id": "j1", "do": "join", "role": "resident", "consent": YES},
                headers={"Authorization": f"Bearer {token}"},
            )
            assert joined.json()["done"] == "j1"
            async for line in lines:
                if '"me"' in line:
                    break


async def test_an_organiser_stays_at_one_node_and_sees_the_links_that_it_alone_can_show(
    proxied: Proxied,
) -> None:
    address, nodes = proxied
    known = {"name": "Organisator", "password": "een lang wachtwoord"}
    added = await asyncio.to_thread(
        nodes[0].run, "organiser", "add", known["name"], stdin=f"{known['password']}\n"
    )
    assert added.returncode == 0, added.stderr
    async with httpx.AsyncClient(
        base_url=address,
        trust_env=False,
        timeout=PATIENCE_S,
        headers={"Origin": address},
        follow_redirects=True,
    ) as organiser:
        assert (await organiser.post("/organise/login", data=known)).url.path == "/organise"
        for title in ("Eerste", "Tweede", "Derde", "Vierde", "Vijfde", "Zesde"):
            plan = {"template": "open_fishbowl", "title": title, "language": "nl", "address": "u"}
            made = await organiser.post("/organise/new", data=plan)
            assert re.search(r"/s/\w+/console#", made.text), made.text


async def test_a_room_is_at_one_node_by_socket_post_and_stream(proxied: Proxied) -> None:
    address, nodes = proxied
    rooms = 4
    for _ in range(rooms):
        prepared = await asyncio.to_thread(nodes[0].prepare, template="statements_only", language="nl")
        place = f"/s/{prepared.code}"
        async with (
            connect(f"{address.replace('http', 'ws')}{place}/live", proxy=None) as opened,
            httpx.AsyncClient(base_url=address, trust_env=False, timeout=PATIENCE_S) as client,
        ):
            phone = Peer(opened)
            await phone.hello()
            bearer = {"Authorization": f"Bearer {phone.token}"}
            join = {"id": "j1", "do": "join", "role": "resident", "consent": YES}
            posted = await client.post(f"{place}/commands", json=join, headers=bearer)
            assert posted.json()["done"] == "j1"
            async with client.stream("GET", f"{place}/live", headers=bearer):
                assert await phone.closed() == 4009
    opened_at = [await asyncio.to_thread(node.measured, "vissenkom_rooms") for node in nodes]
    assert sum(opened_at) == rooms, "each at one of them"


async def test_a_node_is_replaced_while_people_vote(proxied: Proxied) -> None:
    """A rolling deploy: each node in turn stops and starts. Every phone comes back by the same address, at whichever
    node is there, and nothing that was confirmed is lost."""
    address, nodes = proxied
    prepared = await asyncio.to_thread(
        nodes[0].prepare, template="statements_only", title="Een avond", language="nl"
    )
    url = f"{address.replace('http', 'ws')}/s/{prepared.code}/live"
    news = asyncio.Event()
    inside: set[int] = set()
    confirmed: dict[str, str] = {}
    under_way: dict[str, str] = {}
    codes: list[int] = []

    async def attends(no: int, statement: str) -> None:
        """Somebody who votes a while, listens, and comes back whenever the line is gone."""
        token: str | None = None
        while True:
            try:
                line = await connect(url, proxy=None, max_size=None)
            except InvalidStatus as turned_away:
                if turned_away.response.status_code != 503:
                    raise
                # It stops at this very moment.
                continue
            async with line as opened:
                phone = Peer(opened)
                try:
                    await phone.hello(token)
                    if token is None:
                        await phone.done("join", role="resident", consent=YES)
                        token = phone.token
                    await phone.until(lambda one: "person" in one.me)
                    inside.add(no)
                    news.set()
                    await votes(phone, statement)
                    while True:
                        await opened.recv()
                except ConnectionClosed as closed:
                    inside.discard(no)
                    codes.append(closed.rcvd.code if closed.rcvd else 0)
                    news.set()

    async def votes(phone: Peer, statement: str) -> None:
        person = phone.me["person"]
        for choice in ("agree", "disagree", "dont_know", "skip") * 20:
            under_way[person] = choice
            answer = await phone.ask("vote", statement=statement, choice=choice)
            if "done" in answer:
                confirmed[person] = choice
                news.set()

    async with connect(url, proxy=None, max_size=None) as opened:
        console = Peer(opened)
        await console.hello(prepared.keys["console"])
        statement = await begin(console)
    phones = [asyncio.create_task(attends(no, statement)) for no in range(PHONES)]
    async with asyncio.timeout(PATIENCE_S):
        for node in (*nodes, None):
            if node is not None:
                while len(confirmed) < PHONES:
                    await _next(news)
                assert await asyncio.to_thread(node.stop) == 0
                await asyncio.to_thread(node.start)
            while len(inside) < PHONES:
                await _next(news)
    assert not any(phone.done() for phone in phones)
    for phone in phones:
        phone.cancel()
    await asyncio.gather(*phones, return_exceptions=True)
    assert set(codes) == {1012}
    assert len(codes) >= PHONES, "whichever node they were at, it was replaced"
    room = await stored(nodes[0].env["VISSENKOM_DATABASE_URL"], prepared.id)
    assert room.joined == PHONES
    for person, choice in confirmed.items():
        assert room.ballots[statement, person] in (choice, under_way[person])


async def _next(news: asyncio.Event) -> None:
    news.clear()
    await news.wait()
