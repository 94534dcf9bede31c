"""Who acts: accounts, bindings and the actor a use case sees."""

from dataclasses import dataclass, field
from enum import StrEnum

from journal.model.people import Capacity, Child, Role, RoleAssignment


class BindingKind(StrEnum):
    GUARDIAN = "guardian"
    STUDENT = "student"
    STAFF = "staff"


class Hat(StrEnum):
    """What a person with several roles is at the moment: staff, guardian or student."""

    STAFF = "staff"
    GUARDIAN = "guardian"
    STUDENT = "student"


class Privacy(StrEnum):
    """How much of a push may show on a locked phone."""

    FULL = "full"
    INITIALS = "initials"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Actor:
    """The account behind a request with everything it is at this moment; rebuilt for every update."""

    account_id: int
    locale: str
    person_id: int | None = None
    roles: tuple[RoleAssignment, ...] = ()
    children: tuple[Child, ...] = ()
    # Set for a student's own account.
    student_id: int | None = None
    # The child a guardian looks at now.
    current_student_id: int | None = None
    hat: Hat | None = None
    capacities: dict[int, Capacity] = field(default_factory=dict)
    large: bool = False
    privacy: Privacy = Privacy.FULL
    # Whether the messenger forbids forwarding and saving what the account is shown.
    protect: bool = False
    # The machine's own user behind the command line; an account has none.
    operator: str | None = None

    def heads(self, unit_id: int) -> bool:
        """Whether the actor is the class teacher (curator) of that class or group."""
        return any(held.role is Role.CLASS_TEACHER and held.unit_id == unit_id for held in self.roles)

    @property
    def roles_held(self) -> frozenset[Role]:
        """The staff roles, wherever they are held."""
        return frozenset(held.role for held in self.roles)

    @property
    def headed_units(self) -> tuple[int, ...]:
        return tuple(
            held.unit_id
            for held in self.roles
            if held.role is Role.CLASS_TEACHER and held.unit_id is not None
        )

    @property
    def reads_large(self) -> bool:
        """«Крупно и просто» is chosen by families and students; the tools of staff stay as they are."""
        return self.large and self.hat is not Hat.STAFF

    @property
    def hats(self) -> tuple[Hat, ...]:
        """Everything the actor may be here as."""
        owned = {
            Hat.STAFF: bool(self.roles),
            Hat.GUARDIAN: bool(self.children),
            Hat.STUDENT: self.student_id is not None,
        }
        return tuple(hat for hat, has in owned.items() if has)

    def is_guardian_of(self, student_id: int) -> bool:
        return any(child.student_id == student_id for child in self.children)

    @property
    def is_staff(self) -> bool:
        return bool(self.roles) or self.operator is not None

    @property
    def diary_ids(self) -> tuple[int, ...]:
        """The students whose diary is the actor's own: the children, or the student."""
        own = (self.student_id,) if self.student_id is not None else ()
        return own + tuple(child.student_id for child in self.children)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A typed answer that the account was asked for."""

    kind: str
    payload: dict[str, object]
    message_id: int | None = None

    def number(self, name: str) -> int:
        """The id that the question was asked about; 0, which is nobody's, where it names none."""
        value = self.payload.get(name)
        return value if isinstance(value, int) else 0
