"""A machine's clock that is put right in the middle of an evening: time in the room only goes on (T1, T3)."""

from app.core.actor import SERVER
from app.core.commands import Tick
from app.core.evolve import replay
from app.core.record.record import record
from app.export.definitions import definitions
from app.live.room_clock import RoomClock
from tests.live.house import Hands, House

HOUR_S = 3600.0


class Machine:
    """`wall`: what its clock says; `passed`: what nobody can set."""

    def __init__(self) -> None:
        self.wall, self.passed = Hands(), Hands()
        self.passed.now = 77.0
        self.room = RoomClock(self.wall, self.passed)

    def passes(self, seconds: float) -> None:
        self.wall.now += seconds
        self.passed.now += seconds


def test_T3_a_clock_that_is_put_right_moves_nothing_in_the_room() -> None:
    machine = Machine()
    begin = machine.room()
    for jump in (HOUR_S, -HOUR_S, -30 * HOUR_S, 1000 * HOUR_S):
        machine.wall.now += jump
        assert machine.room() == begin
    machine.passes(12.5)
    assert machine.room() == begin + 12.5


def test_T3_after_a_restart_nothing_happens_before_what_was_there() -> None:
    machine = Machine()
    yesterday = machine.wall() + HOUR_S
    machine.room.not_before(yesterday)
    assert machine.room() == yesterday
    machine.passes(3)
    assert machine.room() == yesterday + 3, "and time goes on, however far the clock is behind"
    machine.room.not_before(yesterday)
    assert machine.room() == yesterday + 3


async def at(house: House) -> list[float]:
    return [one.at for one in (await house.journal.load(house.session.id)).journal]


async def called(house: House) -> bool:
    """Whether somebody has been called for the second time, once all that is due was done."""
    live = await house.live()
    await live.submit(Tick(), SERVER)
    return any(entry.times == 2 for entry in live.room.queue.values())


async def test_T3_the_clock_goes_back_an_hour_while_a_call_is_out(house: House) -> None:
    async with house.console() as console, house.phone() as phone:
        await console.done("start_session")
        await console.done("start_item", item="open")
        await phone.done("ask_to_speak")
        await console.done("call_next")
        house.clock.now -= HOUR_S
        assert not await called(house)
        house.clock.now += 29
        assert not await called(house), "it does not come early"
        house.clock.now += 2
        assert await called(house), "nor does it stay away for an hour"
        await console.done("pause")
        house.clock.now -= HOUR_S
        await console.done("resume")
    times = await at(house)
    assert times == sorted(times)
    stored = await house.journal.load(house.session.id)
    kept = record(stored.journal, replay(stored.journal, stored.apart), {}, "restricted", definitions())
    assert kept["queue"]
    assert all(entry["called_s"] is None or entry["called_s"] >= entry["asked_s"] for entry in kept["queue"])


async def test_T3_the_clock_is_an_hour_back_after_a_restart(house: House) -> None:
    async with house.console() as console:
        await console.done("start_session")
        await console.done("start_item", item="open")
    before = (await at(house))[-1]
    house.clock.now -= HOUR_S
    await house.restart()
    async with house.console() as console:
        now = console.heard[0]["welcome"]["now"]
        assert now >= before, "what screens are told is the room's time"
        house.clock.now += 16
        await console.done("take_over")
        await console.done("start_moment", kind="silence", seconds=60)
        house.clock.now += 61
        await (await house.live()).submit(Tick(), SERVER)
        await console.until(lambda one: "moment" not in one.view)
    times = await at(house)
    assert times == sorted(times)
    assert times[-1] - before < 120


async def test_an_hour_ahead_brings_what_is_due_once(house: House) -> None:
    """A clock of the test's own is what has passed, so here an hour has: each call ends, and nothing goes round."""
    async with house.console() as console, house.phone() as phone:
        await console.done("start_session")
        await console.done("start_item", item="open")
        await phone.done("ask_to_speak")
        await console.done("call_next")
        before = len(await at(house))
        house.clock.now += HOUR_S
        for _ in range(20):
            await (await house.live()).submit(Tick(), SERVER)
        after = await at(house)
        assert 0 < len(after) - before < 6
        assert len(await at(house)) == len(after)
