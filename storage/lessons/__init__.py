"""Lessons as they lie in their table."""

from storage.lessons.queries import LessonQueries
from storage.lessons.rows import as_lesson, kept_by, lesson_select

__all__ = ["LessonQueries", "as_lesson", "kept_by", "lesson_select"]
