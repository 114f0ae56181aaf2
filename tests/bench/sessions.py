"""The session that is measured, and what a generator is told of it."""

from typing import Any

from tests.serving import Prepared, Server

STATEMENTS = 8


def session(server: Server) -> Prepared:
    """A full room: one open circle, and some statements."""
    circle = {"kind": "circle", "variant": "open_chair", "title": {"nl": "Open kring"}, "minutes": 30}
    return server.prepare(
        title="Een volle zaal",
        language="nl",
        items=[circle],
        statements=[
            {"text": {"nl": f"In onze buurt weet u bij wie u terechtkunt ({number})."}}
            for number in range(1, STATEMENTS + 1)
        ],
    )


def given(server: Server, prepared: Prepared) -> dict[str, Any]:
    """What a generator needs to know of them."""
    return {
        "url": f"ws://127.0.0.1:{server.port}/s/{prepared.code}/live",
        "stage": prepared.keys["stage"],
        "console": prepared.keys["console"],
        "pid": server.pid,
    }
