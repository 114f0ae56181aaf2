"""J3: what is remembered of a sender's commands, and for how long."""

from app.core.commands import Consent
from app.core.events import Blanked, Joined, Recorded
from app.live import answers
from app.live.answers import Answers, Done, Refused


def test_J3_the_journal_gives_the_answers_again_after_a_restart() -> None:
    journal = [
        Recorded(2, 1.0, "", Joined("p1", "resident", "Reiger", Consent(True, True, True)), "a1"),
        Recorded(3, 2.0, "c12345678", Blanked(), "b1", 0),
        Recorded(4, 2.0, "c12345678", Blanked(), "b1", 1),
        Recorded(5, 3.0, "organiser", Blanked()),
    ]
    remembered = Answers.from_journal(journal)
    assert remembered.find("p1", "a1") == Done(2), "whoever joined is known as who they became"
    assert remembered.find("c12345678", "b1") == Done(4)
    assert remembered.find("c12345678", "a1") is None, "an id is its sender's own"
    assert remembered.find("organiser", "") is None


def test_J3_a_sender_is_remembered_within_bounds() -> None:
    remembered = Answers()
    for number in range(answers.MOST_EACH + 1):
        remembered.keep("p1", f"t{number}", Refused("paused"))
    remembered.keep("p2", "t0", Done(9))
    assert remembered.find("p1", "t0") is None
    assert remembered.find("p1", "t1") == Refused("paused")
    assert remembered.find("p2", "t0") == Done(9)
