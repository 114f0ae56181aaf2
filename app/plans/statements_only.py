"""Statements and the talk about their results; for a short meeting, or for a part of a longer one. An hour."""

from app.core.plan import Plan
from app.plans import writing
from app.plans.writing import both, item


def plan(language: str) -> Plan:
    return writing.plan(
        language,
        both("Alleen stellingen", "Statements only"),
        (
            item(
                "welcome",
                "check_in",
                both("Welkom en afspraken", "Welcome and ground rules"),
                5,
                what_if=both(
                    "Mensen vragen wie hun keuze ziet: niemand, en een kleine groep staat nooit apart.",
                    "People ask who sees their choice: nobody, and a small group is never shown apart.",
                ),
            ),
            item(
                "statements",
                "vote",
                both("Stellingen", "Statements"),
                20,
                what_if=both(
                    "Iemand wacht met kiezen: lees de stelling voor, en wacht rustig.",
                    "Somebody hesitates: read the statement aloud, and wait calmly.",
                ),
            ),
            item(
                "circle",
                "circle",
                both("Wat zien we?", "What do we see?"),
                20,
                "open_chair",
                both("Welke uitslag verrast u?", "Which result surprises you?"),
                what_if=both(
                    "Iemand moet zich verdedigen: vraag naar de reden, niet naar de mens.",
                    "Somebody is put on the spot: ask for the reason, not the person.",
                ),
            ),
            item(
                "harvest",
                "harvest",
                both("Opbrengst", "Harvest"),
                10,
                question=both("Welke vraag is voor de volgende keer?", "Which question is for next time?"),
            ),
            item("check-out", "check_out", both("Rondje na afloop", "Check-out"), 5),
        ),
        (
            both("In mijn buurt helpen mensen elkaar.", "People in my neighbourhood help each other."),
            both("Ik kan goed uitleggen wat ik nodig heb.", "I can explain well what I need."),
            both(
                "Brieven van de gemeente zijn goed te begrijpen.",
                "Letters from the city are easy to understand.",
            ),
            both(
                "Een gesprek helpt mij meer dan een formulier.", "A conversation helps me more than a form."
            ),
            both("Regels laten genoeg ruimte voor een oplossing.", "Rules leave enough room for a solution."),
            both("Er verandert iets na een avond als deze.", "Something changes after an evening like this."),
        ),
        "statements",
    )
