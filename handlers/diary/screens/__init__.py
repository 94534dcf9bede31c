"""Screens of the diary: pure functions of what was read and the reader's language."""

from handlers.diary.screens.at_hand import at_hand
from handlers.diary.screens.attendance import attendance
from handlers.diary.screens.days import day, lesson, timetable, week
from handlers.diary.screens.home import everybody, home_card
from handlers.diary.screens.mark_lists import by_date, by_work, marks_of, which_mark
from handlers.diary.screens.marks import mark, marks, subject
from handlers.diary.screens.summary import summary
from handlers.diary.screens.tasks import files, material, subject_tasks, subjects, tasks, tasks_of_days
from handlers.diary.screens.teachers import teachers
from handlers.diary.screens.year import controls, events, finals, more_pages, progress, taught, topics

__all__ = [
    "at_hand",
    "attendance",
    "by_date",
    "by_work",
    "controls",
    "day",
    "events",
    "everybody",
    "files",
    "finals",
    "home_card",
    "lesson",
    "mark",
    "marks",
    "marks_of",
    "material",
    "more_pages",
    "progress",
    "subject",
    "subject_tasks",
    "subjects",
    "summary",
    "tasks",
    "tasks_of_days",
    "taught",
    "teachers",
    "timetable",
    "topics",
    "week",
    "which_mark",
]
