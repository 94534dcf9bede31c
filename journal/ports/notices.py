"""What use cases need of notices."""

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

    async def change(self, notice: Notice) -> bool:
        """Store the notice if its revision is still the stored one; the revision goes up by one."""
        ...

    async def addressees(self, notice: Notice) -> list[Addressee]:
        """Everybody the notice is for, by name, connected or not."""
        ...

    async def counter(self, notice: Notice) -> Counter: ...

    async def is_for(self, notice: Notice, person_id: int, students: tuple[int, ...]) -> bool:
        """Whether the notice is for that staff member, or for the family or the account of those students."""
        ...

    async def sign(self, notice_id: int, account_id: int, person_id: int, at: datetime) -> bool:
        """Note that the person signed the notice off; False if it stood already."""
        ...

    async def of_author(self, person_id: int, limit: int) -> list[Notice]: ...

    async def of_reader(
        self, person_id: int, students: tuple[int, ...], staff: bool, limit: int
    ) -> list[tuple[Notice, bool]]:
        """The notices a reader was sent, newest first, each with whether it is signed off by the reader."""
        ...
