"""Buttons of the home area."""

from aiogram.filters.callback_data import CallbackData


class HomeCb(CallbackData, prefix="home"):
    """Back to the first screen."""


HOME = HomeCb().pack()
