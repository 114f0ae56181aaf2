"""Names for people who gave none: birds, easy to say aloud and to remember (P1)."""

BIRDS: dict[str, tuple[str, ...]] = {
    "nl": (
        "Merel", "Reiger", "Mus", "Ekster", "Gaai", "Kievit", "Uil", "Zwaluw", "Spreeuw",
        "Roodborst", "Fuut", "Koolmees", "Valk", "Ooievaar", "Meeuw", "Specht", "Winterkoning",
        "Zwaan", "Lijster", "Grutto", "Kauw", "IJsvogel", "Duif", "Meerkoet", "Kraanvogel",
        "Putter", "Nachtegaal", "Leeuwerik", "Buizerd", "Scholekster", "Wulp", "Aalscholver",
        "Pimpelmees", "Kwikstaart", "Tureluur", "Koekoek", "Lepelaar", "Boomklever", "Sperwer",
        "Waterhoen",
    ),
    "en": (
        "Blackbird", "Heron", "Sparrow", "Magpie", "Jay", "Lapwing", "Owl", "Swallow", "Starling",
        "Robin", "Grebe", "Great tit", "Falcon", "Stork", "Gull", "Woodpecker", "Wren", "Swan",
        "Thrush", "Godwit", "Jackdaw", "Kingfisher", "Dove", "Coot", "Crane", "Goldfinch",
        "Nightingale", "Lark", "Buzzard", "Oystercatcher", "Curlew", "Cormorant", "Blue tit",
        "Wagtail", "Redshank", "Cuckoo", "Spoonbill", "Nuthatch", "Sparrowhawk", "Moorhen",
    ),
}  # fmt: skip
CARD = {"nl": "kaart {}", "en": "card {}"}


def alias(number: int, language: str, card: str = "") -> str:
    """What person `number` (from 1) is called: "Merel", later "Merel 2"; with a card, "kaart 7"."""
    if card:
        return CARD.get(language, CARD["en"]).format(card)
    birds = BIRDS.get(language, BIRDS["en"])
    again, which = divmod(number - 1, len(birds))
    return f"{birds[which]} {again + 1}" if again else birds[which]
