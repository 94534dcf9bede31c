"""Buttons of the attendance area: ids and the wanted state."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from journal.model.attendance import Presence, Reason


class OpenRegisterCb(CallbackData, prefix="ato"):
    lesson: int


class TapCb(CallbackData, prefix="at"):
    """Puts the student's `status` into the draft; `seen` is the draft revision the button was drawn with."""

    lesson: int
    student: int
    status: Presence
    seen: int


class RegisterAct(StrEnum):
    SAVE = "s"
    UNDO = "u"
    ALL_PRESENT = "a"
    SURE = "y"


class RegisterCb(CallbackData, prefix="atr"):
    """`posted` counts Saves and undos; a button drawn with another count does nothing."""

    lesson: int
    act: RegisterAct
    posted: int


class LeavingCb(CallbackData, prefix="atl"):
    """Who left before the end."""

    lesson: int


class TimesCb(CallbackData, prefix="att"):
    """By how many minutes."""

    lesson: int


class MinutesCb(CallbackData, prefix="atm"):
    """That student was late, or left early, by so many minutes; 0 is unknown."""

    lesson: int
    student: int
    minutes: int = Field(ge=0, le=99)


class AmendCb(CallbackData, prefix="ath"):
    """The students of a colleague's register, for the class teacher."""

    lesson: int


class AmendOneCb(CallbackData, prefix="ati"):
    lesson: int
    student: int


class ExcuseCb(CallbackData, prefix="ate"):
    """Enters the student's absence for that reason."""

    lesson: int
    student: int
    reason: Reason


class CorrectCb(CallbackData, prefix="atc"):
    """Says whether the student was absent, whatever the teacher has posted."""

    lesson: int
    student: int
    absent: bool
