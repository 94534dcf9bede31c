"""Buttons of the clubs area: ids and the wanted state."""

from aiogram.filters.callback_data import CallbackData


class ClubsCb(CallbackData, prefix="cl"):
    """What goes on after the lessons of a class."""

    unit: int


class ClubCb(CallbackData, prefix="clc"):
    club: int


class AddClubCb(CallbackData, prefix="cla"):
    unit: int


class TakeCb(CallbackData, prefix="clt"):
    """One student takes part, or not."""

    club: int
    student: int
    goes: bool


class WholeClassCb(CallbackData, prefix="clw"):
    club: int


class EndClubCb(CallbackData, prefix="clx"):
    """It goes on no more, once that is confirmed."""

    club: int
    sure: bool = False
