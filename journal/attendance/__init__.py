"""Registers: proposals, draft, Save, hold, undo."""

from journal.attendance.class_teacher import AtLesson, correct, excuse, student, students
from journal.attendance.register import (
    everyone_present,
    open_register,
    save_register,
    set_minutes,
    tap,
    undo_register,
)

__all__ = [
    "AtLesson",
    "correct",
    "everyone_present",
    "excuse",
    "open_register",
    "save_register",
    "set_minutes",
    "student",
    "students",
    "tap",
    "undo_register",
]
