"""Who comes, goes, and agrees to what."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Consent:
    """X1: one answer per purpose; no is a full answer."""

    votes: bool
    words: bool
    story: bool


# What may be asked


@dataclass(frozen=True, slots=True)
class Join:
    role: str
    consent: Consent
    name: str = ""
    do: Literal["join"] = "join"


@dataclass(frozen=True, slots=True)
class Leave:
    do: Literal["leave"] = "leave"


@dataclass(frozen=True, slots=True)
class ChangeConsent:
    consent: Consent
    do: Literal["change_consent"] = "change_consent"


@dataclass(frozen=True, slots=True)
class AddPerson:
    role: str
    name: str = ""
    card: str = ""
    do: Literal["add_person"] = "add_person"


@dataclass(frozen=True, slots=True)
class RemovePerson:
    person: str
    do: Literal["remove_person"] = "remove_person"


# What happened


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody with a phone."""

    person: str
    role: str
    alias: str
    consent: Consent
    type: Literal["joined"] = "joined"


@dataclass(frozen=True, slots=True)
class Added:
    """Somebody without a phone (P4)."""

    person: str
    role: str
    alias: str
    card: str = ""
    type: Literal["added"] = "added"


@dataclass(frozen=True, slots=True)
class Left:
    person: str
    type: Literal["left"] = "left"


@dataclass(frozen=True, slots=True)
class CameBack:
    person: str
    type: Literal["came_back"] = "came_back"


@dataclass(frozen=True, slots=True)
class ConsentChanged:
    person: str
    consent: Consent
    type: Literal["consent_changed"] = "consent_changed"


@dataclass(frozen=True, slots=True)
class Named:
    person: str
    name: str
    type: Literal["named"] = "named"


# Who may ask, and where it is kept

PhoneCommand = Join | Leave | ChangeConsent
ConsoleCommand = AddPerson | RemovePerson
Journaled = Joined | Added | Left | CameBack | ConsentChanged
Apart = Named
PeopleEvent = Journaled | Apart
