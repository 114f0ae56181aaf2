"""The harvest of a record, and whose words are still in it (X1, X2)."""

from app.core.record.fields import AmendmentRow, HarvestRow
from app.core.record.tables import Source, moment, since
from app.core.room import Contribution

WITHDRAWN = "withdrawn"
"""What stands in the place of words that were taken back (X2)."""


def harvest(source: Source) -> list[HarvestRow]:
    """At the open level: what the room was shown or the note-taker wrote, and never whose it is."""
    rows: list[HarvestRow] = []
    for id, one in source.room.contributions.items():
        if source.level == "open" and not one.shown and one.person:
            continue
        row: HarvestRow = {
            "id": id,
            "kind": one.kind,
            "text": _text(source, one),
            "at_s": since(source, one.at),
            "noted": not one.person,
            "shown": one.shown,
            "endorsed": source.room.endorsements.get(id, 0),
        }
        if source.level == "restricted":
            row["person"] = one.person or None
        rows.append(row)
    return rows


def _text(source: Source, one: Contribution) -> str:
    """X1, X2: somebody who no longer agrees that words are kept has none here. Nor have words that are kept nowhere."""
    agreed = not one.person or source.room.people[one.person].consent.words
    if one.withdrawn or not agreed:
        return WITHDRAWN
    return source.words.get(one.words, WITHDRAWN)


def amendments(source: Source) -> list[AmendmentRow]:
    return [
        {
            "id": id,
            "kind": one.kind,
            "text": source.words.get(one.words, WITHDRAWN),
            "at": moment(one.at),
        }
        for id, one in source.room.amendments.items()
    ]
