"""An open fishbowl: one chair is kept free, and whoever wants to speak takes it. About ninety minutes."""

from app.core.plan import Plan
from app.plans import writing
from app.plans.writing import both, item


def plan(language: str) -> Plan:
    return writing.plan(
        language,
        both("Open vissenkom", "Open fishbowl"),
        (
            item(
                "welcome",
                "check_in",
                both("Welkom en afspraken", "Welcome and ground rules"),
                10,
                question=both(
                    "Wat hebben we nodig om hier vrij te praten?", "What do we need to speak freely here?"
                ),
                what_if=both(
                    "Mensen komen later: begin op tijd, zij sluiten aan met hun telefoon.",
                    "People are late: start on time, their phones bring them in.",
                ),
            ),
            item(
                "check-in",
                "check_in",
                both("Rondje vooraf", "Check-in"),
                10,
                question=both("Met welke vraag komt u binnen?", "What question do you bring with you?"),
                what_if=both(
                    "De groep is groter dan 20: vraag drie mensen, niet iedereen.",
                    "More than 20 people: ask three, not everyone.",
                ),
            ),
            item(
                "circle",
                "circle",
                both("Vissenkom: wat maken we mee?", "Fishbowl: what do we live through?"),
                20,
                "open_chair",
                both(
                    "Wat maakt u mee, en wat doet dat met u?",
                    "What do you live through, and what does it do to you?",
                ),
                what_if=both(
                    "Niemand neemt de lege stoel: vraag wie nog niet sprak, of twee minuten in paren.",
                    "Nobody takes the open chair: invite who has not spoken, or two minutes in pairs.",
                ),
            ),
            item(
                "silence",
                "silence",
                both("Even stil", "A moment of silence"),
                2,
                what_if=both(
                    "Het was zwaar: neem een minuut langer en vraag hoe het gaat.",
                    "It was heavy: take a minute more and ask how people are.",
                ),
            ),
            item(
                "circle-2",
                "circle",
                both("Vissenkom: wat kan er anders?", "Fishbowl: what could be different?"),
                20,
                "open_chair",
                both("Wat kan morgen al anders?", "What could be different as soon as tomorrow?"),
                what_if=both(
                    "Het gesprek herhaalt zich: sluit eerder af en ga naar de stellingen.",
                    "The talk repeats itself: end early and go to the statements.",
                ),
            ),
            item(
                "statements",
                "vote",
                both("Drie stellingen", "Three statements"),
                10,
                what_if=both(
                    "Iemand heeft geen telefoon: tel de handen en voer ze in per rol.",
                    "Somebody has no phone: count hands and enter them by role.",
                ),
            ),
            item(
                "harvest",
                "harvest",
                both("Opbrengst", "Harvest"),
                10,
                question=both(
                    "Wat nemen we mee, en wie doet wat?", "What do we take away, and who does what?"
                ),
                what_if=both(
                    "Weinig tijd: vraag alleen de afspraken.", "Little time: ask for the commitments only."
                ),
            ),
            item(
                "check-out",
                "check_out",
                both("Rondje na afloop", "Check-out"),
                8,
                question=both("Hoe gaat u hier weg?", "How do you leave?"),
                what_if=both(
                    "Iemand is geraakt: zeg wie er na afloop nog even blijft.",
                    "Somebody is upset: say who stays on afterwards.",
                ),
            ),
        ),
        (
            both("Vanavond hoorde ik iets nieuws.", "I heard something new tonight."),
            both("Ik weet bij wie ik terechtkan.", "I know who I can turn to."),
            both("Ik kan morgen zelf iets doen.", "There is something I can do tomorrow."),
        ),
        "statements",
    )
