"""Buttons of the lessons area: ids and the wanted state."""

from datetime import date

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class NowCb(CallbackData, prefix="now"):
    """The lesson at hand."""


class CardCb(CallbackData, prefix="le"):
    lesson: int


class DayCb(CallbackData, prefix="led"):
    """A day of the teacher's, as its proleptic ordinal; days no calendar has are not understood."""

    day: int = Field(ge=date(2000, 1, 1).toordinal(), le=date(2100, 1, 1).toordinal())

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


def to_day(day: date) -> str:
    """The data of a button that leads to that day."""
    return DayCb(day=day.toordinal()).pack()


NOW = NowCb().pack()
