"""Closes and reveals whatever statement is open: the end of a burst, on a server that was started again."""

from tests.bench.line import Door
from tests.bench.screen import Screen


async def drive(url: str, stage: str, console: str, pid: int) -> dict[str, float]:
    desk = Screen(Door.of(url), console, follow=True)
    await desk.open()
    still = [id for id, one in desk.view["statements"].items() if one["state"] == "open"]
    for statement in still:
        await desk.ask("close_statement", statement=statement)
        await desk.ask("reveal_statement", statement=statement)
    desk.cut()
    return {"closed": len(still)}
