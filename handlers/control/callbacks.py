"""Buttons of the control area: what to look at."""

from datetime import date
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from journal.model.comments import CommentOf


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


class StudentsCb(CallbackData, prefix="cs"):
    """The students of a class, each with a card."""

    unit: int


class StudentCardCb(CallbackData, prefix="cu"):
    """A student's period in all subjects."""

    student: int


class CommentsCb(CallbackData, prefix="cpw"):
    """What families read in words at a lesson."""

    lesson: int


class CommentCb(CallbackData, prefix="cpx"):
    """Asks why words are taken out; `number` is a mark or a remark they hang on."""

    lesson: int
    of: CommentOf
    number: int


class FindingsCb(CallbackData, prefix="cf"):
    """The entries that contradict each other."""

    page: Annotated[int, Field(ge=0, le=9_999)] = 0


class FindingCb(CallbackData, prefix="cx"):
    """One contradiction."""

    finding: int


class MendCb(CallbackData, prefix="cm"):
    """Puts it right at that lesson."""

    finding: int
    lesson: int


class AsideCb(CallbackData, prefix="ca"):
    """It was so, by the word one tap away or (`typed`) in one's own."""

    finding: int
    typed: bool = False


class AskKeepersCb(CallbackData, prefix="ck"):
    """Asks whoever keeps the lessons to put it right."""

    finding: int


FINDINGS = FindingsCb().pack()
JOURNALS = JournalsCb().pack()
