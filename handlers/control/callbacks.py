"""Buttons of the control area: what to look at."""

from datetime import date

from aiogram.filters.callback_data import CallbackData


class JournalsCb(CallbackData, prefix="cj"):
    """The classes one may look at, of one grade where there are many; 0: choose the grade."""

    grade: int = 0


class ClassJournalCb(CallbackData, prefix="cc"):
    """A class's day; `day` 0 is today."""

    unit: int
    day: int = 0

    def date(self, today: date) -> date:
        """The day meant; what no calendar knows means today."""
        known = date(2000, 1, 1).toordinal() <= self.day <= date(2100, 1, 1).toordinal()
        return date.fromordinal(self.day) if known else today


class PageCb(CallbackData, prefix="cp"):
    """One lesson's page."""

    lesson: int


JOURNALS = JournalsCb().pack()
