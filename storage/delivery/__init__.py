"""Queries about how messages fare."""

from storage.delivery.letters import LetterQueries
from storage.delivery.load import LoadQueries
from storage.delivery.outages import OutageQueries


class DeliveryQueries(LetterQueries, LoadQueries, OutageQueries):
    """Implements `journal.ports.delivery.Delivery`."""
