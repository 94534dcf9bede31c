"""Queries about how messages fare."""

from storage.delivery.letters import LetterQueries
from storage.delivery.load import LoadQueries


class DeliveryQueries(LetterQueries, LoadQueries):
    """Implements `journal.ports.delivery.Delivery`."""
