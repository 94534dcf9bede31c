"""The page of an assessment, authorised and loaded: students with what their marks come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, time

from journal import gate
from journal.errors import NotFoundError, RefusedError
from journal.model.control import RequestStatus
from journal.model.marks import Mark, ResultKind
from journal.model.people import Person
from journal.model.periods import AskFor, Assessment, Closure, PageState, Place, ResultPage, ResultRequest
from journal.model.requests import OPEN_FOR, as_of
from journal.model.results import Given, ResultDraft, ResultRow, ResultSheet
from journal.periods import rule
from journal.periods.grounds import grounds, held_forms
from journal.periods.stages import assessments, current, gives_results, judge
from journal.policy import Permission
from journal.ports import Work
from journal.regulation.values import WorkForm


def keyed(place: Place) -> dict[str, object]:
    """The place as a question about it is kept."""
    return {
        "unit": place.unit_id,
        "subject": place.subject_id,
        "kind": str(place.kind),
        "period": place.period_id,
    }


async def located(work: Work, place: Place, permission: Permission) -> tuple[ResultPage, Assessment]:
    """The page and its assessment, if the actor may do that with them now; no period is the one at hand.

    Raises as the gate does, `NotFoundError` for an assessment that the grade does not have, and
    `RefusedError("marks_not_given")` where the subject or the grade has no marks.
    """
    await gate.page(work, place.unit_id, place.subject_id, permission)
    page = await work.periods.page(place.unit_id, place.subject_id)
    if page is None:
        raise NotFoundError(kind="page")
    if not gives_results(page, work.regulation):
        clause = work.regulation.clause("entry.grade1_marks") if not page.markless else None
        raise RefusedError("marks_not_given", clause=clause)
    known = await stages_of(work, page)
    for one in known:
        if one.kind is place.kind and (one.period_id or 0) == place.period_id:
            return page, one
    at_hand = current(known, work.now, work.school.zone)
    if place.kind is not ResultKind.PERIOD or place.period_id or at_hand is None:
        raise NotFoundError(kind="assessment")
    return page, at_hand


async def stages_of(work: Work, page: ResultPage) -> tuple[Assessment, ...]:
    """What students of the page are assessed for in its year; two statements."""
    known = await work.periods.of_year(page.year_id)
    orders = await work.periods.orders(page.year_id)
    own = [one for one, grades in known if page.grade in grades]
    return assessments(own, orders, page.grade, work.regulation)


async def load(
    work: Work, page: ResultPage, assessment: Assessment, draft: ResultDraft | None = None
) -> ResultSheet:
    """The sheet in a constant number of statements."""
    students = await work.periods.students(page, min(work.today, assessment.ends_on))
    numbers = [student.id for student in students]
    given = await work.periods.results(numbers, page.subject_id, page.year_id)
    marks = await work.periods.marks(numbers, page.subject_id, assessment.span)
    closure = await work.periods.closure(page, assessment)
    asked = [as_of(one, work.now) for one in await work.periods.requests_of(page, assessment)]
    if draft is None:
        draft = await work.periods.draft(page, assessment, gate.author(work))
    known = await stages_of(work, page)
    held = held_forms(marks, work.regulation)
    by_student: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_student[mark.student_id].append(mark)
    rows = tuple(
        _row_of(
            work,
            assessment,
            student,
            given.get(student.id, {}),
            by_student[student.id],
            held,
            known,
            draft,
            asked,
        )
        for student in students
    )
    never = [form for form in work.regulation.periods.required_kinds if form not in held]
    verdict = judge(
        assessment, work.regulation, work.now, work.school.zone, opened_until(work, closure, asked)
    )
    return ResultSheet(page, assessment, verdict, rows, draft, state_of(closure), tuple(sorted(never)))


def _row_of(
    work: Work,
    assessment: Assessment,
    student: Person,
    given: Mapping[str, Given],
    marks: Sequence[Mark],
    held: frozenset[WorkForm],
    known: Sequence[Assessment],
    draft: ResultDraft,
    asked: Sequence[ResultRequest],
) -> ResultRow:
    regulation = work.regulation
    earlier = {code: one.value for code, one in given.items()}
    found = grounds(assessment, earlier, known, marks, regulation)
    choice = draft.chosen.get(student.id)
    own = given.get(assessment.code)
    value = choice.value if choice else own.value if own else None
    flaws = rule.flaws(assessment.kind, value, found, held, regulation)
    about = [one.status for one in asked if one.kind is AskFor.MARKS and one.student == student]
    return ResultRow(
        student, found, own, choice, flaws, RequestStatus.GRANTED in about, RequestStatus.WAITING in about
    )


def state_of(closure: Closure | None) -> PageState:
    if closure is None:
        return PageState.OPEN
    return PageState.CLOSED if closure.reopened_at is None else PageState.REOPENED


def opened_until(work: Work, closure: Closure | None, asked: Sequence[ResultRequest]) -> datetime | None:
    """How long the deputy head has opened the page, by leave or by reopening it; None: not at all."""
    moments = [
        one.open_until
        for one in asked
        if one.kind is AskFor.WINDOW and one.status == RequestStatus.GRANTED and one.open_until
    ]
    if closure is not None and closure.reopened_at is not None:
        moments.append(work.school.moment(work.school.day(closure.reopened_at) + OPEN_FOR, time()))
    return max(moments, default=None)


def require_open(work: Work, found: ResultSheet) -> None:
    """Raises `RefusedError` with the clause and the way on where marks cannot be set now."""
    if found.state is PageState.CLOSED:
        clause = work.regulation.clause("entry.edit_lock")
        raise RefusedError("results_closed", clause=clause, place=found.place)
    verdict = found.verdict
    if not verdict.allowed:
        raise RefusedError(
            verdict.code,
            clause=verdict.clause,
            until=verdict.until,
            day=work.today,
            zone=work.school.zone,
            place=found.place,
        )
