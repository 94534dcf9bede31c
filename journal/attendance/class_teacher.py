"""The class teacher's hand in colleagues' registers, as far as the regulation lets it (C7).

Where the whole attendance page is the class teacher's (S0 §4.2-CT2), the register itself opens; here are
single absences for a valid reason (S4 §4.2-CT6) and corrections of what a teacher posted (S4 §4.2-CT7).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from journal import gate
from journal.absences import notes
from journal.attendance import register as registers
from journal.attendance import sheet as sheets
from journal.context import Ctx
from journal.entry import Record, Verdict, require_begun
from journal.errors import NotFoundError, StaleError
from journal.model.attendance import AbsenceNote, NoteStatus, Presence, Reason
from journal.model.lessons import Lesson
from journal.model.people import Person
from journal.model.register import Register, Sheet, Standing
from journal.policy import Permission, Relation, allows
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class AtLesson:
    """One student at a lesson, with what the class teacher may do about it."""

    lesson: Lesson
    student: Person
    # None while nobody has taken the register.
    status: Presence | None
    reason: Reason | None
    # Valid reasons for which an absence may be entered, and whether the teacher's entry may be corrected.
    excuses: tuple[Reason, ...]
    corrects: bool


async def students(ctx: Ctx, lesson_id: int) -> Sheet:
    """The register of a lesson of the own class as it is posted, to choose a student from."""
    async with ctx.reading() as work:
        return await _sheet(work, await gate.lesson(work, lesson_id, _either(work)))


async def student(ctx: Ctx, lesson_id: int, student_id: int) -> AtLesson:
    """One student at the lesson, and what may be done."""
    async with ctx.reading() as work:
        lesson = await gate.lesson(work, lesson_id, _either(work))
        return _at_lesson(work, await _sheet(work, lesson), student_id)


async def excuse(ctx: Ctx, lesson_id: int, student_id: int, reason: Reason) -> AtLesson:
    """Enter an absence for a valid reason, whether or not the teacher has posted one (R-058).

    Without a register it waits as an accepted note, which fills the register in. Raises as the gate does.
    """
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.POST_EXCUSED_ABSENCE, lock="register")
        sheet = await _sheet(work, lesson)
        if reason not in _at_lesson(work, sheet, student_id).excuses:
            raise StaleError(lesson_id=lesson_id)
        if sheet.register is None:
            await _announce(work, lesson, student_id, reason)
        else:
            await _put(work, sheet, sheet.register, student_id, Standing(Presence.ABSENT, reason))
        return await _done(work, lesson, student_id)


async def correct(ctx: Ctx, lesson_id: int, student_id: int, *, absent: bool) -> AtLesson:
    """Correct what the teacher posted: the student was there after all, or was not (R-059); logged."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.CORRECT_ATTENDANCE, lock="register")
        await stand(work, lesson, student_id, absent=absent)
        return await _done(work, lesson, student_id)


async def stand(work: Work, lesson: Lesson, student_id: int, *, absent: bool) -> None:
    """Let the student stand so in the posted register. The caller has authorised, holds the lock, commits."""
    sheet = await _sheet(work, lesson)
    if sheet.register is None or student_id not in sheet.statuses:
        raise StaleError(lesson_id=lesson.id)
    wanted = Standing(Presence.ABSENT) if absent else None
    if absent is not (sheet.statuses[student_id] is Presence.ABSENT):
        await _put(work, sheet, sheet.register, student_id, wanted)


def may_amend(work: Work, lesson: Lesson) -> bool:
    """Whether the actor reaches into that lesson's register as its class teacher."""
    heads = {Relation.HEADS_CLASS} if work.actor.heads(lesson.class_id) else set()
    return allows(_either(work), work.actor, heads, work.regulation)


def _either(work: Work) -> Permission:
    """The wider of the two permissions that the regulation gives at all."""
    excused = Permission.POST_EXCUSED_ABSENCE
    heads = {Relation.HEADS_CLASS}
    return excused if allows(excused, work.actor, heads, work.regulation) else Permission.CORRECT_ATTENDANCE


async def _sheet(work: Work, lesson: Lesson) -> Sheet:
    require_begun(Record.ATTENDANCE, lesson, work.now, work.school.zone)
    sheet, _ = await registers.load(work, lesson)
    # What waits in a teacher's draft is nobody else's business.
    posted = await work.attendance.register(lesson.id)
    people = [row.student for row in sheet.rows]
    shown = sheets.assemble(lesson, people, replace(sheet.draft, taps={}), posted, {})
    return replace(shown, draft=sheet.draft)


def _at_lesson(work: Work, sheet: Sheet, student_id: int) -> AtLesson:
    row = next((row for row in sheet.rows if row.student.id == student_id), None)
    if row is None:
        raise NotFoundError(kind="student")
    register, heads = sheet.register, {Relation.HEADS_CLASS}
    standing = register.standings.get(student_id) if register else None
    may_excuse = allows(Permission.POST_EXCUSED_ABSENCE, work.actor, heads, work.regulation)
    reasons = [Reason.ILL, Reason.FAMILY, *((Reason.EXCUSED,) if register else ())]
    return AtLesson(
        sheet.lesson,
        row.student,
        row.status if register else None,
        Reason(standing.reason) if standing and standing.reason else None,
        tuple(reason for reason in reasons if may_excuse),
        register is not None and allows(Permission.CORRECT_ATTENDANCE, work.actor, heads, work.regulation),
    )


async def _put(
    work: Work, sheet: Sheet, register: Register, student_id: int, standing: Standing | None
) -> None:
    """Change one student's standing in a posted register; the teacher's unsaved taps go on waiting."""
    known = {student: one for student, one in register.standings.items() if student != student_id}
    after = known if standing is None else {**known, student_id: standing}
    if register.standings.get(student_id) != standing:
        status = Presence.PRESENT if standing is None else standing.status
        draft = sheets.answered(sheet.draft, {student_id: status})
        verdict = Verdict(True, clause=work.regulation.clause("entry.class_teacher_edit"))
        await registers.post(work, sheet, after, draft, verdict=verdict)
    if standing is not None and standing.reason is not None:
        about = _note(work, sheet.lesson, student_id, Reason(standing.reason))
        await work.absences.explain(about, Reason(standing.reason), gate.author(work), work.now)


async def _announce(work: Work, lesson: Lesson, student_id: int, reason: Reason) -> None:
    known = await work.attendance.accepted_notes([student_id], lesson.date, lesson.slot)
    if any(note.reason == reason for note in known):
        return
    note = await work.absences.add(_note(work, lesson, student_id, reason))
    child = await work.people.child(student_id)
    if child is not None:
        notes.audit(work, "absence.accepted", child, note)


def _note(work: Work, lesson: Lesson, student_id: int, reason: Reason) -> AbsenceNote:
    return AbsenceNote(
        0,
        student_id,
        lesson.date,
        lesson.date,
        reason,
        NoteStatus.ACCEPTED,
        work.actor.account_id,
        work.now,
        from_slot=lesson.slot,
        to_slot=lesson.slot,
    )


async def _done(work: Work, lesson: Lesson, student_id: int) -> AtLesson:
    found = _at_lesson(work, await _sheet(work, lesson), student_id)
    await work.commit()
    return found
