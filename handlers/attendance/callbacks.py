"""Buttons of the attendance area: ids and the wanted state."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from journal.model.attendance import Presence


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
