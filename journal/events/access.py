"""What happened to bindings, codes and colleagues' access."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class GuardianBound(Event):
    """An adult was linked to a child: its other adults and the class teacher hear of it."""

    kind: ClassVar[str] = "guardian_bound"
    binding_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}"


@dataclass(frozen=True, slots=True)
class CodeLocked(Event):
    """Five failures locked a code: the class teacher (or the administrator, for staff) hears of it."""

    kind: ClassVar[str] = "code_locked"
    code_id: int

    @property
    def subject(self) -> str:
        return f"code:{self.code_id}:locked"


@dataclass(frozen=True, slots=True)
class PhoneAdded(Event):
    """An account was linked to somebody who has others: those ask whether it was really the person."""

    kind: ClassVar[str] = "phone_added"
    binding_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:phone"


@dataclass(frozen=True, slots=True)
class AccessWaiting(Event):
    """A code was redeemed, but the diary opens only after the class teacher's tick."""

    kind: ClassVar[str] = "access_waiting"
    code_id: int

    @property
    def subject(self) -> str:
        return f"code:{self.code_id}:waiting"


@dataclass(frozen=True, slots=True)
class AccessOpened(Event):
    """The class teacher's tick opened the diary to the account that waited for it."""

    kind: ClassVar[str] = "access_opened"
    binding_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:opened"


@dataclass(frozen=True, slots=True)
class BindingQuestioned(Event):
    """Somebody of the family does not know an adult who was linked: the class teacher is to look into it."""

    kind: ClassVar[str] = "binding_questioned"
    binding_id: int
    account_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:questioned:{self.account_id}"


@dataclass(frozen=True, slots=True)
class BindingDisowned(Event):
    """A person said of one of the own accounts that it was somebody else's: it was cut off at once."""

    kind: ClassVar[str] = "binding_disowned"
    binding_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:disowned"


@dataclass(frozen=True, slots=True)
class FamilyDecided(Event):
    """An adult took back a consent or left the diary: the class teacher hears what is to be done now."""

    kind: ClassVar[str] = "family_decided"
    binding_id: int
    # A `journal.model.news.Decision`.
    decision: str

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:{self.decision}"


@dataclass(frozen=True, slots=True)
class ProfileChangeAsked(Event):
    """A guardian said that a person's data changed: the class teacher is to confirm it."""

    kind: ClassVar[str] = "profile_change_asked"
    change_id: int

    @property
    def subject(self) -> str:
        return f"profile_change:{self.change_id}"


@dataclass(frozen=True, slots=True)
class ProfileChangeDecided(Event):
    """The class teacher confirmed or declined it: whoever asked hears."""

    kind: ClassVar[str] = "profile_change_decided"
    change_id: int

    @property
    def subject(self) -> str:
        return f"profile_change:{self.change_id}:decided"


@dataclass(frozen=True, slots=True)
class AuthorityEnding(Event):
    """A power of attorney runs out in so many `days`; 0: it did, and the access ended with it."""

    kind: ClassVar[str] = "authority_ending"
    binding_id: int
    until: str
    days: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:authority:{self.until}:{self.days}"
