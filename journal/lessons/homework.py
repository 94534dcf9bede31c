"""Giving homework: text, files or voice for the next lesson, the same for parallel classes in one tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journal import gate, language, windows
from journal.context import Ctx
from journal.entry import Record, Verdict
from journal.errors import InvalidError, RefusedError, StaleError
from journal.events import HomeworkSaved
from journal.lessons import materials
from journal.model.giving import Given, Giving, HomeworkDraft, Target
from journal.model.lessons import Attachment, Homework, Lesson
from journal.policy import Permission
from journal.ports import Work

LONGEST = 3000
MOST_FILES = 10
AHEAD = 6


async def open_homework(ctx: Ctx, lesson_id: int) -> Giving:
    """What was given at the lesson and what is being written; the next text or file is added to it."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON)
        await work.inputs.expect("homework", {"lesson": lesson_id})
        giving = await _load(work, lesson)
        await work.commit()
        return giving


async def add(ctx: Ctx, lesson_id: int, text: str, files: Sequence[Attachment]) -> Giving:
    """Put a text and files into the draft."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="homework")
        draft = await work.homework.draft(lesson.id, gate.author(work))
        said = "\n".join(part for part in (draft.text, text.strip()) if part)
        if len(said) > LONGEST:
            raise InvalidError("too_long", longest=LONGEST)
        if len(draft.attachments) + len(files) > MOST_FILES:
            raise InvalidError("too_many_files", most=MOST_FILES)
        draft = replace(draft, text=said, attachments=(*draft.attachments, *files), saved=())
        await work.inputs.expect("homework", {"lesson": lesson.id})
        return await _keep(work, lesson, draft)


async def shown(ctx: Ctx, lesson_id: int, album: str, message_id: int) -> None:
    """Remember where the preview of an album stands: its other pictures are shown there too."""
    async with ctx.writing() as work:
        await work.inputs.expect("homework", {"lesson": lesson_id, "album": album}, message_id=message_id)
        await work.commit()


async def bring(ctx: Ctx, lesson_id: int, text: str) -> Giving:
    """Say what to bring along: a uniform, paints."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="homework")
        draft = await work.homework.draft(lesson_id, gate.author(work))
        await work.inputs.expect("homework", {"lesson": lesson_id})
        return await _keep(work, lesson, replace(draft, bring=" ".join(text.split())[:200], saved=()))


async def ask_bring(ctx: Ctx, lesson_id: int) -> Lesson:
    """Ask what to bring along."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON)
        await work.inputs.expect("bring", {"lesson": lesson_id})
        await work.commit()
        return lesson


async def choose_unit(ctx: Ctx, lesson_id: int, unit_id: int, *, chosen: bool) -> Giving:
    """Give a parallel class the same, or not."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="homework")
        draft = await work.homework.draft(lesson_id, gate.author(work))
        others = tuple(unit for unit in draft.units if unit != unit_id)
        return await _keep(work, lesson, replace(draft, units=(*others, unit_id) if chosen else others))


async def dates(ctx: Ctx, lesson_id: int) -> tuple[Lesson, list[Lesson]]:
    """The lessons of the page that homework may be due for (R-041)."""
    async with ctx.reading() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON)
        ahead = await work.lessons.upcoming_of_page(
            lesson.unit_id, lesson.subject_id, lesson.starts_at, AHEAD
        )
        return lesson, ahead


async def choose_date(ctx: Ctx, lesson_id: int, due: int) -> Giving:
    """Make the homework due at that lesson of the same page. Raises `StaleError` for any other."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="homework")
        draft = await work.homework.draft(lesson_id, gate.author(work))
        found = await work.lessons.lesson(due)
        if found is None or not _same_page(found, lesson):
            raise StaleError(lesson_id=lesson_id)
        return await _keep(work, lesson, replace(draft, due=due))


async def drop_draft(ctx: Ctx, lesson_id: int) -> Giving:
    """Forget what was being written; what is given stays."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="homework")
        draft = await work.homework.draft(lesson_id, gate.author(work))
        return await _keep(work, lesson, HomeworkDraft(lesson_id, revision=draft.revision))


async def save_homework(ctx: Ctx, lesson_id: int, revision: int) -> Given:
    """Give what the draft holds, to each chosen class; families hear of it after the hold.

    Pressed again it gives nothing twice. Raises `InvalidError("empty")` for an empty draft,
    `RefusedError("no_next_lesson")`, or the entry window's refusal.
    """
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="homework")
        giving = await _load(work, lesson)
        verdict = await windows.require(work, Record.HOMEWORK, lesson)
        if giving.draft.saved and giving.draft.revision == revision + 1:
            return _outcome(work, giving, verdict)
        if giving.draft.empty:
            raise InvalidError("empty")
        if giving.target is None:
            raise RefusedError("no_next_lesson", lesson_id=lesson_id)
        return await _give(work, giving, verdict)


