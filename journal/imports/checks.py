"""What does not fit together in a school as an import would leave it: warnings, never errors."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TypeAlias, TypeVar, cast

from journal.imports.problems import Code, Place, Problem, Severity
from journal.imports.rows import (
    BellRow,
    ClassRow,
    CurriculumRow,
    Kind,
    LessonRow,
    PeriodRow,
    PlanRow,
    Row,
    SubjectRow,
    WorkloadRow,
)

R = TypeVar("R", bound=Row)
# Rows by kind and token; references in them are tokens too.
View: TypeAlias = Mapping[Kind, Mapping[str, Row]]


def found_in(after: View, spoken: View) -> list[Problem]:
    """The misfits of `after`, as far as the import itself speaks of them (`spoken`)."""
    found: list[Problem] = []
    if {Kind.PLAN, Kind.CURRICULUM} & set(spoken):
        found.extend(_plan_hours(after, spoken))
    if {Kind.WORKLOAD, Kind.CURRICULUM} & set(spoken):
        found.extend(_workload_and_curriculum(after))
    if Kind.LESSON in spoken:
        found.extend(_unknown_slots(after, spoken))
        found.extend(_clashes(after, spoken))
    if Kind.PERIOD in spoken:
        found.extend(_overlapping_periods(after))
    return found


def _rows(view: View, row_type: type[R]) -> Mapping[str, R]:
    return cast("Mapping[str, R]", view.get(row_type.kind, {}))


def _warning(code: Code, place: Place, **params: object) -> Problem:
    return Problem(place, code, Severity.WARNING, params)


def _grades(after: View) -> dict[str, int | None]:
    return {token: row.grade for token, row in _rows(after, ClassRow).items()}


def _curriculum(after: View) -> dict[tuple[int, str], CurriculumRow]:
    return {(row.grade, row.subject): row for row in _rows(after, CurriculumRow).values()}


def _plan_hours(after: View, spoken: View) -> Iterator[Problem]:
    """Plan hours equal curriculum hours (S3 §4.5-D8, S4 §4.2-T7)."""
    planned: defaultdict[tuple[str, str, str | None], list[PlanRow]] = defaultdict(list)
    for row in _rows(spoken, PlanRow).values():
        planned[row.school_class or "", row.subject, row.subgroup].append(row)
    grades, curriculum = _grades(after), _curriculum(after)
    subjects, classes = _rows(after, SubjectRow), _rows(after, ClassRow)
    for (home, subject, _), rows in planned.items():
        wanted = curriculum.get((grades.get(home) or 0, subject))
        hours = sum(row.hours for row in rows)
        if wanted is not None and wanted.hours_year != hours:
            yield _warning(
                Code.PLAN_HOURS_DIFFER,
                rows[0].place,
                subject=subjects[subject].name,
                unit=classes[home].name,
                hours=hours,
                curriculum=wanted.hours_year,
            )


def _workload_and_curriculum(after: View) -> Iterator[Problem]:
    """A subject page needs both: hours in the curriculum and somebody who teaches them (S3 §3.7)."""
    grades, curriculum, subjects = _grades(after), _curriculum(after), _rows(after, SubjectRow)
    taught: dict[tuple[int, str], WorkloadRow] = {}
    for row in _rows(after, WorkloadRow).values():
        grade = grades.get(row.school_class or "")
        if grade:
            taught.setdefault((grade, row.subject), row)
    if not taught or not curriculum:
        return
    for (grade, subject), wanted in curriculum.items():
        if (grade, subject) not in taught and grade in grades.values():
            yield _warning(Code.WORKLOAD_MISSING, wanted.place, subject=subjects[subject].name, grade=grade)
    for (grade, subject), each in taught.items():
        if (grade, subject) not in curriculum and any(known == grade for known, _ in curriculum):
            yield _warning(Code.CURRICULUM_MISSING, each.place, subject=subjects[subject].name, grade=grade)


def _unknown_slots(after: View, spoken: View) -> Iterator[Problem]:
    slots = {bell.slot for bell in _rows(after, BellRow).values()}
    if not slots:
        return
    reported = set()
    for row in _rows(spoken, LessonRow).values():
        if row.slot not in slots and row.slot not in reported:
            reported.add(row.slot)
            yield _warning(Code.SLOT_UNKNOWN, row.place, value=row.slot)


def _clashes(after: View, spoken: View) -> Iterator[Problem]:
    """Nobody is in two places at once: no unit, no teacher; a room holds one subject at a time."""
    times: defaultdict[tuple[str, str, int, int], list[LessonRow]] = defaultdict(list)
    for row in _rows(spoken, LessonRow).values():
        for who, name in _occupied(row):
            times[who, name, row.weekday, row.slot].append(row)
    for (who, name, weekday, slot), rows in times.items():
        pair = next((pair for pair in combinations(rows, 2) if _collide(who, *pair)), None)
        if pair is not None:
            code, kind = _CLASHES[who]
            yield _warning(
                code,
                pair[1].place,
                name=_label(after, kind, name),
                weekday=weekday,
                slot=slot,
                row=pair[0].place.row,
            )


_CLASHES = {
    "teacher": (Code.TEACHER_TWICE, Kind.STAFF),
    "room": (Code.ROOM_TWICE, Kind.ROOM),
    "unit": (Code.UNIT_TWICE, Kind.CLASS),
}


def _occupied(row: LessonRow) -> Iterator[tuple[str, str]]:
    for teacher in row.teachers or ():
        yield "teacher", teacher
    if row.room:
        yield "room", row.room
    if row.school_class:
        yield "unit", row.school_class


def _collide(who: str, one: LessonRow, other: LessonRow) -> bool:
    if not _meet(one.week_mask, other.week_mask) or not _overlap(one, other):
        return False
    if who == "unit":
        # Two subgroups sit apart, a class and its own subgroup cannot.
        return one.subgroup == other.subgroup or not (one.subgroup and other.subgroup)
    # Classes taught together share teacher, room and subject.
    return one.subject != other.subject


def _meet(one: str, other: str) -> bool:
    """Whether two masks share a week; `1` is every week, and cycles of other lengths are taken to meet."""
    if len(one) != len(other):
        return True
    return any(left == right == "1" for left, right in zip(one, other, strict=True))


def _overlap(one: LessonRow, other: LessonRow) -> bool:
    """Whether there is a day on which both rows hold."""
    return (one.since or date.min) < (other.until or date.max) and (other.since or date.min) < (
        one.until or date.max
    )


def _label(after: View, kind: Kind, token: str) -> str:
    row = after.get(kind, {}).get(token)
    return row.label if row else ""


def _overlapping_periods(after: View) -> Iterator[Problem]:
    periods: Sequence[PeriodRow] = sorted(_rows(after, PeriodRow).values(), key=lambda row: row.starts_on)
    for one, other in combinations(periods, 2):
        if one.period_kind is other.period_kind and other.starts_on <= one.ends_on:
            yield _warning(Code.PERIODS_OVERLAP, other.place, name=other.name, other=one.name)
