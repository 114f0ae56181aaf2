"""The prepared evenings an organiser can start from: `TEMPLATES`, name -> function(language) -> Plan.

A template is an ordinary plan in every language at once; from the moment it is chosen it is the organiser's own.
"""

from collections.abc import Callable

from app.core.plan import Plan
from app.plans import incident, open_fishbowl, role_round, statements_only, symposium

TEMPLATES: dict[str, Callable[[str], Plan]] = {
    "open_fishbowl": open_fishbowl.plan,
    "role_round": role_round.plan,
    "statements_only": statements_only.plan,
    "symposium": symposium.plan,
    "incident": incident.plan,
}
"""In the order an organiser is offered them. Their names and a line about each: `template-<name>` in templates.ftl,
what is in them in evenings.ftl."""
