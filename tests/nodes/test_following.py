"""Turns come in their order, and a ballot that is heard of late gives way to a later one (V2)."""

from app.core.events import Recorded
from app.core.messages.statements import BallotCast
from app.live.following import Following
from app.live.news import News


def vote(person: str, choice: str) -> Recorded:
    assert choice in ("agree", "disagree")
    return Recorded(1, 0.0, person, BallotCast("s1", person, "agree" if choice == "agree" else "disagree"))


def news(turn: int, *events: Recorded) -> News:
    return News(turn, 1, events)


def told(following: Following) -> list[tuple[int | None, list[str]]]:
    """Which turns come next, and whose ballots are in them."""
    found = []
    while one := following.next():
        found.append((one.turn, [event.by for event in one.events]))
    return found


def test_what_comes_early_waits_for_what_was_before_it() -> None:
    following = Following(4)
    following.hear(news(6, vote("p2", "agree")))
    assert told(following) == []
    assert (following.turn, following.newest) == (4, 6)
    following.hear(news(5, vote("p1", "agree")))
    assert told(following) == [(5, ["p1"]), (6, ["p2"])]


def test_what_is_heard_twice_or_was_read_meanwhile_comes_once() -> None:
    following = Following(4)
    following.hear(news(5, vote("p1", "agree")))
    assert told(following) == [(5, ["p1"])]
    following.hear(news(5, vote("p1", "agree")))
    following.hear(news(7, vote("p1", "agree")))
    following.read(7)
    assert told(following) == []
    assert following.turn == following.newest == 7


def test_V2_a_ballot_of_an_earlier_turn_gives_way_and_one_of_a_later_turn_does_not() -> None:
    following = Following(4)
    following.own(6, [vote("p1", "agree")])
    assert (following.turn, following.newest) == (4, 6)
    following.hear(news(7, vote("p1", "disagree")))
    following.hear(news(5, vote("p1", "disagree"), vote("p2", "agree")))
    assert told(following) == [(5, ["p2"]), (7, ["p1"])]
    following.own(8, [vote("p2", "disagree")])
    assert following.turn == 8


def test_what_another_node_knows_to_be_stored_is_missing_until_it_comes_or_is_read() -> None:
    following = Following(4)
    following.reach(6)
    assert (following.turn, following.newest, following.behind) == (4, 6, True)
    following.hear(news(5))
    assert told(following) == [(5, [])]
    assert following.behind
    following.read(6)
    assert (following.newest, following.behind) == (6, False)
    following.reach(3)
    assert not following.behind
