"""What all staged rows share: their source, their kinds, and how they refer to each other."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, ClassVar, TypeAlias

from journal.imports.names import fold
from journal.imports.problems import Place


class Source(StrEnum):
    """The family of files a row came from; with the row's key it finds the row again."""

    ASC = "asc"
    ONEROSTER = "oneroster"
    XLSX = "xlsx"


class Kind(StrEnum):
    """The kinds of rows, in the order in which they refer to each other: only to earlier ones."""

    YEAR = "year"
    PERIOD = "period"
    BELL = "bell"
    SUBJECT = "subject"
    ROOM = "room"
    STAFF = "staff"
    CLASS = "class"
    STUDENT = "student"
    GUARDIAN = "guardian"
    KINSHIP = "kinship"
    SUBGROUP = "subgroup"
    WORKLOAD = "workload"
    CURRICULUM = "curriculum"
    LESSON = "lesson"
    PLAN = "plan"


# A reference is the key of a row of the same source; once resolved against the school, `#id` of what is
# there.
SubjectRef: TypeAlias = Annotated[str, Kind.SUBJECT]
RoomRef: TypeAlias = Annotated[str, Kind.ROOM]
StaffRef: TypeAlias = Annotated[str, Kind.STAFF]
ClassRef: TypeAlias = Annotated[str, Kind.CLASS]
StudentRef: TypeAlias = Annotated[str, Kind.STUDENT]
GuardianRef: TypeAlias = Annotated[str, Kind.GUARDIAN]
SubgroupRef: TypeAlias = Annotated[str, Kind.SUBGROUP]

# What a row is known by when its key is not: compared as a whole, strongest first.
Natural: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is common: the key inside its source, and where it stands. A field of `None` was not said.

    A `mention` only names something that must be known already: it is found, never added or changed.
    """

    kind: ClassVar[Kind]
    # References without which the row still stands; what they would have said is then unsaid.
    loose: ClassVar[frozenset[str]] = frozenset()
    # Fields that count when a row is added and are no difference afterwards.
    once: ClassVar[frozenset[str]] = frozenset()
    # Whether two rows that say the same are one: a catalogue often names a subject twice.
    merges: ClassVar[bool] = False
    # Whether nothing else may have the first natural key; people have namesakes.
    unique: ClassVar[bool] = True
    key: str
    mention: bool = field(default=False, compare=False, repr=False)
    place: Place = field(default=Place(""), compare=False, repr=False)

    @property
    def naturals(self) -> tuple[Natural, ...]:
        raise NotImplementedError

    @property
    def label(self) -> str:
        """How a person recognises the row in a preview."""
        return self.key

    @property
    def scope(self) -> object:
        """The part of the school the row belongs to, of which a file gives all; None is the whole."""
        return None

    def could_be(self, other: "Row") -> bool:
        """Whether nothing speaks against `other` being this row, when a natural key says it is."""
        return True

    def abbreviates(self, name: str, other: Any) -> bool:
        """Whether the field is only a shorter form of what `other` says in full."""
        return False

    def same(self, name: str, other: Any) -> bool:
        """Whether the field says what `other` says, spelled in another program's way."""
        value = getattr(self, name)
        return bool(value == other) or (
            isinstance(value, str) and isinstance(other, str) and fold(value) == fold(other)
        )
