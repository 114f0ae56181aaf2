"""C1-C8: the chairs, and who may sit in them."""

from app.core import views
from app.core.messages.circle import (
    AddChair,
    EndWord,
    GiveWord,
    LeaveAsked,
    LeaveChair,
    LeavePrompted,
    OpenChairIdled,
    RemoveChair,
    Sat,
    Seat,
    Stand,
    Stood,
    Swap,
    Swapped,
    TakeChair,
    WordPassed,
)
from app.core.messages.console import ClearSignal, Undo
from app.core.messages.people import Leave
from app.core.messages.queue import Asked, AskToSpeak, Call, Called, CallNext, DeclineCall
from app.core.messages.session import (
    EndItem,
    GoOffRecord,
    GoOnRecord,
    Invite,
    MomentEnded,
    Pause,
    Resume,
    StartMoment,
    WentOnRecord,
)
from app.core.plan import Rules
from app.core.rules import clock, queue
from tests.core.stories import Story, item, lit, phone, plan


def open_chair(*roles: str) -> tuple[Story, list[str]]:
    story = Story()
    people = story.joins(*roles)
    story.starts("open")
    return story, people


def sitting(story: Story) -> dict[int, str]:
    return {no: chair.person for no, chair in story.room.chairs.items() if chair.person}


def test_C1_a_person_holds_at_most_one_chair() -> None:
    story, (person, _) = open_chair("resident", "civil")
    story.asks(TakeChair(1), phone(person))
    assert story.refused(TakeChair(2), phone(person)) == "already_seated"
    assert story.asks(Seat(person, 3)) == [Stood(person, 1), Sat(person, 3)]
    assert sitting(story) == {3: person}


def test_C1_a_chair_holds_at_most_one_person() -> None:
    story, (first, second) = open_chair("resident", "civil")
    story.asks(TakeChair(1), phone(first))
    assert story.asks(TakeChair(1), phone(second)) == [Sat(second, 2)], "the next free one"
    assert story.asks(Seat(first, 2)) == [Stood(second, 2), Stood(first, 1), Sat(first, 2)]
    assert sitting(story) == {2: first}


def test_C2_whoever_comes_second_for_a_chair_goes_to_the_head_of_the_queue() -> None:
    story, people = open_chair(*["resident"] * 8)
    *seated, waiting, first, second = people
    for person in seated[:4]:
        story.asks(TakeChair(), phone(person))
    story.asks(AskToSpeak(), phone(waiting))
    story.asks(TakeChair(5), phone(first))
    assert story.asks(TakeChair(5), phone(second)) == [Asked(second, at_head=True)]
    events = story.asks(LeaveChair(), phone(seated[0]))
    assert events == [Stood(seated[0], 1)]
    story.asks(CallNext())
    assert story.room.queue[second].called_at is not None
    assert story.room.queue[waiting].called_at is None


def test_C2_two_who_came_second_keep_the_order_they_came_in() -> None:
    story, people = open_chair(*["resident"] * 7)
    for person in people[:5]:
        story.asks(TakeChair(), phone(person))
    for person in people[5:]:
        story.asks(TakeChair(), phone(person))
    assert [story.room.queue[person].head for person in people[5:]] == [1, 2]


def test_C2_somebody_already_waiting_moves_to_the_head() -> None:
    story, people = open_chair(*["resident"] * 7)
    for person in people[5:]:
        story.asks(AskToSpeak(), phone(person))
    for person in people[:5]:
        story.asks(TakeChair(), phone(person))
    story.asks(TakeChair(), phone(people[6]))
    assert queue.order(story.room) == [people[6], people[5]]


def test_C2_long_after_the_last_chair_was_taken_it_is_no_race() -> None:
    story, people = open_chair(*["resident"] * 6)
    for person in people[:5]:
        story.asks(TakeChair(), phone(person))
    story.now += 11
    assert story.refused(TakeChair(), phone(people[5])) == "no_free_chair"


def test_C3_who_may_sit_follows_the_items_roles() -> None:
    story = Story(plan([item("own", "circle", "open_chair", roles=("resident",))]))
    resident, civil = story.joins("resident", "civil")
    story.starts("own")
    assert story.refused(TakeChair(), phone(civil)) == "not_your_round"
    assert story.refused(AskToSpeak(), phone(civil)) == "not_your_round"
    story.asks(TakeChair(), phone(resident))
    story.asks(Seat(civil))
    assert set(sitting(story).values()) == {resident, civil}, "the facilitator may always seat anyone"


