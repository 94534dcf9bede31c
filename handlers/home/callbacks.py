"""Buttons of the home area."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class Living(StrEnum):
    """What a living message counts; see `handlers.living`."""

    NOTICE = "n"
    MEETING = "m"


class LivingCb(CallbackData, prefix="lv"):
    """Bring the living message about this thing up to date."""

    of: Living
    id: int


class HomeCb(CallbackData, prefix="home"):
    """Back to the first screen."""


class EverythingCb(CallbackData, prefix="hall"):
    """All sections, where the first screen shows a few."""


class FoldCb(CallbackData, prefix="fold"):
    """More buttons of the same screen, where it shows a few at once."""

    key: str = Field(max_length=24)
    page: int = Field(0, ge=0)


class HelpCb(CallbackData, prefix="help"):
    """What can be done here, and what can be typed."""


HOME = HomeCb().pack()
EVERYTHING = EverythingCb().pack()
HELP = HelpCb().pack()
