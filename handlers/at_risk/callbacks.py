"""Buttons of the list of those who need help: ids and the wanted state."""

from aiogram.filters.callback_data import CallbackData


class RiskCb(CallbackData, prefix="ar"):
    """The list of a class (0 chooses it), of one subject where one is named."""

    unit: int = 0
    subject: int = 0


class RiskSubjectsCb(CallbackData, prefix="ars"):
    """Which subject of the class."""

    unit: int


class TellCb(CallbackData, prefix="art"):
    """Tell the family of one student, or all of them (0), once that is confirmed."""

    unit: int
    subject: int = 0
    student: int = 0
    sure: bool = False


ALL = RiskCb().pack()
