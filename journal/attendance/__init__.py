"""Registers: proposals, draft, Save, hold, undo."""

from journal.attendance.class_teacher import AtLesson, correct, excuse, student, students
from journal.attendance.register import (
    everyone_present,
    open_register,
    save_register,
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
    "student",
    "students",
    "tap",
    "undo_register",
]
