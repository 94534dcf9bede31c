"""Every table of the school's database, by area."""

from storage.tables import (
    access,
    attendance,
    control,
    lessons,
    marks,
    notices,
    outbox,
    people,
    school,
    timetable,
)
from storage.tables.base import metadata

__all__ = [
    "access",
    "attendance",
    "control",
    "lessons",
    "marks",
    "metadata",
    "notices",
    "outbox",
    "people",
    "school",
    "timetable",
]
