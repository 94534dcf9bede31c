"""Queries about lesson plans."""

from storage.db import Db
from storage.plans.figures import FigureQueries
from storage.plans.pages import PageQueries
from storage.plans.writing import WritingQueries

__all__ = ["PlanQueries"]


class PlanQueries(PageQueries, FigureQueries, WritingQueries):
    """Implements `journal.ports.plans.Plans`."""

    def __init__(self, db: Db) -> None:
        self.db = db
