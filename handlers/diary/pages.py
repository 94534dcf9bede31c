"""The pages of a diary, and whose they are when nobody says so."""

from datetime import date

from handlers.diary import screens
from handlers.diary.callbacks import Look
from handlers.screen import Screen
from journal import diary
from journal.context import Ctx
from journal.errors import NotFoundError
from locales.texts import Texts


def at_hand(ctx: Ctx) -> int:
    """The child looked at now, or the student; `NotFoundError` for who has no diary."""
    actor = ctx.actor
    student = actor.student_id if actor.student_id is not None else actor.current_student_id
    if student is None:
        raise NotFoundError(kind="diary")
    return student


async def page(ctx: Ctx, t: Texts, student_id: int, look: Look, day: date | None = None) -> Screen:
    """A page of a child's diary; a dated one without `day` is the one at hand."""
    if look is Look.WEEK:
        return screens.week(await diary.week(ctx, student_id, day), t)
    if look is Look.MARKS:
        return screens.marks(await diary.marks(ctx, student_id), t)
    if look is Look.MISSED:
        return screens.attendance(await diary.attendance(ctx, student_id), t)
    if look is Look.TASKS:
        return screens.tasks(await diary.homework(ctx, student_id, day), t)
    return screens.day(await diary.day(ctx, student_id, day), ctx.school.zone, t)
