"""Buttons of forecasts: of a child, of a class, of a subject in either."""

from aiogram.filters.callback_data import CallbackData


class ForecastCb(CallbackData, prefix="fo"):
    """The forecast of a child; student 0 is whoever is looked at now, subject 0 is all of them."""

    student: int = 0
    subject: int = 0


class ClassForecastCb(CallbackData, prefix="foc"):
    """The forecast for the group; unit 0 chooses the class, subject 0 the subject."""

    unit: int = 0
    subject: int = 0


MY_CLASSES = ClassForecastCb().pack()
