"""A symposium: short talks, and then the room itself. An afternoon of about two and a half hours."""

from app.core.plan import Plan
from app.plans import writing
from app.plans.writing import both, item


def plan(language: str) -> Plan:
    return writing.plan(
        language,
        both("Symposium", "Symposium"),
        (
            item(
                "welcome",
                "check_in",
                both("Opening", "Opening"),
                10,
                question=both("Wie zijn er vandaag, en waarom?", "Who is here today, and why?"),
            ),
            item(
                "before",
                "vote",
                both("Eerste peiling", "First soundings"),
                8,
                what_if=both(
                    "De zaal is nog leeg: stel dezelfde stellingen opnieuw na de pauze.",
                    "The room is still empty: ask the same statements again after the break.",
                ),
            ),
            item(
                "talk",
                "talk",
                both("Eerste inleiding", "First talk"),
                15,
                what_if=both(
                    "De inleider loopt uit: laat het scherm de tijd zeggen en bedank.",
                    "The speaker runs over: let the screen tell the time, and say thank you.",
                ),
            ),
            item("talk-2", "talk", both("Tweede inleiding", "Second talk"), 15),
            item("break", "break", both("Pauze", "Break"), 20),
            item(
                "experience",
                "circle",
                both("Vissenkom van ervaring", "Fishbowl of experience"),
                15,
                "user_experience",
                both("Hoe is dit in het echt?", "What is this like in real life?"),
                ("resident", "confidant"),
                both(
                    "De kring wacht op vragen: er zijn nu geen vragen, alleen verhalen.",
                    "The circle waits for questions: no questions now, only stories.",
                ),
            ),
            item(
                "groups",
                "talk",
                both("In groepjes: onze vraag", "In small groups: our question"),
                5,
                question=both(
                    "Welke ene vraag wilt u de kring stellen?",
                    "Which one question do you have for the circle?",
                ),
            ),
            item(
                "circle",
                "circle",
                both("Vissenkom met open stoelen", "Fishbowl with open chairs"),
                30,
                "open_chair",
                both("Wat vraagt dit van ieder van ons?", "What does this ask of each of us?"),
                what_if=both("Veel mensen in de rij: haal een stoel erbij.", "A long queue: add a chair."),
                chairs=6,
                open_chairs=2,
            ),
            item(
                "harvest",
                "harvest",
                both("Opbrengst", "Harvest"),
                15,
                question=both(
                    "Wat nemen we mee, en wie doet wat?", "What do we take away, and who does what?"
                ),
            ),
            item("check-out", "check_out", both("Afsluiting", "Closing"), 7),
        ),
        (
            both("Wie het meemaakt, weet het meest.", "Whoever lives through it knows the most."),
            both("In mijn werk is ruimte voor een uitzondering.", "My work leaves room for an exception."),
            both("Ik ken iemand die hiermee te maken heeft.", "I know somebody whom this concerns."),
        ),
        "before",
    )
