"""The results of some days of several children at once, as they are put on paper (RP-08, RP-09).

The number of statements does not grow with the number of children.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import TypeVar

from journal.debts.family import owing
from journal.diary.attendance import totals
from journal.diary.averages import average
from journal.model.attendance import Absence
from journal.model.lessons import Homework
from journal.model.marks import Mark
from journal.model.papers import ChildResults, SubjectResults, ToSign
from journal.model.people import Person, Unit, child_of
from journal.model.span import Span
from journal.ports import Work

Own = TypeVar("Own", Mark, Absence)

DAY, AHEAD = timedelta(days=1), timedelta(days=7)
# Notices older than this are asked about no more.
ASKED_FOR = timedelta(days=30)


async def results_of(
    work: Work, unit: Unit, students: Sequence[Person], span: Span, *, ahead: bool = False
) -> list[ChildResults]:
    """How these days were for each; with `ahead` also what waits: homework, tests, events, notices."""
    ids = [one.id for one in students]
    if not ids:
        return []
    counted = await _counted(work, unit, span)
    marks = _by_student(await work.diary.marks(ids, counted | span))
    absences = _by_student(await work.diary.absences(ids, span))
    debts = await owing(work, ids)
    homework, notices = await _ahead(work, ids, span) if ahead else ({}, {})
    planned = await work.diary.planned_works([unit.id], after(span)) if ahead else []
    events = await work.diary.happenings(ids, after(span)) if ahead else {}
    return [
        ChildResults(
            child_of(one, unit),
            span,
            _subjects(marks[one.id], span, counted),
            tuple(absences[one.id]),
            totals(absences[one.id]),
            debts[one.id],
            tuple(homework.get(one.id, ())),
            tuple(planned),
            tuple(notices.get(one.id, ())),
            tuple(events.get(one.id, ())),
        )
        for one in students
    ]


def after(span: Span) -> Span:
    """The seven days after these."""
    return Span(span.last + DAY, span.last + AHEAD)


async def _counted(work: Work, unit: Unit, span: Span) -> Span:
    """The days of which averages are told: the period so far; these days alone in the holidays."""
    running = await work.periods.running(unit.year_id, unit.grade, span.last)
    return Span(min(running.starts_on, span.first), span.last) if running is not None else span


def _by_student(found: Sequence[Own]) -> defaultdict[int, list[Own]]:
    whose: defaultdict[int, list[Own]] = defaultdict(list)
    for one in found:
        whose[one.student_id].append(one)
    return whose


def _subjects(marks: Sequence[Mark], span: Span, counted: Span) -> tuple[SubjectResults, ...]:
    by_subject: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_subject[mark.subject].append(mark)
    return tuple(
        SubjectResults(
            subject,
            tuple(mark.value for mark in found if mark.date in span),
            average(mark for mark in found if mark.date in counted),
        )
        for subject, found in sorted(by_subject.items())
    )


async def _ahead(
    work: Work, ids: Sequence[int], span: Span
) -> tuple[dict[int, list[Homework]], dict[int, list[ToSign]]]:
    """By student, what is to be done in the coming days, and what is to be signed."""
    coming = await work.diary.lessons(ids, after(span))
    tasks: dict[int, list[Homework]] = defaultdict(list)
    for task in await work.homework.due_at({lesson.id for _, lesson in coming}):
        if not task.no_work:
            tasks[task.lesson_id].append(task)
    homework: dict[int, list[Homework]] = defaultdict(list)
    for student, lesson in coming:
        homework[student] += tasks.get(lesson.id, ())
    since = datetime.combine(work.today - ASKED_FOR, time(), work.school.zone)
    return homework, await work.papers.to_sign(ids, since)
