"""A role round with listen-back: one group talks, the others listen and say back what they heard. Two hours."""

from app.plans.writing import item, template

plan = template(
    "role-round",
    item("check-in", "check_in", 15),
    item("role-round", "circle", 20, "role_round", ("resident", "confidant")),
    item("listen-back", "listen_back", 10),
    item("role-round-2", "circle", 20, "role_round", ("professional", "civil", "researcher")),
    item("listen-back-2", "listen_back", 10, words="listen-back"),
    item("circle", "circle", 15, "open_chair"),
    item("statements", "vote", 10, title="evening-three-statements"),
    item("harvest", "harvest", 12, question="evening-what-we-take"),
    item("check-out", "check_out", 8, question="evening-how-you-leave"),
    statements=3,
    item="statements",
)
