"""The diary: what a family or a student reads of one child."""

from journal.diary.attendance import attendance
from journal.diary.days import day, home, homework, week
from journal.diary.family import files, look_at
from journal.diary.marks import mark, marks, subject

__all__ = ["attendance", "day", "files", "home", "homework", "look_at", "mark", "marks", "subject", "week"]
