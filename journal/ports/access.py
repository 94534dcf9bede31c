"""What use cases need of codes, bindings, consents and their log."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from journal.model.access import BindingKind, Hat
from journal.model.codes import AccessEvent, AccessEventKind, Binding, Code, Consent, Guardianship, NewCode
from journal.model.people import Capacity, Person, RoleAssignment


class Access(Protocol):
    """Every method that changes something does so at the unit of work's moment, as its actor."""

    async def add_codes(self, codes: Sequence[NewCode]) -> list[int]:
        """Store the codes; returns their ids in the same order."""
        ...

    async def code(self, code_id: int) -> Code | None: ...

    async def code_by_digest(self, digest: str) -> Code | None: ...

    async def open_codes(self, student_ids: Collection[int]) -> list[Code]:
        """The students' codes that can still be redeemed, and the redeemed ones that wait for a paper."""
        ...

    async def issued_codes(self, student_ids: Collection[int] | None) -> list[Code]:
        """Every code ever issued for these students, or for members of staff, in the order of issue."""
        ...

    async def waits_as(self) -> BindingKind | None:
        """What the acting account will be once the binding of the code it took is opened; None: no such."""
        ...

    async def replace_codes(self, people: Collection[tuple[BindingKind, int, int | None]]) -> None:
        """Revoke the unredeemed codes of these (kind, person, student), since new ones take their place."""
        ...

    async def cancel_code(self, code_id: int, reason: str) -> bool:
        """Revoke a code, redeemed or not; whether it was not revoked yet."""
        ...

    async def fail(self, code_id: int, allowed: int) -> Code | None:
        """Count a wrong birth date, locking the code at the `allowed`-th; None if it is not open any more."""
        ...

    async def redeem(self, code_id: int) -> bool:
        """Take the code for the acting account; of several who try at once exactly one gets True."""
        ...

    async def failed_at(self, since: datetime) -> list[datetime]:
        """When the acting account failed at codes or birth dates since that moment."""
        ...

    async def attempted_at(self, kind: str, since: datetime) -> list[datetime]:
        """When the acting account tried something of that kind since the moment, with whatever success."""
        ...

    async def attempted_by_anybody(self, kind: str, since: datetime) -> list[datetime]:
        """The same of all accounts together."""
        ...

    async def attempt(self, kind: str, *, succeeded: bool) -> None: ...

    async def questioned(self, binding: Binding) -> bool:
        """Whether somebody has asked the class teacher about this link already."""
        ...

    async def happened(self, kind: AccessEventKind, since: datetime) -> int:
        """How often the acting account has done that since the moment."""
        ...

    async def log(self, *happened: AccessEvent) -> None: ...

    async def bind(self, code: Code, account_id: int) -> int | None:
        """Link the account as the code says; None where it is linked so already."""
        ...

    async def binding(self, binding_id: int) -> Binding | None:
        """A binding that has not ended."""
        ...

    async def bindings_of(self, student_ids: Collection[int]) -> list[Binding]:
        """The live bindings of guardians and of the students themselves."""
        ...

    async def bindings_of_people(self, person_ids: Collection[int]) -> list[Binding]:
        """The live bindings by which these people are known, whatever their kind."""
        ...

    async def end_bindings(self, binding_ids: Collection[int], reason: str) -> int: ...

    async def expired_bindings(self, today: date) -> list[Binding]:
        """The live bindings of representatives whose document ran out before that day."""
        ...

    async def expiring_bindings(self, first: date, last: date) -> list[Binding]:
        """The live bindings of representatives whose document runs out in those days."""
        ...

    async def extend_bindings(self, person_id: int, student_id: int, until: date) -> int:
        """Let the live bindings of that representative last to the day; how many there are."""
        ...

    async def departed_with_access(self, today: date) -> list[int]:
        """Students with a live binding or a code who were in a class once and are in none now."""
        ...

    async def wear(self, account_id: int, hat: Hat) -> None:
        """Put on a hat."""
        ...

    async def look_at(self, account_id: int, student_id: int) -> None:
        """Remember which child's diary the account looks at."""
        ...

    async def guardianships(self, student_ids: Collection[int]) -> list[Guardianship]: ...

    async def set_capacity(
        self, guardian_id: int, student_id: int, capacity: Capacity, expires_on: date | None
    ) -> None:
        """Note in the register by what right the adult stands for the child."""
        ...

    async def set_refusal(self, guardian_id: int, student_id: int, day: date | None) -> None:
        """Note in the register that the adult refused the diary that day, or refuses it no longer."""
        ...

    async def set_printed(self, student_id: int, *, wanted: bool) -> None:
        """Note in the register whether the student's results are printed for the family."""
        ...

    async def printed(self, student_ids: Collection[int]) -> set[int]:
        """Those of the students whose results are printed for the family."""
        ...

    async def find_staff(self, folded: str, limit: int) -> list[Person]:
        """Members of staff whose folded name begins with, or has a part beginning with, the text."""
        ...

    async def roles_of(self, person_ids: Collection[int]) -> dict[int, list[RoleAssignment]]:
        """The roles these people hold today, in one query."""
        ...

    async def staff_near(self, class_id: int) -> list[Person]:
        """Whoever manages the school, heads the class or teaches in it today, by name."""
        ...

    async def add_person(self, last: str, first: str, middle: str) -> int: ...

    async def add_role(self, person_id: int, assignment: RoleAssignment) -> int: ...

    async def add_guardianship(self, guardian_id: int, student_id: int, capacity: Capacity) -> None:
        """Note in the register that the adult stands for the child."""
        ...

    async def birth_date(self, person_id: int) -> date | None: ...

    async def add_consents(
        self, code: Code, kinds: Sequence[str], version: str, given_at: datetime, *, covered: bool
    ) -> None:
        """Record the acting account's consents; `covered` where a paper in hand already stands for them."""
        ...

    async def consents_of(self, student_ids: Collection[int]) -> list[Consent]:
        """Every consent about these students, the latest last; withdrawn ones too."""
        ...

    async def give_consent(self, binding: Binding, kind: str, version: str) -> None:
        """Record a consent of the acting account, linked so, by itself."""
        ...

    async def consented(self, student_id: int, *, on_paper: bool) -> bool:
        """Whether the consent of one of the student's guardians stands."""
        ...

    async def withdraw_consents(self, person_id: int, student_id: int, kinds: Sequence[str]) -> int:
        """Withdraw that person's consents about the student, on whichever phone they were given."""
        ...

    async def receive_paper(self, student_id: int, account_id: int) -> None:
        """Note that the written consent behind that account's consents has been received."""
        ...
