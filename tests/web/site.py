"""The real app on a real database, driven as browsers and programs do."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import Any

import httpx
from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI
from httpx import Response
from starlette.types import Receive, Scope, Send

from app.core.actor import Actor
from app.core.commands import Command
from app.core.messages.people import Consent, Join
from app.core.messages.session import CloseSession, StartItem, StartSession
from app.core.room import Room
from app.live.room import Done
from app.texts import direction
from app.web.services import Services, among
from tests.web.markup import Page, read

PASSWORD = "een hele lange zin"
CONSOLE = Actor("server", "organiser")
YES = Consent(votes=True, words=True, story=True)


class Browser:
    """Asks a server in this process, and keeps its cookies."""

    def __init__(self, client: httpx.AsyncClient, portal: BlockingPortal, services: Services) -> None:
        self.client = client
        self.portal = portal
        self.services = services
        self.cookies = client.cookies

    def request(self, method: str, path: str, follow_redirects: bool = True, **given: Any) -> Response:
        async def asked() -> Response:
            return await self.client.request(method, path, follow_redirects=follow_redirects, **given)

        return self.portal.call(asked)

    def get(self, path: str, **given: Any) -> Response:
        return self.request("GET", path, **given)

    def post(self, path: str, **given: Any) -> Response:
        return self.request("POST", path, **given)


@contextmanager
def running(app: FastAPI, base: str) -> Iterator[Browser]:
    """The app with its lifespan, in an event loop of its own."""
    with start_blocking_portal() as portal:
        lifespan: AbstractAsyncContextManager[Any] = app.router.lifespan_context(app)
        with portal.wrap_async_context_manager(lifespan) as state:

            async def served(scope: Scope, receive: Receive, send: Send) -> None:
                await app({**scope, "state": dict(state)}, receive, send)

            transport = httpx.ASGITransport(served, raise_app_exceptions=False)
            client = httpx.AsyncClient(transport=transport, base_url=base)
            yield Browser(client, portal, among(state))
            portal.call(client.aclose)


class Site:
    """One server, with a browser in front of it."""

    def __init__(self, app: FastAPI, client: Browser, announced: list[str]) -> None:
        self.app = app
        self.client = client
        self.announced = announced
        self.services = client.services

    # As a person

    def open(self, path: str, status: int = 200, language: str = "nl", **headers: str) -> Page:
        """A page that is as it should be, in the language asked for."""
        response = self.client.get(
            path, headers={"Accept-Language": language, "Accept": "text/html", **headers}
        )
        assert response.status_code == status, _lead(response)
        page = read(response.text)
        assert (page.language, page.direction) == (language, direction(language))
        return page

    def send(self, path: str, fields: dict[str, Any] | None = None, **headers: str) -> Response:
        """A form, sent from one of our own pages; not followed."""
        own = {"Sec-Fetch-Site": "same-origin", "Accept": "text/html", "Accept-Language": "nl"}
        return self.client.post(path, data=fields or {}, headers={**own, **headers}, follow_redirects=False)

    def sends(self, path: str, fields: dict[str, Any] | None = None) -> str:
        """A form that is taken: where the browser goes next."""
        response = self.send(path, fields)
        assert response.status_code == 303, _lead(response)
        return response.headers["location"]

    def refused(self, path: str, fields: dict[str, Any] | None = None, status: int = 422) -> Page:
        response = self.send(path, fields)
        assert response.status_code == status, _lead(response)
        return read(response.text)

    def make_organiser(self, name: str = "Organisator") -> None:
        key = self.announced[0].partition("#")[2]
        fields = {"key": key, "name": name, "password": PASSWORD, "again": PASSWORD}
        assert self.sends("/organise/first", fields) == "/organise"

    def make_session(self, template: str = "open_fishbowl", title: str = "Een avond", **fields: str) -> str:
        """The id of a session made by the form."""
        form = {"template": template, "title": title, "language": "nl", "address": "u", **fields}
        return self.sends("/organise/new", form).partition("?")[0].rpartition("/")[2]

    # As a program

    def token(self, label: str = "Onderzoek") -> dict[str, str]:
        token = self.run(self.services.accounts.create_token, label)
        return {"Authorization": f"Bearer {token}", "Accept-Language": "en"}

    # As what happens in the room

    def run(self, work: Callable[..., Any], *given: Any) -> Any:
        return self.client.portal.call(work, *given)

    def room(self, id: str) -> Room:
        held: Room = self.run(self.services.hub.open, id).room
        return held

    def does(self, id: str, command: Command, by: Actor = CONSOLE) -> None:
        live = self.run(self.services.hub.open, id)
        answer = self.run(live.submit, command, by)
        assert isinstance(answer, Done), answer

    def evening(self, id: str) -> None:
        """A short evening: people come, the circle is opened, the session is closed."""
        for number in range(6):
            self.does(id, Join("resident" if number % 2 else "civil", YES), Actor("phone", ""))
        self.does(id, StartSession())
        self.does(id, StartItem("circle"))
        self.does(id, CloseSession())


def _lead(response: Response) -> str:
    """What a page that was not expected says."""
    found = re.search(r'<p class="(?:lead|sorry)[^>]*>([^<]*)', response.text)
    return found.group(1) if found else response.text[:500]
