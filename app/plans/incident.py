"""A case by the incident method: one question, the facts, thinking without the case-giver, advice. About an hour."""

from app.core.plan import Plan
from app.plans import writing
from app.plans.writing import both, item


def plan(language: str) -> Plan:
    return writing.plan(
        language,
        both("Casus: incidentmethode", "Case: incident method"),
        (
            item(
                "choose",
                "case_step",
                both("Casus kiezen en vertellen", "Choosing and telling the case"),
                15,
                question=both(
                    "Wat gebeurde er, en wat is uw vraag?", "What happened, and what is your question?"
                ),
                what_if=both(
                    "Iemand uit de casus is te herkennen: verander plaats en details, of kies een andere.",
                    "Somebody in the case can be recognised: change place and details, or choose another.",
                ),
            ),
            item(
                "facts",
                "circle",
                both("Feiten", "Facts"),
                15,
                "open_chair",
                both(
                    "Wat wilt u weten om te begrijpen wat er speelde?",
                    "What do you need to know to understand it?",
                ),
                what_if=both(
                    "Een vraag is een advies: bewaar hem voor later.",
                    "A question is really advice: keep it for later.",
                ),
                case_giver_chairs=1,
            ),
            item(
                "analysis",
                "perspective",
                both("In groepjes: hoe zit dit?", "In small groups: what is going on?"),
                10,
                question=both(
                    "Kies één mens uit de casus. Hoe ziet die het?",
                    "Choose one person in the case. How do they see it?",
                ),
                what_if=both(
                    "De inbrenger wil iets uitleggen: straks, nu luistert de inbrenger alleen.",
                    "The case-giver wants to explain: later, now they only listen.",
                ),
            ),
            item(
                "advice",
                "circle",
                both("Advies", "Advice"),
                10,
                "open_chair",
                both("Wat zou u zelf doen, en waarom?", "What would you do yourself, and why?"),
                what_if=both(
                    "Alles is al geprobeerd: vraag welke regel of gewoonte in de weg zit.",
                    "Everything has been tried: ask which rule or habit is in the way.",
                ),
                case_giver_chairs=1,
            ),
            item(
                "harvest",
                "harvest",
                both("Wat neemt u mee?", "What do you take away?"),
                8,
                question=both(
                    "Inbrenger: wat gaat u doen? Anderen: wat leert u?",
                    "Case-giver: what will you do? Others: what do you learn?",
                ),
            ),
            item(
                "check-out",
                "check_out",
                both("Rondje na afloop", "Check-out"),
                5,
                question=both("Wanneer horen we hoe het afliep?", "When do we hear how it ended?"),
            ),
        ),
    )
