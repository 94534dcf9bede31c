"""Buttons of the marks area: ids and the wanted state."""

from aiogram.filters.callback_data import CallbackData


class OpenMarksCb(CallbackData, prefix="mko"):
    lesson: int
