"""What is owed and what was put right, told from a child's works. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from journal.marks.failing import fails, unsettled
from journal.model.debts import Debt, DebtKind, GivenMark, OwnWork, Retaken
from journal.model.marks import DEBT
from journal.regulation import Regulation


def owed(works: Iterable[OwnWork], regulation: Regulation, today: date) -> tuple[Debt, ...]:
    """The debts of these works, the most urgent first; those without a last day come last."""
    found = [debt for work in works if (debt := _debt(work, regulation, today)) is not None]
    return tuple(sorted(found, key=lambda debt: (debt.until or date.max, debt.work.date, debt.work.id)))


def put_right(
    works: Iterable[OwnWork], changed: Mapping[int, str], regulation: Regulation
) -> tuple[Retaken, ...]:
    """The works that were done again, newest first.

    A retake takes the failed mark's place (`changed` says what stood there) or stands beside it, as the
    regulation has it. Two marks given at once are one mark for two things, no retake.
    """
    found = [again for work in works if (again := _retaken(work, changed, regulation)) is not None]
    return tuple(sorted(found, key=lambda again: again.mark.entered_at, reverse=True))


def _debt(work: OwnWork, regulation: Regulation, today: date) -> Debt | None:
    if not work.marks:
        return Debt(DebtKind.MISSED, work) if _missed(work, regulation) else None
    last = work.marks[-1]
    if last.value == DEBT:
        return Debt(DebtKind.UNSUBMITTED, work, last.retake_until, last)
    again = _to_retake(work.marks, regulation, today)
    return Debt(DebtKind.RETAKE, work, again.retake_until, again) if again is not None else None


def _missed(work: OwnWork, regulation: Regulation) -> bool:
    kind = regulation.marks.work_types.get(work.kind)
    return work.absent and work.marked and kind is not None and kind.control


def _to_retake(marks: Sequence[GivenMark], regulation: Regulation, today: date) -> GivenMark | None:
    """The failed mark that may be put right today; a better one given later has done so already."""
    return next(
        (
            mark
            for mark in marks
            if mark.retake_until is not None
            and mark.retake_until >= today
            and fails(mark.value, regulation)
            and not any(_better(mark, other, regulation) for other in marks)
        ),
        None,
    )


def _retaken(work: OwnWork, changed: Mapping[int, str], regulation: Regulation) -> Retaken | None:
    for mark in work.marks:
        before = changed.get(mark.id)
        if before is not None and before != mark.value:
            return Retaken(work, before, mark)
    for failed in work.marks:
        for other in work.marks:
            if unsettled(failed.value, regulation) and _better(failed, other, regulation):
                return Retaken(work, failed.value, other)
    return None


def _better(failed: GivenMark, other: GivenMark, regulation: Regulation) -> bool:
    passes = other.value.isdecimal() and not unsettled(other.value, regulation)
    return passes and other.entered_at > failed.entered_at
