"""What the server measures can be read, moves with what happens, and names nobody."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.live.house import YES, House
from tests.serving import Server

Numbers = dict[str, float]
FEW = {
    "audience": {"phone", "stage", "console"},
    "outcome": {"done", "refused"},
    "le": None,
    "code": None,
    "generation": None,
    "implementation": None,
    "major": None,
    "minor": None,
    "patchlevel": None,
    "version": None,
}
"""Every label there may be, and its values where they are few."""


@pytest.fixture
async def client(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{house.port}", trust_env=False) as client:
        yield client


async def read(client: httpx.AsyncClient) -> Numbers:
    """name{label values} -> value."""
    answer = await client.get("/metrics")
    assert answer.status_code == 200, answer.text
    found: Numbers = {}
    for family in text_string_to_metric_families(answer.text):
        for sample in family.samples:
            assert set(sample.labels) <= set(FEW), sample
            for name, value in sample.labels.items():
                assert value in (FEW[name] or {value}), sample
            inside = ",".join(sample.labels.values())
            found[f"{sample.name}{{{inside}}}" if inside else sample.name] = sample.value
    return found


async def test_the_numbers_move_with_what_happens(house: House, client: httpx.AsyncClient) -> None:
    before = await read(client)
    async with AsyncExitStack() as opened:
        console = await opened.enter_async_context(house.console())
        phones = [await opened.enter_async_context(house.phone()) for _ in range(3)]
        await opened.enter_async_context(house.peer(house.session.stage_key))
        await console.done("start_session")
        assert await console.refused("start_session") == "already_live"
        await console.done("open_statement", statement="s1")
        for phone in phones:
            await phone.done("vote", statement="s1", choice="agree")
        await console.until(lambda one: one.view["statements"]["s1"].get("voted") == 3)
        after = await read(client)

    def moved(name: str) -> float:
        return after[name] - before.get(name, 0.0)

    assert after["vissenkom_rooms"] == 1 and after["vissenkom_ready"] == 1
    assert [after[f"vissenkom_connections{{{one}}}"] for one in ("phone", "stage", "console")] == [3, 1, 1]
    assert moved("vissenkom_commands_total{done}") == 8
    assert moved("vissenkom_commands_total{refused}") == 1
    assert moved("vissenkom_refused_total{already_live}") == 1
    assert moved("vissenkom_confirm_seconds_count") == 8
    assert 0 < moved("vissenkom_confirm_seconds_sum") < 60
    assert 1 <= moved("vissenkom_journal_commits_total") <= moved("vissenkom_journal_batches_total") <= 8
    assert moved("vissenkom_journal_events_total") >= 8
    assert moved("vissenkom_journal_commit_seconds_count") == moved("vissenkom_journal_commits_total")
    assert moved("vissenkom_patch_period_seconds_count{console}") >= 1
    assert after["process_resident_memory_bytes"] > 0
    assert {"vissenkom_loop_lag_seconds_sum", "vissenkom_mail_dropped_total"} <= after.keys()


async def test_what_the_server_closed_is_counted_by_code(house: House, client: httpx.AsyncClient) -> None:
    before = (await read(client)).get("vissenkom_closed_total{4009}", 0.0)
    async with house.phone() as phone, house.peer(phone.token):
        assert await phone.closed() == 4009
        assert (await read(client))["vissenkom_closed_total{4009}"] == before + 1


async def test_they_are_for_this_machine_asked_directly(house: House, client: httpx.AsyncClient) -> None:
    for header in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"):
        answer = await client.get("/metrics", headers={header: "127.0.0.1"})
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert "vissenkom_rooms" not in answer.text
    assert (await client.head("/metrics")).content == b""


def test_with_a_token_they_are_for_whoever_has_it(make_server: Callable[..., Server]) -> None:
    served = make_server(metrics_token="een lang geheim")
    with httpx.Client(base_url=served.base_url, trust_env=False) as client:
        for headers in ({}, {"Authorization": "Bearer iets anders"}, {"Authorization": "een lang geheim"}):
            assert client.get("/metrics", headers=headers).status_code == 401
        told = client.get("/metrics", headers={"Authorization": "Bearer een lang geheim", "Via": "1.1 proxy"})
        assert told.status_code == 200 and "vissenkom_rooms 0.0" in told.text


async def test_no_label_says_who_or_what(house: House, client: httpx.AsyncClient) -> None:
    async with house.peer() as phone:
        await phone.done("join", role="resident", name="Noor de Wit", consent=YES)
        told = (await client.get("/metrics")).text
    for secret in (house.session.id, house.session.code, phone.token, "Noor"):
        assert secret not in told
