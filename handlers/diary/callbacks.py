"""Buttons of the diary: the child, and what of it is wanted."""

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

FIRST, LAST = date(2000, 1, 1).toordinal(), date(2100, 1, 1).toordinal()


class Look(StrEnum):
    """Which page of a dated diary."""

    DAY = "d"
    WEEK = "w"
    TASKS = "h"
    MARKS = "m"
    MISSED = "a"


class DiaryCb(CallbackData, prefix="di"):
    """A dated page; `day` is a proleptic ordinal, 0 leaves the choice to the diary."""

    student: int
    look: Look
    day: int = Field(0, ge=0, le=LAST)

    @property
    def date(self) -> date | None:
        return date.fromordinal(self.day) if self.day >= FIRST else None


class MarksCb(CallbackData, prefix="dim"):
    """The mark book of a period; 0 is the one that runs."""

    student: int
    period: int = 0


class SubjectCb(CallbackData, prefix="dis"):
    """One subject's marks of a period."""

    student: int
    period: int
    subject: int


class MarkCb(CallbackData, prefix="dik"):
    mark: int


class MissedCb(CallbackData, prefix="dia"):
    """The attendance of a period; 0 is the one that runs."""

    student: int
    period: int = 0


class FilesCb(CallbackData, prefix="dif"):
    """Send the files of one homework."""

    student: int
    homework: int
    day: int = Field(ge=FIRST, le=LAST)


class ChildCb(CallbackData, prefix="dic"):
    """Look at another child."""

    student: int


class MineCb(CallbackData, prefix="dio"):
    """The same pages of whichever child is looked at now: buttons of the first screen."""

    look: Look


def to_page(student_id: int, look: Look, day: date | None = None) -> str:
    """The data of a button that leads to a dated page."""
    return DiaryCb(student=student_id, look=look, day=day.toordinal() if day else 0).pack()
