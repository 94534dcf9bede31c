"""Days in buttons: an ordinal that every calendar has, so that a forged one is not understood."""

from datetime import date
from typing import Annotated

from pydantic import Field

_FIRST, _LAST = date(2000, 1, 1), date(2100, 1, 1)
Ordinal = Annotated[int, Field(ge=_FIRST.toordinal(), le=_LAST.toordinal())]
# The same where 0 chooses no day.
AnyOrdinal = Annotated[int, Field(ge=0, le=_LAST.toordinal())]


def chosen(ordinal: int) -> date | None:
    """The day of an `AnyOrdinal`; None where none is chosen."""
    return date.fromordinal(ordinal) if ordinal >= _FIRST.toordinal() else None
