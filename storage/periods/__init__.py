"""Queries about periods and the marks given for them."""

from storage.db import Db
from storage.periods.calendar import CalendarQueries
from storage.periods.closing import ClosingQueries
from storage.periods.pages import PageQueries
from storage.periods.requests import RequestQueries
from storage.periods.results import ResultQueries

__all__ = ["PeriodQueries"]


class PeriodQueries(CalendarQueries, PageQueries, ResultQueries, ClosingQueries, RequestQueries):
    """Implements `journal.ports.periods.Periods`."""

    def __init__(self, db: Db) -> None:
        self.db = db
