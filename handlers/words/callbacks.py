"""Buttons of the words area: one of two readings of what was typed."""

from datetime import date
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from annotated_types import MaxLen
from pydantic import Field

from journal.model.span import Span
from journal.words import Intent, Reading

LAST_DAY = date(2100, 1, 1).toordinal()
WHOLE_YEAR = 9


class ReadingCb(CallbackData, prefix="w"):
    """What was meant; 0 and "" are not named. `term` is a reading's number and two more."""

    intent: Intent
    student: int = 0
    subject: int = 0
    unit: int = 0
    first: int = Field(0, ge=0, le=LAST_DAY)
    last: int = Field(0, ge=0, le=LAST_DAY)
    term: int = Field(0, ge=0, le=WHOLE_YEAR)
    value: Annotated[str, MaxLen(1)] = ""

    @property
    def reading(self) -> Reading:
        """The reading, as far as a button carries it."""
        whole = self.term == WHOLE_YEAR
        return Reading(
            self.intent,
            child=self.student or None,
            subject=self.subject or None,
            unit=self.unit or None,
            when=Span(date.fromordinal(self.first), date.fromordinal(self.last))
            if 0 < self.first <= self.last
            else None,
            term=self.term - 2 if self.term and not whole else None,
            year=whole,
            value=self.value or None,
        )


def to_reading(reading: Reading) -> str:
    """The data of the button that answers that reading."""
    when, term = reading.when, reading.term
    return ReadingCb(
        intent=reading.intent,
        student=reading.child or 0,
        subject=reading.subject or 0,
        unit=reading.unit or 0,
        first=when.first.toordinal() if when else 0,
        last=when.last.toordinal() if when else 0,
        term=WHOLE_YEAR if reading.year else term + 2 if term is not None else 0,
        value=reading.value or "",
    ).pack()
