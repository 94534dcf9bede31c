"""The button of a child's debts."""

from aiogram.filters.callback_data import CallbackData


class DebtsCb(CallbackData, prefix="db"):
    """The debts of a child; 0 is whoever is looked at now."""

    student: int = 0


DEBTS = DebtsCb().pack()
