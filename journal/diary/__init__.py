"""The diary: what a family or a student reads of one child, and the little it keeps there for itself."""

from journal.diary.asking import Asked, asked, at_hand
from journal.diary.attendance import attendance, attendance_of
from journal.diary.days import day, everybody, home, homework, lesson, span
from journal.diary.family import child, files, look_at, tick
from journal.diary.marks import mark, marks, marks_of, subject, valued
from journal.diary.subjects import subjects, tasks_of, topics_of
from journal.diary.year import calendar, finals, progress, summary

__all__ = [
    "Asked",
    "asked",
    "at_hand",
    "attendance",
    "attendance_of",
    "calendar",
    "child",
    "day",
    "everybody",
    "files",
    "finals",
    "home",
    "homework",
    "lesson",
    "look_at",
    "mark",
    "marks",
    "marks_of",
    "progress",
    "span",
    "subject",
    "subjects",
    "summary",
    "tasks_of",
    "tick",
    "topics_of",
    "valued",
]
