"""Works, marks, their revisions and drafts in the database."""

from storage.marks.queries import MarkQueries
from storage.marks.rows import as_work, work_select

__all__ = ["MarkQueries", "as_work", "work_select"]
