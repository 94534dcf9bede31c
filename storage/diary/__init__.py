"""The diary's reads: one statement a question, whatever the number of rows, straight into dataclasses."""

from storage.diary.book import BookQueries
from storage.diary.days import DayQueries
from storage.diary.family import FamilyQueries


class DiaryQueries(DayQueries, BookQueries, FamilyQueries):
    """Implements `journal.ports.diary.Diary`."""