def test_C3_without_a_circle_nobody_sits() -> None:
    story = Story()
    (person,) = story.joins("resident")
    story.starts("vote")
    assert story.refused(TakeChair(), phone(person)) == "no_circle"
    assert story.refused(Seat(person)) == "no_circle"


def test_C4_taking_the_open_chair_asks_the_circle_for_somebody_to_leave() -> None:
    story, people = open_chair(*["resident"] * 5)
    for person in people[:4]:
        assert LeaveAsked() not in story.asks(TakeChair(), phone(person))
    assert story.asks(TakeChair(), phone(people[4])) == [Sat(people[4], 5), LeaveAsked()]
    assert story.later(59) == []
    assert story.later(1) == [LeavePrompted()]
    assert len(story.room.seat_of) == 5, "nobody is thrown out by a timer"
    assert story.later(3600) == []
    assert len(story.room.seat_of) == 5


def test_C4_somebody_leaving_makes_their_chair_the_open_one() -> None:
    story, people = open_chair(*["resident"] * 5)
    for person in people:
        story.asks(TakeChair(), phone(person))
    story.asks(LeaveChair(), phone(people[1]))
    assert story.room.leave_asked is None
    assert [no for no, chair in story.room.chairs.items() if chair.kind == "open"] == [2]
    assert OpenChairIdled() not in story.later(44)
    assert OpenChairIdled() in story.later(1)


def test_C4_the_prompt_can_be_put_away() -> None:
    story, people = open_chair(*["resident"] * 5)
    for person in people:
        story.asks(TakeChair(), phone(person))
    story.later(60)
    story.asks(ClearSignal("leave_prompt"))
    assert story.later(600) == [] and not story.room.hints


def role_round(*roles: str, own: tuple[str, ...] = ("resident",)) -> tuple[Story, list[str]]:
    story = Story(plan([item("round", "circle", "role_round", 20, own)]))
    people = story.joins(*roles)
    story.starts("round")
    return story, people


def test_C5_swap_moves_a_whole_role_out_and_the_next_in() -> None:
    story, people = role_round("resident", "civil", "resident", "civil", "resident")
    assert set(story.room.seat_of) == {people[0], people[2], people[4]}
    events = story.asks(Swap("civil"))
    assert [type(event) for event in events] == [Swapped], "in one step"
    assert set(story.room.seat_of) == {people[1], people[3]}
    assert story.room.roles == ("civil",)


def test_C5_without_a_role_the_next_that_has_people_here() -> None:
    story, people = role_round("resident", "researcher", "civil")
    story.asks(Swap())
    assert set(story.room.seat_of) == {people[2]}
    story.asks(Swap())
    assert set(story.room.seat_of) == {people[1]}
    story.asks(Swap())
    assert set(story.room.seat_of) == {people[0]}
    assert story.refused(Swap("nobody")) == "unknown_role"


def test_C5_groups_of_other_sizes_let_the_rest_wait_as_a_second_row() -> None:
    story, people = role_round(*["resident"] * 3, *["civil"] * 12)
    assert len(story.room.chairs) == 6, "as many as the role, from six to ten"
    story.asks(Swap("civil"))
    assert len(story.room.chairs) == 10
    assert story.room.second_row == tuple(people[13:])
    story.asks(LeaveChair(), phone(people[3]))
    story.asks(CallNext())
    assert story.room.queue[people[13]].called_at is not None, "the second row first"
    story.asks(TakeChair(), phone(people[13]))
    assert story.room.second_row == (people[14],)


def test_C5_there_is_no_swap_without_a_circle_or_another_role() -> None:
    story = Story()
    story.joins("resident")
    story.starts("in")
    assert story.refused(Swap()) == "no_circle"
    story.starts("open")
    story.asks(Seat("p1"))
    story, _ = role_round("resident")
    assert story.refused(Swap()) == "no_other_role"


def test_C6_an_idle_open_chair_is_shown_to_the_facilitator_after_45_seconds() -> None:
    story, people = open_chair(*["resident"] * 4)
    for person in people:
        story.asks(TakeChair(), phone(person))
    assert story.later(44) == []
    assert story.later(1) == [OpenChairIdled()]
    assert set(story.room.hints) == {"open_chair_idle"}
    assert story.later(600) == []


