"""Painting marks: choose a brush, tap names; everything is a draft until Save."""

from __future__ import annotations

from dataclasses import replace

from journal import gate, windows
from journal.context import Ctx
from journal.entry import Record, gives_marks, mark_record, require_begun
from journal.errors import InvalidError, RefusedError, StaleError
from journal.marks import brush as brushes
from journal.model.attendance import Presence
from journal.model.lessons import Lesson
from journal.model.painting import MarkDraft, PageWork, PaintedRow, Painting, PostedMark, Values
from journal.policy import Permission
from journal.ports import Work

USUAL = "answer"
LONGEST_COMMENT = 300


async def open_marks(ctx: Ctx, lesson_id: int, work_id: int | None = None, *, anew: bool = False) -> Painting:
    """The marks of a lesson, or of a work under check, ready to be painted or typed.

    `anew`: where nothing waits to be saved, the kind of the work before and its brush are forgotten.
    """
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        page_work = await _work_of(work, lesson, work_id)
        draft = replace(draft, doubts=draft.asked)
        if anew and draft.empty:
            draft = replace(draft, kind=_usual(work), brush=None, comment=None)
        if draft.work_id != work_id:
            draft = _aimed(work, draft, page_work)
        await work.inputs.expect("marks", {"lesson": lesson_id})
        return await keep(work, lesson, draft)


async def see(ctx: Ctx, lesson_id: int) -> Painting:
    """The marks of a lesson as they are being painted; nothing changes."""
    async with ctx.reading() as work:
        lesson = await authorised(work, lesson_id)
        return await load(work, lesson, await draft_of(work, lesson))


async def resume(ctx: Ctx, lesson_id: int) -> Painting:
    """Go on painting where one was; the next text is taken for marks again."""
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        await work.inputs.expect("marks", {"lesson": lesson_id})
        return await keep(work, lesson, draft)


async def choose_kind(ctx: Ctx, lesson_id: int, kind: str) -> Painting:
    """Say for what work the painted marks are; once for all of them."""
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        if kind not in work.regulation.marks.work_types:
            raise StaleError(lesson_id=lesson_id)
        return await keep(work, lesson, replace(draft, kind=kind, work_id=None, revision=draft.revision + 1))


async def choose_brush(ctx: Ctx, lesson_id: int, brush: str) -> Painting:
    """Take a brush: a mark, a pair, the eraser."""
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        if not brushes.is_brush(brush, work.regulation):
            raise StaleError(lesson_id=lesson_id)
        await work.inputs.expect("marks", {"lesson": lesson_id})
        return await keep(work, lesson, replace(draft, brush=brush, revision=draft.revision + 1))


async def paint(ctx: Ctx, lesson_id: int, student_id: int, code: str, seen: int) -> Painting:
    """Give the student exactly these values in the draft; `seen` is the draft revision the button showed."""
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        values = brushes.decode(code, work.regulation)
        members = await work.attendance.expected(lesson, await work.attendance.register(lesson_id))
        if values is None or student_id not in {member.id for member in members}:
            raise StaleError(lesson_id=lesson_id)
        return await keep(work, lesson, brushes.painted(draft, student_id, values, seen))


async def ask_comment(ctx: Ctx, lesson_id: int) -> Lesson:
    """Ask for the comment that goes with the painted marks."""
    async with ctx.writing() as work:
        lesson = await authorised(work, lesson_id)
        await work.inputs.expect("mark_comment", {"lesson": lesson_id})
        await work.commit()
        return lesson


async def comment(ctx: Ctx, lesson_id: int, text: str) -> Painting:
    """Put a comment, visible in the diary, to the painted marks (R-053)."""
    said = " ".join(text.split())
    if len(said) > LONGEST_COMMENT:
        raise InvalidError("too_long", longest=LONGEST_COMMENT)
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        await work.inputs.expect("marks", {"lesson": lesson_id})
        return await keep(work, lesson, replace(draft, comment=said or None, revision=draft.revision + 1))


async def clear(ctx: Ctx, lesson_id: int) -> Painting:
    """Wipe the draft; posted marks stay."""
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        return await keep(work, lesson, _turned(draft, draft.kind, draft.work_id))


async def authorised(work: Work, lesson_id: int, *, lock: str | None = None) -> Lesson:
    """The lesson, if the actor gives its marks and it has marks at all (R-052). Raises as the gate does."""
    lesson = await gate.lesson(work, lesson_id, Permission.ENTER_MARKS, lock=lock)
    if not gives_marks(lesson, work.regulation):
        clause = work.regulation.clause("entry.grade1_marks") if lesson.grade == 1 else None
        raise RefusedError("marks_not_given", clause=clause, lesson_id=lesson_id)
    return lesson


