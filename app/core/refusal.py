"""The one way something is turned down: a code that a person can act on (J4).

Every code stands here, in the order and the groups of docs/protocol.md. Its sentence is in the catalogues: `refusal-`
for what a live session answers, `problem-` where an organiser's pages say it in their own words.
"""

from typing import Any, Literal, get_args

RefusalCode = Literal[
    # the message can't be read, or not from here
    "malformed",
    "too_large",
    "unknown_command",
    "not_allowed",
    # nothing changed, and that is nobody's doing
    "not_saved",
    "internal",
    # the session
    "unknown_session",
    "session_closed",
    "session_cancelled",
    "not_started",
    # who one is, and what one allowed
    "not_joined",
    "not_present",
    "unknown_role",
    "no_consent",
    # not while that lasts
    "paused",
    "off_record",
    # texts
    "text_missing",
    "text_too_long",
    # a phone, and how things stand for it
    "already_asked",
    "already_seated",
    "queue_closed",
    "not_your_round",
    "not_in_queue",
    "not_called",
    "not_without_call",
    "seats_assigned",
    "not_seated",
    "stay_until_the_end",
    "reactions_off",
    # statements and what was said
    "statement_not_open",
    "statement_closed",
    "unknown_statement",
    "unknown_contribution",
    # the circle
    "no_circle",
    "no_free_chair",
    "unknown_chair",
    "chair_taken",
    "chair_reserved",
    "case_giver_stays",
    "is_speaking",
    "too_many_chairs",
    "no_other_role",
    "nobody_has_the_word",
    # the queue, and people
    "queue_empty",
    "already_called",
    "unknown_person",
    "card_in_use",
    # the run sheet and the clock
    "already_live",
    "already_open",
    "not_closed",
    "no_item",
    "unknown_item",
    "item_running",
    "item_done",
    "impossible_time",
    "impossible_chairs",
    "already_paused",
    "not_paused",
    "already_blank",
    "not_blank",
    "already_off_record",
    "not_off_record",
    "no_moment",
    # statements, as the facilitator works them
    "statement_open",
    "already_revealed",
    "statement_without_text",
    "impossible_count",
    # control
    "not_controller",
    "controller_present",
    "nobody_asked",
    "unknown_console",
    # undoing
    "nothing_to_undo",
    "undo_conflict",
    "undo_votes",
    # an organiser's changes to what was prepared
    "already_begun",
    "role_in_use",
    "double_id",
    "title_missing",
]
"""What a command can be refused with."""
OrganiserCode = Literal[
    "impossible_number",
    "unknown_format",
    "unknown_template",
    "unknown_key",
    "name_taken",
    "backup_not_here",
    "file_exists",
    "not_a_backup",
    "database_in_use",
]
"""What only an organiser's pages, programs under /api and the command line are told."""
Code = Literal[RefusalCode, OrganiserCode]

REFUSAL_CODES: tuple[RefusalCode, ...] = get_args(RefusalCode)
ORGANISER_CODES: tuple[OrganiserCode, ...] = get_args(OrganiserCode)


class Refusal(Exception):
    """`values` fill the code's sentence in the person's language."""

    def __init__(self, code: Code, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
