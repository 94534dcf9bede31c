"""Buttons of the audit area: what the history is asked of."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

# No school comes near it; a forged number must not be more than a database counts.
PageNumber = Annotated[int, Field(ge=0, le=9_999)]


class Of(StrEnum):
    """What a history is of."""

    LESSON = "l"
    MARK = "m"
    NOTICE = "n"
    RESULTS = "r"
    STUDENT = "s"


class HistoryCb(CallbackData, prefix="hy"):
    """The history of one thing; results are of a unit (`id`) in a subject (`sub`)."""

    of: Of
    id: int
    sub: int = 0
    page: PageNumber = 0


class SchoolHistoryCb(CallbackData, prefix="hs"):
    """All that was changed on a day, perhaps by one person; `day` 0 is today."""

    day: int = 0
    person: int = 0
    page: PageNumber = 0

    @property
    def date(self) -> date | None:
        """The day meant; what no calendar knows means none."""
        known = date(2000, 1, 1).toordinal() <= self.day <= date(2100, 1, 1).toordinal()
        return date.fromordinal(self.day) if known else None
