"""What somebody sends who never saw our own client: what is meant is plain, so it is understood."""

from typing import Any

import pytest

from app.web.serving import MOST_READ
from tests.live.house import YES, House


@pytest.mark.parametrize("hello", [{}, {"key": None}, {"v": 1}, {"v": 1, "key": "", "lang": "xx"}])
async def test_a_short_hello_is_that_of_a_new_phone(house: House, hello: dict[str, Any]) -> None:
    async with house.knock() as phone:
        await phone.send({"hello": hello})
        assert (await phone.next("welcome"))["welcome"]["as"] == "phone"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (True, (True, True, True)),
        (False, (False, False, False)),
        ({}, (False, False, False)),
        ({"words": True}, (False, True, False)),
        ({"choices": True, "words": False, "story": True}, (True, False, True)),
    ],
)
async def test_X1_consent_is_one_answer_or_one_for_each_purpose(
    house: House, said: object, kept: tuple[bool, ...]
) -> None:
    async with house.peer() as phone:
        await phone.done("join", role="resident", consent=said)
        await phone.until(lambda one: "consent" in one.me)
        assert tuple(phone.me["consent"][purpose] for purpose in ("votes", "words", "story")) == kept


@pytest.mark.parametrize("more", [{}, {"consent": None}, {"consent": "yes"}, {"consent": {"reuse": True}}])
async def test_X1_nobody_joins_without_having_answered(house: House, more: dict[str, Any]) -> None:
    async with house.peer() as phone:
        assert await phone.refused("join", role="resident", **more) == "malformed"
        assert (await house.room()).joined == 0


async def test_a_field_that_is_null_is_one_left_out(house: House) -> None:
    async with house.peer() as phone, house.console() as console:
        await phone.done("join", role="resident", name=None, consent=YES)
        await console.done("add_person", role="resident", name=None, card=None)
        assert await console.refused("start_item", item=None) == "malformed"


async def test_a_statement_may_be_one_text(house: House) -> None:
    async with house.console() as console:
        await console.done("add_statement", text="Wij gaan verder.")
    assert [*(await house.room()).statements.values()][-1].statement.text == {"nl": "Wij gaan verder."}


async def test_J4_a_message_far_too_large_is_still_answered_in_words(house: House) -> None:
    async with house.phone() as phone:
        await phone.send("x" * (MOST_READ - 1))
        assert (await phone.next("refused"))["code"] == "too_large"
        await phone.done("react", kind="help")