def test_C6_the_things_that_help() -> None:
    story, (person, other) = open_chair("resident", "civil")
    story.asks(TakeChair(), phone(person))
    story.later(45)
    story.asks(Invite("not_yet_spoken"))
    assert story.room.invitation is not None
    story.asks(StartMoment("pairs", 120))
    assert story.room.moment is not None
    assert MomentEnded() in story.later(120)
    story.asks(RemoveChair(5))
    assert not story.room.hints, "with the chair goes the hint"
    story.asks(AddChair())
    assert story.room.chairs[5].kind == "open"
    story.later(45)
    assert "open_chair_idle" in story.room.hints
    story.asks(AskToSpeak(), phone(other))
    assert story.room.invitation is None, "somebody answered it"


def test_C6_a_chair_kept_for_somebody_called_is_not_idle() -> None:
    story, people = open_chair(*["resident"] * 5)
    for person in people[:4]:
        story.asks(TakeChair(), phone(person))
    story.asks(AskToSpeak(), phone(people[4]))
    story.asks(CallNext())
    assert story.room.chairs[5].reserved_for == people[4]
    assert story.room.idle_since is None
    story.asks(DeclineCall(), phone(people[4]))
    assert story.room.idle_since == story.now


def test_C7_the_case_giver_is_never_rotated_out() -> None:
    rules = Rules(chairs=4, case_giver_chairs=1, group_by="role", chairs_by_group=True)
    story = Story(plan([item("case", "circle", "role_round", rules=rules)]))
    people = story.joins("resident", "civil", "civil", "researcher")
    story.starts("case")
    story.asks(Seat(people[3], 1))
    assert story.room.chairs[1].kind == "case_giver"
    story.asks(Swap("civil"))
    assert sitting(story) == {1: people[3], 2: people[1], 3: people[2]}
    story.asks(Swap("resident"))
    assert sitting(story) == {1: people[3], 2: people[0]}


def test_C7_nobody_takes_the_place_of_the_case_giver_unasked() -> None:
    rules = Rules(chairs=3, case_giver_chairs=1, tap_in=True)
    story = Story(plan([item("case", "circle", "tap_in", rules=rules)]))
    giver, other = story.joins("resident", "civil")
    story.starts("case")
    story.asks(Seat(giver, 1))
    assert story.refused(TakeChair(1), phone(other)) == "case_giver_stays"


def test_C8_the_facilitator_corrects_a_seat_with_one_tap() -> None:
    story, (first, second) = open_chair("resident", "civil")
    story.asks(TakeChair(1), phone(first))
    story.asks(Seat(second, 1))
    assert sitting(story) == {1: second}
    story.asks(Stand(second))
    assert sitting(story) == {}
    assert story.refused(Stand(second)) == "not_seated"
    assert story.refused(Seat(second, 9)) == "unknown_chair"


def test_C8_sitting_somebody_where_they_already_sit_changes_nothing() -> None:
    story, (person,) = open_chair("resident")
    story.asks(Seat(person, 1))
    assert story.asks(Seat(person, 1)) == []


def test_chairs_are_added_and_taken_away() -> None:
    story, people = open_chair(*["resident"] * 2)
    story.asks(AddChair())
    assert len(story.room.chairs) == 6
    story.asks(Seat(people[0], 6))
    assert story.refused(RemoveChair(6)) == "chair_taken"
    assert story.refused(RemoveChair(30)) == "unknown_chair"
    for _ in range(5):
        story.asks(RemoveChair())
    assert story.refused(RemoveChair()) == "no_free_chair"
    for _ in range(23):
        story.asks(AddChair())
    assert story.refused(AddChair()) == "too_many_chairs"


def test_the_word_is_given_to_somebody_in_the_circle() -> None:
    story, (inside, outside) = open_chair("resident", "civil")
    story.asks(Seat(inside))
    assert story.refused(GiveWord(outside)) == "not_seated"
    story.asks(GiveWord(inside))
    assert story.asks(GiveWord(inside)) == []
    story.asks(LeaveChair(), phone(inside))
    assert story.room.word is None
    assert clock.ends_at(story.room) is not None


