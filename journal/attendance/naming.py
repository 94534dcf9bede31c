"""Absences named beside marks: they touch nobody but the named, on top of what is posted."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from journal.attendance import register as registers
from journal.attendance import sheet as sheets
from journal.model.attendance import Presence
from journal.model.lessons import Lesson
from journal.ports import Work


async def standing(work: Work, lesson: Lesson, students: Collection[int]) -> dict[int, Presence]:
    """How these students stand now: as posted, or in the draft, or as proposed."""
    sheet, _ = await registers.load(work, lesson)
    return {student: status for student, status in sheet.statuses.items() if student in students}


async def name(work: Work, lesson: Lesson, named: Mapping[int, Presence]) -> bool:
    """Correct the posted register for the named students; True when it is posted.

    Where no register was taken they only wait in its draft (False): nobody has looked at the others yet.
    Taps that wait unsaved go on waiting. The caller commits. Raises `RefusedError` where the window is
    closed.
    """
    await work.serialise("register", lesson.id)
    sheet, proposed = await registers.load(work, lesson)
    named = {student: status for student, status in named.items() if student in sheet.statuses}
    if sheet.register is None:
        await registers.store(work, lesson.id, sheets.pencilled(sheets.begun(sheet.draft, proposed), named))
        return False
    posted = {student: standing.status for student, standing in sheet.register.standings.items()}
    if any(posted.get(student) is not status for student, status in named.items()):
        after = sheets.standings(sheet, proposed, {**posted, **named})
        await registers.post(work, sheet, after, sheets.answered(sheet.draft, named))
    return True
