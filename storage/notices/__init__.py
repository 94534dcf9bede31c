"""Queries about notices: drafts, audiences, signatures and the counter's figures."""

from storage.notices.audiences import binding_kinds, families_of
from storage.notices.figures import Figures
from storage.notices.readers import Readers
from storage.notices.writing import Writing

__all__ = ["NoticeQueries", "binding_kinds", "families_of"]


class NoticeQueries(Writing, Readers, Figures):
    """Implements `journal.ports.notices.Notices`."""