async def own_draft(work: Work, lesson_id: int) -> tuple[Lesson, MarkDraft]:
    """The lesson and the actor's draft of its marks, locked. Raises as `authorised`, and ahead of it."""
    lesson = await authorised(work, lesson_id, lock="marks")
    require_begun(Record.LESSON_MARK, lesson, work.now, work.school.zone)
    return lesson, await draft_of(work, lesson)


async def draft_of(work: Work, lesson: Lesson) -> MarkDraft:
    """The actor's draft of that lesson, or a fresh one."""
    found = await work.marks.draft(lesson.id, gate.author(work))
    return found or MarkDraft(lesson.id, _usual(work))


async def keep(work: Work, lesson: Lesson, draft: MarkDraft) -> Painting:
    """Store the draft, commit, and give the sheet to show."""
    await work.marks.keep_draft(draft, gate.author(work), work.now)
    painting = await load(work, lesson, draft)
    await work.commit()
    return painting


async def load(work: Work, lesson: Lesson, draft: MarkDraft) -> Painting:
    """The sheet of a draft, in a constant number of statements."""
    register = await work.attendance.register(lesson.id)
    members = await work.attendance.expected(lesson, register)
    works = await work.marks.works_of_lesson(lesson.id)
    page_work = next((one for one in works if one.id == draft.work_id), None)
    # Without a work of its own a mark goes to the lesson's work of that kind, if there is one.
    aim = page_work or next((one for one in works if one.kind == draft.kind), None)
    posted: dict[int, Values] = {}
    meanwhile: dict[int, Values] = {}
    shown = [one.id for one in works if draft.work_id is None or one.id == draft.work_id]
    for mark in await work.marks.of_works(shown):
        posted[mark.student_id] = (*posted.get(mark.student_id, ()), mark.value)
        if aim is not None and mark.work_id == aim.id and _unseen(mark, draft, gate.author(work)):
            meanwhile[mark.student_id] = (*meanwhile.get(mark.student_id, ()), mark.value)
    standings = register.standings if register else {}
    absent = {student for student, one in standings.items() if one.status is Presence.ABSENT}
    painted = draft.marks
    rows = tuple(
        PaintedRow(
            member,
            posted.get(member.id, ()),
            painted.get(member.id, ()),
            member.id in absent,
            meanwhile.get(member.id, ()),
        )
        for member in members
    )
    record = record_of(work, draft.kind)
    checked_on = work.school.day(aim.checked_at) if aim and aim.checked_at else None
    verdict = await windows.judge(work, record, lesson, checked_on=checked_on)
    # A work under check is named as such, whichever way its marks were opened.
    named = page_work or (aim if aim is not None and aim.being_checked else None)
    return Painting(lesson, draft, rows, verdict, named)


def _unseen(mark: PostedMark, draft: MarkDraft, author: int) -> bool:
    """Whether a colleague saved the mark after the draft's author had last looked at the sheet."""
    if mark.author_id == author or mark.entered_at is None or draft.seen_at is None:
        return False
    return mark.entered_at >= draft.seen_at


def record_of(work: Work, kind: str) -> Record:
    """Which entry window marks of that kind of work have."""
    rules = work.regulation.marks.work_types
    known = rules.get(kind) or next(iter(rules.values()))
    return mark_record(known.form, work.regulation)


def _aimed(work: Work, draft: MarkDraft, page_work: PageWork | None) -> MarkDraft:
    """The draft for that work, or for the lesson.

    What is painted and not saved goes with a work of its kind; for any other it is shown first.
    """
    if draft.empty:
        return _turned(
            draft, page_work.kind if page_work else _usual(work), page_work.id if page_work else None
        )
    if page_work is not None and draft.work_id is None and draft.kind == page_work.kind:
        return replace(draft, work_id=page_work.id, revision=draft.revision + 1)
    return draft


async def _work_of(work: Work, lesson: Lesson, work_id: int | None) -> PageWork | None:
    if work_id is None:
        return None
    found = await work.marks.work(work_id)
    if found is None or found.lesson_id != lesson.id:
        raise StaleError(lesson_id=lesson.id)
    return found


def _turned(draft: MarkDraft, kind: str, work_id: int | None) -> MarkDraft:
    """A clean draft for another work; taps drawn before it are outrun."""
    revision = draft.revision + 1
    wiped = dict.fromkeys(draft.painted, ((), revision))
    return MarkDraft(
        draft.lesson_id, kind, work_id, draft.brush, wiped, posted=draft.posted, revision=revision
    )


def _usual(work: Work) -> str:
    """The kind of work most marks are for, or the first the school knows."""
    types = work.regulation.marks.work_types
    return USUAL if USUAL in types else next(iter(types))
