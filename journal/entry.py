"""Entry windows: whether a record may be made now, whether it is late, until when, and by which clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from journal.errors import RefusedError
from journal.model.lessons import Lesson, LessonStatus
from journal.regulation.deadline import Deadline
from journal.regulation.values import (
    Backdating,
    CheckedWorks,
    EditLock,
    LateEntry,
    MarkCorrection,
    SubstitutionRecord,
    WorkForm,
)

if TYPE_CHECKING:
    from journal.regulation import Clause, Regulation

# A register may be opened while the class is still coming in, not hours ahead.
EARLY = timedelta(minutes=15)


class Record(StrEnum):
    """What is entered about a lesson; each has a window of its own."""

    ATTENDANCE = "attendance"
    # Topic, tasks and their type.
    LESSON = "lesson"
    HOMEWORK = "homework"
    LESSON_MARK = "lesson_mark"
    # A mark for a work that has a checking term (D4).
    CHECKED_MARK = "checked_mark"
    # A change of a saved mark.
    CORRECTION = "correction"
    SUBSTITUTION = "substitution"

    @property
    def is_mark(self) -> bool:
        return self in (Record.LESSON_MARK, Record.CHECKED_MARK, Record.CORRECTION)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a window depends on beside the lesson itself."""

    zone: ZoneInfo
    # The end of the last lesson of that class on the lesson's day.
    last_lesson_end: datetime | None = None
    # The period mark of that page is set (S1 §4.4.1).
    page_closed: bool = False
    # The day the checking of the written work ended; None while it lasts.
    checked_on: date | None = None
    # The mark to be corrected is for a work with a checking term (C24).
    has_term: bool = False
    # A colleague gives the lesson instead of whoever asks (S0 §4.2-T3).
    replaced: bool = False
    # Until when the deputy head has opened the page for this record.
    opened_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a record may be made.

    `until` is the first instant that is too late to be in time; `clause` the rule a refusal or a late flag
    rests on; `code` names the refusal.
    """

    allowed: bool
    late: bool = False
    until: datetime | None = None
    clause: Clause | None = None
    code: str | None = None


def can_enter(
    record: Record, lesson: Lesson, regulation: Regulation, now: datetime, around: Surroundings
) -> Verdict:
    """Judge one record of one lesson at one moment; `now` is when the request was received."""
    closed = (
        _outside_the_lesson(record, lesson, now, around.zone)
        or _anothers(regulation, around)
        or _markless(record, lesson, regulation)
    )
    if closed is not None:
        return closed
    if around.opened_until is not None and now < around.opened_until:
        return Verdict(True, late=True, until=around.opened_until)
    if record.is_mark and around.page_closed:
        return Verdict(False, clause=regulation.clause("entry.edit_lock"), code="page_closed")
    if record is Record.CORRECTION:
        return _correction(lesson, regulation, now, around)
    if record.is_mark and _backdated(record, lesson, regulation, now, around.zone):
        return Verdict(False, clause=regulation.clause("entry.backdating"), code="backdated")
    return _by_deadline(record, lesson, regulation, now, around)


def mark_record(form: WorkForm, regulation: Regulation) -> Record:
    """Which window marks for a work of that form have: the checking term or the lesson's own (C24, D4)."""
    if regulation.entry.written_work_scope is CheckedWorks.ASSESSED or form is not WorkForm.ORAL:
        return Record.CHECKED_MARK
    return Record.LESSON_MARK


def gives_marks(lesson: Lesson, regulation: Regulation) -> bool:
    """Whether marks exist at all in that subject and grade (S3 §3.10)."""
    return not lesson.markless and not first_grade(lesson, regulation)


def first_grade(lesson: Lesson, regulation: Regulation) -> bool:
    """Whether the class is a first grade, which has neither marks nor homework (S3 §3.10)."""
    return lesson.grade == 1 and not regulation.entry.grade1_marks


def require(verdict: Verdict, record: Record, lesson: Lesson, zone: ZoneInfo) -> Verdict:
    """The verdict, where it allows; else raises `refusal`."""
    if not verdict.allowed:
        raise refusal(verdict, record, lesson, zone)
    return verdict


def require_begun(record: Record, lesson: Lesson, now: datetime, zone: ZoneInfo) -> None:
    """Refuse at the door what no Save could post: of a lesson cancelled or hours ahead not even a draft.

    Raises `refusal`.
    """
    if closed := _outside_the_lesson(record, lesson, now, zone):
        raise refusal(closed, record, lesson, zone)


def refusal(verdict: Verdict, record: Record, lesson: Lesson, zone: ZoneInfo) -> RefusedError:
    """What a refusing verdict says, with its clause, record and lesson, and when its deadline was."""
    return RefusedError(
        verdict.code,
        clause=verdict.clause,
        until=verdict.until,
        zone=zone,
        day=lesson.date,
        record=str(record),
        lesson_id=lesson.id,
    )


def _outside_the_lesson(record: Record, lesson: Lesson, now: datetime, zone: ZoneInfo) -> Verdict | None:
    if lesson.status is LessonStatus.CANCELLED:
        return Verdict(False, code="lesson_cancelled")
    opens = _opens(record, lesson, zone)
    if opens is not None and now < opens:
        return Verdict(False, until=opens, code="too_early")
    return None


