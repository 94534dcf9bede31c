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
    papers,
    people,
    pictures,
    remarks,
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
    "papers",
    "people",
    "pictures",
    "remarks",
    "school",
    "timetable",
]
