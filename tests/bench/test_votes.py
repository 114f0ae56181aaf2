"""The bench as a test: every vote is confirmed and counted, however busy the machine. How fast is for `make bench`."""

from tests.bench.votes import ROWS, measure, table
from tests.serving import Server


def test_three_hundred_phones_vote_and_every_vote_is_confirmed(own_server: Server) -> None:
    run = measure(own_server, phones=300, seconds=5.0)
    print(table([run], run))
    assert run["confirmed"] == 300
    assert run["patches"] > 5, "patches kept coming"
    assert run.keys() == ROWS.keys()
