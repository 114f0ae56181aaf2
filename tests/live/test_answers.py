"""J3: what is remembered of a sender's commands, and for how long."""

from app.core.events import Recorded
from app.core.messages.people import Consent, Joined
from app.core.messages.session import Blanked
from app.live import answers
from app.live.answers import Answers, Done, Refused
from tests.live.house import Hands


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


def remembered_of(answers_: Answers, sender: str, *numbers: int) -> list[bool]:
    return [answers_.find(sender, f"t{number}") is not None for number in numbers]


def test_J3_a_sender_is_remembered_within_bounds() -> None:
    remembered = Answers(now=lambda: 7.0)
    for number in range(3 * answers.MOST_EACH):
        remembered.keep("p1", f"t{number}", Refused("paused"))
        assert remembered.find("p1", f"t{max(0, number - answers.MOST_EACH + 1)}") == Refused("paused")
    remembered.keep("p2", "t0", Done(9))
    assert remembered_of(remembered, "p1", 0, answers.MOST_EACH) == [False, False]
    assert remembered.find("p2", "t0") == Done(9)


def test_J3_what_is_older_than_a_minute_is_remembered_for_the_last_commands_alone() -> None:
    clock = Hands()
    remembered = Answers(clock)
    for number in range(200):
        clock.now += 10
        remembered.keep("p1", f"t{number}", Done(number))
    last = 199 - answers.LAST_EACH + 1
    assert remembered_of(remembered, "p1", last, 199) == [True, True]
    assert remembered_of(remembered, "p1", 199 - 2 * answers.LAST_EACH) == [False], "and what is older goes"
