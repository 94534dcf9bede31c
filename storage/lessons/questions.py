"""What is asked about lessons, built once each."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ScalarSelect, Select, and_, func, or_, select, union_all
from sqlalchemy.sql.elements import ColumnElement

from journal.model.lessons import LessonStatus
from journal.model.people import UnitKind
from storage.lessons.rows import kept_by, lesson_select
from storage.people import belongs_on
from storage.question import question
from storage.tables.lessons import lessons
from storage.tables.marks import entry_requests, page_closures
from storage.tables.people import enrolments, units
from storage.tables.school import periods


@question
def lesson(lesson_id: int) -> Select[Any]:
    return lesson_select().where(lessons.c.id == lesson_id)


@question
def of_teacher(person_id: int, day: date) -> Select[Any]:
    return (
        lesson_select()
        .where(lessons.c.date == day, kept_by(person_id))
        .order_by(lessons.c.starts_at, lessons.c.unit_id)
    )


@question
def of_unit(unit_id: int, first: date, last: date) -> Select[Any]:
    return (
        lesson_select()
        .where(or_(units.c.id == unit_id, units.c.parent_id == unit_id), lessons.c.date.between(first, last))
        .order_by(lessons.c.date, lessons.c.slot, lessons.c.unit_id)
    )


@question
def of_student(student_id: int, first: date, last: date) -> Select[Any]:
    return (
        lesson_select()
        .join(enrolments, enrolments.c.unit_id == lessons.c.unit_id)
        .where(
            enrolments.c.student_id == student_id,
            lessons.c.date.between(first, last),
            belongs_on(lessons.c.date),
        )
        .order_by(lessons.c.date, lessons.c.slot)
    )


@question
def running(moment: datetime, soon: datetime, first: date, last: date) -> Select[Any]:
    return (
        lesson_select()
        .where(
            lessons.c.date.between(first, last),
            lessons.c.starts_at <= soon,
            lessons.c.ends_at > moment,
            lessons.c.status == LessonStatus.PLANNED,
        )
        .order_by(units.c.grade, units.c.name, lessons.c.id)
    )


@question
def upcoming_of_page(unit_id: int, subject_id: int, after: datetime, many: int) -> Select[Any]:
    return (
        lesson_select()
        .where(
            lessons.c.unit_id == unit_id,
            lessons.c.subject_id == subject_id,
            lessons.c.starts_at > after,
            lessons.c.status == LessonStatus.PLANNED,
        )
        .order_by(lessons.c.starts_at)
        .limit(many)
    )


@question
def parallels(
    person_id: int, subject_id: int, unit_id: int, grade: int, first: date, last: date
) -> Select[Any]:
    """Each parallel page is met at its lesson of the last day, or else at its last one before."""
    page = (
        select(lessons.c.unit_id, func.max(lessons.c.starts_at).label("starts_at"))
        .join(units, units.c.id == lessons.c.unit_id)
        .where(
            kept_by(person_id),
            lessons.c.subject_id == subject_id,
            lessons.c.unit_id != unit_id,
            units.c.grade == grade,
            lessons.c.date.between(first, last),
            lessons.c.status == LessonStatus.PLANNED,
        )
        .group_by(lessons.c.unit_id)
        .subquery()
    )
    return (
        lesson_select()
        .join(page, and_(page.c.unit_id == lessons.c.unit_id, page.c.starts_at == lessons.c.starts_at))
        .where(lessons.c.subject_id == subject_id)
        .order_by(units.c.name)
    )


@question
def last_ends(class_ids: Collection[int], day: date) -> Select[Any]:
    class_id = func.coalesce(units.c.parent_id, units.c.id)
    return (
        select(class_id.label("class_id"), func.max(lessons.c.ends_at).label("ends_at"))
        .join(units, units.c.id == lessons.c.unit_id)
        .where(class_id.in_(class_ids), units.c.kind != UnitKind.INDIVIDUAL)
        .where(lessons.c.date == day, lessons.c.status == LessonStatus.PLANNED)
        .group_by(class_id)
    )


@question
def days_of_teacher(person_id: int, day: date) -> Select[Any]:
    before = _nearest(person_id, lessons.c.date < day, lessons.c.date.desc(), func.max)
    after = _nearest(person_id, lessons.c.date > day, lessons.c.date, func.min)
    return select(before.label("before"), after.label("after"))


@question
def next_of_teacher(person_id: int, after: datetime) -> Select[Any]:
    return (
        lesson_select()
        .where(
            kept_by(person_id),
            lessons.c.starts_at > after,
            lessons.c.status == LessonStatus.PLANNED,
        )
        .order_by(lessons.c.starts_at)
        .limit(1)
    )


@question
def closures(unit_id: int, subject_id: int, day: date) -> Select[Any]:
    return (
        select(page_closures.c.id)
        .join(periods, periods.c.id == page_closures.c.period_id)
        .where(
            page_closures.c.unit_id == unit_id,
            page_closures.c.subject_id == subject_id,
            page_closures.c.reopened_at.is_(None),
            periods.c.starts_on <= day,
            periods.c.ends_on >= day,
        )
        .limit(1)
    )


@question
def entry_asked(lesson_id: int, kind: str, person_id: int, since: datetime) -> Select[Any]:
    return select(entry_requests.c.id).where(
        entry_requests.c.lesson_id == lesson_id,
        entry_requests.c.kind == kind,
        entry_requests.c.requested_by == person_id,
        entry_requests.c.status == "waiting",
        entry_requests.c.requested_at > since,
    )


@question
def opened_until(lesson_id: int, kind: str) -> Select[Any]:
    return select(func.max(entry_requests.c.open_until)).where(
        entry_requests.c.lesson_id == lesson_id,
        entry_requests.c.kind == kind,
        entry_requests.c.status == "granted",
    )


def _nearest(person_id: int, wanted: ColumnElement[bool], order: Any, first: Any) -> ScalarSelect[Any]:
    """The first day in that order on which the person keeps a lesson: one look into each of three indexes.

    Asked for the least or greatest day at once, the database reads every lesson that was ever kept.
    """
    looks = (
        select(select(lessons.c.date).where(column == person_id, wanted).order_by(order).limit(1).subquery())
        for column in (lessons.c.teacher_id, lessons.c.second_teacher_id, lessons.c.substitute_id)
    )
    found = union_all(*looks).subquery()
    return select(first(found.c.date)).scalar_subquery()
