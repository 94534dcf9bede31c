"""Watching over the journal: a class's day, a school's morning, reminders, requests, pages to look at."""

from journal.control.calling import CallRequest, ask_for_call, call_request
from journal.control.classday import calls, class_day, headed
from journal.control.classweek import breach_news, class_week, remind, report, review_news
from journal.control.morning import morning
from journal.control.nudging import Nudged, nudge
from journal.control.presence import attendance, class_presence
from journal.control.requests import ask_word, decide, expire, waiting
from journal.control.student import student, students
from journal.control.viewing import classes, day_of_class, page

__all__ = [
    "CallRequest",
    "Nudged",
    "ask_for_call",
    "ask_word",
    "attendance",
    "breach_news",
    "call_request",
    "calls",
    "class_day",
    "class_presence",
    "class_week",
    "classes",
    "day_of_class",
    "decide",
    "expire",
    "headed",
    "morning",
    "nudge",
    "page",
    "remind",
    "report",
    "review_news",
    "student",
    "students",
    "waiting",
]
