"""A room full of people for tests that look at a stage or a console: their phones are sockets without a screen."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from app.simulate.client import Client
from tests.serving import Prepared, Server

ROLES = ("resident", "confidant", "professional", "civil", "researcher")
PATIENCE_S = 20.0
CONSENT = {"votes": True, "words": True, "story": False}
STATEMENTS = [
    {"nl": "Ik weet bij wie ik terechtkan.", "en": "I know whom to turn to."},
    {"nl": "Wie om hulp vraagt, krijgt eerst een gesprek.", "en": "Whoever asks gets a conversation first."},
]
SHEET: list[dict[str, Any]] = [
    {
        "id": "welcome",
        "kind": "check_in",
        "minutes": 10,
        "title": "Welkom",
        "question": "Waarom bent u hier?",
    },
    {
        "id": "open",
        "kind": "circle",
        "variant": "open_chair",
        "minutes": 15,
        "title": "Open ronde",
        "question": "Wat is één stap die we samen kunnen zetten?",
        "rules": {"chairs": 4, "open_chairs": 1, "reactions": "room"},
    },
    {
        "id": "round",
        "kind": "circle",
        "variant": "role_round",
        "minutes": 20,
        "title": "Rolronde",
        "question": "Wat gebeurt er als u om hulp vraagt?",
        "roles": ["resident", "confidant"],
    },
    {"id": "back", "kind": "listen_back", "minutes": 10, "title": "Terugluisteren"},
    {"id": "votes", "kind": "vote", "minutes": 10, "title": "Twee stellingen"},
    {
        "id": "harvest",
        "kind": "harvest",
        "minutes": 10,
        "title": "Opbrengst",
        "question": "Wat nemen we mee?",
    },
]


@dataclass
class Gathering:
    session: Prepared
    phones: list[Client]
    watcher: Client
    """A console that only looks: what the facilitator's page is sent, as data."""

    @property
    def view(self) -> Any:
        return self.watcher.view

    async def until(self, reached: Callable[[Any], object]) -> None:
        """Until the view of a console says so. What isn't in it yet is not so."""

        def now() -> bool:
            try:
                return bool(reached(self.watcher.view))
            except (KeyError, IndexError):
                return False

        await asyncio.wait_for(self.watcher.until(now), PATIENCE_S)

    async def vote(self, choices: dict[int, str]) -> None:
        """By the number of the phone, on the statement that is open."""
        await self.until(self._open)
        statement = self._open(self.view)[0]
        for number, choice in choices.items():
            assert (await self.phones[number].ask("vote", statement=statement, choice=choice)).done

    @staticmethod
    def _open(view: Any) -> list[str]:
        return [id for id, one in view["statements"].items() if one["state"] == "open"]


@asynccontextmanager
async def gathering(
    server: Server, people: int, language: str = "nl", **plan: Any
) -> AsyncIterator[Gathering]:
    """A session of SHEET, in which `people` have joined on their phones, of the roles in turn."""
    statements = [{"text": text, "item": "votes"} for text in STATEMENTS]
    session = server.prepare(
        **{"title": "Samen verder", "language": language, "items": SHEET, "statements": statements, **plan}
    )
    async with AsyncExitStack() as stack:
        phones = []
        for number in range(people):
            phone = await stack.enter_async_context(Client(server.base_url, session.code, language=language))
            role = ROLES[number % len(ROLES)]
            assert (await phone.ask("join", role=role, consent=CONSENT)).done
            phones.append(phone)
        watcher = await stack.enter_async_context(
            Client(server.base_url, session.code, session.keys["console"], language)
        )
        yield Gathering(session, phones, watcher)
