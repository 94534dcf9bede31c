"""Queries about the correspondence: threads, lists, whom one may write to, a colleague's own ways."""

from storage.messages.addressees import Addressees
from storage.messages.forgetting import forget
from storage.messages.letters import Letters
from storage.messages.lists import Lists
from storage.messages.months import Months
from storage.messages.ways import Ways

__all__ = ["MessageQueries", "forget"]


class MessageQueries(Letters, Lists, Addressees, Months, Ways):
    """Implements `journal.ports.messages.Messages`."""
