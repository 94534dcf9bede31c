"""The diary: what a family or a student reads of one child."""

from journal.diary.attendance import attendance
from journal.diary.days import day, home, homework, week
from journal.diary.marks import mark, marks

__all__ = ["attendance", "day", "home", "homework", "mark", "marks", "week"]