def test_C1_C8_nobody_is_asked_to_leave_when_a_full_circle_stays_as_full_as_it_was() -> None:
    story, people = open_chair(*["resident"] * 6)
    for person in people[:5]:
        story.asks(TakeChair(), phone(person))
    story.asks(LeaveChair(), phone(people[0]))
    story.asks(TakeChair(), phone(people[0]))
    story.asks(ClearSignal("leave_prompt"))
    assert LeaveAsked() not in story.asks(Seat(people[5], 2)), "in somebody's place"
    assert LeaveAsked() not in story.asks(Seat(people[5], 3)), "from chair to chair"


def test_C4_the_request_to_leave_is_shown_until_somebody_does() -> None:
    story, people = open_chair(*["resident"] * 5)
    for person in people:
        story.asks(TakeChair(), phone(person))
    assert lit(story.room)["circle"]["leave_asked"] is True
    assert views.console(story.room, "nl")["circle"]["leave_asked"] is True
    story.later(60)
    assert views.console(story.room, "nl")["hints"] == {"leave_prompt": {"at": story.now}}
    story.asks(LeaveChair(), phone(people[0]))
    assert "leave_asked" not in lit(story.room)["circle"]
    assert not story.room.hints


def test_C4_an_added_chair_is_room_enough_and_is_the_open_one_where_there_is_none() -> None:
    story, people = open_chair(*["resident"] * 5)
    for person in people:
        story.asks(TakeChair(), phone(person))
    story.later(60)
    story.asks(AddChair())
    assert story.room.leave_asked is None and not story.room.hints
    assert story.room.chairs[6].kind == "regular", "chair 5 is the open one still"
    story.asks(Stand(people[4]))
    story.asks(RemoveChair(5))
    story.asks(AddChair())
    assert [story.room.chairs[no].kind for no in (6, 7)] == ["regular", "open"]


def test_C4_there_is_one_open_chair_however_many_leave() -> None:
    story, people = open_chair(*["resident"] * 5)
    for person in people:
        story.asks(TakeChair(), phone(person))
    for person in (people[1], people[4], people[0]):
        story.asks(LeaveChair(), phone(person))
        assert [no for no, chair in story.room.chairs.items() if chair.kind == "open"] == [2]
    story, people = open_chair(*["resident"] * 5)
    for person in people:
        story.asks(TakeChair(), phone(person))
    story.asks(LeaveChair(), phone(people[4]))
    assert story.room.chairs[5].kind == "open", "whoever sat in it leaves it as it was"


def test_C4_the_open_chair_is_taken_last() -> None:
    story, people = open_chair(*["resident"] * 5)
    story.asks(RemoveChair(3))
    story.asks(AddChair())
    kinds = {no: chair.kind for no, chair in story.room.chairs.items()}
    assert kinds == {1: "regular", 2: "regular", 4: "regular", 5: "open", 6: "regular"}
    assert [story.asks(TakeChair(), phone(person))[0] for person in people] == [
        Sat(person, chair) for person, chair in zip(people, (1, 2, 4, 6, 5), strict=True)
    ]


def test_C8_the_facilitator_may_seat_somebody_in_the_chair_kept_for_another() -> None:
    story, people = open_chair(*["resident"] * 6)
    for person in people[:4]:
        story.asks(TakeChair(), phone(person))
    story.asks(Call(people[4]))
    assert story.asks(Seat(people[5]))[0] == Sat(people[5], 5)
    assert story.refused(Seat(people[4])) == "no_free_chair"


def test_C8_the_chair_taken_away_is_the_last_free_one_unless_it_is_named() -> None:
    story, people = open_chair("resident", "civil")
    story.asks(Seat(people[0], 5))
    story.asks(RemoveChair())
    assert set(story.room.chairs) == {1, 2, 3, 5}
    story.asks(RemoveChair(1))
    assert set(story.room.chairs) == {2, 3, 5}
    story.asks(AddChair())
    assert set(story.room.chairs) == {2, 3, 5, 6}
    assert story.refused(LeaveChair(), phone(people[1])) == "not_seated"


def test_C8_there_are_no_chairs_to_add_without_a_circle() -> None:
    story = Story()
    story.starts("in")
    assert story.refused(AddChair()) == "no_circle"
    assert story.refused(RemoveChair()) == "no_free_chair"


