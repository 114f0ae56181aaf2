"""A case by the incident method: one question, the facts, thinking without the case-giver, advice. About an hour."""

from app.plans.writing import item, template

plan = template(
    "incident",
    item("choose", "case_step", 15),
    item("facts", "circle", 15, "open_chair", case_giver_chairs=1),
    item("analysis", "perspective", 10),
    item("advice", "circle", 10, "open_chair", case_giver_chairs=1),
    item("harvest", "harvest", 8),
    item("check-out", "check_out", 5),
)
