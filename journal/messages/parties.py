"""Who writes to whom: a family to the school, a colleague to a family, and what was taken of it."""

from dataclasses import dataclass
from datetime import datetime

from journal.model.messages import Colleague, Context, Conversation, Office, Side
from journal.model.people import Child, Person


@dataclass(frozen=True, slots=True)
class Addressee:
    """A teacher or the class teacher by person, or the administration, which is nobody in particular."""

    office: Office
    staff_id: int | None = None


@dataclass(frozen=True, slots=True)
class Addressees:
    """Whom the family of that child may write to."""

    child: Child
    class_teacher: Person | None
    teachers: tuple[Colleague, ...]
    # Those of them with whom the school has stopped the reader's letters; None is the administration.
    stopped: frozenset[int | None] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is waited for: a message to that addressee about the child, perhaps from something seen."""

    child: Child
    addressee: Addressee
    # None where the administration is written to.
    staff: Person | None
    # Who of the family is written to, where a colleague writes.
    family: Person | None = None
    # The moment from which it will be told of, where that is not at once.
    told_at: datetime | None = None
    context: Context | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was taken."""

    conversation: Conversation
    child: Child
    side: Side
    staff: Person | None
    letter: int
    # Who of the family wrote, or is written to.
    family: Person | None = None
    told_at: datetime | None = None
