"""Names for people who gave none (P1), in words that whoever asks for a decision gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aliases:
    """`names`: given out in turn; without any a person is called by their number. `card`: what somebody without a
    phone is called, with {} for what is on their card."""

    names: tuple[str, ...] = ()
    card: str = "{}"


def alias(number: int, aliases: Aliases, card: str = "") -> str:
    """What person `number` (from 1) is called: "Merel", later "Merel 2"; with a card, "kaart 7"."""
    if card:
        return aliases.card.format(card)
    if not aliases.names:
        return str(number)
    again, which = divmod(number - 1, len(aliases.names))
    return f"{aliases.names[which]} {again + 1}" if again else aliases.names[which]
