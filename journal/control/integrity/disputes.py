"""«Это ошибка»: the class teacher agrees with the family, and the register is put right by whoever may.

It stands above both sides: what the family says (`journal.absences`) and what the teacher saw
(`journal.attendance`) know nothing of each other's decisions.
"""

from __future__ import annotations

from dataclasses import dataclass

from journal import gate, windows
from journal.absences import deciding
from journal.absences.deciding import Decision
from journal.absences.rules import Said
from journal.attendance import class_teacher, naming
from journal.context import Ctx
from journal.control.integrity.reviewing import asking, may_enter, review
from journal.entry import Record
from journal.model.attendance import AbsenceNote, Presence
from journal.model.integrity import Flaw
from journal.model.lessons import Lesson
from journal.policy import Permission
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class Agreed:
    """A decision, and what became of the lessons in dispute."""

    decision: Decision
    corrected: tuple[Lesson, ...] = ()
    # Their keepers are asked: the register is in other hands.
    asked: tuple[Lesson, ...] = ()


async def decide(
    ctx: Ctx,
    note_id: int,
    revision: int,
    *,
    accept: bool,
    comment: str | None = None,
    instead: Said | None = None,
) -> Agreed:
    """Decide a note as `journal.absences.decide`; where a disputed absence turns out an error, act on it.

    The registers the actor may change by the regulation (C7) are corrected and logged as any correction; the
    keepers of the others are asked at once, with one tap to do it.
    """
    async with ctx.writing() as work:
        decision = await deciding.settle(
            work, note_id, revision, accept=accept, comment=comment, instead=instead
        )
        agreed = Agreed(decision)
        if decision.done and accept and decision.note.reason == Said.MISTAKE:
            agreed = await _act(work, decision)
        await work.commit()
        return agreed


async def _act(work: Work, decision: Decision) -> Agreed:
    note = decision.note
    disputed = await _disputed(work, note)
    corrected = [one for one in disputed if await _put_right(work, one, note.student_id)]
    asked = [one for one in disputed if one not in corrected]
    if asked:
        await review(work, note.starts_on, note.ends_on, {one.class_id for one in asked})
        for found in await work.integrity.about(Flaw.DISPUTED, note.id):
            work.record(asking(work, found))
            work.audit("contradiction.ask", "contradiction", found.id, unit_id=found.found.class_id)
    return Agreed(decision, tuple(corrected), tuple(asked))


async def _disputed(work: Work, note: AbsenceNote) -> list[Lesson]:
    """The lessons at which the student stands as absent, as far as the family was told."""
    missed = await work.absences.missed(note.student_id, note.starts_on, work.now)
    found = [
        await work.lessons.lesson(one.lesson_id) for one in missed if note.covers(note.starts_on, one.slot)
    ]
    return [lesson for lesson in found if lesson is not None]


async def _put_right(work: Work, lesson: Lesson, student_id: int) -> bool:
    """Correct the register, if the actor may; False where somebody else has to."""
    await work.serialise("register", lesson.id)
    if may_enter(work, lesson) and (await windows.judge(work, Record.ATTENDANCE, lesson)).allowed:
        return await naming.name(work, lesson, {student_id: Presence.PRESENT})
    if await gate.may(work, lesson, Permission.CORRECT_ATTENDANCE):
        await class_teacher.stand(work, lesson, student_id, absent=False)
        return True
    return False
