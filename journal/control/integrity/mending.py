"""Putting a contradiction right with one tap, or saying that it was so."""

from dataclasses import replace

from journal import gate
from journal.absences import notes
from journal.attendance import naming
from journal.context import Ctx
from journal.control.integrity.later import LATER
from journal.control.integrity.reviewing import WANTED, asking, load, review, show
from journal.errors import InvalidError, StaleError
from journal.events import AbsenceNoteDecided, LessonChanged
from journal.model.attendance import NoteStatus
from journal.model.integrity import Contradiction, FindingPage, Flaw
from journal.model.lessons import Lesson
from journal.policy import Permission
from journal.ports import Work

# The word one tap away that explains each contradiction; any other is typed.
WORDS = {
    Flaw.DESPITE_NOTE: "came",
    Flaw.DISPUTED: "away",
    Flaw.TWO_LESSONS: "both",
    Flaw.FLICKER: "allowed",
    Flaw.MARK_WHILE_ABSENT: LATER,
    Flaw.DAY_OFF: "by_order",
}
LONGEST_WORD = 300
QUESTION = "contradiction_word"
DAY_OFF = "day off"


async def mend(ctx: Ctx, finding_id: int, lesson_id: int) -> FindingPage:
    """Correct the register of that lesson, or cancel the lesson on a day off, as the finding calls for.

    What stands no more is left alone. Raises `RefusedError` with the clause where the entry window is closed.
    """
    async with ctx.writing() as work:
        await work.serialise("contradiction", finding_id)
        found = await load(work, finding_id)
        page = await show(work, found)
        if page.settled:
            return page
        if lesson_id not in found.found.lessons:
            raise StaleError
        if found.found.flaw is Flaw.DAY_OFF:
            await _cancel(work, lesson_id)
        else:
            await _correct(work, lesson_id, found.found)
        await review(work, found.found.date, found.found.date, found.classes)
        after = await show(work, found)
        await work.commit()
        return after


async def set_aside(ctx: Ctx, finding_id: int, word: str | None = None) -> FindingPage:
    """Keep the word of whoever answers for all the entries: it was so, and is not asked about again.

    Without a `word` the one that explains such a contradiction most often.
    """
    typed = None if word is None else " ".join(word.split())
    if typed == "":
        raise InvalidError("empty")
    if typed is not None and len(typed) > LONGEST_WORD:
        raise InvalidError("too_long", longest=LONGEST_WORD)
    async with ctx.writing() as work:
        await work.serialise("contradiction", finding_id)
        found = await load(work, finding_id)
        await work.inputs.done()
        page = await show(work, found)
        if not page.settled:
            _require_word(work, page)
            said = typed or WORDS[found.found.flaw]
            await work.integrity.set_aside(finding_id, gate.author(work), work.now, said)
            if found.found.flaw is Flaw.DISPUTED:
                await _decline(work, found.found.object_id or 0, typed)
            work.audit(
                "contradiction.accept",
                "contradiction",
                finding_id,
                unit_id=found.found.class_id,
                after={"flaw": found.found.flaw, "student": found.found.student_id},
                reason=said,
            )
        await work.commit()
        return FindingPage(found, (), settled=True)


async def ask_keepers(ctx: Ctx, finding_id: int) -> FindingPage:
    """Ask whoever keeps the lessons to put it right, once a day. Raises for who may do so without asking."""
    async with ctx.writing() as work:
        await work.serialise("contradiction", finding_id)
        found = await load(work, finding_id)
        page = await show(work, found)
        if page.settled:
            return page
        if not page.may_ask:
            gate.refuse(work, Permission.VIEW_JOURNAL, "contradiction", finding_id)
        if page.asked:
            return page
        work.record(asking(work, found))
        work.audit("contradiction.ask", "contradiction", finding_id, unit_id=found.found.class_id)
        await work.commit()
        return replace(page, asked=True)


async def ask_word(ctx: Ctx, finding_id: int) -> FindingPage:
    """Wait for the word, typed."""
    async with ctx.writing() as work:
        page = await show(work, await load(work, finding_id))
        if not page.settled:
            _require_word(work, page)
            await work.inputs.expect(QUESTION, {"finding": finding_id})
            await work.commit()
        return page


def _require_word(work: Work, page: FindingPage) -> None:
    if not page.may_accept:
        gate.refuse(work, Permission.VIEW_JOURNAL, "contradiction", page.finding.id)


async def _correct(work: Work, lesson_id: int, found: Contradiction) -> None:
    lesson = await gate.lesson(work, lesson_id, Permission.TAKE_ATTENDANCE)
    if found.student_id is not None:
        await naming.name(work, lesson, {found.student_id: WANTED[found.flaw]})


async def _decline(work: Work, note_id: int, comment: str | None) -> None:
    """Whoever saw the class says that the absence is no error after all: the family hears it."""
    note = await work.absences.note(note_id)
    if note is None or note.status is not NoteStatus.ACCEPTED:
        return
    declined = replace(note, status=NoteStatus.DECLINED, decision_comment=comment)
    stored = await notes.store(work, declined, by=gate.author(work))
    work.record(AbsenceNoteDecided(note_id, stored.revision))


async def _cancel(work: Work, lesson_id: int) -> None:
    lesson: Lesson | None = await work.lessons.lesson(lesson_id)
    gate.school(work, Permission.APPLY_TIMETABLE_CHANGE)
    if lesson is None or lesson.register_taken_at is not None:
        raise StaleError
    await work.lessons.cancel(lesson_id, DAY_OFF)
    work.audit("lesson.cancel", "lesson", lesson_id, unit_id=lesson.class_id, reason=DAY_OFF)
    work.record(LessonChanged(lesson_id, lesson.revision + 1))
