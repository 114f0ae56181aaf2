"""What counts as one address, what is remembered of it, and what an operator may write."""

import pytest
from pydantic import ValidationError

from app.settings import Settings
from app.web import door
from app.web.door import Door, Networks, place
from app.web.problems import Problem


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("unknown", "unknown"),
        ("x" * 1000, "x" * door.LONGEST),
        ("", ""),
    ],
)
def test_an_address_is_what_one_household_has(host: str, counted: str) -> None:
    assert place(host) == counted


def test_networks_are_written_with_commas() -> None:
    some = Networks("127.0.0.1, ::1,10.0.0.0/8")
    for inside in ("127.0.0.1", "::1", "10.200.3.4", "::ffff:10.0.0.1"):
        assert inside in some
    for outside in ("127.0.0.2", "11.0.0.1", "", "10.0.0", "::2"):
        assert outside not in some
    assert "127.0.0.1" not in Networks("")


@pytest.mark.parametrize("name", ["trusted_proxies", "unlimited"])
def test_a_mistyped_address_is_refused_at_the_start(name: str) -> None:
    for wrong in ("*", "localhost", "10.0.0.1/33", "127.0.0.1 ::1"):
        with pytest.raises(ValidationError):
            Settings.model_validate({name: wrong})


def test_an_address_that_is_quiet_is_forgotten_and_one_that_is_not_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(door, "MOST_PLACES", 3)
    now = 1000.0
    one = Door(Settings(connections_per_address=1), lambda: now)
    inside = one.connect("192.0.2.1")
    for number in range(2, 1000):
        one.disconnect(one.connect(f"192.0.2.{number}"))
        assert len(one._places) <= door.MOST_PLACES
    with pytest.raises(Problem, match="full"):
        one.connect("192.0.2.1")
    one.disconnect(inside)
    one.connect("192.0.2.1")


def test_a_clock_that_goes_back_lets_nobody_wait_for_ever() -> None:
    now = 1000.0
    one = Door(Settings(requests_per_address=0.1), lambda: now)
    one.disconnect(one.connect("192.0.2.1"))
    one.disconnect(one.connect("192.0.2.1"))
    with pytest.raises(Problem):
        one.connect("192.0.2.1")
    now = 10.0
    with pytest.raises(Problem):
        one.connect("192.0.2.1")
    now = 21.0
    one.connect("192.0.2.1")