def test_C3_where_people_stay_until_the_end_they_may_leave_after_it() -> None:
    story = Story(plan([item("story", "circle", "user_experience")]))
    (person,) = story.joins("resident")
    story.starts("story")
    story.asks(Seat(person))
    assert story.refused(LeaveChair(), phone(person)) == "stay_until_the_end"
    story.asks(EndItem())
    assert story.asks(LeaveChair(), phone(person)) == [Stood(person, 1)]


def test_C5_chairs_are_as_many_as_the_group_and_never_more_than_the_most() -> None:
    rules = Rules(chairs=2, chairs_most=4, chairs_by_group=True, group_by="role")
    story = Story(plan([item("round", "circle", "role_round", rules=rules, roles=("resident",))]))
    people = story.joins("resident", *["civil"] * 3, *["researcher"] * 6)
    story.starts("round")
    assert len(story.room.chairs) == 2
    story.asks(Swap("civil"))
    assert sitting(story) == {1: people[1], 2: people[2], 3: people[3]} and len(story.room.chairs) == 3
    story.asks(Swap("researcher"))
    assert len(story.room.chairs) == 4 and story.room.second_row == tuple(people[8:])


def test_C5_who_does_not_fit_is_told_to_wait_in_the_second_row() -> None:
    story, people = role_round("civil", *["resident"] * 12)
    outside = people[11:]
    assert story.room.second_row == tuple(outside)
    for person in outside:
        assert views.me(story.room, person)["second_row"] is True
    for person in (people[0], people[1]):
        assert "second_row" not in views.me(story.room, person)
    assert lit(story.room)["circle"]["second_row"] == 2
    assert views.console(story.room, "nl")["circle"]["second_row"] == 2
    story.asks(Leave(), phone(outside[0]))
    assert story.room.second_row == (outside[1],)


def test_C5_the_second_row_is_called_one_after_another_and_before_the_queue() -> None:
    rules = Rules(chairs=2, group_by="role", queue=True, take_free=True)
    story = Story(plan([item("round", "circle", "role_round", rules=rules, roles=("resident",))]))
    people = story.joins(*["resident"] * 5)
    story.starts("round")
    assert story.room.second_row == tuple(people[2:])
    story.asks(AskToSpeak(), phone(people[4]))
    for person in people[:2]:
        story.asks(LeaveChair(), phone(person))
    assert story.asks(CallNext()) == [Asked(people[2]), Called(people[2], 1)]
    assert story.asks(CallNext()) == [Asked(people[3]), Called(people[3], 2)]


def test_C5_counted_off_groups_leave_out_the_case_giver_who_stays() -> None:
    rules = Rules(chairs=3, case_giver_chairs=1, group_by="count")
    story = Story(plan([item("case", "circle", "closed_rotation", rules=rules)]))
    people = story.joins(*["resident"] * 6)
    story.starts("case")
    assert sitting(story) == {2: people[0], 3: people[1]} and story.room.second_row == (people[2],)
    story.asks(Seat(people[5], 1))
    story.asks(Swap())
    assert sitting(story) == {1: people[5], 2: people[2], 3: people[3]}
    story.asks(Swap())
    assert sitting(story) == {1: people[5], 2: people[4]}
    story.asks(Swap())
    assert sitting(story) == {1: people[5], 2: people[0], 3: people[1]}


def test_C5_where_groups_are_counted_off_a_role_can_still_be_named() -> None:
    rules = Rules(chairs=3, group_by="count")
    story = Story(plan([item("count", "circle", "closed_rotation", rules=rules)]))
    people = story.joins("resident", "resident", "civil", "civil")
    story.starts("count")
    story.asks(Swap("civil"))
    assert sitting(story) == {1: people[2], 2: people[3]}


def test_C5_a_round_without_roles_of_its_own_begins_with_the_first_that_is_here() -> None:
    story, people = role_round("civil", "researcher", own=())
    assert set(story.room.seat_of) == {people[0]} and story.room.roles == ("civil",)
    story.asks(Swap())
    assert story.room.roles == ("researcher",)
    story.asks(Leave(), phone(people[0]))
    assert story.refused(Swap()) == "no_other_role"


def test_C5_people_who_left_are_seated_in_no_group() -> None:
    story, people = role_round("resident", "civil", "civil")
    story.asks(Leave(), phone(people[1]))
    story.asks(Swap("civil"))
    assert sitting(story) == {1: people[2]}