async def no_homework(ctx: Ctx, lesson_id: int) -> Given:
    """Say that nothing is set; pressed again it changes nothing."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="homework")
        giving = await _load(work, lesson)
        verdict = await windows.require(work, Record.HOMEWORK, lesson)
        target = giving.target or Target(lesson, lesson)
        if not giving.given:
            await _write(work, HomeworkDraft(lesson_id), target, verdict, no_work=True)
        await work.inputs.done()
        await work.commit()
        return Given(lesson, (target,), no_work=True, late=verdict.late, tell_at=None, clause=verdict.clause)


async def withdraw_homework(ctx: Ctx, lesson_id: int) -> Giving:
    """Take back what was given at the lesson; a logged correction, its text returns to the draft."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="homework")
        await windows.require(work, Record.HOMEWORK, lesson)
        giving = await _load(work, lesson)
        mine = {item.id for item in giving.given if item.author_id == gate.author(work)}
        gone = {*giving.draft.saved, *mine}
        if not gone and giving.draft.empty:
            # A colleague's is withdrawn only by whoever has set nothing.
            gone = {item.id for item in giving.given}
        for item in await work.homework.by_ids(sorted(gone)):
            await work.homework.withdraw(item.id, work.now)
            work.audit(
                "homework.withdraw",
                "homework",
                item.id,
                unit_id=lesson.class_id,
                before={"text": item.text, "no_work": item.no_work},
            )
            work.record(HomeworkSaved(item.id, item.revision + 1))
        return await _keep(work, lesson, replace(giving.draft, saved=()))


async def _give(work: Work, giving: Giving, verdict: Verdict) -> Given:
    draft, lesson = giving.draft, giving.lesson
    language.require(draft.text, work.regulation)
    late = verdict.late
    saved: list[int] = []
    beside: list[Homework] = []
    for target in giving.chosen:
        if target.given.id != lesson.id:
            # Each class's own lessons end at their own hour.
            verdict = await windows.require(work, Record.HOMEWORK, target.given)
            late = late or verdict.late
        known = await work.homework.of_target(target.given.id, target.due.id)
        others = [item for item in known if item.author_id != gate.author(work)]
        beside += others
        if not any(item.says(draft.text, draft.bring, draft.attachments) for item in others):
            saved.append(await _write(work, draft, target, verdict))
    await materials.copy(work, lesson, [target.given for target in giving.chosen])
    for item in giving.given:
        if item.no_work:
            await work.homework.withdraw(item.id, work.now)
    kept = replace(draft, saved=tuple(saved), revision=draft.revision + 1)
    await work.homework.keep_draft(kept, gate.author(work), work.now)
    await work.inputs.done()
    await windows.note_substitution(work, lesson)
    await work.commit()
    return replace(_outcome(work, replace(giving, draft=kept), verdict), late=late, beside=tuple(beside))


async def _write(
    work: Work, draft: HomeworkDraft, target: Target, verdict: Verdict, *, no_work: bool = False
) -> int:
    """One class's homework: a new row, or one's own given before, changed; audit and event.

    A colleague's stands beside it: nobody overwrites what somebody else has set.
    """
    stand = await work.homework.of_target(target.given.id, target.due.id)
    known = next((item for item in stand if item.author_id == gate.author(work)), None)
    number, revision = await work.homework.save(
        known, draft, target, author=gate.author(work), at=work.now, late=verdict.late, no_work=no_work
    )
    work.audit(
        "homework.change" if known else "homework.save",
        "homework",
        number,
        unit_id=target.given.class_id,
        before={"text": known.text, "bring": known.bring} if known else None,
        after={"text": draft.text, "bring": draft.bring, "files": len(draft.attachments), "no_work": no_work},
    )
    if not no_work:
        work.record(HomeworkSaved(number, revision), work.now + work.regulation.delivery.alert_hold)
    return number


def _outcome(work: Work, giving: Giving, verdict: Verdict) -> Given:
    tell_at = work.now + work.regulation.delivery.alert_hold
    return Given(
        giving.lesson,
        giving.chosen,
        no_work=False,
        late=verdict.late,
        tell_at=tell_at,
        clause=verdict.clause,
    )


async def _load(work: Work, lesson: Lesson) -> Giving:
    draft = await work.homework.draft(lesson.id, gate.author(work))
    target = await _target(work, lesson, draft.due)
    twins = await work.lessons.parallels(lesson, gate.author(work))
    ahead = target.due.date if target is not None and draft.due is not None else None
    found = [await _target(work, twin, not_before=ahead) for twin in twins]
    return Giving(
        lesson=lesson,
        draft=draft,
        target=target,
        parallels=tuple(one for one in found if one is not None),
        given=tuple(await work.homework.given_at([lesson.id])),
        foreign=language.is_foreign(draft.text, work.regulation),
        materials=len(await work.materials.of_lessons([lesson.id])),
    )


async def _target(
    work: Work, lesson: Lesson, chosen: int | None = None, *, not_before: date | None = None
) -> Target | None:
    """Due at the chosen lesson, else at the page's first one (not before that day), if there is one."""
    due = await work.lessons.lesson(chosen) if chosen is not None else None
    if due is None or not _same_page(due, lesson):
        many = 1 if not_before is None else AHEAD
        ahead = await work.lessons.upcoming_of_page(lesson.unit_id, lesson.subject_id, lesson.starts_at, many)
        due = next((one for one in ahead if not_before is None or one.date >= not_before), None)
    return Target(lesson, due) if due is not None else None


async def _keep(work: Work, lesson: Lesson, draft: HomeworkDraft) -> Giving:
    await work.homework.keep_draft(replace(draft, revision=draft.revision + 1), gate.author(work), work.now)
    giving = await _load(work, lesson)
    await work.commit()
    return giving


def _same_page(one: Lesson, other: Lesson) -> bool:
    return (one.unit_id, one.subject_id) == (other.unit_id, other.subject_id)
