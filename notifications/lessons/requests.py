"""Requests to open a lesson."""

from journal.model.news import Kind
from notifications.requests import Requests
from storage.control import ControlQueries

REQUESTS = Requests(
    asked=Kind.ENTRY_ASKED,
    decided=Kind.ENTRY_DECIDED,
    thread="entry_request",
    find=lambda db, numbers: ControlQueries(db).requests_by_id(numbers),
)
