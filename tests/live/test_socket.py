"""/s/{code}/live over real sockets: who is let in as what, what is answered, what is told to whom."""

import asyncio
import json
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from app.live import flood, outbox
from tests.live.house import YES, House, Peer

pytestmark = pytest.mark.usefixtures("nothing_left")


async def settled(*peers: Peer) -> None:
    """Everything that was sent to these has been heard."""
    for peer in peers:
        while await heard_more(peer):
            pass


async def heard_more(peer: Peer) -> bool:
    """Hear one message, if there is one. What was sent before a pong has come before it."""
    await (await peer.socket.ping())
    hearing = asyncio.create_task(peer.hear())
    for _ in range(3):
        await asyncio.sleep(0)
    if hearing.done():
        return True
    hearing.cancel()
    await asyncio.wait([hearing])
    return False


# Who comes in


async def test_a_phone_is_welcomed_with_the_whole_view_and_a_token_of_its_own(house: House) -> None:
    async with house.knock() as phone:
        welcome = await phone.hello(None, "en")
    assert welcome["welcome"]["as"] == "phone"
    assert welcome["welcome"]["v"] == 1
    assert welcome["welcome"]["now"] == house.clock.now
    assert len(phone.token) == 22, "128 bits"
    assert (welcome["seq"], welcome["me"]) == (1, {})
    assert welcome["view"]["title"] == "Avond"
    assert welcome["view"]["roles"]["resident"]["label"] == "Resident"


async def test_keys_of_links_are_exchanged_for_tokens(house: House) -> None:
    async with house.peer(house.session.stage_key) as stage, house.console() as console:
        assert stage.heard[0]["welcome"]["as"] == "stage"
        assert console.heard[0]["welcome"]["as"] == "console"
        id = console.me["console"]
        assert console.me["control"] is True
        assert {house.session.stage_key, house.session.console_key}.isdisjoint({stage.token, console.token})
    async with house.console(console.token) as again:
        assert again.me["console"] == id, "a console is the same over a reload"
        async with house.peer(again.me["stage_token"]) as projector:
            assert projector.heard[0]["welcome"]["as"] == "stage"
        async with house.console() as other:
            assert other.me["console"] != id


async def test_new_links_end_the_tokens_of_the_old(house: House) -> None:
    async with house.console() as console:
        token = console.token
    await house.sessions.new_keys(house.session.id)
    for key in (token, house.session.console_key):
        async with house.knock() as late:
            await late.send({"hello": {"v": 1, "key": key}})
            assert await late.closed() == 4001


async def test_a_token_opens_one_session(house: House) -> None:
    other = await house.prepare()
    async with house.console() as console:
        token = console.token
    for key in (token, house.session.console_key, house.session.stage_key, "wrong", "x" * 5000):
        async with house.knock(other.code) as late:
            await late.send({"hello": {"v": 1, "key": key}})
            assert await late.closed() == 4001


async def test_a_code_may_be_typed_in_any_way_and_an_unknown_one_is_4001(house: House) -> None:
    code = house.session.code
    async with house.peer(code=f"{code[:3].lower()}-{code[3:]}") as phone:
        assert phone.view["title"] == "Avond"
    async with house.knock("ZZZZZZ") as lost:
        await lost.send({"hello": {"v": 1}})
        assert await lost.closed() == 4001


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ({"id": "t1", "do": "join"}, 4003),
        ("not JSON", 4003),
        (b"\x00", 4003),
        ({"hello": "hi"}, 4003),
        ({"hello": {"v": 2, "key": None}}, 4099),
        ({"hello": {"v": 1, "key": 5}}, 4001),
    ],
)
async def test_who_does_not_say_hello_is_not_let_in(house: House, first: object, code: int) -> None:
    async with house.knock() as stranger:
        await stranger.send(first)
        assert await stranger.closed() == code


