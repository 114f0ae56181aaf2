"""The first organiser by a one-time key, the others by name and password, programs by a token; all hashed."""

import asyncio

import pytest
from argon2 import PasswordHasher

from app.core.refusal import Refusal
from app.store import accounts as module
from app.store import tables
from app.store.accounts import SETUP_KEPT_S, Accounts
from app.store.database import Database
from tests.store.files import rows_of
from tests.store.kept import Clock, all_of

PASSWORD = "een lange zin als wachtwoord"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing costs time on purpose; these tests don't need that."""
    monkeypatch.setattr(module, "_hasher", PasswordHasher(1, 8, 1))
    module._nobodys.cache_clear()


@pytest.fixture
def accounts(database: Database, clock: Clock) -> Accounts:
    return Accounts(database, clock)


async def test_the_first_organiser_is_made_once(accounts: Accounts) -> None:
    assert not await accounts.any()
    key = await accounts.setup_link_key()
    assert key
    made = await accounts.create_first(key, " Jo Jansen ", PASSWORD)
    assert made.name == "Jo Jansen"
    assert await accounts.any()
    with pytest.raises(Refusal, match="unknown_key"):
        await accounts.create_first(key, "Iemand anders", PASSWORD)
    assert await accounts.setup_link_key() is None


async def test_a_newer_link_ends_the_older_one_and_a_day_ends_both(accounts: Accounts, clock: Clock) -> None:
    old, new = await accounts.setup_link_key(), await accounts.setup_link_key()
    assert old and new
    for wrong in (old, "", "x"):
        with pytest.raises(Refusal, match="unknown_key"):
            await accounts.create_first(wrong, "Jo", PASSWORD)
    clock.now += SETUP_KEPT_S
    with pytest.raises(Refusal, match="unknown_key"):
        await accounts.create_first(new, "Jo", PASSWORD)


async def test_two_who_come_with_the_link_at_once_are_one(accounts: Accounts) -> None:
    key = await accounts.setup_link_key() or ""
    both = [accounts.create_first(key, name, PASSWORD) for name in ("Jo", "Noor")]
    outcome = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcome) == ["Organiser", "Refusal"]


async def test_a_name_is_one_organiser_however_it_is_written(accounts: Accounts) -> None:
    await accounts.create("Jo@Voorbeeld.nl", PASSWORD)
    with pytest.raises(Refusal, match="name_taken"):
        await accounts.create(" jo@voorbeeld.NL", PASSWORD)
    assert await accounts.log_in("JO@voorbeeld.nl ", PASSWORD, 60)


async def test_an_organiser_made_by_hand_ends_the_link(accounts: Accounts) -> None:
    key = await accounts.setup_link_key() or ""
    await accounts.create("Jo", PASSWORD)
    with pytest.raises(Refusal, match="unknown_key"):
        await accounts.create_first(key, "Noor", PASSWORD)


async def test_logging_in_and_out(accounts: Accounts, clock: Clock) -> None:
    made = await accounts.create("Jo", PASSWORD)
    assert await accounts.log_in("Jo", "iets anders", 60) is None
    assert await accounts.log_in("Niemand", PASSWORD, 60) is None
    first, second = [await accounts.log_in("Jo", PASSWORD, 60) for _ in range(2)]
    assert first and second and first != second
    assert await accounts.logged_in(first) == made
    assert await accounts.logged_in("") is None
    await accounts.log_out(first)
    assert await accounts.logged_in(first) is None
    assert await accounts.logged_in(second) == made
    clock.now += 60
    assert await accounts.logged_in(second) is None


async def test_logins_that_ended_are_cleared_away(
    accounts: Accounts, clock: Clock, database: Database
) -> None:
    await accounts.create("Jo", PASSWORD)
    await accounts.log_in("Jo", PASSWORD, 60)
    clock.now += 61
    await accounts.log_in("Jo", PASSWORD, 60)
    assert len(await all_of(database, tables.login)) == 1


async def test_a_password_is_hashed_anew_when_hashing_has_become_stronger(
    accounts: Accounts, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await accounts.create("Jo", PASSWORD)
    monkeypatch.setattr(module, "_hasher", PasswordHasher(2, 8, 1))
    assert await accounts.log_in("Jo", PASSWORD, 60)
    (row,) = await all_of(database, tables.organiser)
    assert "t=2" in row["password"]
    assert await accounts.log_in("Jo", PASSWORD, 60)


async def test_tokens_of_programs(accounts: Accounts, clock: Clock) -> None:
    first = await accounts.create_token("archief", owner="o1")
    clock.now += 1
    second = await accounts.create_token("statistiek")
    assert await accounts.check_token(first) == "archief"
    assert await accounts.check_token("") is None
    one, two = await accounts.tokens()
    assert (one.label, one.owner, two.label, two.owner) == ("archief", "o1", "statistiek", None)
    assert await accounts.revoke_token(one.id)
    assert not await accounts.revoke_token(one.id)
    assert await accounts.check_token(first) is None
    assert await accounts.check_token(second) == "statistiek"


async def test_nothing_that_gives_access_is_kept_readable(accounts: Accounts, database: Database) -> None:
    link = await accounts.setup_link_key()
    kept = str(await rows_of(database))
    await accounts.create("Jo", PASSWORD)
    token = await accounts.create_token("archief")
    login = await accounts.log_in("Jo", PASSWORD, 60)
    kept += str(await rows_of(database))
    assert all(secret and secret not in kept for secret in (link, token, login, PASSWORD))
    (row,) = await all_of(database, tables.organiser)
    assert row["password"].startswith("$argon2id$")