def _opens(record: Record, lesson: Lesson, zone: ZoneInfo) -> datetime | None:
    """From when on a record may be made; None where it may be made any time ahead."""
    if record in (Record.LESSON, Record.HOMEWORK):
        return None
    if record is Record.SUBSTITUTION:
        # «On the day it is given» (S3 §4.5-D11): nobody takes over a colleague's page days ahead.
        return datetime.combine(lesson.date, time(), zone)
    return lesson.starts_at - EARLY


def _anothers(regulation: Regulation, around: Surroundings) -> Verdict | None:
    """Where the substitute fills the page, the replaced teacher does not."""
    rules = regulation.entry
    if around.replaced and rules.substitution_record is SubstitutionRecord.BY_SUBSTITUTE:
        return Verdict(False, clause=regulation.clause("entry.substitution_record"), code="substituted")
    return None


def _markless(record: Record, lesson: Lesson, regulation: Regulation) -> Verdict | None:
    if not record.is_mark or gives_marks(lesson, regulation):
        return None
    clause = regulation.clause("entry.grade1_marks") if first_grade(lesson, regulation) else None
    return Verdict(False, clause=clause, code="marks_not_given")


def _correction(lesson: Lesson, regulation: Regulation, now: datetime, around: Surroundings) -> Verdict:
    rules = regulation.entry
    if rules.mark_correction is MarkCorrection.FORBIDDEN:
        return Verdict(False, clause=regulation.clause("entry.mark_correction"), code="correction_forbidden")
    if rules.edit_lock is EditLock.ALWAYS:
        return Verdict(False, clause=regulation.clause("entry.edit_lock"), code="correction_forbidden")
    if rules.backdating is not Backdating.MARKS_FORBIDDEN or _school_day(now, around.zone) <= lesson.date:
        return Verdict(True)
    if around.has_term:
        return _by_deadline(Record.CHECKED_MARK, lesson, regulation, now, around)
    return Verdict(False, clause=regulation.clause("entry.backdating"), code="backdated")


def _backdated(record: Record, lesson: Lesson, regulation: Regulation, now: datetime, zone: ZoneInfo) -> bool:
    """A mark for an earlier day where that is forbidden; written works have their checking term (C24)."""
    return (
        regulation.entry.backdating is Backdating.MARKS_FORBIDDEN
        and record is Record.LESSON_MARK
        and _school_day(now, zone) > lesson.date
    )


def _by_deadline(
    record: Record, lesson: Lesson, regulation: Regulation, now: datetime, around: Surroundings
) -> Verdict:
    until, parameter = _due(record, lesson, regulation, now, around)
    if now < until:
        return Verdict(True, until=until)
    clause = regulation.clause(parameter)
    late_entry = regulation.entry.late_entry
    if late_entry is LateEntry.REFUSED or (late_entry is LateEntry.MARKS_REFUSED and record.is_mark):
        return Verdict(False, late=True, until=until, clause=clause, code="too_late")
    return Verdict(True, late=True, until=until, clause=clause)


def _due(
    record: Record, lesson: Lesson, regulation: Regulation, now: datetime, around: Surroundings
) -> tuple[datetime, str]:
    """The first instant that is too late, and the parameter whose clause says so."""
    deadline, parameter = _deadline(record, regulation)

    def moment(of: Deadline) -> datetime:
        return of.moment(
            lesson.date,
            around.zone,
            last_lesson_end=max(around.last_lesson_end or lesson.ends_at, lesson.ends_at),
            # A work that is still being checked is in time whatever the day.
            checking_end=around.checked_on or _school_day(now, around.zone),
        )

    until = moment(deadline)
    if until <= lesson.ends_at:
        # Nobody can be in time for what passes before the lesson is over: its own day is left.
        return moment(Deadline()), parameter
    if deadline.latest is not None and until < moment(replace(deadline, latest=None)):
        return until, "entry.deadline"
    return until, parameter


def _deadline(record: Record, regulation: Regulation) -> tuple[Deadline, str]:
    """The deadline of a record and the parameter whose clause it rests on."""
    rules = regulation.entry
    if record is Record.ATTENDANCE:
        # The hour stands where the journal's own deadline does, unless the day alone cuts it short.
        own = rules.attendance_deadline != rules.deadline
        return rules.attendance_deadline, "entry.attendance_frequency" if own else "entry.deadline"
    if record is Record.HOMEWORK:
        return rules.homework_deadline, "entry.homework_deadline"
    if record is Record.LESSON_MARK:
        return rules.lesson_mark_deadline, "entry.lesson_mark_deadline"
    if record is Record.CHECKED_MARK:
        return rules.written_work_deadline, "entry.written_work_deadline"
    if record is Record.SUBSTITUTION:
        same_day = rules.substitution_record is SubstitutionRecord.SAME_DAY
        return Deadline() if same_day else rules.deadline, "entry.substitution_record"
    return rules.deadline, "entry.deadline"


def _school_day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
