"""Queries about what families get on paper."""

from storage.papers.requests import RequestQueries
from storage.papers.sheets import SheetQueries


class PaperQueries(SheetQueries, RequestQueries):
    """Implements `journal.ports.papers.Papers`."""
