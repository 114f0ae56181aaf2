"""What each measure of a record says, in the one language that records have it in: the same bytes for everybody."""

from functools import cache

from app.core.record.fields import Measures
from app.core.record.measures import LEAST_FOR_GINI
from app.texts import t

LANGUAGE = "en"


@cache
def definitions() -> dict[str, str]:
    """{measure: its definition}."""
    return {name: t(LANGUAGE, f"measure-{name}", least=LEAST_FOR_GINI) for name in Measures.__annotations__}
