"""Buttons of the class teacher's card."""

from aiogram.filters.callback_data import CallbackData

from handlers.days import AnyOrdinal, Ordinal


class ClassCb(CallbackData, prefix="ct"):
    """The class's day; 0 chooses the class where there are several."""

    unit: int = 0


class CallsCb(CallbackData, prefix="ctc"):
    """Whom to call today."""

    unit: int


class ConnectionsCb(CallbackData, prefix="ctu"):
    """Whose families are not connected, or not reached."""

    unit: int


class WeekCb(CallbackData, prefix="ctw"):
    """How timely the class's journal is kept in the week of that day; 0: this week."""

    unit: int
    day: AnyOrdinal = 0


class RemindCb(CallbackData, prefix="ctn"):
    """Remind one teacher, or all (`person` 0), of what the week lacks."""

    unit: int
    day: Ordinal
    person: int = 0


class ReportCb(CallbackData, prefix="ctr"):
    """Tell the deputy head of the week; shows first what the deputy head will read."""

    unit: int
    day: Ordinal
    confirmed: bool = False


MY_CLASS = ClassCb().pack()
