"""Requests about period marks."""

from journal.model.news import Kind
from notifications.requests import Requests
from storage.periods import PeriodQueries

REQUESTS = Requests(
    asked=Kind.RESULT_ASKED,
    decided=Kind.RESULT_DECIDED,
    thread="result_request",
    find=lambda db, numbers: PeriodQueries(db).requests_by_id(numbers),
)
