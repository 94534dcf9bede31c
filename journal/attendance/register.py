"""Taking a register: taps make a shared draft, Save posts it, families hear of it after the hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from journal import gate, windows
from journal.attendance import sheet as sheets
from journal.attendance.families import heard
from journal.context import Ctx
from journal.entry import Record, Verdict, require_begun
from journal.errors import StaleError
from journal.events import RegisterSaved
from journal.model.attendance import Presence
from journal.model.lessons import Lesson
from journal.model.people import Person
from journal.model.register import Draft, Proposal, Register, SavedRegister, Sheet, Standing, UndoneRegister
from journal.policy import Permission
from journal.ports import Work

# How late somebody came, or how long before the end left, as the buttons say it.
MINUTES = (0, 5, 10, 15, 20, 30)
TIMED = frozenset({Presence.LATE, Presence.LEFT_EARLY})


async def open_register(ctx: Ctx, lesson_id: int) -> Sheet:
    """The sheet as it stands now: draft, posted state, or proposals; opening changes nothing (R-055)."""
    async with ctx.reading() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.TAKE_ATTENDANCE)
        require_begun(Record.ATTENDANCE, lesson, work.now, work.school.zone)
        return (await load(work, lesson))[0]


async def tap(ctx: Ctx, lesson_id: int, student_id: int, status: Presence, seen: int) -> Sheet:
    """Put the student's wanted status into the draft; `seen` is the draft revision the button showed."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.TAKE_ATTENDANCE, lock="register")
        require_begun(Record.ATTENDANCE, lesson, work.now, work.school.zone)
        before = await _load_begun(work, lesson)
        if student_id not in before.statuses:
            raise StaleError("stale", lesson_id=lesson_id)
        return await _keep(work, before, sheets.tapped(before.draft, student_id, status, seen))


