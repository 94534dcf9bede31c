"""Buttons of the home area."""

from aiogram.filters.callback_data import CallbackData


class HomeCb(CallbackData, prefix="home"):
    """Back to the first screen."""


class HelpCb(CallbackData, prefix="help"):
    """What can be done here, and what can be typed."""


HOME = HomeCb().pack()
HELP = HelpCb().pack()
