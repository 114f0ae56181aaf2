"""What simulated people type into the harvest: our own sentences, plain Dutch and English, nobody's quotation."""

from app.core.vocabulary import HarvestKind

Sentences = dict[str, tuple[tuple[HarvestKind, str], ...]]

FROM_EVERYBODY: Sentences = {
    "nl": (
        ("insight", "Iedereen hier wil hetzelfde, maar we beginnen op een andere plek."),
        ("insight", "Luisteren zonder meteen te antwoorden is moeilijker dan ik dacht."),
        ("question", "Hoe weet iemand bij wie hij morgen terechtkan?"),
        ("question", "Wat gebeurt er met wat we vandaag hebben gezegd?"),
        ("bottleneck", "Elke organisatie vraagt opnieuw hetzelfde verhaal."),
        ("possibility", "Begin met één gesprek en vul samen het formulier in."),
        ("possibility", "Maak ruimte om af te wijken als een regel iemand vastzet."),
        ("commitment", "Ik bel binnen een week terug, ook als ik nog geen antwoord heb."),
        ("commitment", "Ik vraag volgende keer eerst wat iemand zelf al heeft geprobeerd."),
        ("breakthrough", "We hebben nu een naam en een nummer, en niet alleen een loket."),
    ),
    "en": (
        ("insight", "Everybody here wants the same, but we start in different places."),
        ("insight", "Listening without answering at once is harder than I thought."),
        ("question", "How does somebody know who to turn to tomorrow?"),
        ("question", "What happens with what we said today?"),
        ("bottleneck", "Every organisation asks for the same story again."),
        ("possibility", "Start with one conversation and fill in the form together."),
        ("possibility", "Leave room to depart from a rule when it holds somebody back."),
        ("commitment", "I will call back within a week, even if I have no answer yet."),
        ("commitment", "Next time I will ask first what somebody has tried already."),
        ("breakthrough", "We now have a name and a number, and not only a counter."),
    ),
}

FROM_ROLE: dict[str, Sentences] = {
    "resident": {
        "nl": (
            ("insight", "Als iemand met mij meegaat, durf ik meer te zeggen."),
            ("bottleneck", "Ik lees een brief drie keer en weet dan nog niet wat ik moet doen."),
            ("possibility", "Leg mij uit wat u opschrijft, terwijl u het opschrijft."),
        ),
        "en": (
            ("insight", "When somebody comes along with me, I dare to say more."),
            ("bottleneck", "I read a letter three times and still don't know what to do."),
            ("possibility", "Explain to me what you write down, while you write it down."),
        ),
    },
    "confidant": {
        "nl": (
            ("insight", "Vertrouwen kost maanden en is met één brief weer weg."),
            ("bottleneck", "Ik mag meedenken, maar ik mag niets doorgeven of beslissen."),
            ("question", "Wie kan ik bellen als een gezin dit weekend iets nodig heeft?"),
        ),
        "en": (
            ("insight", "Trust takes months, and one letter can undo it."),
            ("bottleneck", "I may think along, but I may not pass anything on or decide."),
            ("question", "Who can I call when a family needs something this weekend?"),
        ),
    },
    "professional": {
        "nl": (
            ("bottleneck", "Ik heb een half uur per gezin, en het verhaal duurt langer."),
            ("commitment", "Ik neem in mijn team mee dat we eerder samen om tafel gaan."),
        ),
        "en": (
            ("bottleneck", "I have half an hour a family, and the story takes longer."),
            ("commitment", "I will tell my team that we should sit down together earlier."),
        ),
    },
    "civil": {
        "nl": (
            ("insight", "Ik kende de regel, maar niet wat hij thuis betekent."),
            ("commitment", "Ik zoek uit wie hierover mag beslissen en laat het de groep weten."),
        ),
        "en": (
            ("insight", "I knew the rule, but not what it means at home."),
            ("commitment", "I will find out who may decide on this and tell the group."),
        ),
    },
    "researcher": {
        "nl": (
            ("question", "Welke kennis telt mee als we dit opschrijven, en wie kijkt mee?"),
            ("commitment", "Ik leg mijn verslag eerst voor aan de mensen die hier spraken."),
        ),
        "en": (
            ("question", "Which knowledge counts when we write this down, and who looks along?"),
            ("commitment", "I will show my report first to the people who spoke here."),
        ),
    },
}

FROM_THE_NOTE_TAKER: Sentences = {
    "nl": (
        ("insight", "Uit de kring: een vast gezicht helpt meer dan een vast formulier."),
        ("question", "Voor de volgende keer: wie mag afwijken van een regel, en hoe vraag je dat?"),
    ),
    "en": (
        ("insight", "From the circle: a familiar face helps more than a fixed form."),
        ("question", "For next time: who may depart from a rule, and how do you ask?"),
    ),
}


def of_role(role: str, language: str) -> tuple[tuple[HarvestKind, str], ...]:
    """What somebody of this role might write, their own sentences first."""
    own = FROM_ROLE.get(role, {})
    return (*own.get(language, own.get("en", ())), *FROM_EVERYBODY.get(language, FROM_EVERYBODY["en"]))
