"""Saving painted marks: posted at once, families hear of them after the hold, which can be taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from journal import entry, gate, language, windows
from journal.attendance import naming
from journal.context import Ctx
from journal.control.integrity.later import know_later
from journal.entry import Record, Verdict
from journal.errors import InvalidError, RefusedError, StaleError
from journal.events import MarksSaved
from journal.marks.failing import unsettled
from journal.marks.painting import keep, load, own_draft, record_of
from journal.model.attendance import Presence
from journal.model.lessons import Lesson
from journal.model.marks import DEBT
from journal.model.painting import MarkDraft, MarksOutcome, PageWork, Painting, SavedMarks
from journal.model.people import Person
from journal.ports import Work
from journal.ports.marks import NewMark, NewWork
from journal.regulation.values import MarkCorrection


async def save_marks(
    ctx: Ctx, lesson_id: int, posted: int, *, handed_in_later: bool = False, beside: bool = False
) -> MarksOutcome:
    """Post the draft for its work; `posted` is the count the button showed.

    A mark of somebody absent in the register is asked about first (`asked`), unless `handed_in_later`; then
    whether it shall stand `beside` one that a colleague has saved for the same work meanwhile (`met`).
    Pressed again it posts nothing twice. Raises `InvalidError` for an empty draft or doubtful names,
    `RefusedError` where the entry window is closed.
    """
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        await windows.hold_page(work, lesson.unit_id, lesson.subject_id)
        painting = await load(work, lesson, draft)
        if posted != draft.posted:
            return _repeated(work, painting)
        painting, gone = await _without_gone(work, painting)
        _require_ready(painting.draft, work)
        asked = () if handed_in_later else _absent(painting)
        if asked:
            return MarksOutcome(painting, asked=asked, changed=False)
        met = () if beside else tuple(row for row in painting.rows if row.meanwhile and row.painted)
        if met:
            return MarksOutcome(painting, met=met, changed=False)
        return replace(await _post(work, painting), gone=gone)


async def _without_gone(work: Work, painting: Painting) -> tuple[Painting, tuple[Person, ...]]:
    """The sheet without marks of students who have left the class since they were painted; and who these are.

    Raises `RefusedError("students_gone")` where nobody else has a mark.
    """
    here, draft = {row.student.id for row in painting.rows}, painting.draft
    gone = [student for student in draft.marks if student not in here]
    if not gone:
        return painting, ()
    left = {student: stroke for student, stroke in draft.painted.items() if student in here}
    draft = replace(draft, painted=left)
    people = await work.people.persons(gone)
    if draft.empty:
        raise RefusedError("students_gone", names=[person.listed for person in people.values()])
    return replace(painting, draft=draft), tuple(people.values())


async def undo_marks(ctx: Ctx, lesson_id: int, posted: int) -> MarksOutcome:
    """Take the last Save back inside the hold; the marks return to the draft. A logged correction.

    After the hold nothing is done (`changed` is False). Raises `RefusedError("correction_forbidden")` under a
    regulation without corrections, `StaleError` when it is not the last Save any more.
    """
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        saved = draft.saved
        if saved is None or posted != draft.posted:
            raise StaleError(lesson_id=lesson_id)
        await windows.hold_page(work, lesson.unit_id, lesson.subject_id)
        await windows.require(work, Record.CORRECTION, lesson)
        if work.now >= saved.tell_at:
            return _repeated(work, await load(work, lesson, draft))
        return MarksOutcome(await keep(work, lesson, await _take_back(work, lesson, draft, saved)))


def may_undo(work: Work) -> bool:
    return work.regulation.entry.mark_correction is not MarkCorrection.FORBIDDEN


async def _post(work: Work, painting: Painting) -> MarksOutcome:
    lesson, draft = painting.lesson, painting.draft
    verdict = Verdict(True)
    saved = None
    if draft.marks:
        record = record_of(work, draft.kind)
        verdict = entry.require(painting.verdict, record, lesson, work.school.zone)
        saved = await _write(work, painting, verdict)
    before = await naming.standing(work, lesson, draft.presence) if draft.presence else {}
    registered = bool(draft.presence) and await naming.name(work, lesson, draft.presence)
    if saved is not None:
        named = {student: (draft.presence[student], status) for student, status in before.items()}
        saved = replace(saved, named=named)
    if registered and not draft.marks:
        verdict = await windows.judge(work, Record.ATTENDANCE, lesson)
    await windows.note_substitution(work, lesson)
    await work.inputs.done()
    wiped = dict.fromkeys(draft.painted, ((), draft.revision + 1))
    clean = MarkDraft(
        draft.lesson_id,
        draft.kind,
        draft.work_id,
        draft.brush,
        wiped,
        saved=saved,
        posted=draft.posted + 1,
        revision=draft.revision + 1,
    )
    after = await keep(work, lesson, clean)
    return MarksOutcome(
        after,
        count=painting.count,
        tell_at=saved.tell_at if saved else None,
        late=verdict.late,
        clause=verdict.clause,
        undoable=saved is not None and may_undo(work),
        absent=tuple(painting.typed(Presence.ABSENT)),
        late_ones=tuple(painting.typed(Presence.LATE)),
        registered=registered,
    )


async def _write(work: Work, painting: Painting, verdict: Verdict) -> SavedMarks:
    """The work, its marks with revisions, audit and event."""
    lesson, draft = painting.lesson, painting.draft
    page_work = await _work(work, painting)
    places = await work.marks.last_places(page_work.id)
    new = [
        NewMark(student, places.get(student, 0) + place, value, _retake(work, page_work, value))
        for student, values in sorted(draft.marks.items())
        for place, value in enumerate(values, 1)
    ]
    ids = await work.marks.add(
        page_work,
        lesson.subject_id,
        new,
        author=gate.author(work),
        at=work.now,
        late=verdict.late,
        comment=draft.comment,
    )
    away = {person.id for person in _absent(painting)}
    await know_later(
        work,
        lesson,
        [(number, mark.student_id) for number, mark in zip(ids, new, strict=True) if mark.student_id in away],
    )
    settled = {mark.student_id for mark in new if not unsettled(mark.value, work.regulation)}
    await _set_retakes(work, page_work, settled, ids, is_open=False)
    revision = await work.marks.touch_work(page_work.id)
    after = {str(student): list(values) for student, values in sorted(draft.marks.items())}
    work.audit("marks.save", "work", page_work.id, unit_id=lesson.class_id, after=after)
    tell_at = work.now + work.regulation.delivery.alert_hold
    work.record(MarksSaved(page_work.id, sorted(draft.marks), revision), tell_at)
    return SavedMarks(page_work.id, revision, tuple(ids), tell_at)


async def _work(work: Work, painting: Painting) -> PageWork:
    """The work the marks are for: the one under check, the lesson's of that kind, or a new one."""
    if painting.work is not None:
        return painting.work
    lesson, kind = painting.lesson, painting.draft.kind
    for known in await work.marks.works_of_lesson(lesson.id):
        if known.kind == kind:
            return known
    number = await add_work(work, lesson, kind)
    made = await work.marks.work(number)
    if made is None:
        raise StaleError(lesson_id=lesson.id)
    return made


