"""The words that a session is told in, each list in its one place, and how long or how many things may be.

Commands, events, views, forms, exports, the record's schema and the client (by `make protocol`) read them here. Order
counts where people see it: it is that of screens and tables.
"""

from typing import Final, Literal, get_args

# The session and its run sheet

SessionState = Literal["draft", "lobby", "live", "closed", "released", "cancelled"]
ItemKind = Literal[
    "check_in",
    "talk",
    "circle",
    "listen_back",
    "case_step",
    "perspective",
    "silence",
    "vote",
    "harvest",
    "break",
    "check_out",
]
ItemStatus = Literal["planned", "running", "ended", "skipped"]
Variant = Literal["open_chair", "tap_in", "closed_rotation", "role_round", "user_experience", "samoan"]
MomentKind = Literal["silence", "pairs"]
InvitationKind = Literal["not_yet_spoken", "starter"]
Address = Literal["u", "je"]
"""How people are spoken to in Dutch."""
AmendmentKind = Literal["outcome", "correction"]
Level = Literal["open", "restricted"]
"""Of the record: what anybody may read, and what stays with those who were trusted with it."""

# The circle

ChairKind = Literal["regular", "open", "case_giver", "facilitator"]
GroupBy = Literal["none", "role", "count"]
QueueOrder = Literal["not_yet_spoken_first", "fifo", "balance_roles", "facilitator_picks"]
QueueOutcome = Literal["seated", "heard", "expired", "withdrawn", "waiting"]
Projector = Literal["nothing", "first_names", "roles"]
Shape = Literal["circle", "diamond", "square", "triangle", "hexagon", "ring"]

# Statements

Answer = Literal["agree", "disagree", "dont_know"]
Choice = Literal[Answer, "skip"]
"""V1: skip is no answer."""
StatementStatus = Literal["draft", "open", "closed", "revealed"]
CountMode = Literal["paper", "hands"]
VoteMode = Literal["secret", CountMode, "mixed"]
"""How a vote was given (V6)."""
Silence = Literal["pooled", "almost_everyone", "complementary", "no_split"]
"""V7: why a role's answers are not given by themselves."""

# Reactions and harvest

SharedReaction = Literal["recognise", "touched", "question", "unclear"]
PrivateReaction = Literal["pause", "help"]
"""R1: for the facilitator alone; wellbeing, and never part of a picture or an export."""
Reaction = Literal[SharedReaction, PrivateReaction]
ReactionsTo = Literal["off", "facilitator", "room"]
HarvestKind = Literal["insight", "question", "bottleneck", "possibility", "commitment", "breakthrough"]

ITEM_KINDS: Final[tuple[ItemKind, ...]] = get_args(ItemKind)
VARIANTS: Final[tuple[Variant, ...]] = get_args(Variant)
SHAPES: Final[tuple[Shape, ...]] = get_args(Shape)
ANSWERS: Final[tuple[Answer, ...]] = get_args(Answer)
CHOICES: Final[tuple[Choice, ...]] = get_args(Choice)
SHARED_REACTIONS: Final[tuple[SharedReaction, ...]] = get_args(SharedReaction)
PRIVATE_REACTIONS: Final[tuple[PrivateReaction, ...]] = get_args(PrivateReaction)
HARVEST_KINDS: Final[tuple[HarvestKind, ...]] = get_args(HarvestKind)
LEVELS: Final[tuple[Level, ...]] = get_args(Level)

# How long, how many. Texts in characters, times in seconds.

MOST_TEXT: Final = 1000
"""Of what somebody says, asks or is asked: a contribution, a statement, its source, a question, a note."""
MOST_LINE: Final = 200
"""Of a title or a role's name."""
MOST_NAME: Final = 60
MOST_CARD: Final = 12
MOST_CHAIRS: Final = 24
MOST_COUNT: Final = 100_000
"""Of hands or papers for one answer."""
MOST_ITEM_S: Final = 24 * 3600
MOST_STRUCK_S: Final = 3600
LEAST_MOMENT_S: Final = 10
MOST_MOMENT_S: Final = 900
MOST_ITEMS: Final = 60
MOST_STATEMENTS: Final = 500
MOST_ROLES: Final = 12
