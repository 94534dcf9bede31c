"""The diary: what a family or a student reads of one child, and the little it keeps there for itself."""

from journal.diary.agenda import agenda
from journal.diary.asking import Asked, asked, at_hand
from journal.diary.attendance import attendance, attendance_days, attendance_of, totals
from journal.diary.card import week_card
from journal.diary.days import day, everybody, home, homework, lesson, span
from journal.diary.family import child, files, look_at, material, tick
from journal.diary.marks import marks, marks_of, opened, subject, valued
from journal.diary.outsiders import outsider
from journal.diary.subjects import learnt, subjects, tasks_of, topics_of
from journal.diary.teachers import teachers
from journal.diary.year import calendar, finals, progress, summary

__all__ = [
    "Asked",
    "agenda",
    "asked",
    "at_hand",
    "attendance",
    "attendance_days",
    "attendance_of",
    "calendar",
    "child",
    "day",
    "everybody",
    "files",
    "finals",
    "home",
    "homework",
    "learnt",
    "lesson",
    "look_at",
    "marks",
    "marks_of",
    "material",
    "opened",
    "outsider",
    "progress",
    "span",
    "subject",
    "subjects",
    "summary",
    "tasks_of",
    "teachers",
    "tick",
    "topics_of",
    "totals",
    "valued",
    "week_card",
]