async def test_hello_may_not_take_for_ever(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.socket.HELLO_S", 0.01)
    async with house.knock() as silent:
        assert await silent.closed() == 4003


async def test_another_language_later(house: House) -> None:
    async with house.phone() as phone:
        person = phone.me["person"]
        await phone.send({"lang": "en"})
        await phone.next("welcome")
        assert phone.view["roles"]["resident"]["label"] == "Resident"
        assert phone.me["person"] == person
        await phone.send({"hello": {"v": 1, "key": phone.token, "lang": "nl"}})
        await phone.next("welcome")
        assert phone.view["roles"]["resident"]["label"] == "Bewoner"
        assert (await phone.ask("leave_chair"))["message"].startswith("De bijeenkomst is nog niet begonnen")


# People


async def test_P3_J6_a_phone_that_was_away_for_ten_minutes_comes_back_as_who_it_was(house: House) -> None:
    async with house.console() as console:
        await console.done("start_session")
        await console.done("start_item", item="open")
        async with house.phone() as phone:
            await phone.done("take_chair")
            await phone.until(lambda one: "chair" in one.me)
            person = phone.me["person"]
            phone.socket.transport.abort()
        await console.until(lambda one: one.view["counts"] == {"connected": 0, "joined": 1, "present": 1})
        assert console.view["circle"]["chairs"]["1"]["person"] == person
        house.clock.now += 600
        await console.done("blank")
        await console.done("unblank")
        async with house.peer(phone.token) as back:
            assert (back.me["person"], back.me["chair"]) == (person, 1)
            assert back.view["item"]["id"] == "open"
            assert back.seq == console.seq or await back.done("react", kind="recognise")
        assert len(console.view["people"]) == 1


async def test_P3_a_phone_is_the_same_person_after_a_restart_of_the_server(house: House) -> None:
    async with house.phone() as phone, house.console() as console:
        answer = await phone.ask("react", id="r1", kind="help")
        person, token, id = phone.me["person"], console.token, console.me["console"]
        await console.done("start_session", id="s1")
        seq = console.heard[-1]["seq"]
    assert "done" in answer
    await house.restart()
    async with house.peer(phone.token) as back, house.console(token) as same:
        assert back.me["person"] == person
        assert same.me["console"] == id
        assert await same.done("start_session", id="s1") == seq, "J3, over a restart"
        assert await same.refused("start_session", id="s2") == "already_live"


async def test_P6_connected_joined_and_present_are_three_numbers(house: House) -> None:
    async with house.console() as console, house.peer(), house.phone() as gone, house.phone():
        await console.done("add_person", role="civil")
        await gone.done("leave")
        await console.until(lambda one: one.view["counts"] == {"connected": 3, "joined": 2, "present": 2})


async def test_C2_two_phones_for_one_chair(house: House) -> None:
    async with house.console() as console, house.phone() as first, house.phone() as second:
        await console.done("start_session")
        await console.done("start_item", item="open")
        for _ in range(4):
            await console.done("remove_chair")
        both = await asyncio.gather(first.ask("take_chair"), second.ask("take_chair"))
        assert all("done" in answer for answer in both)
        await settled(first, second)
        seated, waiting = sorted((first, second), key=lambda one: "chair" not in one.me)
        assert seated.me["chair"] == 1
        assert waiting.me["queue"] == {"ahead": 0, "first": True}
        assert "chair" not in waiting.me


async def test_a_phone_in_two_windows(house: House) -> None:
    async with house.phone() as older, house.peer(older.token) as newer:
        assert await older.closed() == 4009
        assert newer.me["person"] == "p1"


async def test_F1_the_second_console_watches_until_it_is_handed_control(house: House) -> None:
    async with house.console() as first, house.console() as second:
        await first.done("start_session")
        assert await second.refused("start_item", item="in") == "not_controller"
        await second.until(lambda one: one.me["control"] is False)
        assert await second.refused("take_over") == "controller_present"
        await first.until(lambda one: one.view["control"].get("asked_by") == second.me["console"])
        await first.done("hand_over")
        await second.until(lambda one: one.me["control"])
        await second.done("start_item", item="in")
        assert await first.refused("end_item") == "not_controller"


# What is not understood, or not now


@pytest.mark.parametrize(
    ("message", "code", "id"),
    [
        ("{", "malformed", None),
        ("[]", "malformed", None),
        (b"\x01\x02", "malformed", None),
        ({"do": "vote"}, "malformed", None),
        ({"id": 5, "do": "vote"}, "malformed", None),
        ({"id": "t", "do": "contribute", "kind": "insight", "text": "\0"}, "malformed", None),
        ({"id": "t", "do": "dance"}, "unknown_command", "t"),
        ({"id": "t", "do": "start_session"}, "not_allowed", "t"),
        ({"id": "t", "do": "vote", "statement": "s1", "choice": "perhaps"}, "malformed", "t"),
        ({"id": "t", "do": "contribute", "kind": "insight", "text": "x" * 17_000}, "too_large", None),
    ],
)
async def test_J4_what_cannot_be_read_is_refused_and_changes_nothing(
    house: House, message: object, code: str, id: str | None
) -> None:
    async with house.phone() as phone:
        seq = (await house.room()).seq
        await phone.send(message)
        answer = await phone.next("refused")
        assert (answer["code"], answer["refused"]) == (code, id)
        assert answer["message"].endswith(".")
        assert (await house.room()).seq == seq
        await phone.done("react", kind="help")


async def test_J4_commands_out_of_turn_are_refused_in_the_persons_language(house: House) -> None:
    async with house.console() as console, house.phone(language="en") as phone:
        assert await phone.refused("take_chair") == "not_started"
        await console.done("start_session")
        answer = await phone.ask("take_chair")
        assert answer["message"] == "There is no circle now; first start a part with a circle."
        await console.done("open_statement", statement="s1")
        await phone.done("vote", statement="s1", choice="agree")
        await console.done("close_statement", statement="s1")
        answer = await phone.ask("vote", statement="s1", choice="disagree")
        assert (answer["code"], answer["message"]) == (
            "statement_closed",
            "The vote on this statement is over.",
        )
        assert await phone.refused("vote", statement="s9", choice="agree") == "unknown_statement"
        assert await console.refused("close_statement", statement="s1") == "statement_not_open"
        await console.done("close_session")
        assert await phone.refused("react", kind="recognise") == "session_closed"


async def test_a_stage_looks_on_and_nothing_else(house: House) -> None:
    async with house.peer(house.session.stage_key) as stage:
        assert await stage.refused("blank") == "not_allowed"
        assert await stage.refused("join", role="resident", consent=YES) == "not_allowed"


async def test_a_flood_is_closed_and_harms_nobody_else(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flood, "PER_S", 0.001)
    async with house.peer() as flooding, house.phone() as phone:
        with suppress(ConnectionClosed):
            for _ in range(flood.BURST + 50):
                await flooding.command("react", kind="help")
        assert await flooding.closed() == 4008
        await phone.done("react", kind="help")


async def test_a_session_that_is_deleted_is_not_there_any_more(house: House) -> None:
    async with house.phone() as phone:
        await house.sessions.delete(house.session.id)
        await house.hub.forget(house.session.id)
        assert await phone.closed() == 4001
    async with house.knock() as late:
        await late.send({"hello": {"v": 1}})
        assert await late.closed() == 4001


# What is told


async def test_patches_lead_to_the_view_that_a_newcomer_gets(house: House) -> None:
    async with (
        house.console() as console,
        house.phone() as phone,
        house.peer(house.session.stage_key) as stage,
    ):
        await console.done("start_session")
        await console.done("start_item", item="open")
        await phone.done("take_chair")
        await console.done("give_word", person=phone.me["person"])
        await console.done("open_statement", statement="s1")
        await phone.done("vote", statement="s1", choice="agree")
        await console.done("pause")
        await console.done("blank")
        await console.done("unblank")
        await phone.until(lambda one: "paused" in one.view and "statement" in one.view)
        await stage.until(
            lambda one: "paused" in one.view and one.view.get("statement", {}).get("voted") == 1
        )
        await console.until(lambda one: one.view.get("undo") == "unblank")
        async with (
            house.peer() as late,
            house.console() as desk,
            house.peer(house.session.stage_key) as screen,
        ):
            assert late.view == phone.view
            assert screen.view == stage.view
            await desk.until(lambda one: one.view["counts"] == {"connected": 2, "joined": 1, "present": 1})
            await console.until(lambda one: one.view == desk.view)


async def test_the_seq_of_what_is_told_never_goes_back(house: House) -> None:
    async with house.console() as console, house.phone() as phone:
        await console.done("start_session")
        for _ in range(10):
            await console.done("pause")
            await console.done("resume")
        await console.done("start_item", item="open")
        await phone.until(lambda one: "item" in one.view)
        told = [one["seq"] for one in phone.heard if "seq" in one]
        assert told == sorted(told)


async def test_V3_while_a_vote_is_open_nothing_that_is_sent_tells_how_it_goes(house: House) -> None:
    """Every byte to every socket but the voter's own answer is searched, for two votes that go in different ways."""

    async def vote(choices: list[str]) -> list[str]:
        created = await house.prepare()
        sent: list[str] = []
        async with (
            house.peer(created.console_key, code=created.code) as console,
            house.peer(created.stage_key, code=created.code) as stage,
            house.peer(code=created.code) as looker,
        ):
            await console.done("start_session")
            await console.done("open_statement", statement="s1")
            await settled(console, stage, looker)
            already = [len(one.raw) for one in (console, stage, looker)]
            for choice in choices:
                async with house.peer(code=created.code) as phone:
                    await phone.done("join", role="resident", consent=YES)
                    await phone.done("vote", statement="s1", choice=choice)
            await stage.until(lambda one: one.view.get("statement", {}).get("voted") == len(choices))
            await console.until(lambda one: one.view["statements"]["s1"].get("voted") == len(choices))
            await console.until(lambda one: one.view["counts"]["connected"] == 1)
            async with house.peer(code=created.code) as late:
                sent += late.raw
            for one, before in zip((console, stage, looker), already, strict=True):
                sent += one.raw[before:]
            final = [json.dumps(one.view, sort_keys=True) for one in (stage, looker)]
            await console.done("close_statement", statement="s1")
            await settled(console, stage, looker)
            assert not any('"totals"' in text for one in (console, stage, looker) for text in one.raw)
            await console.done("reveal_statement", statement="s1")
            await looker.until(lambda one: "result" in one.view["statement"])
            assert looker.view["statement"]["result"]["totals"][choices[0]] == choices.count(choices[0])
        for text in sent:
            assert "agree" not in text, text
            assert "dont_know" not in text
            assert '"skip"' not in text
        return final

    one = await vote(["agree"] * 5 + ["disagree"])
    other = await vote(["disagree"] * 5 + ["dont_know"])
    assert [text.replace(house.session.code, "") for text in one][1] == other[1], (
        "the same whatever was voted"
    )


async def test_J7_a_reader_that_stopped_delays_nobody_and_catches_up(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "MOST_WAITING", 2_000)
    monkeypatch.setattr(flood.Bucket, "take", lambda bucket, now: True)
    monkeypatch.setattr("app.live.channel.PERIOD_S", {"phone": 0.0, "stage": 0.0, "console": 0.0})
    async with house.console() as console, house.phone() as quick, house.phone() as slow:
        await console.done("start_session")
        await settled(slow)
        slow.socket.transport.pause_reading()
        live = await house.live()
        box = live.crowd._by_phone[live.crowd.phones.phone_of[slow.me["person"]]].outbox
        words = "Dit is wat wij in de kring van elkaar hoorden, en wat wij daarna samen opschreven. " * 11
        count = 0
        while not box.behind:
            count += 40
            ids = [await console.command("note", kind="insight", text=words) for _ in range(40)]
            seqs = [(await console.next("done"))["seq"] for _ in ids]
            for seq in seqs:
                await console.command("show_contribution", contribution=f"h{seq}")
            await console.done("call_helper")
        await quick.until(lambda one: len(one.view.get("harvest", {})) == count)
        slow.socket.transport.resume_reading()
        await slow.next("welcome")
        await slow.until(lambda one: one.view == quick.view)
        await slow.done("react", kind="help")


async def test_a_hundred_phones_from_one_address_get_in(house: House) -> None:
    async with asyncio.timeout(30):
        peers = [house.peer() for _ in range(100)]
        phones = await asyncio.gather(*(one.__aenter__() for one in peers))
        answers = await asyncio.gather(*(one.done("join", role="resident", consent=YES) for one in phones))
        assert len(set(answers)) == 100
        await asyncio.gather(*(one.__aexit__(None, None, None) for one in peers))
    assert (await house.room()).joined == 100


async def test_a_quiet_room_is_let_go_and_opened_again(house: House) -> None:
    async with house.console() as console:
        await console.done("start_session")
        await house.hub.sweep(idle_s=-1)
        await console.done("blank")
        token = console.token
    before = await house.live()
    await house.hub.sweep(idle_s=-1)
    after = await house.live()
    assert before.ended
    assert after is not before
    assert after.room.blanked
    async with house.console(token) as console:
        assert await console.refused("blank") == "already_blank"
