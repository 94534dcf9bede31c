"""What use cases need of subscriptions and of how an account wants its news."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Protocol

from journal.model.subscriptions import Delivery, Mode, Topic


class Subscriptions(Protocol):
    async def modes(self, account_id: int, students: Collection[int]) -> dict[int, dict[Topic, Mode]]:
        """What the account chose for each of the students; without what it left as it is."""
        ...

    async def choose(
        self, account_id: int, student_id: int, modes: Mapping[Topic, Mode], at: datetime
    ) -> None: ...

    async def delivery(self, account_id: int) -> Delivery: ...

    async def change(self, account_id: int, **values: Any) -> None:
        """Set columns of the account's own settings."""
        ...

    async def begin_anew(self, account_id: int) -> None:
        """Let no message that stands in the account's chat be edited by later news."""
        ...
