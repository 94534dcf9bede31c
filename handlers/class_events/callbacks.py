"""Buttons of the events area: ids and the wanted state."""

from aiogram.filters.callback_data import CallbackData

from handlers.days import AnyOrdinal


class MonthEventsCb(CallbackData, prefix="ev"):
    """The events of a class in the month of that day; 0: this month."""

    unit: int
    day: AnyOrdinal = 0


class EventCb(CallbackData, prefix="evc"):
    event: int


class WriteEventCb(CallbackData, prefix="eva"):
    """Write a new event of the class, or other words for `event`."""

    unit: int
    event: int = 0


class CancelEventCb(CallbackData, prefix="evx"):
    """It does not take place, once that is confirmed."""

    event: int
    sure: bool = False
