"""A role round with listen-back: one group talks, the others listen and say back what they heard. Two hours."""

from app.core.plan import Plan
from app.plans import writing
from app.plans.writing import both, item

LISTEN = both(
    "Wat hoorde u? Wat wilt u nog beter begrijpen?",
    "What did you hear? What would you like to understand better?",
)
NO_DEBATE = both(
    "Het wordt een debat: vraag eerst “wat hoorde u?”, dan pas een vraag.",
    "It turns into a debate: ask “what did you hear?” first, a question after that.",
)


def plan(language: str) -> Plan:
    return writing.plan(
        language,
        both("Rolronde met terugluisteren", "Role round with listen-back"),
        (
            item(
                "check-in",
                "check_in",
                both("Welkom, afspraken en rondje vooraf", "Welcome, ground rules and check-in"),
                15,
                question=both("Waarom bent u hier vandaag?", "Why are you here today?"),
                what_if=both(
                    "Er is van een rol maar één mens: kies de open ronde, geen rolronde.",
                    "Only one person of a role: choose the open round, not a role round.",
                ),
            ),
            item(
                "role-round",
                "circle",
                both(
                    "Rolronde: bewoners en vertrouwenspersonen",
                    "Role round: residents and vertrouwenspersonen",
                ),
                20,
                "role_round",
                both("Wat gebeurt er als u om hulp vraagt?", "What happens when you ask for help?"),
                ("resident", "confidant"),
                both(
                    "Meer mensen dan stoelen: de rest zit op de tweede rij en wisselt na 5 minuten.",
                    "More people than chairs: the rest sit in a second row and change after 5 minutes.",
                ),
            ),
            item(
                "listen-back",
                "listen_back",
                both("Terugluisteren", "Listen-back"),
                10,
                question=LISTEN,
                what_if=NO_DEBATE,
            ),
            item(
                "role-round-2",
                "circle",
                both(
                    "Rolronde: beroepskrachten en ambtenaren", "Role round: professionals and civil servants"
                ),
                20,
                "role_round",
                both("Waar loopt u vast als u wilt helpen?", "Where do you get stuck when you want to help?"),
                ("professional", "civil", "researcher"),
                both(
                    "Het blijft bij beleid: vraag naar één dag, één gezin.",
                    "It stays with policy: ask about one day, one family.",
                ),
            ),
            item(
                "listen-back-2",
                "listen_back",
                both("Terugluisteren", "Listen-back"),
                10,
                question=LISTEN,
                what_if=NO_DEBATE,
            ),
            item(
                "circle",
                "circle",
                both("Open ronde: samen verder", "Open round: onwards together"),
                15,
                "open_chair",
                both(
                    "Wat is één stap die we samen kunnen zetten?",
                    "What is one step that we can take together?",
                ),
                what_if=both(
                    "Eén groep praat het meest: vraag wie nog niet sprak.",
                    "One group does most of the talking: invite who has not spoken.",
                ),
            ),
            item(
                "statements",
                "vote",
                both("Drie stellingen", "Three statements"),
                10,
                what_if=both(
                    "De uitslag verdeelt de zaal: vraag wat iemand nodig heeft om iets anders te kiezen.",
                    "The result divides the room: ask what somebody would need to choose otherwise.",
                ),
            ),
            item(
                "harvest",
                "harvest",
                both("Opbrengst", "Harvest"),
                12,
                question=both(
                    "Wat nemen we mee, en wie doet wat?", "What do we take away, and who does what?"
                ),
                what_if=both(
                    "Een afspraak zonder naam of dag: vraag wie en wanneer.",
                    "A commitment without a name or day: ask who, and when.",
                ),
            ),
            item(
                "check-out",
                "check_out",
                both("Rondje na afloop", "Check-out"),
                8,
                question=both("Hoe gaat u hier weg?", "How do you leave?"),
            ),
        ),
        (
            both(
                "Ik weet bij wie ik terechtkan als een gezin vastloopt.",
                "I know who to turn to when a family gets stuck.",
            ),
            both(
                "Wie om hulp vraagt, krijgt eerst een gesprek.",
                "Whoever asks for help gets a conversation first.",
            ),
            both(
                "Ik durf te zeggen dat een regel in de weg zit.", "I dare to say that a rule is in the way."
            ),
        ),
        "statements",
    )