def test_C7_the_case_givers_chair_comes_first_the_open_ones_last_and_is_taken_last_of_all() -> None:
    rules = Rules(chairs=4, case_giver_chairs=1, open_chairs=1, take_free=True)
    story = Story(plan([item("case", "circle", "open_chair", rules=rules)]))
    people = story.joins(*["resident"] * 4)
    story.starts("case")
    assert [chair.kind for _, chair in sorted(story.room.chairs.items())] == [
        "case_giver",
        "regular",
        "regular",
        "open",
    ]
    taken = [story.asks(TakeChair(), phone(person))[0] for person in people]
    assert taken == [Sat(person, chair) for person, chair in zip(people, (2, 3, 4, 1), strict=True)]


def test_C7_tapping_in_takes_no_place_of_whoever_speaks_and_needs_a_chair() -> None:
    story = Story(plan([item("tap", "circle", "tap_in")]))
    people = story.joins(*["resident"] * 3)
    story.starts("tap")
    story.asks(TakeChair(1), phone(people[0]))
    assert story.asks(TakeChair(1), phone(people[1])) == [Stood(people[0], 1), Sat(people[1], 1)]
    assert story.asks(TakeChair(2), phone(people[0])) == [Sat(people[0], 2)]
    assert story.asks(TakeChair(), phone(people[2])) == [Sat(people[2], 3)]


def test_C6_the_hint_of_an_idle_chair_comes_once_and_anew_after_somebody_sat_there() -> None:
    story, people = open_chair(*["resident"] * 4)
    for person in people:
        story.asks(TakeChair(), phone(person))
    since = story.now
    story.later(45)
    assert views.console(story.room, "nl")["hints"] == {"open_chair_idle": {"at": since}}
    story.asks(ClearSignal("open_chair_idle"))
    assert story.later(600) == []
    story.asks(Seat(people[0], 5))
    story.asks(Seat(people[0], 1))
    assert story.later(44) == []
    assert story.later(1) == [OpenChairIdled()]


def test_C6_the_time_of_an_idle_chair_stands_still_in_a_pause() -> None:
    story, (person,) = open_chair("resident")
    story.asks(TakeChair(), phone(person))
    story.later(30)
    story.asks(Pause())
    story.now += 300
    story.asks(Resume())
    assert story.later(14) == []
    assert story.later(1) == [OpenChairIdled()]


def test_C6_with_the_item_go_its_hints_and_its_invitation() -> None:
    story, people = open_chair(*["resident"] * 5)
    for person in people:
        story.asks(TakeChair(), phone(person))
    story.later(60)
    story.asks(Invite("starter"))
    assert lit(story.room)["invitation"] == "starter"
    story.asks(EndItem())
    assert not story.room.hints and "invitation" not in lit(story.room)
    assert story.later(600) == []


def test_S5_off_the_record_the_word_goes_on_to_whoever_still_sits() -> None:
    story, (first, second) = open_chair("resident", "civil")
    story.asks(Seat(first))
    story.asks(Seat(second))
    story.asks(GoOffRecord())
    assert story.asks(GiveWord(first)) == [WordPassed(first)]
    assert views.me(story.room, first)["word"] is True
    story.asks(EndWord())
    assert "word" not in views.me(story.room, first)
    assert story.refused(EndWord()) == "nobody_has_the_word"
    story.asks(GiveWord(second))
    story.asks(Stand(second))
    assert story.asks(GoOnRecord()) == [WentOnRecord()]
    assert story.room.word is None


def test_S5_T3_going_back_on_the_record_in_a_pause_gives_nobody_the_word() -> None:
    story, (person,) = open_chair("resident")
    story.asks(Seat(person))
    story.asks(GiveWord(person))
    story.asks(GoOffRecord())
    story.asks(Pause())
    assert story.asks(GoOnRecord()) == [WentOnRecord()]


def test_C6_F2_an_undo_that_frees_the_open_chair_starts_its_time_anew() -> None:
    story, people = open_chair(*["resident"] * 5)
    for person in people[:4]:
        story.asks(TakeChair(), phone(person))
    story.later(30)
    story.asks(Seat(people[4], 5))
    story.now += 3
    story.asks(Undo())
    assert story.later(44) == []
    assert story.later(1) == [OpenChairIdled()]
