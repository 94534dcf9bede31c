"""The school's own spreadsheets: which sheets there are and what stands in their columns.

The reader and the writer of the empty templates both go by these descriptions.
"""

from journal.imports.sheets.calendar import BELLS, PERIODS
from journal.imports.sheets.columns import Column, Form, Sheet
from journal.imports.sheets.people import STAFF, STUDENTS, SUBGROUPS
from journal.imports.sheets.teaching import CURRICULUM, LESSON_PLAN, TIMETABLE, WORKLOAD

# In the order in which they are read: what refers comes after what it refers to.
SHEETS = (PERIODS, BELLS, STAFF, STUDENTS, SUBGROUPS, CURRICULUM, WORKLOAD, TIMETABLE, LESSON_PLAN)
# The sheet of explanations in every template; it holds nothing to read.
HELP_TITLE = "Как заполнять"

__all__ = [
    "BELLS",
    "CURRICULUM",
    "HELP_TITLE",
    "LESSON_PLAN",
    "PERIODS",
    "SHEETS",
    "STAFF",
    "STUDENTS",
    "SUBGROUPS",
    "TIMETABLE",
    "WORKLOAD",
    "Column",
    "Form",
    "Sheet",
]