async def everyone_present(ctx: Ctx, lesson_id: int) -> Sheet:
    """Put everyone into the room, in the draft."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.TAKE_ATTENDANCE, lock="register")
        require_begun(Record.ATTENDANCE, lesson, work.now, work.school.zone)
        before = await _load_begun(work, lesson)
        return await _keep(work, before, sheets.all_present(before))


async def save_register(ctx: Ctx, lesson_id: int, posted: int, *, sure: bool = False) -> SavedRegister:
    """Post the sheet as it stands, a colleague's taps included; `posted` is the count the button showed.

    Whoever is known to be away and stands as present is asked about first (`asked`), unless `sure`.
    Pressed again, or when a colleague has saved meanwhile, it posts nothing (`changed` is False). Raises
    `RefusedError` where the entry window is closed.
    """
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.TAKE_ATTENDANCE, lock="register")
        sheet, proposed = await load(work, lesson)
        if posted != sheet.draft.posted or not sheet.unsaved:
            return await heard(work, _saved(sheet, changed=False))
        if asked := () if sure else sheets.contradictions(sheet, proposed):
            return replace(_saved(sheet, changed=False), asked=asked)
        saved = await heard(work, await post(work, sheet, sheets.standings(sheet, proposed, sheet.statuses)))
        await work.commit()
        return saved


async def set_minutes(ctx: Ctx, lesson_id: int, student_id: int, minutes: int) -> Sheet:
    """Say by how many minutes a student came late, or left early; 0 is unknown. The posted register stays.

    Raises `StaleError` for somebody who stands otherwise by now, `RefusedError` where the window is closed.
    """
    if minutes not in MINUTES:
        raise StaleError("stale", lesson_id=lesson_id)
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.TAKE_ATTENDANCE, lock="register")
        await windows.require(work, Record.ATTENDANCE, lesson)
        register = await work.attendance.register(lesson_id)
        standing = register.standings.get(student_id) if register else None
        if standing is None or standing.status not in TIMED:
            raise StaleError("stale", lesson_id=lesson_id)
        if standing.minutes != (minutes or None):
            await work.attendance.set_minutes(lesson_id, student_id, minutes or None)
            work.audit(
                "register.minutes",
                "lesson",
                lesson_id,
                unit_id=lesson.class_id,
                before={"student": student_id, "minutes": standing.minutes},
                after={"student": student_id, "minutes": minutes or None},
            )
        sheet = (await load(work, lesson))[0]
        await work.commit()
        return sheet


async def undo_register(ctx: Ctx, lesson_id: int, posted: int) -> UndoneRegister:
    """Take the last Save back while nobody was told of it; a logged correction.

    A first Save's taps return to the draft; a correction is gone for good. After the hold nothing is done
    (`done` is False). Raises `StaleError` when it is not the last Save any more.
    """
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.TAKE_ATTENDANCE, lock="register")
        sheet, proposed = await load(work, lesson)
        register = sheet.register
        if register is None or posted != sheet.draft.posted:
            raise StaleError("stale", lesson_id=lesson_id)
        if register.tell_at is None or work.now >= register.tell_at:
            return UndoneRegister(await heard(work, _saved(sheet, changed=False)), done=False)
        await _take_back(work, sheet, register)
        draft = sheets.taken_back(sheet)
        await store(work, lesson_id, draft)
        await work.commit()
        students = [row.student for row in sheet.rows]
        standing = await work.attendance.register(lesson_id)
        return UndoneRegister(_saved(sheets.assemble(lesson, students, draft, standing, proposed)))


async def load(work: Work, lesson: Lesson) -> tuple[Sheet, dict[int, Proposal]]:
    """The sheet and what was proposed, in a constant number of statements."""
    register = await work.attendance.register(lesson.id)
    students = await work.attendance.expected(lesson, register)
    draft = await work.attendance.draft(lesson.id)
    proposed = await _proposed(work, lesson, students, register)
    return sheets.assemble(lesson, students, draft, register, proposed), proposed


async def _load_begun(work: Work, lesson: Lesson) -> Sheet:
    """The sheet a tap falls on; proposals are asked for by the first tap alone."""
    register = await work.attendance.register(lesson.id)
    students = await work.attendance.expected(lesson, register)
    draft = await work.attendance.draft(lesson.id)
    if register is None and not draft.revision:
        draft = sheets.begun(draft, await _proposed(work, lesson, students, None))
    return sheets.assemble(lesson, students, draft, register, {})


async def _proposed(
    work: Work, lesson: Lesson, students: list[Person], register: Register | None
) -> dict[int, Proposal]:
    ids = [student.id for student in students]
    return sheets.proposals(
        ids,
        await work.attendance.dated_statuses(ids, lesson.date, lesson.slot, lesson.subject_id),
        await work.attendance.accepted_notes(ids, lesson.date, lesson.slot),
        await work.attendance.earlier(lesson) if register is None else (),
    )


async def post(
    work: Work,
    sheet: Sheet,
    after: Mapping[int, Standing],
    draft: Draft | None = None,
    *,
    verdict: Verdict | None = None,
) -> SavedRegister:
    """Write the exceptions, settle the draft (or leave `draft`), audit, tell after the hold.

    The caller holds the register's lock and commits. Raises `RefusedError` where the entry window is closed;
    with a `verdict` the caller has judged already.
    """
    lesson, old = sheet.lesson, sheet.register
    verdict = verdict or await windows.require(work, Record.ATTENDANCE, lesson)
    before = old.standings if old else {}
    draft = draft or sheets.settled(sheet.draft)
    register = Register(
        lesson_id=lesson.id,
        expected=tuple(row.student.id for row in sheet.rows),
        taken_by=old.taken_by if old else gate.author(work),
        taken_at=old.taken_at if old else work.now,
        entered_by=gate.author(work),
        entered_at=work.now,
        revision=draft.posted,
        late=old.late if old else verdict.late,
        tell_at=_tell_at(work, old, after),
        standings=after,
        before=old.standings if old else None,
    )
    await work.attendance.post(register, lesson, _difference(before, after))
    await windows.note_substitution(work, lesson)
    await store(work, lesson.id, draft)
    action = "register.correct" if old else "register.save"
    _audit(work, lesson, action, old.standings if old else None, after)
    work.record(RegisterSaved(lesson.id, register.revision), register.tell_at)
    saved = _saved(Sheet(lesson, sheet.rows, draft, register))
    return replace(saved, late=verdict.late, clause=verdict.clause)


def _tell_at(work: Work, old: Register | None, after: Mapping[int, Standing]) -> datetime:
    """News waits the hold; a mere «he is here after all» goes with what is held already, or at once."""
    if old is None or sheets.brings_news(old.standings, after):
        return work.now + work.regulation.delivery.alert_hold
    return max(old.tell_at or work.now, work.now)


async def _take_back(work: Work, sheet: Sheet, register: Register) -> None:
    lesson, before = sheet.lesson, register.before
    revision = sheet.draft.posted + 1
    if before is None:
        await work.attendance.unpost(lesson.id)
    else:
        restored = replace(
            register,
            entered_by=gate.author(work),
            entered_at=work.now,
            revision=revision,
            tell_at=work.now,
            standings=before,
        )
        await work.attendance.post(restored, lesson, _difference(register.standings, before))
    _audit(work, lesson, "register.undo", register.standings, before)
    # Replaces the held event; whoever expands it finds the state as it was before.
    work.record(RegisterSaved(lesson.id, revision))


def _difference(before: Mapping[int, Standing], after: Mapping[int, Standing]) -> dict[int, Standing | None]:
    students = before.keys() | after.keys()
    return {
        student: after.get(student)
        for student in sorted(students)
        if before.get(student) != after.get(student)
    }


def _audit(
    work: Work,
    lesson: Lesson,
    action: str,
    before: Mapping[int, Standing] | None,
    after: Mapping[int, Standing] | None,
) -> None:
    work.audit(
        action, "lesson", lesson.id, unit_id=lesson.class_id, before=_plain(before), after=_plain(after)
    )


def _plain(standings: Mapping[int, Standing] | None) -> dict[str, str] | None:
    if standings is None:
        return None
    return {str(student): str(standing.status) for student, standing in standings.items()}


async def _keep(work: Work, sheet: Sheet, draft: Draft) -> Sheet:
    if draft is not sheet.draft:
        await store(work, sheet.lesson.id, draft)
        await work.commit()
    students = [row.student for row in sheet.rows]
    return sheets.assemble(sheet.lesson, students, draft, sheet.register, {})


def _saved(sheet: Sheet, *, changed: bool = True) -> SavedRegister:
    register = sheet.register
    return SavedRegister(
        sheet, register.tell_at if register else None, register.late if register else False, changed
    )


async def store(work: Work, lesson_id: int, draft: Draft) -> None:
    """Keep the draft under the actor's name."""
    await work.attendance.keep_draft(lesson_id, draft, gate.author(work), work.now)
