"""What simulated people type into the harvest: our own sentences (words.ftl), nobody's quotation."""

from functools import cache

from app.core.vocabulary import HarvestKind
from app.texts import choose, t

Sentence = tuple[HarvestKind, str]

KINDS: dict[str, tuple[HarvestKind, ...]] = {
    "everybody": (
        "insight", "insight", "question", "question", "bottleneck", "possibility", "possibility", "commitment",
        "commitment", "breakthrough",
    ),
    "resident": ("insight", "bottleneck", "possibility"),
    "confidant": ("insight", "bottleneck", "question"),
    "professional": ("bottleneck", "commitment"),
    "civil": ("insight", "commitment"),
    "researcher": ("question", "commitment"),
    "note-taker": ("insight", "question"),
}  # fmt: skip
"""Of the sentences "wrote-<who>-1", "-2" ... in their order."""


def of_role(role: str, language: str) -> tuple[Sentence, ...]:
    """What somebody of this role might write, their own sentences first."""
    return (*_of(role, language), *_of("everybody", language))


def of_the_note_taker(language: str) -> tuple[Sentence, ...]:
    return _of("note-taker", language)


@cache
def _of(who: str, language: str) -> tuple[Sentence, ...]:
    said = choose([language], "en")
    return tuple(
        (kind, t(said, f"wrote-{who}-{number}")) for number, kind in enumerate(KINDS.get(who, ()), 1)
    )
