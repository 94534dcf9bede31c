"""What a child missed, by lesson and in total."""

from journal import gate
from journal.context import Ctx
from journal.model.attendance import Absence, Presence, Reason
from journal.model.diary import AttendanceBook
from journal.policy import Permission


async def attendance(ctx: Ctx, student_id: int, period_id: int | None = None) -> AttendanceBook:
    """The absences of a period with totals in lessons; None is the period that runs."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.READ_DIARY)
        period = await work.periods.period(student_id, work.today, period_id)
        if period is None:
            return AttendanceBook(child, None, ())
        found = await work.diary.absences(student_id, period.starts_on, period.ends_on)
        missed = [item for item in found if item.status is Presence.ABSENT]
        return AttendanceBook(
            child,
            period,
            tuple(reversed(found)),
            missed=len(missed),
            excused=sum(_valid(item) for item in missed),
            unexcused=sum(item.reason is Reason.UNEXCUSED for item in missed),
            unexplained=sum(item.reason is None for item in missed),
            late=sum(item.status is Presence.LATE for item in found),
        )


def _valid(absence: Absence) -> bool:
    return absence.reason is not None and absence.reason.valid
