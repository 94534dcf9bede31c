"""Buttons of dated statuses: ids and the wanted state."""

from aiogram.filters.callback_data import CallbackData

from handlers.days import AnyOrdinal
from journal.model.statuses import StatusKind


class StatusesCb(CallbackData, prefix="st"):
    """What holds in a class."""

    unit: int


class ChooseCb(CallbackData, prefix="stn"):
    """Of whom it is said."""

    unit: int


class StudentCb(CallbackData, prefix="sto"):
    """What may be said of the student; with a kind, of which days."""

    student: int
    kind: StatusKind | None = None


class SayCb(CallbackData, prefix="sts"):
    """Say it from today until that day (0: today alone); `slot` is the first lesson missed."""

    student: int
    kind: StatusKind
    until: AnyOrdinal = 0
    slot: int = 0


class DaysCb(CallbackData, prefix="std"):
    """Type the days."""

    student: int
    kind: StatusKind


class StatusCb(CallbackData, prefix="stc"):
    status: int


class NoteStatusCb(CallbackData, prefix="stw"):
    """Type what the order is about."""

    status: int


class EndCb(CallbackData, prefix="stx"):
    """It holds no more."""

    status: int
