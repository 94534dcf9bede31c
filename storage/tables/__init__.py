"""Every table of the school's database, by area."""

from storage.tables import (
    access,
    attendance,
    clubs,
    control,
    folds,
    guards,
    lessons,
    marks,
    messages,
    notices,
    outbox,
    people,
    pictures,
    school,
    timetable,
)
from storage.tables.base import metadata

__all__ = [
    "access",
    "attendance",
    "clubs",
    "control",
    "folds",
    "guards",
    "lessons",
    "marks",
    "messages",
    "metadata",
    "notices",
    "outbox",
    "people",
    "pictures",
    "school",
    "timetable",
]
