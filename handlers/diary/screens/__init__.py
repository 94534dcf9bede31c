"""Screens of the diary, pure: what is known of a child → one message."""

from handlers.diary.screens.attendance import attendance
from handlers.diary.screens.days import day, files, home_card, tasks, week
from handlers.diary.screens.marks import mark, marks, subject

__all__ = ["attendance", "day", "files", "home_card", "mark", "marks", "subject", "tasks", "week"]
