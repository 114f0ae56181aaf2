"""The stage, which a whole room reads."""

from app.core.room import Room
from app.core.views.circle import circle_of, without_chair
from app.core.views.clock import moment
from app.core.views.fields import Speaker, StageOnly, StageView
from app.core.views.harvest import contributions_of, reactions_of
from app.core.views.heading import heading, scene
from app.core.views.people import first_name, outer_circle
from app.core.views.statements import showing, statement_of, turnout


def stage(room: Room, language: str) -> StageView:
    """Nothing private, ever (Q3, X5): names only where the item's rules say so."""
    if room.blanked:
        return {"blank": True, **heading(room)}
    rules = room.rules()
    view: StageOnly = {
        "code": room.code,
        "outer": outer_circle(room),
        "present": room.present,
        "projector": rules.projector,
    }
    names = rules.projector == "first_names"
    roles = rules.projector != "nothing"
    if circle := circle_of(room, roles, names):
        view["circle"] = circle
    if word := without_chair(room):
        speaker: Speaker = {"since": moment(word.since)}
        if roles:
            speaker["role"] = room.people[word.person].role
        if names:
            speaker["name"] = first_name(room, word.person)
        view["word"] = speaker
    if statement := showing(room):
        view["statement"] = {**statement_of(room, statement, language), **turnout(room, statement)}
    if harvest := contributions_of(room, everything=False):
        view["harvest"] = harvest
    if rules.reactions == "room" and (tide := reactions_of(room)):
        view["tide"] = tide
    return {**scene(room, language), **view}
