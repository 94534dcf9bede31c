"""Study periods, their marks, plans, timetable and subgroups."""

from dataclasses import dataclass
from typing import Annotated

from journal.model.marks import ResultKind
from journal.model.people import Role
from journal.model.school import PeriodKind
from journal.regulation.bounds import Between
from journal.regulation.deadline import Deadline
from journal.regulation.notation import YearDay
from journal.regulation.values import Enforcement, PlanHours, SubgroupFormation, SubgroupTransfer, WorkForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """Section «Periods»."""

    kinds: frozenset[PeriodKind]
    """How the year is divided (R-062)."""
    results: frozenset[ResultKind]
    """What students get a final mark for (R-063)."""
    mark_due: Deadline
    """Last moment for period marks; counted from the period's end or the order's date (R-064)."""
    mark_opens_days: Annotated[int, Between(1, 60)] | None
    """Days before the period's end from which period marks may be set (C4); None: at any time."""
    min_marks: Annotated[int, Between(0, 20)]
    """Marks a student needs for a period mark (R-065)."""
    min_marks_enforcement: Enforcement
    """What fewer marks lead to; a refusal is lifted by the deputy head with a reason (C16)."""
    required_kinds: frozenset[WorkForm]
    """Forms of work that must be among those marks (R-066)."""
    lesson_plan_due: YearDay
    """Lesson plans are loaded by this day (R-077, R-079)."""
    plan_hours_check: PlanHours
    """How far plan hours must equal the curriculum's (R-078)."""
    year_setup_due: YearDay
    """Years, periods, classes, subjects, curriculum and timetable are set up by this day (R-144)."""
    lists_due: YearDay
    """The secretary supplies class and teacher lists by this day (R-145)."""
    timetable_former: frozenset[Role]
    """Who forms the timetable at the start of the year (R-067)."""
    timetable_editor: frozenset[Role]
    """Who changes it later (R-068, C10)."""
    timetable_supplier: frozenset[Role]
    """Who asks for changes that an editor applies."""
    subgroup_formation: SubgroupFormation
    """When subgroups are formed (C17)."""
    subgroup_proposer: frozenset[Role]
    """Who settles the membership of subgroups (R-071)."""
    subgroup_applier: frozenset[Role]
    """Who enters it."""
    subgroup_transfer: SubgroupTransfer
    """When a student may move between subgroups (R-072)."""
