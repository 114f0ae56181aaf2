"""Statements and the talk about their results; for a short meeting, or for a part of a longer one. An hour."""

from app.plans.writing import item, template

plan = template(
    "statements-only",
    item("welcome", "check_in", 5, title="evening-welcome"),
    item("statements", "vote", 20),
    item("circle", "circle", 20, "open_chair"),
    item("harvest", "harvest", 10),
    item("check-out", "check_out", 5),
    statements=6,
    item="statements",
)
