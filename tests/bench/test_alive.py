"""The bench as a test: what is confirmed is kept, however busy the machine. How fast is for `make bench`."""

from tests.bench.scenarios import burst


def test_three_hundred_phones_vote_and_every_vote_outlives_the_server() -> None:
    run = burst.one(phones=300, seconds=2.0)
    assert run["lost"] == 0
    assert run["killed_lost"] == 0
    assert {row.key for row in burst.ROWS} <= run.keys()
