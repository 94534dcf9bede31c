"""Buttons of the settings area: ids and the wanted state."""

from aiogram.filters.callback_data import CallbackData

from journal.model.news import Kind


class WhyCb(CallbackData, prefix="why"):
    """«Why do I get this?» under every push: its kind, and the child it is about (0: none)."""

    kind: Kind
    student: int = 0
