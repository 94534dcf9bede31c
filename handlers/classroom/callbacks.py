"""Buttons of the class teacher's card."""

from aiogram.filters.callback_data import CallbackData


class ClassCb(CallbackData, prefix="ct"):
    """The class's day; 0 chooses the class where there are several."""

    unit: int = 0


class CallsCb(CallbackData, prefix="ctc"):
    """Whom to call today."""

    unit: int


class ConnectionsCb(CallbackData, prefix="ctu"):
    """Whose families are not connected, or not reached."""

    unit: int


MY_CLASS = ClassCb().pack()
