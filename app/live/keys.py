"""What lets somebody in: a phone's own key, the key of a link, or what a screen was given in exchange for that.

A phone's key is made at its first hello and known here by its hash alone. A stage and a console get a signed token; it
ends when the organiser makes new links, since it carries a mark of the link's key.
"""

import hashlib
import re
import secrets
from typing import Literal

from itsdangerous import BadSignature, URLSafeSerializer

from app.live.connection import Audience
from app.store.sessions import Sessions

PHONE_KEY = re.compile(r"[A-Za-z0-9_-]{22}")
"""128 bits, as `new_phone_key` writes them."""
Screen = Literal["stage", "console"]


def new_phone_key() -> str:
    return secrets.token_urlsafe(16)


def new_console_id() -> str:
    """Never given twice, also not after a restart: commands are known by the console they came from (J3)."""
    return f"c{secrets.randbelow(10**8):08}"


def hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


class Keys:
    """`secret` signs the tokens."""

    def __init__(self, sessions: Sessions, secret: str) -> None:
        self._sessions = sessions
        self._signer = URLSafeSerializer(
            secret, salt="screens", signer_kwargs={"digest_method": hashlib.sha256}
        )

    async def admit(self, session: str, key: str | None) -> tuple[Audience, str, str] | None:
        """Who comes with `key`: audience, id (a phone's hash, a console's id, "") and the token to come back with. None
        for a key that opens nothing here. Raises Unavailable."""
        if not key:
            key = new_phone_key()
        if PHONE_KEY.fullmatch(key):
            return "phone", hashed(key), key
        signed = await self._signed(session, key)
        if signed:
            return (*signed, key)
        screen = await self._sessions.check_key(session, key)
        if screen is None:
            return None
        id = new_console_id() if screen == "console" else ""
        return screen, id, await self.token(session, screen, id)

    async def known(self, session: str, token: str) -> tuple[Audience, str] | None:
        """Whose token this is; a link's key is none, it is to be exchanged first. Raises Unavailable."""
        if PHONE_KEY.fullmatch(token):
            return "phone", hashed(token)
        return await self._signed(session, token)

    async def token(self, session: str, screen: Screen, id: str = "") -> str:
        """A signed token for a screen of this session. Raises Unavailable."""
        marks = await self._sessions.key_marks(session)
        return str(self._signer.dumps([session, screen, id, marks[screen]]))

    async def _signed(self, session: str, token: str) -> tuple[Screen, str] | None:
        try:
            of, screen, id, mark = self._signer.loads(token)
        except (BadSignature, ValueError, TypeError):
            return None
        if of != session or mark != (await self._sessions.key_marks(session)).get(screen):
            return None
        return screen, id
