"""A symposium: short talks, and then the room itself. An afternoon of about two and a half hours."""

from app.plans.writing import item, template

plan = template(
    "symposium",
    item("welcome", "check_in", 10),
    item("before", "vote", 8),
    item("talk", "talk", 15),
    item("talk-2", "talk", 15),
    item("break", "break", 20),
    item("experience", "circle", 15, "user_experience", ("resident", "confidant")),
    item("groups", "talk", 5),
    item("circle", "circle", 30, "open_chair", chairs=6, open_chairs=2),
    item("harvest", "harvest", 15, question="evening-what-we-take"),
    item("check-out", "check_out", 7),
    statements=3,
    item="before",
)
