"""The same room by server-sent events and posted commands: what is said is what a socket says."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from app.live import flood
from app.live.patch import Json, merge
from tests.live.house import PATIENCE_S, YES, House

pytestmark = pytest.mark.usefixtures("nothing_left")


class Stream:
    """Somebody who listens to events and posts commands."""

    def __init__(self, client: httpx.AsyncClient, lines: AsyncIterator[str]) -> None:
        self.client = client
        self.lines = lines
        self.token = ""
        self.beats = 0
        self.view: Json = {}
        self.me: Json = {}
        self.heard: list[Json] = []

    async def hear(self) -> Json:
        """The next message."""
        async with asyncio.timeout(PATIENCE_S):
            async for line in self.lines:
                if line.startswith("data: "):
                    break
                self.beats += line == ":"
            else:
                raise EOFError
        message: Json = json.loads(line.removeprefix("data: "))
        self.heard.append(message)
        if "welcome" in message:
            self.token, self.view, self.me = message["welcome"]["token"], message["view"], {}
        self.view = merge(self.view, message.get("patch", {}))
        self.me = merge(self.me, message.get("me", {}))
        return message

    async def post(self, message: object, lang: str = "") -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token}"}
        content = message if isinstance(message, bytes) else json.dumps(message)
        params = {"lang": lang} if lang else {}
        return await self.client.post("/commands", headers=headers, content=content, params=params)

    async def ask(self, id: str, do: str, **fields: object) -> Json:
        answer: Json = (await self.post({"id": id, "do": do, **fields})).json()
        return answer


@pytest.fixture
async def client(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=house.http, timeout=PATIENCE_S, trust_env=False) as client:
        yield client


@asynccontextmanager
async def listening(client: httpx.AsyncClient, key: str = "", lang: str = "nl") -> AsyncIterator[Stream]:
    headers = {"Accept": "text/event-stream", **({"Authorization": f"Bearer {key}"} if key else {})}
    async with client.stream("GET", "/live", headers=headers, params={"lang": lang, "since": "0"}) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        stream = Stream(client, answer.aiter_lines())
        await stream.hear()
        yield stream


async def test_a_stream_says_what_a_socket_says(house: House, client: httpx.AsyncClient) -> None:
    async with house.console() as console, house.peer() as other, listening(client) as phone:
        assert phone.heard[0]["welcome"]["as"] == "phone"
        assert len(phone.token) == 22
        answer = await phone.ask("a1", "join", role="resident", consent=YES)
        assert answer == {"done": "a1", "seq": 3}
        while "person" not in phone.me:
            await phone.hear()
        await console.done("start_session")
        await console.done("start_item", item="open")
        assert "done" in await phone.ask("a2", "take_chair")
        while "chair" not in phone.me or "role" not in phone.view.get("circle", {}).get("chairs", {}).get(
            "1", {}
        ):
            await phone.hear()
        await other.until(lambda one: one.view == phone.view)
        await console.until(lambda one: one.view["counts"] == {"connected": 2, "joined": 1, "present": 1})


async def test_P3_the_same_phone_by_socket_and_by_stream_is_one_person(
    house: House, client: httpx.AsyncClient
) -> None:
    async with house.phone() as phone:
        seq = await phone.done("react", id="r1", kind="help")
        async with listening(client, phone.token) as stream:
            assert await phone.closed() == 4009
            assert stream.me["person"] == "p1"
            assert await stream.ask("r1", "react", kind="help") == {"done": "r1", "seq": seq}, "J3"
            async with house.peer(phone.token):
                assert await stream.hear() == {"closed": 4009}
                with pytest.raises(EOFError):
                    await stream.hear()


async def test_J4_refusals_are_answers_in_the_language_of_the_stream(
    house: House, client: httpx.AsyncClient
) -> None:
    async with listening(client, lang="en") as phone:
        answer = await phone.post({"id": "a1", "do": "take_chair"})
        assert answer.status_code == 200
        assert answer.json() == {
            "refused": "a1",
            "code": "not_started",
            "message": "The session has not started yet; please wait a little.",
        }
        for message, code in (
            (b"{", "malformed"),
            ({"id": "a2", "do": "dance"}, "unknown_command"),
            ({"id": "a3", "do": "blank"}, "not_allowed"),
            ({"id": "a4", "do": "contribute", "text": "x" * 17_000}, "too_large"),
        ):
            assert (await phone.post(message)).json()["code"] == code
    dutch = await phone.post({"id": "a5", "do": "take_chair"}, "nl")
    assert dutch.json()["message"] == "De bijeenkomst is nog niet begonnen; wacht nog even."


async def test_a_console_by_stream(house: House, client: httpx.AsyncClient) -> None:
    async with listening(client, house.session.console_key) as console, house.console() as other:
        assert "done" in await console.ask("a1", "start_session")
        assert await other.refused("pause") == "not_controller"
        while "state" not in (await console.hear()).get("patch", {}):
            pass
        assert console.view["state"] == "live"
        assert console.me["control"] is True


async def test_who_has_no_business_here_is_told_so(house: House, client: httpx.AsyncClient) -> None:
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{house.port}/s/ZZZZZZ", trust_env=False
    ) as elsewhere:
        for answer in (await elsewhere.get("/live"), await elsewhere.post("/commands", json={})):
            assert (answer.status_code, answer.json()["code"]) == (404, "unknown_session")
    for key in ("wrong", house.session.console_key, ""):
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        answer = await client.post("/commands", headers=headers, json={"id": "a", "do": "pause"})
        assert (answer.status_code, answer.json()["code"]) == (401, "unknown_token"), (
            "a key is exchanged first"
        )
        assert "opening the stream" in answer.json()["detail"]
    answer = await client.get("/live", headers={"Authorization": "Bearer wrong"})
    assert (answer.status_code, answer.json()["code"]) == (401, "unknown_token")


async def test_a_flood_of_posts_is_turned_away(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flood, "BURST", 3)
    monkeypatch.setattr(flood, "PER_S", 0.001)
    async with listening(client) as phone:
        for number in range(3):
            answer = await phone.post({"id": f"a{number}", "do": "react", "kind": "help"})
            assert answer.json()["code"] == "not_joined"
        answer = await phone.post({"id": "a3", "do": "react", "kind": "help"})
        assert answer.status_code == 429
        assert answer.json()["code"] == "too_fast"
        assert "a few seconds" in answer.json()["detail"]
        assert int(answer.headers["retry-after"]) < 10


async def test_a_stream_that_is_quiet_shows_that_it_lives(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.web.sse.HEARTBEAT_S", 0.01)
    async with listening(client) as phone:
        async with asyncio.timeout(PATIENCE_S):
            async for line in phone.lines:
                if line == ":":
                    break
        assert (await house.room()).memory.connected == 1


async def test_J8_who_stops_listening_is_not_connected_any_more(
    house: House, client: httpx.AsyncClient
) -> None:
    async with house.console() as console:
        async with listening(client):
            await console.until(lambda one: one.view["counts"]["connected"] == 1)
        await console.until(lambda one: one.view["counts"]["connected"] == 0)
