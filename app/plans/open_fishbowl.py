"""An open fishbowl: one chair is kept free, and whoever wants to speak takes it. About ninety minutes."""

from app.plans.writing import item, template

plan = template(
    "open-fishbowl",
    item("welcome", "check_in", 10, title="evening-welcome"),
    item("check-in", "check_in", 10),
    item("circle", "circle", 20, "open_chair"),
    item("silence", "silence", 2),
    item("circle-2", "circle", 20, "open_chair"),
    item("statements", "vote", 10, title="evening-three-statements"),
    item("harvest", "harvest", 10, question="evening-what-we-take"),
    item("check-out", "check_out", 8, question="evening-how-you-leave"),
    statements=3,
    item="statements",
)
