"""Callback data of absences: ids and the intended state only."""

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from journal.absences import Said


class ReasonCb(CallbackData, prefix="abr"):
    """A family says why the child is not there that day (`day` is YYYYMMDD)."""

    student: int
    day: int
    said: Said

    @property
    def date(self) -> date:
        return date(self.day // 10_000, self.day // 100 % 100, self.day % 100)


def reason_cb(student_id: int, day: date, said: Said) -> str:
    return ReasonCb(student=student_id, day=int(f"{day:%Y%m%d}"), said=said).pack()


class NoteAct(StrEnum):
    """What may be done with a note once it is sent."""

    CHANGE = "c"
    MORE_DAYS = "d"
    FOUND = "f"
    ACCEPT = "a"
    DECLINE = "n"


class NoteCb(CallbackData, prefix="abn"):
    note: int
    act: NoteAct
    revision: int


class UntilCb(CallbackData, prefix="abu"):
    """The family says how long the absence lasts."""

    note: int
    until: int
    revision: int


class AheadCb(CallbackData, prefix="aba"):
    """Announce an absence ahead of time; `day` 0 asks for the day."""

    student: int
    day: int = 0


class DecideCb(CallbackData, prefix="abx"):
    """The class teacher sets the reason of an absence nobody explained."""

    student: int
    day: int
    valid: bool


class ReviewCb(CallbackData, prefix="abw"):
    """The class teacher's review of a class's absences."""

    unit: int
    week: int = 0
    page: int = 0
