"""Buttons of the attendance area: ids and the wanted state."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

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


class RegisterCb(CallbackData, prefix="atr"):
    """`posted` counts Saves and undos; a button drawn with another count does nothing."""

    lesson: int
    act: RegisterAct
    posted: int


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