async def add_work(work: Work, lesson: Lesson, kind: str) -> int:
    """Write a work of the lesson."""
    return await work.marks.add_work(
        NewWork(
            lesson.id,
            lesson.unit_id,
            lesson.subject_id,
            lesson.date,
            kind,
            work.regulation.marks.work_types[kind].weight,
            gate.author(work),
        ),
        work.now,
    )


async def _take_back(work: Work, lesson: Lesson, draft: MarkDraft, saved: SavedMarks) -> MarkDraft:
    standing = [mark for mark in await work.marks.of_works([saved.work_id]) if mark.id in saved.marks]
    await work.marks.withdraw(standing, gate.author(work), work.now, "undo")
    before: dict[int, tuple[str, ...]] = {}
    page_work = await work.marks.work(saved.work_id)
    if page_work is not None:
        await _set_retakes(work, page_work, {mark.student_id for mark in standing}, saved.marks, is_open=True)
    for mark in standing:
        before[mark.student_id] = (*before.get(mark.student_id, ()), mark.value)
    plain = {str(student): list(values) for student, values in before.items()}
    work.audit("marks.undo", "work", saved.work_id, unit_id=lesson.class_id, before=plain)
    # Replaces the held event; whoever expands it finds no mark to tell of.
    work.record(MarksSaved(saved.work_id, sorted(before), saved.revision))
    presence = await _unname(work, lesson, saved)
    revision = draft.revision + 1
    painted = {**draft.painted, **{student: (values, revision) for student, values in before.items()}}
    return replace(
        draft, painted=painted, presence=presence, saved=None, posted=draft.posted + 1, revision=revision
    )


async def _unname(work: Work, lesson: Lesson, saved: SavedMarks) -> dict[int, Presence]:
    """Who was typed beside the marks stands as before, unless changed since; gives what was typed."""
    if not saved.named:
        return {}
    now = await naming.standing(work, lesson, saved.named)
    back = {
        student: before
        for student, (typed, before) in saved.named.items()
        if now.get(student) is typed and before is not typed
    }
    if back:
        await naming.name(work, lesson, back)
    return {student: typed for student, (typed, _) in saved.named.items()}


async def _set_retakes(
    work: Work, page_work: PageWork, students: Collection[int], but: Collection[int], *, is_open: bool
) -> None:
    """Nothing is left to be done of what these students owed of the work; or it is again."""
    if not students:
        return
    for mark in await work.marks.of_works([page_work.id]):
        if mark.id not in but and mark.student_id in students and unsettled(mark.value, work.regulation):
            await work.marks.set_retake(mark, _retake(work, page_work, mark.value) if is_open else None)


def _require_ready(draft: MarkDraft, work: Work) -> None:
    if draft.asked:
        raise InvalidError("doubts_left")
    if draft.empty:
        raise InvalidError("empty")
    if draft.comment:
        language.require(draft.comment, work.regulation)


def _absent(painting: Painting) -> tuple[Person, ...]:
    # Whoever was not there may well owe the work.
    return tuple(row.student for row in painting.rows if row.absent and set(row.painted) - {DEBT})


def _repeated(work: Work, painting: Painting) -> MarksOutcome:
    saved = painting.draft.saved
    return MarksOutcome(
        painting,
        count=len(saved.marks) if saved else 0,
        tell_at=saved.tell_at if saved else None,
        undoable=saved is not None and may_undo(work),
        changed=False,
    )


def _retake(work: Work, page_work: PageWork, value: str) -> date | None:
    """Until when a work that failed, or was not handed in, may be done."""
    if unsettled(value, work.regulation):
        return page_work.day + timedelta(days=work.regulation.marks.retake_days)
    return None
