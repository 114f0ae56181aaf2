"""Who comes: the usual roles, and what people are called who gave no name (P1). Their words are in people.ftl."""

from functools import cache

from app.core.aliases import Aliases
from app.core.plan import UNSAID, Role
from app.core.vocabulary import Shape
from app.texts import choose, everywhere, t

LOOKS: dict[str, tuple[Shape, str]] = {
    "resident": ("circle", "#0F6CBD"),
    "confidant": ("diamond", "#A4262C"),
    "professional": ("square", "#4F7A28"),
    "civil": ("triangle", "#6B3FA0"),
    "researcher": ("hexagon", "#80622A"),
    UNSAID: ("ring", "#5C6B70"),
}
"""The shape and colour of each usual role."""


@cache
def _role(key: str) -> Role:
    name = f"usual-role-{key}"
    return Role(
        key, everywhere(name), everywhere(f"{name}-plural"), everywhere(f"{name}-reason"), *LOOKS[key]
    )


def roles() -> tuple[Role, ...]:
    """The usual ones and, last, "I'd rather not say"."""
    return tuple(_role(key) for key in LOOKS)


def with_unsaid(own: tuple[Role, ...]) -> tuple[Role, ...]:
    """A session's own roles, with "I'd rather not say" last if it is not among them."""
    return own if any(role.key == UNSAID for role in own) else (*own, _role(UNSAID))


@cache
def aliases(language: str) -> Aliases:
    """In the language of a session, or in English where there are no texts in it."""
    language = choose([language], "en")
    names = (name.strip() for name in t(language, "aliases").split(","))
    return Aliases(tuple(names), t(language, "alias-card", card="{}"))
