"""Reactions, and what the room wants to keep."""

from dataclasses import dataclass
from typing import Literal

from app.core.vocabulary import HarvestKind, Reaction

HALF_MINUTE = 30
"""Seconds in which reactions are counted together (R2)."""

# What may be asked


@dataclass(frozen=True, slots=True)
class React:
    kind: Reaction
    do: Literal["react"] = "react"


@dataclass(frozen=True, slots=True)
class Contribute:
    kind: HarvestKind
    text: str
    do: Literal["contribute"] = "contribute"


@dataclass(frozen=True, slots=True)
class Endorse:
    contribution: str
    do: Literal["endorse"] = "endorse"


@dataclass(frozen=True, slots=True)
class WithdrawWords:
    """Remove what I said: one contribution, or all of them."""

    contribution: str | None = None
    do: Literal["withdraw_words"] = "withdraw_words"


@dataclass(frozen=True, slots=True)
class Note:
    kind: HarvestKind
    text: str
    do: Literal["note"] = "note"


@dataclass(frozen=True, slots=True)
class ShowContribution:
    contribution: str
    do: Literal["show_contribution"] = "show_contribution"


@dataclass(frozen=True, slots=True)
class HideContribution:
    contribution: str
    do: Literal["hide_contribution"] = "hide_contribution"


# What happened


@dataclass(frozen=True, slots=True)
class Reacted:
    """R2: journaled without a person, at the start of its half minute."""

    kind: Reaction
    type: Literal["reacted"] = "reacted"


@dataclass(frozen=True, slots=True)
class Contributed:
    """`person` "" when the note-taker wrote it down. `words` is the key of the text, which is kept apart (X2)."""

    contribution: str
    kind: HarvestKind
    words: str
    person: str = ""
    type: Literal["contributed"] = "contributed"


@dataclass(frozen=True, slots=True)
class Endorsed:
    contribution: str
    person: str
    type: Literal["endorsed"] = "endorsed"


@dataclass(frozen=True, slots=True)
class ContributionShown:
    contribution: str
    type: Literal["contribution_shown"] = "contribution_shown"


@dataclass(frozen=True, slots=True)
class ContributionHidden:
    contribution: str
    type: Literal["contribution_hidden"] = "contribution_hidden"


@dataclass(frozen=True, slots=True)
class WordsWithdrawn:
    """`words`: the keys whose texts are to be removed everywhere."""

    words: tuple[str, ...]
    type: Literal["words_withdrawn"] = "words_withdrawn"


@dataclass(frozen=True, slots=True)
class WordsKept:
    words: str
    text: str
    type: Literal["words_kept"] = "words_kept"


@dataclass(frozen=True, slots=True)
class ReactionMarked:
    """Who reacted, so that nobody counts twice in a half minute and help finds its way; gone with the process."""

    person: str
    kind: Reaction
    type: Literal["reaction_marked"] = "reaction_marked"


# Who may ask, and where it is kept

PhoneCommand = React | Contribute | Endorse | WithdrawWords
ConsoleCommand = Note | ShowContribution | HideContribution
Forgotten = Reacted | Contributed | Endorsed
"""What striking the last minutes takes out of the journal (S5)."""
Lasting = ContributionShown | ContributionHidden | WordsWithdrawn
Journaled = Forgotten | Lasting
Apart = WordsKept
Passing = ReactionMarked
HarvestEvent = Journaled | Apart | Passing
