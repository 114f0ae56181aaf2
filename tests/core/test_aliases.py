"""What somebody is called who gave no name (P1)."""

from app.core.aliases import Aliases, alias
from app.plans.people import aliases


def test_P1_names_go_round_and_are_then_numbered() -> None:
    two = Aliases(("Merel", "Reiger"))
    assert [alias(number, two) for number in (1, 2, 3, 4, 5)] == [
        "Merel",
        "Reiger",
        "Merel 2",
        "Reiger 2",
        "Merel 3",
    ]


def test_P1_without_any_words_people_are_numbered() -> None:
    assert (alias(3, Aliases()), alias(3, Aliases(), "7b")) == ("3", "7b")


def test_P4_somebody_without_a_phone_is_called_by_their_card() -> None:
    assert alias(3, aliases("nl"), "7b") == "kaart 7b"
    assert alias(3, aliases("en"), "7b") == "card 7b"


def test_P1_where_there_are_no_texts_the_names_are_english() -> None:
    assert aliases("fr") == aliases("en") and alias(1, aliases("fr")) == "Blackbird"
    assert len(set(aliases("nl").names)) == len(set(aliases("en").names)) == 40
