"""What use cases need of notices."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from journal.model.lessons import Attachment
from journal.model.notices import Addressee, Audience, Counter, Notice


class Notices(Protocol):
    async def add(
        self, author_id: int, account_id: int, text: str, audience: Audience, at: datetime
    ) -> int: ...

    async def attach(self, notice_id: int, attachment: Attachment, at: datetime) -> None: ...

    async def notice(self, notice_id: int) -> Notice | None: ...

    async def remove(self, notice_id: int) -> None:
        """Throw a draft away with its files."""
        ...

    async def change(self, notice: Notice) -> bool:
        """Store the notice if its revision is still the stored one; the revision goes up by one."""
        ...

    async def addressees(self, notice: Notice) -> list[Addressee]:
        """Everybody the notice is for, by name, connected or not."""
        ...

    async def counter(self, notice: Notice, now: datetime) -> Counter:
        """How many the notice is for, connected, reached, signed, sent to, and how much is still to go."""
        ...

    async def messages(self, notice: Notice) -> int:
        """To how many accounts it goes."""
        ...

    async def sent_count(self, notice_id: int) -> int:
        """How many accounts the messenger took the notice for."""
        ...

    async def concerned(self, notice: Notice, students: tuple[int, ...]) -> list[int]:
        """Those of the students whose families the notice is for."""
        ...

    async def sign(
        self, notice_id: int, account_id: int, person_id: int, students: Iterable[int], at: datetime
    ) -> bool:
        """Note that the account signed the notice off, for those students; False if it stood already."""
        ...

    async def signed(self, notice_id: int, account_id: int) -> bool: ...

    async def unsigned(self, account_id: int, students: tuple[int, ...]) -> dict[int, int]:
        """By student: how many notices for its family still wait for the account's signature."""
        ...

    async def told(self, subject: str) -> bool:
        """Whether an event about that subject was ever recorded."""
        ...

    async def withdraw(self, notice_id: int, by: int, at: datetime, reason: str) -> None: ...

    async def latest(self, skip: int, most: int) -> list[Notice]:
        """What anybody sent, withdrawn ones too, newest first."""
        ...

    async def of_author(self, person_id: int, limit: int) -> list[Notice]: ...

    async def of_reader(
        self, account_id: int, students: tuple[int, ...], *, staff: bool, limit: int
    ) -> list[tuple[Notice, bool]]:
        """The notices a reader was sent, newest first, each with whether the account signed it off."""
        ...
