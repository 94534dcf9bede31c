"""Buttons of the diary: whose, which page, which day or period of it."""

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.days import Ordinal
from handlers.gallery import TO_WORDS

FIRST, LAST = date(2000, 1, 1).toordinal(), date(2100, 1, 1).toordinal()


class Look(StrEnum):
    """A page of the diary."""

    # Dated: `at` is a day's ordinal.
    DAY = "d"
    WEEK = "w"
    TASKS = "h"
    TIMETABLE = "t"
    # Of a period: `at` is its id.
    MARKS = "m"
    MISSED = "a"
    FINALS = "f"
    TOPICS = "c"
    # Of now.
    MORE = "o"
    SUMMARY = "s"
    PROGRESS = "p"
    EVENTS = "e"
    SUBJECTS = "b"


class PictureLook(StrEnum):
    """A picture of the diary."""

    # Dated: `at` is a day's ordinal.
    WEEK = "w"
    # Of a period: `at` is its id.
    TRENDS = "t"
    SPREAD = "s"
    STRIP = "a"


DATED = frozenset({Look.DAY, Look.WEEK, Look.TASKS, Look.TIMETABLE})


class DiaryCb(CallbackData, prefix="di"):
    """A page. Student 0 is whoever is looked at now; `at` 0 leaves the day or the period to the diary."""

    student: int
    look: Look
    at: int = Field(0, ge=0)

    @property
    def date(self) -> date | None:
        return date.fromordinal(self.at) if FIRST <= self.at <= LAST else None


class PictureCb(CallbackData, prefix="dig"):
    """A page as a picture, in place of its words; `at` as of the page."""

    student: int
    look: PictureLook
    at: int = Field(0, ge=0)


class WordsCb(CallbackData, prefix=TO_WORDS):
    """The words of a picture, in place of it."""

    student: int
    look: PictureLook
    at: int = Field(0, ge=0)


class WeekMarksCb(CallbackData, prefix="diw"):
    """The marks by subject, in a message of their own: the summary they belong to stays."""

    student: int


class DatesCb(CallbackData, prefix="did"):
    """The marks of a period by date, newest first, a page of them; period 0 is the one that runs."""

    student: int
    period: int = 0
    page: int = Field(0, ge=0)


class WorksCb(CallbackData, prefix="diq"):
    """The marks of a period by the kinds of their works, the weightiest first, a page of them."""

    student: int
    period: int = 0
    page: int = Field(0, ge=0)


class MissedCb(CallbackData, prefix="dia"):
    """What was missed in a period, newest first, a page of it."""

    student: int
    period: int = 0
    page: int = Field(0, ge=0)


class MaterialCb(CallbackData, prefix="dim"):
    """A file that hangs on a lesson of the child's."""

    student: int
    material: int


class TopicsCb(CallbackData, prefix="dio"):
    """The topics of a subject in a period, newest first, a page of them."""

    student: int
    subject: int
    period: int = 0
    page: int = Field(0, ge=0)


class SubjectCb(CallbackData, prefix="dis"):
    """One subject's marks of a period."""

    student: int
    period: int
    subject: int


class MarkCb(CallbackData, prefix="dik"):
    mark: int
    # Where the way back leads.
    period: int = 0


class LessonCb(CallbackData, prefix="dil"):
    student: int
    lesson: int


class SubjectLook(StrEnum):
    TASKS = "h"
    TOPICS = "c"


class SubjectPageCb(CallbackData, prefix="dip"):
    """A subject's homework or topics."""

    student: int
    subject: int
    look: SubjectLook


class FilesCb(CallbackData, prefix="dif"):
    """Send the files of one homework."""

    student: int
    homework: int


class CalendarCb(CallbackData, prefix="dij"):
    """The timetable as a file for the calendar of the phone."""

    student: int


class DoneCb(CallbackData, prefix="dih"):
    """The family ticks a homework off, or not; shown again is the day it is due."""

    student: int
    homework: int
    day: Ordinal
    done: bool


class ChildCb(CallbackData, prefix="dic"):
    """Look at another child."""

    student: int


class EverybodyCb(CallbackData, prefix="dix"):
    """The cards of all children."""


EVERYBODY = EverybodyCb().pack()

_WORDS = {
    PictureLook.WEEK: Look.WEEK,
    PictureLook.TRENDS: Look.MARKS,
    PictureLook.SPREAD: Look.MARKS,
    PictureLook.STRIP: Look.MISSED,
}


def in_words(asked: PictureCb | WordsCb) -> DiaryCb:
    """The page that says the same as the picture."""
    return DiaryCb(student=asked.student, look=_WORDS[asked.look], at=asked.at)


def to_picture(student_id: int, look: PictureLook, at: date | int | None = None) -> str:
    """The data of a button that leads to a picture, of a day or of a period."""
    place = at.toordinal() if isinstance(at, date) else at or 0
    return PictureCb(student=student_id, look=look, at=place).pack()


def to_page(student_id: int, look: Look, at: date | int | None = None) -> str:
    """The data of a button that leads to a page, of a day or of a period."""
    place = at.toordinal() if isinstance(at, date) else at or 0
    return DiaryCb(student=student_id, look=look, at=place).pack()
