"""Buttons of the home area."""

from aiogram.filters.callback_data import CallbackData


class HomeCb(CallbackData, prefix="home"):
    """Back to the first screen."""


class EverythingCb(CallbackData, prefix="hall"):
    """All sections, where the first screen shows a few."""


class HelpCb(CallbackData, prefix="help"):
    """What can be done here, and what can be typed."""


HOME = HomeCb().pack()
EVERYTHING = EverythingCb().pack()
HELP = HelpCb().pack()
