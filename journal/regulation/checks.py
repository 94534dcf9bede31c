"""Values that are each allowed and cannot stand together."""

from collections.abc import Callable

from journal.model.people import Role
from journal.regulation.deadline import Anchor, Deadline
from journal.regulation.model import Regulation
from journal.regulation.problems import Fault, Problem
from journal.regulation.values import EditLock, LateEntry, MarkCorrection
from journal.regulation.writing import raw, text

_LESSON_ANCHORS = {Anchor.SCHOOL_DATE, Anchor.LAST_LESSON}
_PERIOD_ANCHORS = {Anchor.PERIOD_END, Anchor.ORDER_DATE}


def contradictions(regulation: Regulation) -> list[Problem]:
    """Every pair of values that cannot both be obeyed."""
    return [problem for check in _CHECKS for problem in check(regulation)]


def _correction_and_lock(regulation: Regulation) -> list[Problem]:
    forbidden = regulation.entry.mark_correction is MarkCorrection.FORBIDDEN
    locked = regulation.entry.edit_lock is EditLock.ALWAYS
    if forbidden == locked:
        return []
    allowed = "edit_lock = always goes with mark_correction = forbidden, and only with it"
    return [_problem(regulation, "entry.edit_lock", allowed)]


def _backdating_and_late_marks(regulation: Regulation) -> list[Problem]:
    entry = regulation.entry
    if entry.backdating == "marks_forbidden" and entry.late_entry is LateEntry.ACCEPTED:
        allowed = "marks_refused | refused, as entry.backdating is marks_forbidden"
        return [_problem(regulation, "entry.late_entry", allowed)]
    return []


def _class_teacher_may_write(regulation: Regulation) -> list[Problem]:
    if Role.CLASS_TEACHER in regulation.access.notice_authors:
        return []
    return [_problem(regulation, "access.notice_authors", "a list with class_teacher in it")]


def _anchors(regulation: Regulation) -> list[Problem]:
    """A lesson's records cannot wait for a period's end, nor a period's mark for a lesson."""
    lesson = ("entry.deadline", "entry.lesson_mark_deadline", "entry.homework_deadline")
    checked = ("entry.written_work_deadline",)
    period = ("periods.mark_due", "control.ct_report_due", "archive.paper_due")
    wanted = [
        *((path, _LESSON_ANCHORS) for path in lesson),
        *((path, _LESSON_ANCHORS | {Anchor.CHECKING_END}) for path in checked),
        *((path, _PERIOD_ANCHORS) for path in period),
    ]
    return [
        _problem(regulation, path, f"counted from: {' | '.join(sorted(anchors))}")
        for path, anchors in wanted
        if not _anchored(regulation.value(path), anchors)
    ]


def _anchored(value: object, anchors: set[Anchor]) -> bool:
    if not isinstance(value, Deadline):
        return True
    return value.anchor in anchors and (value.latest is None or _anchored(value.latest, anchors))


def _scale(regulation: Regulation) -> list[Problem]:
    marks = regulation.marks
    scale = marks.scale
    if len(scale) < 2 or list(scale) != sorted(set(scale)):
        return [_problem(regulation, "marks.scale", "two or more different marks in ascending order")]
    inside = f"from {scale[0]} to {scale[-1]}, as marks.scale is"
    names = ("failing_average", "failing_period_mark", "quality_from")
    return [
        _problem(regulation, f"marks.{name}", inside)
        for name in names
        if not scale[0] <= getattr(marks, name) <= scale[-1]
    ]


def _backups(regulation: Regulation) -> list[Problem]:
    if regulation.archive.backup_interval_days <= regulation.archive.backup_limit_days:
        return []
    return [
        _problem(regulation, "archive.backup_limit_days", "no fewer days than archive.backup_interval_days")
    ]


def _signs(regulation: Regulation) -> list[Problem]:
    """A sign in a register's cell means one thing."""
    attendance, marks = regulation.attendance, regulation.marks
    signs = {
        "attendance.absent_sign": attendance.absent_sign,
        "attendance.ill_sign": attendance.ill_sign,
        "attendance.excused_sign": attendance.excused_sign,
        "attendance.late_sign": attendance.late_sign,
        "marks.pass_sign": marks.pass_sign,
        "marks.fail_sign": marks.fail_sign,
        "marks.not_assessed_sign": marks.not_assessed_sign,
        "marks.exempt_sign": marks.exempt_sign,
    }
    taken = [str(mark) for mark in marks.scale]
    problems = []
    for path, sign in signs.items():
        if sign in taken or len(sign) > 6:
            problems.append(_problem(regulation, path, "a sign of its own, at most 6 letters"))
        taken.append(sign)
    return problems


def _work_codes(regulation: Regulation) -> list[Problem]:
    """Codes travel in buttons, which hold 64 bytes in all."""
    allowed = "a code of at most 20 Latin letters, digits and _"
    return [
        Problem(Fault.CONTRADICTION, f"marks.work_types.{code}", allowed=allowed)
        for code in regulation.marks.work_types
        if not (code.isascii() and code.isidentifier() and len(code) <= 20)
    ]


def _problem(regulation: Regulation, path: str, allowed: str) -> Problem:
    return Problem(Fault.CONTRADICTION, path, text(raw(regulation.value(path))), allowed)


_CHECKS: tuple[Callable[[Regulation], list[Problem]], ...] = (
    _correction_and_lock,
    _backdating_and_late_marks,
    _class_teacher_may_write,
    _anchors,
    _scale,
    _backups,
    _signs,
    _work_codes,
)
